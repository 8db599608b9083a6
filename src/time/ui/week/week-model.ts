import { Temporal } from "temporal-polyfill";
import * as vscode from "vscode";
import type { WeekModel } from "../../../messages/week";
import type { Session } from "../../../session/session";
import type { LoggedTime } from "../../entry";
import { formatMinutes } from "../../grammar/format";
import { expectedMinutes } from "../../expected";
import type { Week } from "../../week/days";
import { loggedIn, sumOf, whyClosed, type Sheet } from "../../week/sheet";
import { offInWords } from "../day-words";
import { workingHours } from "../working-hours";
import type { RowNames } from "./row-names";
import { whyClosedInWords } from "./week-words";

/** The week as its page shows it. */
export function weekModel(parts: {
  readonly key: string;
  readonly session: Session;
  readonly week: Week;
  readonly sheet: Sheet;
  readonly names: RowNames;
}): WeekModel {
  const { key, session, week, sheet, names } = parts;
  const hours = workingHours();
  const rows = sheet.rows.map((row) => ({
    id: row.id,
    name: names.row(row),
    cells: sheet.days.map((day) => {
      const logged = loggedIn(day, row);
      const closed = whyClosed(sheet, row, day);
      return {
        minutes: sumOf(logged),
        text: textOf(logged),
        ...(closed && { closed: whyClosedInWords(closed) }),
      };
    }),
  }));
  return {
    key,
    title: weekTitle(week),
    place: [session.person?.name ?? "", session.companyName].filter((part) => part !== "").join(" · "),
    days: sheet.days.map(({ day, locked, facts }) => ({
      day,
      ...(facts && offInWords(facts) !== "" && { off: offInWords(facts) }),
      label: written(day, { weekday: "short", day: "numeric" }),
      name: written(day, { weekday: "long", day: "numeric", month: "long" }),
      expected: expectedMinutes({ day, facts }, hours),
      today: day === sheet.today,
      ...(day > sheet.today && { closed: whyClosedInWords({ kind: "future" }) }),
      ...(locked && { closed: whyClosedInWords({ kind: "signed-off" }) }),
    })),
    // What waits for a project comes last: it is no row to type into.
    rows: rows.toSorted(
      (one, other) =>
        Number(one.id === "") - Number(other.id === "") ||
        one.name.localeCompare(other.name, vscode.env.language),
    ),
  };
}

/** "Week 47 · Nov 16 – 22" */
export function weekTitle({ number, days }: Week): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const format = new Intl.DateTimeFormat(vscode.env.language, {
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  return vscode.l10n.t("Week {0} · {1}", number, format.formatRange(new Date(first), new Date(last)));
}

/** "November 2026" */
export function monthTitle(day: string): string {
  return written(day, { month: "long", year: "numeric" });
}

/** "Tue 17" */
export function shortDay(day: string): string {
  return written(day, { weekday: "short", day: "numeric" });
}

/** A cell as it is typed: with the comment of its last entry, which is the one that changes. */
function textOf(logged: readonly LoggedTime[]): string {
  const last = logged.at(-1);
  if (!last) return "";
  const { comment = "" } = last;
  const minutes = formatMinutes(sumOf(logged));
  return comment === "" ? minutes : `${minutes} #${comment.replaceAll("\n", " ")}`;
}

function written(day: string, options: Intl.DateTimeFormatOptions): string {
  return Temporal.PlainDate.from(day).toLocaleString(vscode.env.language, options);
}
