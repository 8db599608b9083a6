import * as vscode from "vscode";
import { toHost, type ToHost, type ToPage } from "../messages/form";
import { formPage, pageFolder } from "./form-page";

/** The kind of tab, by which VS Code knows ours after a restart. */
export const FORM_TAB = "factorial.form";

export interface FormTabParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly hear: (message: ToHost) => void;
  readonly closed: () => void;
}

/** A tab with a form's page in it. */
export class FormTab {
  readonly #panel: vscode.WebviewPanel;
  #isOpen = true;

  constructor({ extensionUri, log, hear, closed }: FormTabParts, title: string, panel?: vscode.WebviewPanel) {
    const options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.#panel =
      panel ?? vscode.window.createWebviewPanel(FORM_TAB, title, vscode.ViewColumn.Active, options);
    const { webview } = this.#panel;
    webview.options = options;
    webview.onDidReceiveMessage((message: unknown) => {
      const parsed = toHost.safeParse(message);
      if (parsed.success) hear(parsed.data);
      else log.warn(`A form sent a message that is not known: ${parsed.error.message}`);
    });
    this.#panel.onDidDispose(() => {
      this.#isOpen = false;
      closed();
    });
    this.name(title);
    webview.html = formPage(webview, extensionUri);
  }

  /** Whether it is the tab in front, in the group of tabs that is in use. */
  get isActive(): boolean {
    return this.#isOpen && this.#panel.active;
  }

  name(title: string): void {
    if (this.#isOpen && this.#panel.title !== title) this.#panel.title = title;
  }

  post(message: ToPage): void {
    if (this.#isOpen) void this.#panel.webview.postMessage(message);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    if (this.#isOpen) this.#panel.dispose();
  }
}
