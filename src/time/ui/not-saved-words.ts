import * as vscode from "vscode";
import type { FactorialError } from "../../api/errors";
import { describeError, withWords, type DescribedError } from "../../commands/error-messages";
import type { Shortfall } from "../write-outcomes";

/** The sentence for an entry that the server did not take, by cause. */
export function describeNotSaved(error: FactorialError, readBack: boolean): DescribedError {
  const described = describeError(error);
  if (readBack) {
    const message = vscode.l10n.t(
      "The answer was lost. We read the day back: it was not saved. What you typed is kept.",
    );
    return { message, actions: [] };
  }
  if (error.kind === "permission") {
    const message = vscode.l10n.t('You may not log time here (permission "Create time records").');
    return { ...described, message: withWords(message, error.serverWords) };
  }
  if (error.kind === "not-found") {
    const message = vscode.l10n.t("Factorial doesn't find this employee or project for you.");
    return { ...described, message: withWords(message, error.serverWords) };
  }
  return { ...described, message: vscode.l10n.t("Not saved: {0}", described.message) };
}

/** What of an entry is missing, and the button that sends it. */
export function describeHalf(
  { missing, error }: Extract<Shortfall, { kind: "half" }>,
  time: string,
): readonly [text: string, again: string] {
  const { message } = describeError(error);
  switch (missing) {
    case "comment":
      return [
        vscode.l10n.t("{0} saved, the comment not: {1}", time, message),
        vscode.l10n.t("Save the Comment Again"),
      ];
    case "shift":
    case "record":
      return [
        vscode.l10n.t("The shift of {0} is saved, its project not: {1}", time, message),
        vscode.l10n.t("Attach the Project Again"),
      ];
    case "removal":
      return [
        vscode.l10n.t("{0}: what was there before is not all gone yet: {1}", time, message),
        vscode.l10n.t("Finish It"),
      ];
  }
}
