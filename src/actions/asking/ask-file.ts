import * as vscode from "vscode";
import * as z from "zod";
import { BACK, type Answer } from "../../commands/step";
import { translate, type FieldStep, type Value } from "./ask-context";

/** A file of this machine, in VS Code's own dialog. Leaving the dialog goes back, where there is a step before. */
export async function askFile({ frame, field }: FieldStep): Promise<Answer<Value>> {
  const { meaning, schema } = field;
  const takesList = z.safeParse(schema, []).success;
  const chosen = await vscode.window.showOpenDialog({
    title: frame.title,
    openLabel: vscode.l10n.t("Choose"),
    canSelectMany: takesList,
  });
  if (!chosen) {
    if (!meaning.required) return { value: undefined };
    return frame.canGoBack ? BACK : undefined;
  }
  const files = await Promise.all(chosen.map(readFile));
  return { value: takesList ? files : files[0] };

  async function readFile(uri: vscode.Uri): Promise<File> {
    const name = uri.path.split("/").at(-1) ?? translate(meaning.label);
    // A copy, as a File takes only bytes that nobody shares.
    return new File([new Uint8Array(await vscode.workspace.fs.readFile(uri))], name);
  }
}
