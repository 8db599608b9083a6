import * as vscode from "vscode";
import type { FormTexts } from "../messages/form";

/** What every form says, in the person's language. */
export function formTexts(): FormTexts {
  return {
    save: vscode.l10n.t("Save"),
    saving: vscode.l10n.t("Saving…"),
    requiredMark: vscode.l10n.t("* must be filled in"),
    required: vscode.l10n.t("This must be filled in."),
    incompleteDate: vscode.l10n.t("This date is not complete."),
    seeFields: vscode.l10n.t("Not saved: see the marked fields."),
  };
}
