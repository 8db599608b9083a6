import * as vscode from "vscode";
import { NO_ROUNDING, ROUNDINGS, type Rounding } from "../../timer/rounding";

const settings = () => vscode.workspace.getConfiguration("factorial.timer");

export function startsWithoutAsking(): boolean {
  return settings().get("startWithoutAsking", false);
}

/** What somebody typed into the settings that is no rule of ours rounds nothing. */
export function roundingOfSettings(): Rounding {
  const rule = ROUNDINGS.find((each) => each === settings().get<string>("rounding"));
  const step = settings().get("roundingMinutes", 15);
  return rule && [5, 6, 10, 15, 30].includes(step) ? { rule, step } : NO_ROUNDING;
}
