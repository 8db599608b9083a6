import * as vscode from "vscode";
import { showInformation, withoutIcons } from "../../../commands/messages";
import { formatMinutes } from "../../grammar/format";

/** Asks before a timer that is Factorial's clock clocks out: a statement to the employer. */
export async function askToClockOut(name: string, minutes: number): Promise<boolean> {
  const words = vscode.l10n.t("Clock out after {0} on {1}", formatMinutes(minutes), name);
  const out = { label: `$(sign-out) ${withoutIcons(words)}` };
  const keep = { label: `$(debug-continue) ${vscode.l10n.t("Keep It Running")}` };
  const title = vscode.l10n.t("Stop Timer");
  return (await vscode.window.showQuickPick([out, keep], { title })) === out;
}

export function tellClockedOut(name: string, minutes: number): void {
  void showInformation(
    vscode.l10n.t(
      "You are clocked out. The shift of {0} on {1} is at Factorial.",
      formatMinutes(minutes),
      name,
    ),
  );
}
