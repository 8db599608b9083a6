import * as vscode from "vscode";
import { Temporal } from "temporal-polyfill";

/** A day as a person names it: today, yesterday, else with its weekday. Both days are `YYYY-MM-DD`. */
export function readableDay(day: string, today: string): string {
  const date = Temporal.PlainDate.from(day);
  const daysAgo = date.until(Temporal.PlainDate.from(today)).days;
  if (daysAgo === 0) return vscode.l10n.t("today");
  const options: Intl.DateTimeFormatOptions = {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
  };
  const written = date.toLocaleString(vscode.env.language, options);
  return daysAgo === 1 ? vscode.l10n.t("yesterday, {0}", written) : written;
}
