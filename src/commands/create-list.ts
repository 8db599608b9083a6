import * as vscode from "vscode";

/** A list that keeps the order of its rows. */
export function createList<I extends vscode.QuickPickItem>(): vscode.QuickPick<I> {
  const list = vscode.window.createQuickPick<I>();
  // VS Code would put rows in alphabetical order where a label has what is typed. The property is not in the typed
  // API; where a version does not know it, it is an unused field.
  return Object.assign(list, { sortByLabel: false });
}
