import * as vscode from "vscode";
import { oneLine } from "../../../records/plain-text";
import { minutesOf, type LoggedDay, type LoggedTime } from "../../entry";
import { expectedMinutes, missingMinutes, type WorkingHours } from "../../expected";
import { formatMinutes } from "../../grammar/format";
import { offInWords } from "../day-words";
import { readableDay } from "../readable-day";
import { rowIdOf } from "../../week/sheet";
import { rowItem, type TimeRow } from "./time-row";

/** What the rows of days are made of. */
export interface WeekContent {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The seven days of the week that today is in. */
  readonly days: readonly LoggedDay[];
  readonly hours: WorkingHours;
  /** Project and subproject. */
  readonly nameOf: (logged: LoggedTime) => string;
  /** The resource that an entry is a record of: its name in the catalogue. */
  readonly resourceOf: (logged: LoggedTime) => string;
}

/** Today with its entries, then the week with its days. */
export function weekRows(week: WeekContent): TimeRow[] {
  const today = week.days.find(({ day }) => day === week.today);
  return [...(today ? [dayRow(today, week, "today")] : []), weekRow(week)];
}

function weekRow(week: WeekContent): TimeRow {
  const { days, hours, today } = week;
  const sum = (minutes: readonly number[]) => minutes.reduce((one, other) => one + other, 0);
  const expected = sum(days.map((day) => expectedMinutes(day, hours)));
  const logged = sum(days.map(minutesOf));
  const missing = sum(
    days.filter(({ day }) => day <= today).map((day) => missingMinutes(day, minutesOf(day), hours)),
  );
  const shown = days.filter(
    (day) => day.logged.length > 0 || expectedMinutes(day, hours) > 0 || offOf(day) !== "",
  );
  const description = inWords([totalInWords(logged, expected), missingInWords(missing)]);
  return {
    item: rowItem({
      id: "week",
      label: vscode.l10n.t("This Week"),
      description,
      icon: "calendar",
      context: "group week",
      state: "closed",
      tooltip: missing > 0 ? vscode.l10n.t("{0}, counted until today", description) : description,
    }),
    below: shown.map((day) => dayRow(day, week, "ofWeek")),
  };
}

function dayRow(day: LoggedDay, week: WeekContent, place: "today" | "ofWeek"): TimeRow {
  const { today, hours } = week;
  const isAhead = day.day > today;
  const logged = minutesOf(day);
  const missing = isAhead || day.locked ? 0 : missingMinutes(day, logged, hours);
  const expected = expectedMinutes(day, hours);
  const total = totalInWords(logged, expected);
  const reason = day.locked
    ? vscode.l10n.t("approved and closed")
    : isAhead
      ? vscode.l10n.t("still to come")
      : missingInWords(missing);
  const id = `${place}/${day.day}`;
  const below = day.logged.length > 0 ? projectRows(day, week, id) : place === "today" ? [emptyRow(id)] : [];
  const takesTime = !day.locked && !isAhead;
  return {
    item: rowItem({
      id,
      label: place === "today" ? vscode.l10n.t("Today") : capitalized(readableDay(day.day, today)),
      description: inWords(isAhead && logged === 0 ? [offOf(day), reason] : [total, offOf(day), reason]),
      icon: day.locked
        ? "lock"
        : isAhead
          ? "circle-outline"
          : logged > 0 && missing === 0
            ? "check"
            : "clock",
      context: takesTime ? "group day takesTime" : "group day",
      ...(below.length > 0 && { state: place === "today" ? "open" : "closed" }),
    }),
    below,
    ...(takesTime && { logText: missingText(day.day, missing, today) }),
  };
}

/** Why less is expected of it; empty on other days. */
function offOf({ facts }: LoggedDay): string {
  return facts ? offInWords(facts) : "";
}

/** What Log Time starts with on a day: what it lacks, where it lacks something. */
function missingText(day: string, missing: number, today: string): string {
  return [missing > 0 ? `${formatMinutes(missing)} ` : "", day === today ? "" : `@${day} `].join("");
}

/** One row a project, and where there are several entries on it, these below. */
function projectRows(day: LoggedDay, week: WeekContent, above: string): TimeRow[] {
  const byName = new Map<string, LoggedTime[]>();
  for (const logged of day.logged) {
    const name = week.nameOf(logged);
    byName.set(name, [...(byName.get(name) ?? []), logged]);
  }
  return [...byName]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([name, entries]) => {
      const inOrder = entries.toSorted((one, other) => startOf(one).localeCompare(startOf(other)));
      const [first] = inOrder;
      if (!first) return [];
      if (inOrder.length === 1) return [entryRow(first, name, day, week, above)];
      const id = `${above}/${first.projectWorkerId === undefined ? "none" : rowIdOf(first)}`;
      const minutes = minutesOf({ ...day, logged: inOrder });
      const row: TimeRow = {
        item: rowItem({
          id,
          label: name,
          description: inWords([formatMinutes(minutes), vscode.l10n.t("{0} entries", inOrder.length)]),
          icon: "project",
          context: "group project",
          state: "closed",
        }),
        below: inOrder.map((logged) => entryRow(logged, undefined, day, week, id)),
      };
      return [row];
    });
}

/** @param name of its project, where no row above says it */
function entryRow(
  logged: LoggedTime,
  name: string | undefined,
  day: LoggedDay,
  week: WeekContent,
  above: string,
): TimeRow {
  const clockTimes = logged.range ? `${logged.range.from}–${logged.range.to}` : "";
  const isRunning = logged.shiftId !== undefined && !logged.range;
  const time = isRunning ? vscode.l10n.t("running") : formatMinutes(logged.minutes);
  const comment = oneLine(logged.comment ?? "");
  const rest = name === undefined ? [clockTimes, comment] : [time, clockTimes, comment];
  const isWaiting = logged.projectWorkerId === undefined && logged.range !== undefined;
  return {
    item: rowItem({
      id: `${above}/${logged.id}`,
      label: name ?? time,
      description: inWords(rest),
      icon: isWaiting ? "question" : isRunning ? "watch" : "circle-small-filled",
      context: `entry ${day.locked ? "locked" : isRunning ? "running" : isWaiting ? "waiting" : "open"}`,
      tooltip: [week.nameOf(logged), inWords([time, clockTimes]), logged.comment].filter(Boolean).join("\n"),
    }),
    below: [],
    logged,
    resourceName: week.resourceOf(logged),
    recordId: logged.id,
    ...(isWaiting && { logText: `${logged.range.from}-${logged.range.to} @${logged.day} ` }),
  };
}

function emptyRow(above: string): TimeRow {
  const label = vscode.l10n.t("Nothing is logged yet.");
  return {
    item: rowItem({ id: `${above}/empty`, label, description: "", icon: "blank", context: "part empty" }),
    below: [],
  };
}

function totalInWords(minutes: number, expected: number): string {
  const logged = formatMinutes(minutes);
  return expected > 0 ? `${logged} / ${formatMinutes(expected)}` : logged;
}

function missingInWords(minutes: number): string {
  return minutes > 0 ? vscode.l10n.t("{0} missing", formatMinutes(minutes)) : "";
}

function inWords(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

function startOf({ range }: LoggedTime): string {
  return range?.from ?? "";
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase(vscode.env.language) + text.slice(1);
}
