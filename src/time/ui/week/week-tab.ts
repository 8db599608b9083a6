import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { toWeekHost, type ToWeekHost, type ToWeekPage } from "../../../messages/week";

/** The kind of tab, by which VS Code knows ours after a restart. */
const WEEK_TAB = "factorial.week";

export interface WeekTabParts {
  readonly extensionUri: vscode.Uri;
  readonly hear: (message: ToWeekHost) => void;
  /** The page sent something that is no message. */
  readonly complain: (error: Error) => void;
  readonly closed: () => void;
}

/** The tab of the week sheet. */
export class WeekTab {
  readonly #panel: vscode.WebviewPanel;
  #isOpen = true;

  constructor({ extensionUri, hear, complain, closed }: WeekTabParts, panel?: vscode.WebviewPanel) {
    const folder = vscode.Uri.joinPath(extensionUri, "dist", "webview");
    const options = { enableScripts: true, localResourceRoots: [folder] };
    const title = vscode.l10n.t("Week");
    this.#panel =
      panel ?? vscode.window.createWebviewPanel(WEEK_TAB, title, vscode.ViewColumn.Active, options);
    const { webview } = this.#panel;
    webview.options = options;
    webview.onDidReceiveMessage((message: unknown) => {
      const parsed = toWeekHost.safeParse(message);
      if (parsed.success) hear(parsed.data);
      else complain(parsed.error);
    });
    this.#panel.onDidDispose(() => {
      this.#isOpen = false;
      closed();
    });
    webview.html = documentOf(webview, folder);
  }

  name(title: string): void {
    if (this.#isOpen && this.#panel.title !== title) this.#panel.title = title;
  }

  post(message: ToWeekPage): void {
    if (this.#isOpen) void this.#panel.webview.postMessage(message);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    if (this.#isOpen) this.#panel.dispose();
  }
}

/** It holds no content: that comes in messages, and is shown as text. */
function documentOf(webview: vscode.Webview, folder: vscode.Uri): string {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address("week.css")}">
</head>
<body>
<script nonce="${nonce}" src="${address("week.js")}"></script>
</body>
</html>`;
}
