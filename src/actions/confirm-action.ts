import * as vscode from "vscode";
import type { Danger } from "../api/action";
import { confirm } from "../commands/messages";
import { translate } from "./asking/ask-context";
import { listed, whom, type Deed } from "./sending/endings";
import type { Target } from "./targets/target";

/** Asks before what cannot be taken back, as often as the setting wants it. */
export async function isConfirmed(
  danger: Danger,
  takes: string | undefined,
  deed: Deed,
  targets: readonly Target[],
): Promise<boolean> {
  if (danger !== "destructive" || !mustConfirm(targets.length)) return true;
  const verb = translate(deed.title);
  const question = deed.on
    ? vscode.l10n.t("{0}: {1}?", verb, whom(targets, deed, translate))
    : vscode.l10n.t("{0}?", verb);
  const names = targets.map(({ name }) => name);
  const detail = [
    ...(names.length > 1 ? [listed(names, translate)] : []),
    ...(takes === undefined ? [] : [translate(takes)]),
  ];
  return confirm(question, detail.join("\n\n"), verb);
}

/** Whether the setting wants a question before something is done to so many records. */
export function mustConfirm(count: number): boolean {
  switch (vscode.workspace.getConfiguration("factorial").get<string>("confirm", "always")) {
    case "never":
      return false;
    case "several":
      return count > 1;
    default:
      return true;
  }
}
