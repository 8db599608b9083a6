import * as vscode from "vscode";
import type { AttachedFile } from "../messages/form";
import type { FormFiles } from "./form-files";

/** Files of this machine, in VS Code's own dialog; none where the person leaves it. */
export async function chooseFiles(title: string, many: boolean, files: FormFiles): Promise<AttachedFile[]> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t("Choose"),
    canSelectMany: many,
  });
  return Promise.all(
    (chosen ?? []).map(async (uri) => {
      const name = uri.path.split("/").at(-1) ?? "";
      // A copy, as a File takes only bytes that nobody shares.
      return files.add(new File([new Uint8Array(await vscode.workspace.fs.readFile(uri))], name));
    }),
  );
}
