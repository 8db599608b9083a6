import * as vscode from "vscode";

/**
 * VS Code's own Markdown previews. One lives on when VS Code has let go of the document that it shows, which happens
 * some minutes after a document without an editor was opened, and then hears of no change: it must be told to look.
 */

export function isAnyPreviewOpen(): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("markdown.preview"),
    );
}

/** Makes previews look again; a preview of anything else only draws the same. */
export async function refreshPreviews(): Promise<void> {
  if (!isAnyPreviewOpen()) return;
  try {
    await vscode.commands.executeCommand("markdown.preview.refresh");
  } catch {
    // Another extension's previews: they have no such command.
  }
}

/** Shows a document rendered; as text where VS Code's Markdown extension is turned off. */
export async function showRendered(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  } catch {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }
}
