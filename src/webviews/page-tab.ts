import * as vscode from "vscode";
import { pageDocument, pageFolder, type PageName } from "./page-document";

/** What messages of a page are parsed with: a zod schema. */
interface MessageSchema<Heard> {
  safeParse(message: unknown): { success: true; data: Heard } | { success: false; error: Error };
}

export interface PageTabParts<Heard> {
  readonly extensionUri: vscode.Uri;
  /** VS Code knows the tab after a restart as `factorial.<page>`. */
  readonly page: PageName;
  readonly title: string;
  /** @see pageDocument */
  readonly ownStyles: boolean;
  readonly messages: MessageSchema<Heard>;
  readonly hear: (message: Heard) => void;
  /** The page sent something that is no message. */
  readonly complain: (error: Error) => void;
  readonly closed: () => void;
}

/** A tab with a page of ours in it. */
export class PageTab<Heard, Told> {
  readonly #panel: vscode.WebviewPanel;
  #isOpen = true;

  /** @param panel one that VS Code brought back after a restart */
  constructor(parts: PageTabParts<Heard>, panel?: vscode.WebviewPanel) {
    const { extensionUri, page, title, ownStyles, messages, hear, complain, closed } = parts;
    const options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.#panel =
      panel ??
      vscode.window.createWebviewPanel(`factorial.${page}`, title, vscode.ViewColumn.Active, options);
    const { webview } = this.#panel;
    webview.options = options;
    webview.onDidReceiveMessage((message: unknown) => {
      const parsed = messages.safeParse(message);
      if (parsed.success) hear(parsed.data);
      else complain(parsed.error);
    });
    this.#panel.onDidDispose(() => {
      this.#isOpen = false;
      closed();
    });
    this.name(title);
    webview.html = pageDocument(webview, extensionUri, { page, ownStyles });
  }

  /** Whether it is the tab in front, in the group of tabs that is in use. */
  get isActive(): boolean {
    return this.#isOpen && this.#panel.active;
  }

  name(title: string): void {
    if (this.#isOpen && this.#panel.title !== title) this.#panel.title = title;
  }

  post(message: Told): void {
    if (this.#isOpen) void this.#panel.webview.postMessage(message);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    if (this.#isOpen) this.#panel.dispose();
  }
}
