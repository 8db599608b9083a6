import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import { describeError } from "../../../commands/error-messages";
import { showWarning } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import type { LoggedDay } from "../../entry";
import { formatMinutes } from "../../grammar/format";
import { forgetHandedOver } from "../../timer/handed-over";
import type { Timer } from "../../timer/timer";
import type { StoppedEntry } from "../../timer/timer-state";
import { describeCheckProblem } from "../entry-rows";
import { typedEntry } from "../names";
import type { TimeCommands } from "../time-commands";

/** Sending is over; `told` resolves when the person has read how it went. */
interface Telling {
  readonly told: Promise<void>;
}

/** Saves what was stopped, and keeps it until the journal takes it: over failures, reloads and crashes. */
export class TimerSaving {
  constructor(
    readonly session: Session,
    readonly timer: Timer,
    readonly commands: TimeCommands,
    readonly failed: (error: unknown) => void,
  ) {}

  /**
   * Saves entries that the person has accepted, one after the other.
   * @param checked days that were read a moment ago
   */
  async send(ids: readonly string[], checked: ReadonlyMap<string, LoggedDay> = new Map()): Promise<void> {
    const told = await this.timer.sending(async () => {
      const all: Promise<void>[] = [];
      const known = new Map(checked);
      for (const id of ids) {
        const stopped = (await this.timer.read()).stopped.find((each) => each.id === id);
        if (!stopped) continue;
        const { told } = await this.#sendOne(stopped, known.get(stopped.entry.day));
        all.push(told);
        known.delete(stopped.entry.day); // has just changed
      }
      return all;
    });
    await Promise.all(told);
  }

  /** Offers what was stopped and not sent, in a window that has ended since. */
  async recover(): Promise<void> {
    const ids = this.timer.known.stopped.map(({ id }) => id);
    if (ids.length === 0) return;
    // Where another window is sending them at this moment, they are gone when it has ended.
    await this.timer.sending(() => this.#forgetTaken());
    await Promise.all(ids.map((id) => this.offer(id)));
  }

  /** Says what is not saved, and what can be done. */
  async offer(id: string, why = ""): Promise<void> {
    const stopped = (await this.timer.read()).stopped.find((each) => each.id === id);
    if (!stopped) return;
    const [again, edit, discard] = [
      vscode.l10n.t("Save Now"),
      vscode.l10n.t("Change…"),
      vscode.l10n.t("Discard"),
    ];
    const text = vscode.l10n.t(
      "{0} on {1} is kept on this machine and not saved yet.",
      formatMinutes(stopped.entry.minutes),
      stopped.name,
    );
    const answer = await showWarning(`${text} ${why}`.trim(), again, edit, discard);
    if (answer === again) await this.send([id]);
    if (answer === edit) await this.edit(id);
    if (answer === discard) await this.timer.forget(id);
  }

  /** Opens the box with the entry; what is accepted there takes its place. */
  async edit(id: string): Promise<void> {
    const stopped = this.timer.known.stopped.find((each) => each.id === id);
    if (!stopped) return;
    const accepted = await this.commands.ask(typedEntry(stopped.entry, stopped.name));
    if (!accepted) return this.offer(id);
    const { entry, name, before } = accepted;
    await this.timer.add({ id, name, entry });
    await this.send([id], new Map([[entry.day, before]]));
  }

  async #sendOne({ id, entry, name }: StoppedEntry, checked: LoggedDay | undefined): Promise<Telling> {
    try {
      const time = await this.session.time();
      if (!time) return { told: Promise.resolve() };
      let before = checked;
      if (!before) {
        const { day, problems } = await time.log.check(entry);
        const [problem] = problems;
        if (problem) return { told: this.offer(id, describeCheckProblem(problem)) };
        before = day;
      }
      const told = await this.commands.save(
        { ...{ entry, name, time, before }, text: typedEntry(entry, name), again: () => this.send([id]) },
        {
          origin: id,
          taken: () => this.#kept(this.timer.forget(id)),
          givenBack: () => this.#kept(this.timer.add({ id, name, entry })),
        },
      );
      return { told: told() };
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return { told: this.offer(id, describeError(error).message) };
    }
  }

  async #forgetTaken(): Promise<void> {
    const journal = await this.session.journal();
    if (journal) await forgetHandedOver(this.timer, journal);
  }

  /** The journal has the entry as well: what the disk refuses here must not stop it from being sent. */
  async #kept(change: Promise<void>): Promise<void> {
    await change.catch(this.failed);
  }
}
