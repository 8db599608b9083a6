import type * as vscode from "vscode";

/**
 * The row that Enter means, in a box that shows all its rows whatever is typed. Rows that were just drawn anew are not
 * active yet: then it is the first.
 */
export function acceptedRow<Row extends vscode.QuickPickItem>(box: vscode.QuickPick<Row>): Row | undefined {
  return box.selectedItems[0] ?? box.activeItems[0] ?? box.items[0];
}
