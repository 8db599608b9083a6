import * as vscode from "vscode";

const SCHEME = "factorial-answer";

/**
 * Answers of operations as JSON to read. They are documents of our own kind, as an untitled one could be edited, and
 * VS Code would write a copy of it to disk: what came from Factorial stays in memory.
 */
export class AnswerDocuments implements vscode.Disposable {
  readonly #contents = new Map<string, string>();
  readonly #registered: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: (uri) =>
          this.#contents.get(uri.path) ?? vscode.l10n.t("// This answer is gone. Run the operation again."),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#contents.delete(uri.path);
      }),
    );
  }

  async show(name: string, answer: unknown): Promise<void> {
    // Each answer is a document of its own, so that two can be compared.
    const path = `/${++this.#count}/${name}.json`;
    this.#contents.set(path, `${JSON.stringify(answer, undefined, 2)}\n`);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: SCHEME, path }));
    await vscode.window.showTextDocument(document, { preview: false });
  }

  dispose(): void {
    this.#registered.dispose();
    this.#contents.clear();
  }
}
