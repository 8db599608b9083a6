import * as vscode from "vscode";

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
