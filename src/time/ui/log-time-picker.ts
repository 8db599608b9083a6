import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import { createList } from "../../commands/create-list";
import { describeError } from "../../commands/error-messages";
import { withoutIcons } from "../../commands/messages";
import type { PersonalTime, Session } from "../../session/session";
import { twinOf } from "../checks";
import { minutesOf, without, type LoggedDay, type LoggedTime, type TimeEntry } from "../entry";
import { formatMinutes } from "../grammar/format";
import type { LoggableProject } from "../grammar/types";
import type { Suggestion } from "../recent-projects";
import { acceptedRow } from "./accepted-row";
import { describeCheckProblem, entryRows, type EntryRow } from "./entry-rows";
import { typedEntry } from "./names";
import type { Glance } from "./status-bar";

/** An entry that was read, checked and shown, and that Enter was pressed on. */
export interface AcceptedEntry {
  readonly entry: TimeEntry;
  /** Project and subproject, as shown. */
  readonly name: string;
  /** As typed, so that nothing is lost should saving fail. */
  readonly text: string;
  readonly before: LoggedDay;
  readonly time: PersonalTime;
  /** What "Try Again" does where it was refused; default: the box, with the text. */
  readonly again?: (() => unknown) | undefined;
}

export interface LogTimePickerParts {
  readonly session: Session;
  readonly suggestions: () => readonly Suggestion[];
  /** Resolves when there may be better ones. */
  readonly suggestionsChanged: Promise<void>;
  readonly glance: Glance;
  readonly draft: string | undefined;
  /** Called with the text as it is, at each pause and when the picker closes without an entry. */
  readonly keepDraft: (text: string) => void;
  /** Where Factorial cannot be reached: keeps an entry on this machine, to be sent later. Missing: that is not offered. */
  readonly keepForLater?: ((entry: TimeEntry, name: string) => Promise<void>) | undefined;
  /** Default "Log Time". */
  readonly title?: string;
  /** What the entry is to take the place of. */
  readonly instead?: LoggedTime | undefined;
}

/** Milliseconds after the last key before the typed day is read from the server. */
const TYPING_PAUSE = 150;

/**
 * The one box for logging time. It opens with what is known and makes no request for that; rows follow each key;
 * the day that is typed is read in the background, so that what forbids an entry is said before Enter.
 */
export class LogTimePicker {
  readonly #parts: LogTimePickerParts;
  readonly #picker = createList<EntryRow>();
  readonly #days = new Map<string, LoggedDay>();
  #projects: readonly LoggableProject[];
  #time: PersonalTime | undefined;
  /** As far as it is known without asking. */
  #today: LoggedDay | undefined;
  #pause: NodeJS.Timeout | undefined;
  /** Enter is being answered. */
  #isWorking = false;
  /** In place of all other rows: what went wrong, and what can be done. */
  #problem: readonly EntryRow[] = [];
  #wasTyped = false;
  #done: ((accepted: AcceptedEntry | undefined) => void) | undefined;

  constructor(parts: LogTimePickerParts) {
    this.#parts = parts;
    this.#projects = parts.session.projectList?.known ?? [];
    const { today } = parts.glance;
    if (today?.day === parts.session.clock.today()) this.#today = today;
    this.#picker.title = parts.title ?? vscode.l10n.t("Log Time");
    this.#picker.placeholder = vscode.l10n.t("1h30 project / subproject @yesterday #comment");
    this.#picker.ignoreFocusOut = false;
  }

  /** Resolves to the accepted entry, or to undefined when the person leaves. */
  show(text = ""): Promise<AcceptedEntry | undefined> {
    const { session } = this.#parts;
    const picker = this.#picker;
    picker.value = text;
    const listening = [
      picker.onDidChangeValue(() => {
        this.#wasTyped = true;
        this.#problem = [];
        this.#render();
        this.#readDaySoon();
      }),
      picker.onDidAccept(() => void this.#accept()),
      picker.onDidHide(() => {
        this.#finish(undefined);
      }),
      session.projectList?.onDidChange((projects) => {
        this.#projects = projects;
        this.#render();
      }),
    ];
    this.#render();
    picker.show();
    void this.#prepare();
    void this.#parts.suggestionsChanged.then(() => {
      // A row that somebody is about to choose must not move away.
      if (this.#done && picker.value === "") this.#render();
    });
    if (text !== "") this.#readDaySoon();
    return new Promise<AcceptedEntry | undefined>((resolve) => {
      this.#done = resolve;
    }).finally(() => {
      clearTimeout(this.#pause);
      for (const each of listening) each?.dispose();
      picker.dispose();
    });
  }

  /** Fetches what is not known yet; when all is known and fresh, nothing. */
  async #prepare(): Promise<void> {
    const { projectList } = this.#parts.session;
    if (!projectList) return;
    const isKnown = projectList.known !== undefined;
    this.#picker.busy = !isKnown;
    try {
      if (!projectList.isFresh) this.#projects = await projectList.refresh();
      this.#time = await this.#parts.session.time();
    } catch (error) {
      if (!isKnown) this.#showError(error);
    }
    this.#picker.busy = false;
    this.#render();
  }

  #render(): void {
    const { session, suggestions, draft, glance } = this.#parts;
    if (this.#problem.length > 0) {
      this.#picker.items = this.#problem;
      return;
    }
    // Before the first answer ever there is nothing to say but that it is being fetched.
    if (this.#projects.length === 0 && this.#picker.busy) {
      this.#picker.items = [];
      return;
    }
    this.#picker.items = entryRows(this.#picker.value, {
      clock: session.clock,
      projects: this.#projects,
      suggestions: suggestions(),
      running: glance.timer,
      today: this.#today,
      days: this.#days,
      needsRange: this.#time?.log.strategy.needsRange ?? false,
      draft,
    });
  }

  #readDaySoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#parts.keepDraft(this.#picker.value.trim()); // the window may crash before the box is left
      void this.#readTypedDay();
    }, TYPING_PAUSE);
  }

  async #readTypedDay(): Promise<void> {
    const action = this.#picker.items[0]?.action;
    const day = action?.kind === "log" ? action.entry.day : action?.kind === "place" ? action.day : undefined;
    if (day === undefined || this.#days.has(day)) return;
    try {
      await this.#readDay(day);
    } catch {
      // Only a preview: the same read comes again with Enter, and is then told.
    }
  }

  async #readDay(day: string): Promise<void> {
    this.#time ??= await this.#parts.session.time();
    if (!this.#time) return;
    this.#days.set(day, without(await this.#time.log.readDay(day), this.#parts.instead));
    this.#render();
  }

  async #accept(): Promise<void> {
    await this.#act(acceptedRow(this.#picker));
  }

  async #act(row: EntryRow | undefined): Promise<void> {
    if (!row) return;
    const { action } = row;
    switch (action.kind) {
      case "none":
        return;
      case "fill":
        this.#picker.value = action.text;
        this.#render();
        this.#readDaySoon();
        return;
      case "run":
        await vscode.commands.executeCommand(action.command);
        return;
      case "again":
        this.#problem = [];
        this.#render();
        await (this.#projects.length > 0 ? this.#act(this.#picker.items[0]) : this.#prepare());
        return;
      case "place":
        await this.#working(() => this.#readDay(action.day));
        return;
      case "log":
        await this.#working(() => this.#check(action.entry, action.name), action);
        return;
      case "keep":
        await this.#parts.keepForLater?.(action.entry, action.name);
        this.#picker.value = ""; // it is no draft of this box any more
        this.#finish(undefined);
    }
  }

  /** Looks once more before anything is sent; what has come in between is said here, with the text still there. */
  async #check(entry: TimeEntry, name: string): Promise<void> {
    const { session } = this.#parts;
    this.#time ??= await this.#parts.session.time();
    if (!this.#time) return;
    // The way time is logged became known only now: show the entry as it will be saved, and let Enter come again.
    if (this.#time.log.strategy.needsRange && !entry.range) {
      await this.#readDay(entry.day);
      return;
    }
    const { instead } = this.#parts;
    const { day, problems } = await this.#time.log.check(entry, {}, instead);
    const others = without(day, instead);
    // Something was logged since the row said how much is missing.
    const known = this.#today;
    this.#today = entry.day === session.clock.today() ? day : known;
    const wasMissing = this.#picker.value === "" && known && minutesOf(known) !== minutesOf(day);
    const wasTold = twinOf(entry, this.#days.get(entry.day)) !== undefined;
    this.#days.set(entry.day, others);
    const [problem] = problems;
    // The same entry came in between, perhaps from this very box and a lost answer: say so, and let Enter come again.
    if (!problem && !wasTold && twinOf(entry, others)) return;
    if (!problem && wasMissing) return;
    if (!problem) {
      const text = this.#picker.value || typedEntry(entry, name);
      this.#finish({ entry, name, text, before: day, time: this.#time });
      return;
    }
    if (problem.kind === "not-loggable") {
      this.#parts.session.projectList?.expire();
      this.#problem = [
        {
          label: `$(circle-slash) ${withoutIcons(name)}`,
          description: describeCheckProblem(problem),
          alwaysShow: true,
          action: { kind: "none" },
        },
      ];
    }
  }

  /** @param asked what was to be logged */
  async #working(
    work: () => Promise<void>,
    asked?: { readonly entry: TimeEntry; readonly name: string },
  ): Promise<void> {
    if (this.#isWorking) return; // Enter pressed twice
    this.#isWorking = true;
    this.#picker.busy = true;
    this.#problem = [];
    try {
      await work();
    } catch (error) {
      this.#showError(error, asked);
    } finally {
      this.#isWorking = false;
      this.#picker.busy = false;
      if (this.#done) this.#render();
    }
  }

  #showError(error: unknown, asked?: { readonly entry: TimeEntry; readonly name: string }): void {
    if (!(error instanceof FactorialError)) throw error;
    const { message, actions } = describeError(error);
    const signIn = actions.includes("sign-in");
    const row: EntryRow = {
      label: `$(error) ${withoutIcons(message)}`,
      detail: signIn
        ? vscode.l10n.t("Press Enter to sign in. What you typed is kept.")
        : vscode.l10n.t("Press Enter to try again. What you typed is kept."),
      alwaysShow: true,
      action: signIn ? { kind: "run", command: "factorial.signIn" } : { kind: "again" },
    };
    const canWait = this.#parts.keepForLater && ["offline", "unavailable"].includes(error.kind);
    this.#problem = [row, ...(asked && canWait ? [keepRow(asked.entry, asked.name)] : [])];
  }

  #finish(accepted: AcceptedEntry | undefined): void {
    const done = this.#done;
    if (!done) return;
    this.#done = undefined;
    // A look into the box, with nothing typed, leaves what was typed before.
    if (!accepted && this.#wasTyped) this.#parts.keepDraft(this.#picker.value.trim());
    done(accepted);
    this.#picker.hide();
  }
}

function keepRow(entry: TimeEntry, name: string): EntryRow {
  const what = vscode.l10n.t("Keep {0} on {1} for later", formatMinutes(entry.minutes), name);
  return {
    label: `$(cloud-upload) ${withoutIcons(what)}`,
    detail: vscode.l10n.t("It stays on this machine, under Unsent in the Time view, until you send it."),
    alwaysShow: true,
    action: { kind: "keep", entry, name },
  };
}
