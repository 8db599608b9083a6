import * as vscode from "vscode";
import type { AttachedFile } from "../messages/form";
import { nameOf, type FormFiles } from "./form-files";

export interface ChosenFiles {
  readonly files: readonly AttachedFile[];
  /** What is no file, or cannot be read. */
  readonly unreadable: readonly { readonly name: string; readonly error: unknown }[];
}

/** Files in VS Code's own dialog; none where the person leaves it. */
export async function chooseFiles(title: string, many: boolean, into: FormFiles): Promise<ChosenFiles> {
  const uris = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t("Choose"),
    canSelectMany: many,
  });
  const files: AttachedFile[] = [];
  const unreadable: { name: string; error: unknown }[] = [];
  for (const uri of uris ?? []) {
    try {
      files.push(await into.open(uri));
    } catch (error) {
      unreadable.push({ name: nameOf(uri), error });
    }
  }
  return { files, unreadable };
}
