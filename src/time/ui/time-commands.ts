import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import { describeError, showWithActions, withWords, type ErrorHandlers } from "../../commands/error-messages";
import { timeRecords } from "../../resources/project-management/time-records";
import { showInformation, showWarning } from "../../commands/messages";
import type { Drafts } from "../../session/drafts";
import type { Session } from "../../session/session";
import { minutesOf, type LoggedDay } from "../entry";
import { formatMinutes } from "../grammar/format";
import { RecentProjects, type Memory, type RecentProject } from "../recent-projects";
import type { Receipt } from "../strategies/strategy";
import type { SaveOutcome } from "../time-log";
import { LogTimePicker, type AcceptedEntry } from "./log-time-picker";
import { readableDay } from "./readable-day";

export interface TimeCommandsParts {
  readonly workspace: Memory;
  readonly everywhere: Memory;
  readonly drafts: Drafts;
  readonly signIn: () => unknown;
}

/** Log Time…, and what follows from it: the message, Undo, finishing what is half saved. */
export class TimeCommands {
  readonly #parts: TimeCommandsParts;
  #session: Session | undefined;
  #last: { readonly accepted: AcceptedEntry; readonly receipt: Receipt } | undefined;

  constructor(parts: TimeCommandsParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    this.#last = undefined;
  }

  /** @param text what the box starts with */
  async logTime(text = ""): Promise<void> {
    const session = this.#session;
    if (!session) {
      await this.#parts.signIn();
      return;
    }
    if (!session.projectList) {
      await vscode.commands.executeCommand("factorial.chooseEmployee");
      return;
    }
    const recent = new RecentProjects(this.#parts.workspace, this.#parts.everywhere, session.accountId);
    const picker = new LogTimePicker({
      session,
      recent,
      lastLogged: () => lastLogged(session),
      draft: this.#parts.drafts.read(session.accountId),
      keepDraft: (draft) => {
        this.#keepDraft(session, draft);
      },
    });
    const accepted = await picker.show(text);
    if (!accepted) return;
    // Kept until the server holds it: should the window close now, the text is still there.
    this.#keepDraft(session, accepted.text);
    const { projectId, subprojectId } = accepted.entry;
    await recent.remember({ projectId, subprojectId });
    await this.#write(session, accepted, (log) => log.save(accepted.entry, accepted.before));
  }

  async undoLast(): Promise<void> {
    if (!this.#last) {
      void showInformation(vscode.l10n.t("Nothing was logged in this window yet."));
      return;
    }
    await this.#undo(this.#last.accepted, this.#last.receipt);
  }

  async #write(
    session: Session,
    accepted: AcceptedEntry,
    work: (log: AcceptedEntry["time"]["log"]) => Promise<SaveOutcome>,
  ): Promise<void> {
    const title = vscode.l10n.t("Logging {0} on {1}…", formatMinutes(accepted.entry.minutes), accepted.name);
    const outcome = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => work(accepted.time.log),
    );
    await this.#tell(session, accepted, outcome);
  }

  async #tell(session: Session, accepted: AcceptedEntry, outcome: SaveOutcome): Promise<void> {
    switch (outcome.kind) {
      case "saved":
        return this.#tellSaved(session, accepted, outcome);
      case "unconfirmed":
        this.#last = { accepted, receipt: outcome.receipt };
        this.#keepDraft(session, "");
        void showWarning(
          vscode.l10n.t("Factorial says that it is saved, but the day could not be read back."),
        );
        return;
      case "half":
        return this.#tellHalf(session, accepted, outcome);
      case "unknown":
        return this.#tellUnknown(session, accepted, outcome);
      case "not-saved":
        return this.#tellNotSaved(session, accepted, outcome);
    }
  }

  async #tellSaved(
    session: Session,
    accepted: AcceptedEntry,
    { logged, day, receipt }: Extract<SaveOutcome, { kind: "saved" }>,
  ): Promise<void> {
    this.#last = { accepted, receipt };
    this.#keepDraft(session, "");
    const what = logged.range
      ? `${formatMinutes(logged.minutes)} (${logged.range.from}–${logged.range.to})`
      : formatMinutes(logged.minutes);
    const holds = vscode.l10n.t(
      "Factorial holds {0} on {1}, {2}.",
      what,
      accepted.name,
      readableDay(logged.day, session.clock.today()),
    );
    // Flexible time records do not bring their comment along; its own call has answered for it.
    const words = logged.comment ?? (receipt.commented === true ? accepted.entry.comment : undefined);
    const comment = words === undefined || words === "" ? "" : ` “${words}”`;
    const message = `${holds}${comment} ${this.#dayTotal(session, day)}`;
    const undo = vscode.l10n.t("Undo");
    if ((await showInformation(message, undo)) === undo) await this.#undo(accepted, receipt);
  }

  #dayTotal(session: Session, day: LoggedDay): string {
    const total = formatMinutes(minutesOf(day));
    return session.actsForOther && session.person
      ? vscode.l10n.t("{0}'s day is at {1}.", session.person.name, total)
      : vscode.l10n.t("The day is at {0}.", total);
  }

  async #tellHalf(
    session: Session,
    accepted: AcceptedEntry,
    outcome: Extract<SaveOutcome, { kind: "half" }>,
  ): Promise<void> {
    this.#last = { accepted, receipt: outcome.receipt };
    this.#keepDraft(session, "");
    const { message } = describeError(outcome.error);
    const time = formatMinutes(accepted.entry.minutes);
    const [text, again] =
      outcome.missing === "comment"
        ? [
            vscode.l10n.t("{0} saved, the comment not: {1}", time, message),
            vscode.l10n.t("Save the Comment Again"),
          ]
        : [
            vscode.l10n.t("The shift of {0} is saved, its project not: {1}", time, message),
            vscode.l10n.t("Attach the Project Again"),
          ];
    if ((await showWarning(text, again)) !== again) return;
    await this.#write(session, accepted, (log) =>
      log.finish(accepted.entry, accepted.before, outcome.receipt),
    );
  }

  async #tellUnknown(
    session: Session,
    accepted: AcceptedEntry,
    outcome: Extract<SaveOutcome, { kind: "unknown" }>,
  ): Promise<void> {
    const again = vscode.l10n.t("Check Again");
    const text = vscode.l10n.t(
      "We don't know whether {0} on {1} was saved: Factorial's answer and what it shows of that day do not tell. Don't log it again before you know.",
      formatMinutes(accepted.entry.minutes),
      accepted.name,
    );
    if ((await showWarning(text, again)) !== again) return;
    await this.#write(session, accepted, (log) => log.lookAgain(accepted.entry, accepted.before, outcome));
  }

  async #tellNotSaved(
    session: Session,
    accepted: AcceptedEntry,
    { error, readBack }: Extract<SaveOutcome, { kind: "not-saved" }>,
  ): Promise<void> {
    if (["invalid", "not-found", "permission"].includes(error.kind)) session.projectList?.expire();
    const { message, actions } = describeNotSaved(error, readBack);
    const handlers: ErrorHandlers = {
      signIn: this.#parts.signIn,
      retry: () => this.logTime(accepted.text),
    };
    await showWithActions(message, [...new Set([...actions, "retry" as const])], handlers);
  }

  #keepDraft({ accountId }: Session, text: string): void {
    this.#parts.drafts.keep(accountId, text);
  }

  async #undo(accepted: AcceptedEntry, receipt: Receipt): Promise<void> {
    const session = this.#session;
    if (!session) return;
    try {
      const title = vscode.l10n.t("Taking back…");
      const day = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        accepted.time.log.undo(accepted.entry, receipt),
      );
      this.#last = undefined;
      void showInformation(
        `${vscode.l10n.t("Taken back: {0} on {1}.", formatMinutes(accepted.entry.minutes), accepted.name)} ${this.#dayTotal(session, day)}`,
      );
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      const { message, actions } = describeError(error);
      await showWithActions(
        vscode.l10n.t("Could not take it back: {0}", message),
        [...new Set([...actions, "retry" as const])],
        { signIn: this.#parts.signIn, retry: () => this.#undo(accepted, receipt) },
      );
    }
  }
}

/** The sentence for an entry that the server did not take, by cause. */
function describeNotSaved(error: FactorialError, readBack: boolean): ReturnType<typeof describeError> {
  const described = describeError(error);
  if (readBack) {
    const message = vscode.l10n.t(
      "The answer was lost. We read the day back: it was not saved. What you typed is kept.",
    );
    return { message, actions: [] };
  }
  if (error.kind === "permission") {
    const message = vscode.l10n.t('You may not log time here (permission "Create time records").');
    return { ...described, message: withWords(message, error.serverWords) };
  }
  if (error.kind === "not-found") {
    const message = vscode.l10n.t("Factorial doesn't find this employee or project for you.");
    return { ...described, message: withWords(message, error.serverWords) };
  }
  return { ...described, message: vscode.l10n.t("Not saved: {0}", described.message) };
}

/** The newest record of the person that is in memory: a first suggestion where nothing was logged from here yet. */
function lastLogged({ store, person, projectList }: Session): RecentProject | undefined {
  const own = new Map(
    (projectList?.known ?? []).map((project) => [project.projectWorkerId, project.projectId]),
  );
  if (!person) return undefined;
  let newest: { date: string; recent: RecentProject } | undefined;
  for (const record of store.all(timeRecords)) {
    const projectId = own.get(record.project_worker_id);
    const date = record.date ?? "";
    if (projectId === undefined || (newest && newest.date > date)) continue;
    newest = { date, recent: { projectId, subprojectId: record.subproject_id ?? undefined } };
  }
  return newest?.recent;
}
