import * as vscode from "vscode";
import type { Answers } from "../../actions/asking/question";
import type { RunnerParts } from "../../actions/runner-parts";
import { describeError } from "../../commands/error-messages";
import { logError } from "../../commands/register-command";
import type { FormConflict, FormField, FormProblems } from "../../messages/form";
import type { FormContent } from "../form-content";
import { offerHelp, tellCreated, tellLost, tellSaved, tellUnchanged } from "../form-endings";
import { problemsOf } from "../form-problems";
import { changesRecord } from "../form-subject";
import { compare } from "./conflicts";
import { checkedInput } from "./input";
import { lookFor, lostBefore, save, type Lost, type Saved, type SaveJob } from "./save";

export interface FormSavingParts {
  readonly runner: RunnerParts;
  readonly content: FormContent;
  readonly onBegin: () => void;
  /** It has ended, well or not, or could not begin. `isFilled`: the form holds now what the server does. */
  readonly onEnd: (isFilled: boolean) => void;
}

const NO_PROBLEMS: FormProblems = { fields: {} };

/** What becomes of a save: one at a time, what is wrong with it, whose changes it meets, and whether it was lost. */
export class FormSaving {
  readonly #parts: FormSavingParts;
  #isSaving = false;
  #isDone = false;
  #isFilled = false;
  #problems = NO_PROBLEMS;
  #conflicts: readonly FormConflict[] = [];
  /** What the server held when it had changed what was changed here too. */
  #theirs: ReadonlyMap<string, FormField> | undefined;
  #lost: Lost | undefined;

  constructor(parts: FormSavingParts) {
    this.#parts = parts;
    const { sent } = parts.content;
    if (!sent) return;
    this.#lost = lostBefore(sent);
    const message = vscode.l10n.t(
      "This was sent before the window closed, and it is not known whether it was saved. Save looks for it first.",
    );
    this.#problems = { message, fields: {} };
  }

  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Something new was made: the form has nothing more to do. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Something was sent, and nobody knows yet what became of it. */
  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  get problems(): FormProblems {
    return this.#problems;
  }

  get conflicts(): readonly FormConflict[] {
    return this.#conflicts;
  }

  /** Shows what went wrong outside of a save. */
  complain(error: unknown): void {
    this.#problems = problemsOf(error, []);
  }

  /** What is wrong with a field is another thing now, or nothing, without a save. */
  judge(name: string, problem: string | undefined): void {
    const others = Object.entries(this.#problems.fields).filter(([field]) => field !== name);
    const own = problem === undefined ? [] : [[name, problem] as const];
    this.#problems = { ...this.#problems, fields: Object.fromEntries([...others, ...own]) };
  }

  /** Nothing is wrong, in question or looked for any more. */
  reset(): void {
    this.#problems = NO_PROBLEMS;
    this.#conflicts = [];
    this.#theirs = undefined;
    this.#forgetLost();
  }

  #forgetLost(): void {
    this.#lost = undefined;
    if (this.#parts.content.sent) this.#parts.content.noteSent(undefined);
  }

  /** Saves what is filled in; what goes wrong is told in the form. */
  async save(): Promise<void> {
    await this.#while(async () => {
      const lost = this.#lost;
      // What may be saved already is looked for before it is sent once more.
      const found = lost && (await lookFor(this.#job, lost));
      if (typeof found === "object" && this.#isAsSent(lost)) await this.#take(found);
      else if (typeof found === "object") this.#tellSavedBefore();
      else {
        this.#forgetLost();
        await this.#take(await save(this.#job));
      }
    });
  }

  /** Takes the server's values for these fields, and what is filled in for the others that are in conflict. */
  resolve(names: readonly string[]): void {
    const { content } = this.#parts;
    const theirs = this.#theirs;
    if (!theirs) return;
    const { fields, base, now: mine } = content.state;
    const now = new Map(compare(fields, base, mine, theirs).merged);
    for (const name of names) {
      const field = theirs.get(name);
      if (field) now.set(name, field);
    }
    content.state.rebase(theirs, now);
    this.#theirs = undefined;
    this.#conflicts = [];
    content.keep();
  }

  get #job(): SaveJob {
    const { runner, content } = this.#parts;
    const { session, title, subject, state } = content;
    const note: SaveJob["note"] = (sent) => {
      content.noteSent(sent);
    };
    return { parts: runner, session, title, subject, state, note };
  }

  /** Holds the form while something is under way; a failure is told in it. */
  async #while(work: () => Promise<void>): Promise<void> {
    const { runner, content, onBegin, onEnd } = this.#parts;
    if (runner.session()?.accountId !== content.accountId) {
      const place = content.session.companyName;
      this.#problems = { message: vscode.l10n.t("Not saved: this window has left {0}.", place), fields: {} };
      onEnd(false);
      return;
    }
    this.#isSaving = true;
    this.#isFilled = false;
    this.#problems = NO_PROBLEMS;
    onBegin();
    try {
      await work();
    } catch (error) {
      this.#refuse(error);
    } finally {
      this.#isSaving = false;
      onEnd(this.#isFilled);
      this.#offerToLook();
    }
  }

  #refuse(error: unknown): void {
    const { runner, content } = this.#parts;
    logError(runner.log, content.title, error);
    this.#problems = problemsOf(error, content.state.shown);
    offerHelp(runner, error);
  }

  async #take(saved: Saved): Promise<void> {
    switch (saved.kind) {
      case "problems":
        this.#problems = saved.problems;
        return;
      case "refused":
        this.#forgetLost();
        this.#refuse(saved.error);
        return;
      case "conflicts":
        this.#conflicts = saved.conflicts;
        this.#theirs = saved.theirs;
        return;
      case "lost":
        logError(this.#parts.runner.log, this.#parts.content.title, saved.lost.error);
        this.#lost = saved.lost;
        await this.#look(saved.lost);
        return;
      case "unchanged":
        await this.#showHeld();
        tellUnchanged(this.#name);
        return;
      case "saved":
        this.#lost = undefined;
        await this.#finish(saved);
    }
  }

  async #finish({ done, subject }: Extract<Saved, { kind: "saved" }>): Promise<void> {
    const { runner, content } = this.#parts;
    if (changesRecord(subject.action)) {
      await this.#showHeld();
      tellSaved(this.#name);
      return;
    }
    content.forget();
    this.#conflicts = [];
    this.#isDone = true;
    tellCreated(runner, content.session, subject, done);
  }

  /** The form shows what the server holds now: nothing that was typed in it is left to save. */
  async #showHeld(): Promise<void> {
    const { content } = this.#parts;
    content.forget();
    this.#conflicts = [];
    await content.readAnew("hidden");
    this.#isFilled = true;
  }

  get #name(): string {
    return this.#parts.content.subject.targets[0]?.name ?? "";
  }

  /** Whether nothing was typed since a request whose answer was lost. */
  #isAsSent(lost: Lost | undefined): boolean {
    const { subject, state } = this.#parts.content;
    const checked = checkedInput(subject, state);
    if (changesRecord(subject.action) || !lost) return true;
    return "answers" in checked && written(checked.answers) === written(lost.answers);
  }

  /** What was typed since then is of something that is there already: making it once more must be wanted. */
  #tellSavedBefore(): void {
    this.#forgetLost();
    const message = vscode.l10n.t(
      "It was saved as you sent it before; what you changed since then was not. Saving now makes another one.",
    );
    this.#problems = { message, fields: {} };
  }

  async #look(lost: Lost): Promise<void> {
    const { runner, content } = this.#parts;
    const found = await lookFor(this.#job, lost).catch((error: unknown) => {
      logError(runner.log, content.title, error);
      return "unknown" as const;
    });
    if (typeof found === "object") {
      await this.#take(found);
      return;
    }
    const { message: why } = describeError(lost.error);
    if (found === "not-saved") this.#forgetLost();
    const words =
      found === "not-saved"
        ? vscode.l10n.t("Not saved: Factorial holds what it held before.")
        : vscode.l10n.t("It is not known whether it was saved. What you typed is kept.");
    this.#problems = { message: `${why} ${words}`, fields: {} };
  }

  #offerToLook(): void {
    const { runner, content } = this.#parts;
    const lost = this.#lost;
    if (!lost) return;
    tellLost(runner, content.title, () =>
      this.#isSaving || this.#lost !== lost ? undefined : this.#while(() => this.#look(lost)),
    );
  }
}

function written(answers: Answers): string {
  return JSON.stringify(answers, (_name, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );
}
