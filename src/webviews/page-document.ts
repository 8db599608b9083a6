import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** The pages that are built into dist/webview. */
export type PageName = "form" | "week";

/** The folder that a page may load from. */
export function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "dist", "webview");
}

/**
 * The document of a page. It holds no content: that comes in messages, and is shown as text.
 * @param ownStyles the page makes style elements: the component library tries out with one what the browser knows, and
 * looks for `csp-nonce` to do so
 */
export function pageDocument(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { page, ownStyles }: { readonly page: PageName; readonly ownStyles: boolean },
): string {
  const address = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), file)).toString();
  const nonce = randomBytes(16).toString("base64");
  const styles = ownStyles ? `'nonce-${nonce}' ${webview.cspSource}` : webview.cspSource;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${styles}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${ownStyles ? `<meta property="csp-nonce" content="${nonce}">\n` : ""}<link rel="stylesheet" href="${address(`${page}.css`)}">
</head>
<body>
<script nonce="${nonce}" src="${address(`${page}.js`)}"></script>
</body>
</html>`;
}
