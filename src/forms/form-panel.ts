import * as vscode from "vscode";
import { logError } from "../commands/register-command";
import {
  filledIn,
  toHost,
  type FormModel,
  type FormProblems,
  type FormValues,
  type ToPage,
} from "../messages/form";
import { formPage, pageFolder } from "./form-page";
import { problemsOf } from "./form-problems";

export interface FormPanelParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly form: FormModel;
  /** Does what the form is for. Answers what is wrong with the values; nothing, when it is done. */
  readonly save: (values: FormValues) => Promise<FormProblems | undefined>;
  /** The form is done with: saved, or closed by the person. */
  readonly onDone: () => void;
}

const NO_PROBLEMS: FormProblems = { fields: {} };

/** A form in a tab of its own. */
export class FormPanel implements vscode.Disposable {
  readonly #parts: FormPanelParts;
  #form: FormModel;
  /** Undefined while there is no tab: the person has closed it during the save. */
  #panel: vscode.WebviewPanel | undefined;
  #saving = false;
  #problems = NO_PROBLEMS;

  constructor(parts: FormPanelParts) {
    this.#parts = parts;
    this.#form = parts.form;
    this.#panel = this.#open();
  }

  reveal(): void {
    this.#panel?.reveal();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): vscode.WebviewPanel {
    const { extensionUri } = this.#parts;
    const panel = vscode.window.createWebviewPanel(
      "factorial.form",
      this.#form.title,
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] },
    );
    panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      if (!this.#saving) this.#parts.onDone();
    });
    panel.webview.html = formPage(panel.webview, extensionUri);
    return panel;
  }

  async #hear(message: unknown): Promise<void> {
    const parsed = toHost.safeParse(message);
    if (!parsed.success) {
      this.#parts.log.warn(`A form sent a message that is not known: ${parsed.error.message}`);
      return;
    }
    if (parsed.data.kind === "ready") this.#show();
    else if (!this.#saving) await this.#save(parsed.data.values);
  }

  async #save(values: FormValues): Promise<void> {
    this.#saving = true;
    this.#problems = NO_PROBLEMS;
    this.#show();
    const problems = await this.#trySave(values);
    this.#saving = false;
    if (problems) this.#takeBack(values, problems);
    else if (this.#panel) this.#panel.dispose();
    else this.#parts.onDone();
  }

  async #trySave(values: FormValues): Promise<FormProblems | undefined> {
    try {
      return await this.#parts.save(values);
    } catch (error) {
      logError(this.#parts.log, this.#form.title, error);
      return problemsOf(error, this.#form);
    }
  }

  /** What could not be saved stays with the person, even one who has closed the tab meanwhile. */
  #takeBack(values: FormValues, problems: FormProblems): void {
    this.#problems = problems;
    this.#form = filledIn(this.#form, values);
    this.#panel ??= this.#open();
    this.#show();
  }

  #show(): void {
    const message: ToPage = {
      kind: "show",
      form: this.#form,
      saving: this.#saving,
      problems: this.#problems,
    };
    void this.#panel?.webview.postMessage(message);
  }
}
