import * as vscode from "vscode";
import type { DayFacts } from "../calendar/day-facts";
import { formatMinutes } from "../grammar/format";

/** Why less is expected of a day than of others: "bank holiday", "Annual leave, half the day"; empty on other days. */
export function offInWords({ isHoliday, leave }: DayFacts): string {
  const words: string[] = [];
  if (isHoliday) words.push(vscode.l10n.t("bank holiday"));
  if (leave) {
    const name = leave.name === "" ? vscode.l10n.t("leave") : leave.name;
    if (leave.share === "day") words.push(name);
    else if (leave.share === "half") words.push(vscode.l10n.t("{0}, half the day", name));
    else words.push(vscode.l10n.t("{0}, {1}", name, formatMinutes(leave.share)));
  }
  return words.join(" · ");
}

/** Why a whole day of leave takes no time. */
export function onLeaveInWords(name: string): string {
  return name === ""
    ? vscode.l10n.t("You are on leave on this day.")
    : vscode.l10n.t("You are on leave on this day: {0}.", name);
}
