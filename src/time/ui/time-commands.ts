import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import { describeError, showWithActions, type ErrorHandlers } from "../../commands/error-messages";
import { showInformation, showWarning } from "../../commands/messages";
import type { Drafts } from "../../session/drafts";
import type { Session } from "../../session/session";
import { minutesOf, type LoggedDay, type TimeEntry } from "../entry";
import { formatMinutes } from "../grammar/format";
import type { JournalEntry, OpenEntry } from "../journal/journal-entry";
import type { Memory } from "../recent-projects";
import type { Receipt } from "../strategies/strategy";
import type { RemoveOutcome, SaveOutcome, TimeLog } from "../time-log";
import type { Handover } from "../write-outcomes";
import { settleAfterRestart } from "./after-restart";
import { LogTimePicker, type AcceptedEntry, type LogTimePickerParts } from "./log-time-picker";
import { describeHalf, describeNotSaved } from "./not-saved-words";
import { readableDay } from "./readable-day";
import type { Glance } from "./status-bar";
import { Suggestions } from "./suggestions/suggestions";

export interface TimeCommandsParts {
  readonly workspace: Memory;
  readonly everywhere: Memory;
  readonly drafts: Drafts;
  readonly signIn: () => unknown;
  /** What the status bar shows. */
  readonly glance: Glance;
  /** What went wrong where nobody waits for it. */
  readonly failed: (error: unknown) => void;
}

/** What the messages are about: an entry, as it was named. */
type Written = Pick<AcceptedEntry, "entry" | "name" | "before"> &
  Partial<Pick<AcceptedEntry, "text" | "again">>;

/** An entry that is changed in the box. */
export type Editing = Pick<LogTimePickerParts, "title" | "instead">;

/** Log Time…, and what follows from it: the message, Undo, finishing what is half saved. */
export class TimeCommands {
  readonly suggestions: Suggestions;
  readonly #parts: TimeCommandsParts;
  #session: Session | undefined;
  #last: { readonly written: Written; readonly receipt: Receipt } | undefined;

  constructor(parts: TimeCommandsParts) {
    this.#parts = parts;
    this.suggestions = new Suggestions(parts);
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    this.#last = undefined;
    this.suggestions.setSession(session);
    if (!session) return;
    settleAfterRestart(session, (ids) => this.#sendAll(session, ids)).catch(this.#parts.failed);
  }

  /** @param text what the box starts with */
  async logTime(text = ""): Promise<void> {
    const accepted = await this.#ask(text, {
      keepForLater: (entry, name) => this.#keepForLater(entry, name),
    });
    const session = this.#session;
    if (!accepted || !session) return;
    // Kept until the journal has it: should the window close now, the text is still there.
    this.#keepDraft(session, accepted.text);
    const told = await this.save(accepted, {
      taken: () => {
        this.#keepDraft(session, "");
      },
      givenBack: () => {
        this.#keepDraft(session, accepted.text);
      },
    });
    await told();
  }

  /**
   * Shows the box, without saving what is accepted.
   * @param text what it starts with
   * @param editing what is there already is edited: it is kept where it is, not as the box's draft
   */
  ask(text = "", editing?: Editing): Promise<AcceptedEntry | undefined> {
    return this.#ask(text, {}, editing);
  }

  async #ask(
    text: string,
    offers: Pick<LogTimePickerParts, "keepForLater">,
    editing?: Editing,
  ): Promise<AcceptedEntry | undefined> {
    const session = await this.ready();
    if (!session) return undefined;
    const { suggestions } = this;
    const picker = new LogTimePicker({
      session,
      suggestions: () => suggestions.list(),
      suggestionsChanged: suggestions.lookAhead(),
      glance: this.#parts.glance,
      draft: editing ? undefined : this.#parts.drafts.read(session.accountId),
      keepDraft: (draft) => {
        if (!editing) this.#keepDraft(session, draft);
      },
      ...offers,
      ...editing,
    });
    return picker.show(text);
  }

  /** In the journal, until the person sends it. */
  async #keepForLater(entry: TimeEntry, name: string): Promise<void> {
    const journal = await this.#session?.journal();
    if (!journal) throw new Error("Nobody is signed in any more.");
    await journal.keep(entry, name);
    const show = vscode.l10n.t("Show");
    const time = formatMinutes(entry.minutes);
    const text = vscode.l10n.t("{0} on {1} is kept on this machine, and not sent yet.", time, name);
    void showInformation(text, show).then((chosen) =>
      chosen === show ? vscode.commands.executeCommand("factorial.time.focus") : undefined,
    );
  }

  /** The session in which time can be logged; where there is none, the person is asked for what is missing. */
  async ready(): Promise<Session | undefined> {
    const session = this.#session;
    if (session?.projectList) return session;
    if (session) await vscode.commands.executeCommand("factorial.chooseEmployee");
    else await this.#parts.signIn();
    return undefined;
  }

  /**
   * Saves an entry that was accepted, in the box or elsewhere.
   * @returns what tells how it went; it ends when the person has read it, and done what was offered
   */
  async save(accepted: AcceptedEntry, handover: Handover): Promise<() => Promise<void>> {
    const session = this.#session;
    if (!session) throw new Error("Nobody is signed in any more.");
    await this.suggestions.learn(accepted.entry, accepted.name);
    const outcome = await this.#working(session, accepted, (log) =>
      log.save(accepted.entry, accepted.before, handover),
    );
    return async () => {
      if (outcome) await this.#tell(session, accepted, outcome);
    };
  }

  /** What was logged last: in this window, else in any, and before a restart. */
  async undoLast(): Promise<void> {
    if (this.#last) {
      await this.#undo(this.#last.written, this.#last.receipt);
      return;
    }
    const saved = (await this.#session?.journal())?.lastSaved;
    if (saved) await this.#undo(writtenOf(saved), saved.receipt);
    else void showInformation(vscode.l10n.t("Nothing was logged from here yet."));
  }

  async #sendAll(session: Session, ids: readonly string[]): Promise<void> {
    const journal = await session.journal();
    for (const id of ids) {
      const open = journal?.get(id);
      if (open) await this.#send(session, open);
    }
  }

  /** Sends what the journal holds open; what is already there is not sent again. */
  async #send(session: Session, open: OpenEntry): Promise<void> {
    await this.#write(session, writtenOf(open), (log) => log.send(open.id));
  }

  async #write(
    session: Session,
    written: Written,
    work: (log: TimeLog) => Promise<SaveOutcome | RemoveOutcome>,
  ): Promise<void> {
    const outcome = await this.#working(session, written, work);
    if (outcome) await this.#tell(session, written, outcome);
  }

  #working(
    session: Session,
    written: Written,
    work: (log: TimeLog) => Promise<SaveOutcome | RemoveOutcome>,
  ): Thenable<SaveOutcome | RemoveOutcome | undefined> {
    const title = vscode.l10n.t("Logging {0} on {1}…", formatMinutes(written.entry.minutes), written.name);
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
      const time = await session.time();
      return time && work(time.log);
    });
  }

  async #tell(session: Session, written: Written, outcome: SaveOutcome | RemoveOutcome): Promise<void> {
    switch (outcome.kind) {
      case "saved":
        return this.#tellSaved(session, written, outcome);
      case "removed":
        this.#tellRemoved(session, written, outcome.day);
        return;
      case "unconfirmed":
        this.#last = { written, receipt: outcome.receipt };
        void showWarning(
          vscode.l10n.t("Factorial says that it is saved, but the day could not be read back."),
        );
        return;
      case "half":
        return this.#tellHalf(session, written, outcome);
      case "unknown":
        return this.#tellUnknown(session, written, outcome);
      case "not-saved":
        return this.#tellNotSaved(session, written, outcome);
    }
  }

  #tellRemoved(session: Session, { entry, name }: Written, day: LoggedDay): void {
    this.#last = undefined;
    void showInformation(
      `${vscode.l10n.t("Taken back: {0} on {1}.", formatMinutes(entry.minutes), name)} ${this.#dayTotal(session, day)}`,
    );
  }

  async #tellSaved(
    session: Session,
    written: Written,
    { logged, day, receipt }: Extract<SaveOutcome, { kind: "saved" }>,
  ): Promise<void> {
    this.#last = { written, receipt };
    const what = logged.range
      ? `${formatMinutes(logged.minutes)} (${logged.range.from}–${logged.range.to})`
      : formatMinutes(logged.minutes);
    const holds = vscode.l10n.t(
      "Factorial holds {0} on {1}, {2}.",
      what,
      written.name,
      readableDay(logged.day, session.clock.today()),
    );
    // Flexible time records do not bring their comment along; its own call has answered for it.
    const words = logged.comment ?? (receipt.commented === true ? written.entry.comment : undefined);
    const comment = words === undefined || words === "" ? "" : ` “${words}”`;
    const message = `${holds}${comment} ${this.#dayTotal(session, day)}`;
    const undo = vscode.l10n.t("Undo");
    if ((await showInformation(message, undo)) === undo) await this.#undo(written, receipt);
  }

  #dayTotal(session: Session, day: LoggedDay): string {
    const total = formatMinutes(minutesOf(day));
    return session.actsForOther && session.person
      ? vscode.l10n.t("{0}'s day is at {1}.", session.person.name, total)
      : vscode.l10n.t("The day is at {0}.", total);
  }

  async #tellHalf(
    session: Session,
    written: Written,
    outcome: Extract<SaveOutcome, { kind: "half" }>,
  ): Promise<void> {
    this.#last = { written, receipt: outcome.receipt };
    const [text, again] = describeHalf(outcome, formatMinutes(written.entry.minutes));
    if ((await showWarning(text, again)) !== again) return;
    await this.#write(session, written, (log) => log.finish(written.entry, written.before, outcome.receipt));
  }

  async #tellUnknown(
    session: Session,
    written: Written,
    outcome: Extract<SaveOutcome, { kind: "unknown" }>,
  ): Promise<void> {
    const again = vscode.l10n.t("Check Again");
    const text = vscode.l10n.t(
      "We don't know whether {0} on {1} was saved: Factorial's answer and what it shows of that day do not tell. Don't log it again before you know.",
      formatMinutes(written.entry.minutes),
      written.name,
    );
    if ((await showWarning(text, again)) !== again) return;
    await this.#write(session, written, (log) => log.lookAgain(written.entry, written.before, outcome));
  }

  async #tellNotSaved(
    session: Session,
    written: Written,
    { error, readBack, unsent }: Extract<SaveOutcome, { kind: "not-saved" }>,
  ): Promise<void> {
    if (["invalid", "not-found", "permission"].includes(error.kind)) session.projectList?.expire();
    const { message, actions } = describeNotSaved(error, readBack);
    const handlers: ErrorHandlers = {
      signIn: this.#parts.signIn,
      retry: () => {
        if (unsent !== undefined) return this.#sendAll(session, [unsent]);
        return written.again ? written.again() : this.logTime(written.text);
      },
    };
    await showWithActions(message, [...new Set([...actions, "retry" as const])], handlers);
  }

  #keepDraft({ accountId }: Session, text: string): void {
    this.#parts.drafts.keep(accountId, text);
  }

  async #undo(written: Written, receipt: Receipt): Promise<void> {
    const session = this.#session;
    if (!session) return;
    try {
      const title = vscode.l10n.t("Taking back…");
      const day = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title },
        async () => (await session.time())?.log.undo(written.entry, receipt),
      );
      if (day) this.#tellRemoved(session, written, day);
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      const { message, actions } = describeError(error);
      await showWithActions(
        vscode.l10n.t("Could not take it back: {0}", message),
        [...new Set([...actions, "retry" as const])],
        { signIn: this.#parts.signIn, retry: () => this.#undo(written, receipt) },
      );
    }
  }
}

function writtenOf({ entry, name, before }: JournalEntry): Written {
  return { entry, name, before: { day: entry.day, logged: before, locked: false } };
}
