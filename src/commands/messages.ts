import * as vscode from "vscode";

/**
 * The one way to a message. VS Code makes links of `[text](command:…)` in messages, and names, comments and the
 * server's words come from anybody: here they stay text. Our own sentences have no links, so nothing is lost.
 */
export function showInformation(message: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(message), ...buttons);
}

export function showWarning(message: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(message), ...buttons);
}

export function showFailure<T extends vscode.MessageItem>(
  message: string,
  ...buttons: T[]
): Thenable<T | undefined> {
  return vscode.window.showErrorMessage(withoutLinks(message), ...buttons);
}

/** Asks before something is done that cannot be taken back. Escape and Cancel are a no. */
export async function confirm(question: string, detail: string, verb: string): Promise<boolean> {
  const options = { modal: true, detail: withoutLinks(detail) };
  return (await vscode.window.showWarningMessage(withoutLinks(question), options, verb)) === verb;
}

/** Asks which way to go on. Undefined for Escape and Cancel. */
export function askWhich(question: string, ...verbs: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(question), { modal: true }, ...verbs);
}

/** A zero-width space between the brackets and the address: read the same, and no link any more. */
function withoutLinks(message: string): string {
  return message.replaceAll("](", "]\u200B(");
}

/** Text for a Quick Pick's row, where `$(bug)` would become a picture. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
