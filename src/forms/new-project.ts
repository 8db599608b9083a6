import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import { describeError, showWithActions } from "../commands/error-messages";
import { showInformation } from "../commands/messages";
import type { FormModel, FormProblems, FormValues } from "../messages/form";
import { projects } from "../resources/project-management/projects";
import type { Session } from "../session/session";
import { checkForm, formModel } from "./form-model";
import { FormPanel } from "./form-panel";
import { formTexts } from "./form-texts";

export interface NewProjectParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly signIn: () => unknown;
}

/** New Project…: one form an account; a form that is open comes to the front, with what was typed in it. */
export class NewProject implements vscode.Disposable {
  readonly #parts: NewProjectParts;
  readonly #open = new Map<string, FormPanel>();
  #session: Session | undefined;

  constructor(parts: NewProjectParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
  }

  async show(): Promise<void> {
    const session = this.#session;
    if (!session) {
      await this.#parts.signIn();
      return;
    }
    const known = this.#open.get(session.accountId);
    if (known) known.reveal();
    else this.#open.set(session.accountId, this.#panel(session));
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
  }

  #panel({ accountId, companyName }: Session): FormPanel {
    const { extensionUri, log } = this.#parts;
    const form = formModel({
      title: vscode.l10n.t("New Project"),
      place: companyName,
      names: projects.form ?? [],
      declarations: projects.fields ?? {},
      input: projects.operations.create.input,
      texts: formTexts(),
      translate: (text) => vscode.l10n.t(text),
    });
    return new FormPanel({
      extensionUri,
      log,
      form,
      save: (values) => this.#save(accountId, form, values),
      onDone: () => this.#open.delete(accountId),
    });
  }

  /** @throws FactorialError */
  async #save(accountId: string, form: FormModel, values: FormValues): Promise<FormProblems | undefined> {
    const checked = checkForm(form, values, projects.operations.create.input);
    if (checked.problems) return checked.problems;
    const session = this.#session;
    if (session?.accountId !== accountId) {
      return { message: vscode.l10n.t("Not saved: this window has left {0}.", form.place), fields: {} };
    }
    try {
      const project = await session.client.projects.create(checked.input);
      session.store.putWritten(projects, [project]);
      void showInformation(vscode.l10n.t("Project “{0}” created.", project.name));
      return undefined;
    } catch (error) {
      if (error instanceof FactorialError) this.#offerHelp(error);
      throw error;
    }
  }

  /** The form says what went wrong; buttons for what helps, such as signing in again, need a message. */
  #offerHelp(error: FactorialError): void {
    const { message, actions } = describeError(error);
    // Trying again is the form's own button.
    const help = actions.filter((action) => action !== "retry");
    if (help.length > 0) void showWithActions(message, help, { signIn: this.#parts.signIn });
  }
}
