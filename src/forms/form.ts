import * as vscode from "vscode";
import type { Answers } from "../actions/asking/question";
import type { RunnerParts } from "../actions/runner-parts";
import { logError } from "../commands/register-command";
import { toHost, type FormValues, type ToHost, type ToPage } from "../messages/form";
import type { Session } from "../session/session";
import { PageTab } from "../webviews/page-tab";
import { chooseFiles } from "./choose-files";
import { FieldAnswers } from "./field-answers";
import { FormContent, type FormContentParts } from "./form-content";
import { tellClosed } from "./form-endings";
import { sectionsOf } from "./form-sections";
import { changesRecord, type Subject } from "./form-subject";
import { formTexts } from "./form-texts";
import { FormSaving } from "./saving/form-saving";

export interface FormParts extends FormContentParts {
  readonly extensionUri: vscode.Uri;
  readonly runner: RunnerParts;
  readonly openAgain: () => unknown;
  /** The form is done with: saved, or closed by the person. */
  readonly onDone: () => void;
}

/** A form in a tab of its own: the talk with its page. */
export class Form {
  readonly #parts: FormParts;
  readonly #content: FormContent;
  readonly #saving: FormSaving;
  readonly #answers: FieldAnswers;
  /** Undefined while there is no tab: the person has closed it before it was known what became of a save. */
  #tab: PageTab<ToHost, ToPage> | undefined;
  /** Whether the tab's page has said that it is there. What is posted before reaches it too. */
  #isPageReady = false;
  /** Those who wait for the end of a save. */
  #waiting: readonly (() => void)[] = [];

  /** Opens a form with what the server holds and what was typed before. @throws FactorialError */
  static async open(
    parts: FormParts,
    session: Session,
    targets: Subject["targets"],
    panel?: vscode.WebviewPanel,
  ): Promise<Form> {
    return new Form(parts, await FormContent.read(parts, session, targets), panel);
  }

  private constructor(parts: FormParts, content: FormContent, panel: vscode.WebviewPanel | undefined) {
    const { runner } = parts;
    this.#parts = parts;
    this.#content = content;
    this.#saving = new FormSaving({
      runner,
      content,
      onBegin: () => {
        this.#show(false);
      },
      onEnd: (isFilled) => {
        this.#afterSave(isFilled);
        this.#tellEnd();
      },
    });
    this.#answers = new FieldAnswers({
      controlOf: (name) => content.state.fields.find((field) => field.name === name)?.control,
      inputs: (input) => content.state.inputOf(input),
      post: (message) => {
        this.#post(message);
      },
      failed: (error) => {
        this.#log(error);
      },
    });
    for (const [name, problem] of Object.entries(content.missingFiles)) this.#saving.judge(name, problem);
    this.#tab = this.#openTab(panel);
    this.#show(false);
  }

  get isActive(): boolean {
    return this.#tab?.isActive === true;
  }

  reveal(): void {
    if (this.#tab) {
      this.#tab.reveal();
      return;
    }
    this.#tab = this.#openTab();
    this.#show(false);
  }

  /** Saves what is filled in on the page. Ends when that has ended, well or not, or the page has refused to. */
  save(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = [...this.#waiting, resolve];
      // One that is on its way is asked when it is there: to be asked twice would be to save twice.
      if (this.#isPageReady) this.#post({ kind: "save-now" });
    });
  }

  /** What a command brings along. */
  fill(input: Answers): void {
    if (Object.keys(input).length === 0) return;
    this.#content.state.fill(input);
    this.#content.keep();
    this.#show(true);
  }

  /** The same account is signed in anew. */
  async useSession(session: Session): Promise<void> {
    await this.#content.useSession(session).catch((error: unknown) => {
      this.#log(error);
    });
  }

  #log(error: unknown): void {
    logError(this.#parts.runner.log, this.#content.title, error);
  }

  #openTab(panel?: vscode.WebviewPanel): PageTab<ToHost, ToPage> {
    const { extensionUri, runner } = this.#parts;
    const hear = (message: ToHost) => {
      this.#hear(message).catch((error: unknown) => {
        this.#log(error);
        this.#saving.complain(error);
        this.#show(false);
      });
    };
    const closed = () => {
      this.#closed();
    };
    const complain = (error: Error) => {
      runner.log.warn(`A form sent a message that is not known: ${error.message}`);
    };
    const { title } = this.#content;
    this.#isPageReady = false;
    return new PageTab(
      { extensionUri, page: "form", title, ownStyles: true, messages: toHost, hear, complain, closed },
      panel,
    );
  }

  #closed(): void {
    this.#tab = undefined;
    this.#answers.stop();
    const saving = this.#saving;
    if (saving.isSaving) return;
    this.#tellEnd();
    const { runner, openAgain, onDone } = this.#parts;
    const { state, title } = this.#content;
    // What may be saved already must not be sent once more by another form, which does not know of it.
    if (!saving.isLost) onDone();
    if (saving.isDone || !state.unsaved) return;
    tellClosed(runner, title, openAgain, () => {
      if (this.#tab) return; // open again meanwhile
      saving.reset();
      this.#content.forget();
      onDone();
    });
  }

  #tellEnd(): void {
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  async #hear(message: ToHost): Promise<void> {
    const saving = this.#saving;
    switch (message.kind) {
      case "ready":
        this.#isPageReady = true;
        this.#show(false);
        // Also of one that is made anew, which did not hear it.
        if (this.#waiting.length > 0) this.#post({ kind: "save-now" });
        return;
      case "change":
        this.#content.turn = message.turn;
        this.#take(message.values);
        this.#post({ kind: "kept", turn: message.turn });
        return;
      case "leave":
        this.#take(message.values);
        this.#tab?.close();
        return;
      case "save":
        if (saving.isSaving) return;
        this.#take(message.values);
        await saving.save();
        return;
      case "held-back":
        this.#tellEnd();
        return;
      case "resolve":
        if (saving.isSaving) return;
        this.#take(message.values);
        saving.resolve(message.theirs);
        await saving.save();
        return;
      case "discard":
        if (!saving.isSaving) await this.#discard();
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

  #take(values: FormValues): void {
    const { state } = this.#content;
    const [shown, unsaved] = [this.#shownNames(), state.unsaved];
    state.take(values);
    this.#content.keep();
    // Other fields may be there now; and the first change is told.
    if (this.#shownNames() !== shown || state.unsaved !== unsaved) this.#show(false);
  }

  #shownNames(): string {
    return this.#content.state.shown.map(({ name }) => name).join(" ");
  }

  /** What could not be saved stays with the person, even one who has closed the tab meanwhile. */
  #afterSave(isFilled: boolean): void {
    const { onDone } = this.#parts;
    const { isDone, problems } = this.#saving;
    if (isDone) {
      if (this.#tab) this.#tab.close();
      else onDone();
      return;
    }
    const { state } = this.#content;
    const isSettled = !state.unsaved && problems.message === undefined;
    if (!this.#tab && isSettled) {
      onDone();
      return;
    }
    this.#tab ??= this.#openTab();
    this.#show(isFilled || state.isAheadOfPage);
  }

  async #discard(): Promise<void> {
    const content = this.#content;
    this.#saving.reset();
    content.reset();
    this.#show(true);
    if (!changesRecord(content.subject.action) || this.#parts.runner.session() !== content.session) return;
    await content.readAnew("typed");
    this.#show(content.state.isAheadOfPage);
  }

  async #chooseFiles(name: string): Promise<void> {
    const { state, title } = this.#content;
    const shown = state.shown.find((field) => field.name === name);
    if (shown?.field.kind !== "files") return;
    const { files, unreadable } = await chooseFiles(title, shown.field.many, this.#parts.files);
    for (const { error } of unreadable) this.#log(error);
    const [first] = unreadable;
    if (!first && files.length === 0) return;
    this.#content.attach(name, files);
    const problem = first && vscode.l10n.t("{0} cannot be read.", first.name);
    this.#saving.judge(name, problem ?? this.#content.missingFiles[name]);
    this.#show(false);
  }

  #show(fill: boolean): void {
    const { key, title, session, subject, state } = this.#content;
    const { isSaving, problems, conflicts } = this.#saving;
    const { unsaved } = state;
    this.#tab?.name(unsaved ? `● ${title}` : title);
    this.#post({
      kind: "show",
      form: {
        key,
        title,
        place: session.companyName,
        sections: sectionsOf(subject.action.declaration, state.shown),
        texts: formTexts(),
      },
      fill,
      turn: this.#content.turn,
      saving: isSaving,
      unsaved,
      problems,
      conflicts: [...conflicts],
    });
  }

  #post(message: ToPage): void {
    this.#tab?.post(message);
  }
}
