import { createHash } from "node:crypto";
import { join } from "node:path";
import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import { showInformation, showWarning } from "../../../commands/messages";
import type { Resource } from "../../../api/resource";
import { projects } from "../../../resources/project-management/projects";
import { subprojects } from "../../../resources/project-management/subprojects";
import type { Session } from "../../../session/session";
import { wallClock } from "../../company-clock";
import { Timer } from "../../timer/timer";
import { isPaused, type TimedProject } from "../../timer/timer-state";
import type { Glance, TimerGlance } from "../status-bar";
import type { TimeCommands } from "../time-commands";
import { glanceOf } from "./timer-glance";
import { Presence } from "./presence";
import { TimerSaving } from "./timer-saving";

export interface TimerDeskParts {
  /** Where timers are kept, of all accounts. */
  readonly folder: string;
  readonly commands: TimeCommands;
  readonly glance: Glance;
  /** Shows the timer in the status bar. */
  readonly show: (timer: TimerGlance | undefined) => void;
  /** Shows on the row of a record that it is timed. */
  readonly markRow: (resource: Resource, recordId: string) => { dispose(): void };
  /** Stops the timer as of an instant, Unix milliseconds. */
  readonly stopAt: (at: number) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** The timer of the person who is signed in, as this window shows it. */
export class TimerDesk implements vscode.Disposable {
  readonly timer: Timer;
  readonly saving: TimerSaving;
  /** Resolves when it is known what runs. */
  readonly opened: Promise<void>;
  readonly #parts: TimerDeskParts;
  readonly #presence: Presence;
  readonly #listening: { dispose(): void };
  /** The row of what runs, by the timer's id. */
  #marked: { readonly id: string; readonly row: { dispose(): void } } | undefined;

  constructor(
    readonly session: Session,
    parts: TimerDeskParts,
  ) {
    this.#parts = parts;
    this.timer = new Timer({
      path: join(parts.folder, `${keyOf(session)}.json`),
      now: () => session.clock.instant().epochMilliseconds,
      onBroken: (aside) => {
        void showWarning(
          vscode.l10n.t("The timer could not be read, and none runs now. What was there is in {0}.", aside),
        );
      },
    });
    this.saving = new TimerSaving(session, this.timer, parts.commands, parts.failed);
    this.#presence = new Presence({
      timer: this.timer,
      clock: session.clock,
      stopAt: parts.stopAt,
      failed: parts.failed,
      tick: () => {
        void this.timer.read().then(() => {
          this.#show();
        });
      },
    });
    this.#listening = this.timer.onDidChange(() => {
      this.#show();
    });
    this.opened = this.#open();
  }

  /** No timer can run where nobody's time is logged. */
  static showNone({ show }: Pick<TimerDeskParts, "show">): void {
    show(undefined);
    void vscode.commands.executeCommand("setContext", "factorial.timer", "none");
  }

  dispose(): void {
    this.#listening.dispose();
    this.#marked?.row.dispose();
    this.#presence.dispose();
    this.timer.dispose();
  }

  async start(project: TimedProject, comment: string, isClock: boolean): Promise<void> {
    const { kind, running } = await this.timer.start({ project, comment }, isClock);
    if (kind === "runs") {
      void showInformation(
        vscode.l10n.t("Another window has started the timer on {0}.", running.project.name),
      );
      return;
    }
    if (!isClock) void this.#tellOpenShift();
  }

  async #open(): Promise<void> {
    await this.timer.watch();
    this.#show();
    this.#presence.look();
    void this.saving.recover().catch(this.#parts.failed);
  }

  #show(): void {
    const { running } = this.timer.known;
    if (running?.id !== this.#marked?.id) {
      this.#marked?.row.dispose();
      this.#marked = running && { id: running.id, row: this.#mark(running.project) };
    }
    this.#parts.show(running && glanceOf(running, this.timer.now()));
    const state = !running ? "none" : isPaused(running) ? "paused" : "running";
    void vscode.commands.executeCommand("setContext", "factorial.timer", state);
  }

  #mark({ projectId, subprojectId }: TimedProject): { dispose(): void } {
    return subprojectId === undefined
      ? this.#parts.markRow(projects, projectId)
      : this.#parts.markRow(subprojects, subprojectId);
  }

  /** In a company of shifts, one that is open somewhere else is told: this timer is a notebook, not a clock-in. */
  async #tellOpenShift(): Promise<void> {
    const { session } = this;
    try {
      const time = await session.time();
      if (!time?.log.strategy.needsRange) return;
      const { employeeId } = time.person;
      const { data } = await session.client.openShifts.list({ employee_ids: [employeeId] });
      const open = data.find((shift) => shift.employee_id === employeeId && shift.workable !== false);
      const since = wallClock(open?.clock_in);
      if (since === undefined) return;
      void showInformation(
        vscode.l10n.t(
          "You are clocked in at Factorial since {0}. This timer counts beside it, and does not clock you out.",
          since,
        ),
      );
    } catch (error) {
      if (!(error instanceof FactorialError)) this.#parts.failed(error); // only a remark is lost
    }
  }
}

/** Accounts do not share timers, nor do the people whose time one account logs. */
function keyOf({ accountId, person }: Session): string {
  const key = JSON.stringify([accountId, person?.employeeId]);
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
