import * as vscode from "vscode";
import { translate } from "../actions/asking/ask-context";
import type { Answers } from "../actions/asking/question";
import type { RunnerParts } from "../actions/runner-parts";
import { FactorialError } from "../api/errors";
import { describeError } from "../commands/error-messages";
import { logError } from "../commands/register-command";
import type { FormConflict, FormField, FormProblems, ToHost, ToPage } from "../messages/form";
import type { Drafts } from "../session/drafts";
import type { Session } from "../session/session";
import { chooseFiles } from "./choose-files";
import { FieldAnswers } from "./field-answers";
import { offerHelp, tellClosed, tellCreated, tellLost } from "./form-endings";
import { fieldsNow, planFields } from "./form-fields";
import type { FormFiles } from "./form-files";
import { problemsOf } from "./form-problems";
import { keyOf, type FormRef } from "./form-ref";
import { FormState } from "./form-state";
import { changesRecord, readSubject, type Subject } from "./form-subject";
import { FormTab } from "./form-tab";
import { formTexts } from "./form-texts";
import { compare } from "./saving/conflicts";
import { checkedInput } from "./saving/input";
import { lookFor, save, type Lost, type Saved, type SaveJob } from "./saving/save";

export interface FormParts {
  readonly extensionUri: vscode.Uri;
  readonly runner: RunnerParts;
  readonly drafts: Drafts;
  readonly files: FormFiles;
  readonly ref: FormRef;
  readonly openAgain: () => unknown;
  /** The form is done with: saved, or closed by the person. */
  readonly onDone: () => void;
}

const NO_PROBLEMS: FormProblems = { fields: {} };

/** A form in a tab of its own: what is typed, what is wrong with it, and what becomes of it. */
export class Form {
  readonly #parts: FormParts;
  readonly #key: string;
  readonly #state: FormState;
  #session: Session;
  #subject: Subject;
  /** Undefined while there is no tab: the person has closed it during a save. */
  #tab: FormTab | undefined;
  #saving = false;
  #problems = NO_PROBLEMS;
  #conflicts: readonly FormConflict[] = [];
  #theirs: ReadonlyMap<string, FormField> | undefined;
  #lost: Lost | undefined;
  /** The form was filled anew while the page was held. */
  #isFilled = false;
  #isDone = false;
  readonly #answers: FieldAnswers;

  /** Opens a form with what the server holds and what was typed before. @throws FactorialError */
  static async open(
    parts: FormParts,
    session: Session,
    targets: Subject["targets"],
    panel?: vscode.WebviewPanel,
  ): Promise<Form> {
    const subject = await readSubject(session, parts.ref.action, targets);
    if (changesRecord(subject.action) && !subject.record) {
      const [target] = subject.targets;
      throw new FactorialError("not-found", vscode.l10n.t("{0} is not there any more.", target?.name ?? ""));
    }
    const fields = planFields(session, subject, parts.files);
    const state = new FormState(fields, await fieldsNow(fields, subject));
    return new Form(parts, session, subject, state, panel);
  }

  private constructor(
    parts: FormParts,
    session: Session,
    subject: Subject,
    state: FormState,
    panel: vscode.WebviewPanel | undefined,
  ) {
    this.#parts = parts;
    this.#key = keyOf(parts.ref);
    this.#session = session;
    this.#subject = subject;
    this.#state = state;
    this.#answers = new FieldAnswers({
      controlOf: (name) => state.fields.find((field) => field.name === name)?.control,
      post: (message) => {
        this.#post(message);
      },
      failed: (error) => {
        logError(parts.runner.log, this.#title, error);
      },
    });
    state.restore(this.#key, parts.drafts.read(this.#key));
    this.#tab = this.#openTab(panel);
    this.#show(false);
  }

  reveal(): void {
    this.#tab?.reveal();
  }

  /** What a command brings along. */
  fill(input: Answers): void {
    if (Object.keys(input).length === 0) return;
    this.#state.fill(input);
    this.#keep();
    this.#show(true);
  }

  /** The same account is signed in anew. */
  async useSession(session: Session): Promise<void> {
    this.#session = session;
    const fields = planFields(session, this.#subject, this.#parts.files);
    this.#state.useFields(fields);
    // The controls learn what they were filled with.
    await fieldsNow(fields, this.#subject).catch((error: unknown) => {
      logError(this.#runner.log, this.#title, error);
    });
  }

  get #runner(): RunnerParts {
    return this.#parts.runner;
  }

  get #title(): string {
    const { action, targets } = this.#subject;
    const title = translate(action.declaration.title);
    const [first] = targets;
    const on = action.on;
    if (!first || !on) return title;
    const name =
      targets.length === 1 ? first.name : translate("{0} {1}", targets.length, translate(on.names.many));
    return `${title}: ${name}`;
  }

  get #job(): SaveJob {
    return {
      parts: this.#runner,
      session: this.#session,
      title: this.#title,
      subject: this.#subject,
      state: this.#state,
    };
  }

  #openTab(panel?: vscode.WebviewPanel): FormTab {
    const { extensionUri } = this.#parts;
    const { log } = this.#runner;
    const hear = (message: ToHost) => {
      this.#hear(message).catch((error: unknown) => {
        logError(log, this.#title, error);
        this.#problems = problemsOf(error, []);
        this.#show(false);
      });
    };
    const closed = () => {
      this.#closed();
    };
    return new FormTab({ extensionUri, log, hear, closed }, this.#title, panel);
  }

  #closed(): void {
    this.#tab = undefined;
    this.#answers.stop();
    if (this.#saving) return;
    this.#parts.onDone();
    if (this.#isDone || !this.#state.unsaved) return;
    tellClosed(this.#runner, this.#title, this.#parts.openAgain, () => {
      this.#parts.drafts.keep(this.#key, "");
    });
  }

  async #hear(message: ToHost): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.#show(false);
        return;
      case "change":
        this.#take(message.values);
        return;
      case "leave":
        this.#take(message.values);
        this.#tab?.close();
        return;
      case "save":
        if (this.#saving) return;
        this.#take(message.values);
        await this.#save();
        return;
      case "resolve":
        if (this.#saving) return;
        this.#take(message.values);
        this.#resolve(message.theirs);
        await this.#save();
        return;
      case "discard":
        if (!this.#saving) await this.#discard();
        return;
      case "read":
        this.#answers.read(message.name, message.text);
        return;
      case "search":
        await this.#answers.search(message.name, message.text);
        return;
      case "choose-files":
        await this.#chooseFiles(message.name);
    }
  }

  #take(values: Extract<ToHost, { kind: "change" }>["values"]): void {
    const [shown, unsaved] = [this.#shownNames(), this.#state.unsaved];
    this.#state.take(values);
    this.#keep();
    // Other fields may be there now; and the first change is told.
    if (this.#shownNames() !== shown || this.#state.unsaved !== unsaved) this.#show(false);
  }

  #shownNames(): string {
    return this.#state.shown.map(({ name }) => name).join(" ");
  }

  #keep(): void {
    this.#parts.drafts.keep(this.#key, this.#state.draft(this.#key));
  }

  #resolve(names: readonly string[]): void {
    const theirs = this.#theirs;
    if (!theirs) return;
    const { fields, base, now: mine } = this.#state;
    const now = new Map(compare(fields, base, mine, theirs).merged);
    for (const name of names) {
      const field = theirs.get(name);
      if (field) now.set(name, field);
    }
    this.#state.rebase(theirs, now);
    this.#theirs = undefined;
    this.#conflicts = [];
    this.#keep();
  }

  async #save(): Promise<void> {
    await this.#while(async () => {
      const lost = this.#lost;
      // What may be saved already is looked for before it is sent once more.
      const found = lost && (await lookFor(this.#job, lost));
      if (typeof found === "object" && this.#isAsSent(lost)) await this.#takeSaved(found);
      else if (typeof found === "object") this.#tellSavedBefore();
      else {
        this.#lost = undefined;
        await this.#takeSaved(await save(this.#job));
      }
    });
  }

  /** Whether nothing was typed since a request whose answer was lost. */
  #isAsSent(lost: Lost | undefined): boolean {
    const checked = checkedInput(this.#subject, this.#state);
    if (changesRecord(this.#subject.action) || !lost) return true;
    return "answers" in checked && JSON.stringify(checked.answers) === JSON.stringify(lost.answers);
  }

  /** What was typed since then is of something that is there already: making it once more must be wanted. */
  #tellSavedBefore(): void {
    this.#lost = undefined;
    const message = vscode.l10n.t(
      "It was saved as you sent it before; what you changed since then was not. Saving now makes another one.",
    );
    this.#problems = { message, fields: {} };
  }

  /** Holds the form while something is under way; a failure is told in it. */
  async #while(work: () => Promise<void>): Promise<void> {
    const { accountId } = this.#parts.ref;
    if (this.#runner.session()?.accountId !== accountId) {
      const place = this.#session.companyName;
      this.#problems = { message: vscode.l10n.t("Not saved: this window has left {0}.", place), fields: {} };
      this.#show(false);
      return;
    }
    this.#saving = true;
    this.#problems = NO_PROBLEMS;
    this.#show(false);
    try {
      await work();
    } catch (error) {
      this.#refuse(error);
    } finally {
      this.#saving = false;
      this.#afterSave();
    }
  }

  #refuse(error: unknown): void {
    logError(this.#runner.log, this.#title, error);
    this.#problems = problemsOf(error, this.#state.shown);
    offerHelp(this.#runner, error);
  }

  async #takeSaved(saved: Saved): Promise<void> {
    switch (saved.kind) {
      case "problems":
        this.#problems = saved.problems;
        return;
      case "refused":
        this.#refuse(saved.error);
        return;
      case "conflicts":
        this.#conflicts = saved.conflicts;
        this.#theirs = saved.theirs;
        return;
      case "lost":
        logError(this.#runner.log, this.#title, saved.lost.error);
        this.#lost = saved.lost;
        await this.#look(saved.lost);
        return;
      case "saved":
        this.#lost = undefined;
        await this.#finish(saved);
    }
  }

  async #finish({ done, subject }: Extract<Saved, { kind: "saved" }>): Promise<void> {
    this.#parts.drafts.keep(this.#key, "");
    this.#conflicts = [];
    if (changesRecord(subject.action)) {
      await this.#readAnew(true);
      this.#isFilled = true;
      const { name } = this.#subject.targets[0] ?? { name: "" };
      vscode.window.setStatusBarMessage(vscode.l10n.t("Saved: {0}", name), 5000);
      return;
    }
    this.#isDone = true;
    tellCreated(this.#runner, this.#session, subject, done);
  }

  /** Fills the form with what the server holds; fields that are not shown keep what is typed in them. */
  async #readAnew(keepHidden: boolean): Promise<void> {
    const shown = new Set(this.#state.shown.map(({ name }) => name));
    this.#subject = await readSubject(this.#session, this.#subject.action, this.#subject.targets);
    const base = await fieldsNow(this.#state.fields, this.#subject);
    const now = new Map(base);
    for (const field of keepHidden ? this.#state.fields : []) {
      const typed = this.#state.now.get(field.name);
      if (typed && (field.selects || (!shown.has(field.name) && this.#state.isChanged(field)))) {
        now.set(field.name, typed);
      }
    }
    this.#state.rebase(base, now);
    this.#keep();
  }

  async #look(lost: Lost): Promise<void> {
    const found = await lookFor(this.#job, lost).catch((error: unknown) => {
      logError(this.#runner.log, this.#title, error);
      return "unknown" as const;
    });
    if (typeof found === "object") {
      await this.#takeSaved(found);
      return;
    }
    const { message: why } = describeError(lost.error);
    if (found === "not-saved") {
      this.#lost = undefined;
      const words = vscode.l10n.t("Not saved: Factorial holds what it held before.");
      this.#problems = { message: `${why} ${words}`, fields: {} };
      return;
    }
    const words = vscode.l10n.t("It is not known whether it was saved. What you typed is kept.");
    this.#problems = { message: `${why} ${words}`, fields: {} };
  }

  /** What could not be saved stays with the person, even one who has closed the tab meanwhile. */
  #afterSave(): void {
    const { onDone } = this.#parts;
    if (this.#isDone) {
      if (this.#tab) this.#tab.close();
      else onDone();
      return;
    }
    const isSettled = !this.#state.unsaved && this.#problems.message === undefined;
    if (!this.#tab && isSettled) {
      onDone();
      return;
    }
    this.#tab ??= this.#openTab();
    this.#show(this.#isFilled || this.#state.isAheadOfPage);
    this.#isFilled = false;
    const lost = this.#lost;
    if (!lost) return;
    tellLost(this.#runner, this.#title, () =>
      this.#saving || this.#lost !== lost ? undefined : this.#while(() => this.#look(lost)),
    );
  }

  async #discard(): Promise<void> {
    this.#problems = NO_PROBLEMS;
    this.#conflicts = [];
    this.#theirs = undefined;
    this.#lost = undefined;
    this.#parts.drafts.keep(this.#key, "");
    const base = new Map<string, FormField>();
    for (const { name, control } of this.#state.fields)
      base.set(name, this.#state.base.get(name) ?? control.blank);
    this.#state.reset(base);
    this.#show(true);
    if (changesRecord(this.#subject.action) && this.#runner.session() === this.#session) {
      await this.#readAnew(false);
      this.#show(this.#state.isAheadOfPage);
    }
  }

  async #chooseFiles(name: string): Promise<void> {
    const shown = this.#state.shown.find((field) => field.name === name);
    if (shown?.field.kind !== "files") return;
    const chosen = await chooseFiles(this.#title, shown.field.many, this.#parts.files);
    if (chosen.length === 0) return;
    const value = shown.field.many ? [...shown.field.value, ...chosen] : chosen.slice(-1);
    this.#state.setField(name, { ...shown.field, value });
    this.#show(false);
  }

  #show(fill: boolean): void {
    const { unsaved } = this.#state;
    const title = this.#title;
    this.#tab?.name(unsaved ? `● ${title}` : title);
    this.#post({
      kind: "show",
      form: {
        key: this.#key,
        title,
        place: this.#session.companyName,
        sections: [{ fields: this.#state.shown.map(({ field }) => field) }],
        texts: formTexts(),
      },
      fill,
      saving: this.#saving,
      unsaved,
      problems: this.#problems,
      conflicts: [...this.#conflicts],
    });
  }

  #post(message: ToPage): void {
    this.#tab?.post(message);
  }
}
