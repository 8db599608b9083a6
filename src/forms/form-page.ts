import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** The folder that a form's page may load from. */
export function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "dist", "webview");
}

/**
 * The document of every form. It holds no content: that comes in messages, and is shown as text. The component library
 * looks for `csp-nonce`: it tries out with a style element of its own what the browser knows.
 */
export function formPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), file)).toString();
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}' ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${address("form.css")}">
</head>
<body>
<script nonce="${nonce}" src="${address("form.js")}"></script>
</body>
</html>`;
}

/** What a tab of before a restart shows until its account is signed in: nobody else's page, and no script. */
export function waitingPage(): string {
  const words = vscode.l10n.t(
    "This form belongs to a company that this window is not signed in to. Sign in or switch to it to go on: what you typed is kept.",
  );
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
</head>
<body>
<p>${words}</p>
</body>
</html>`;
}
