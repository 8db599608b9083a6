import { Temporal } from "temporal-polyfill";
import { calendarWord, monthOfWord, weekdayOfWord } from "./day-words";
import { foldText } from "./text";
import { timeText } from "./time-text";
import type { DayProblem } from "./types";

export interface DayValue {
  day: Temporal.PlainDate;
  /** It may honestly be another day; see `alternatives`. */
  ambiguous: boolean;
  alternatives: readonly Temporal.PlainDate[];
}

export type DayResult = { ok: true; value: DayValue } | { ok: false; problem: DayProblem };

const DAYS_AGO = /^([+-])(\d{1,3})(?: ?d)?$/u;
const ISO_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
const DAY_MONTH_YEAR = /^(\d{1,2})([-/.])(\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/u;
const DAY_ALONE = /^\d{1,2}$/u;
const DAY_THEN_MONTH_NAME = /^(\d{1,2})[-/. ]?(\p{L}{3,10})\.?(?:[-/. ]?(\d{4}))?$/u;
const MONTH_NAME_THEN_DAY = /^(\p{L}{3,10})[-/. ]?(\d{1,2})$/u;
const LAST_WEEKDAY = /^(?:last[ -]?(\p{L}+)|(\p{L}+) pasad[oa])$/u;

/** Reads what follows the `@`. Days that lie ahead are read too; whether they're allowed is asked elsewhere. */
export function readDay(text: string, today: Temporal.PlainDate): DayResult {
  const tidy = timeText(text) ?? "";
  return (
    readWord(tidy, today) ??
    readNumbers(tidy, text, today) ??
    readMonthName(tidy, text, today) ?? { ok: false, problem: { kind: "unknown-day", text } }
  );
}

/** "last" waits for a weekday and a weekday may be followed by "pasado": is the next word part of the day? */
export function takesNextWord(text: string, next: string): boolean {
  const word = foldText(text).spaced;
  const following = foldText(next).spaced;
  if (word === "last") return weekdayOfWord(following) !== undefined;
  return /^pasad[oa]$/u.test(following) && weekdayOfWord(word) !== undefined;
}

function readWord(tidy: string, today: Temporal.PlainDate): DayResult | undefined {
  const ago = DAYS_AGO.exec(tidy);
  if (ago) {
    const days = Number(ago[2]) * (ago[1] === "-" ? -1 : 1);
    return certain(today.add({ days }));
  }
  const word = withoutAccents(tidy);
  const offset = calendarWord(word);
  if (offset !== undefined) return certain(today.add({ days: offset }));
  const weekday = weekdayOfWord(word);
  if (weekday !== undefined) return certain(latestWeekday(weekday, today));
  const last = LAST_WEEKDAY.exec(word);
  const lastWeekday = weekdayOfWord(last?.[1] ?? last?.[2] ?? "");
  if (lastWeekday === undefined) return undefined;
  const latest = latestWeekday(lastWeekday, today);
  // Said on a Wednesday, "last Monday" is the one of last week for some and the day before yesterday for others.
  const alternatives = latest.equals(today) ? [] : [latest];
  const day = latest.subtract({ days: 7 });
  return { ok: true, value: { day, ambiguous: alternatives.length > 0, alternatives } };
}

function readNumbers(tidy: string, text: string, today: Temporal.PlainDate): DayResult | undefined {
  const iso = ISO_DAY.exec(tidy);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]), text);
  if (DAY_ALONE.test(tidy)) return dayOfMonth(Number(tidy), text, today);
  const match = DAY_MONTH_YEAR.exec(tidy);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4];
  const result =
    year === undefined ? nearest(second, first, text, today) : existing(fullYear(year), second, first, text);
  // The day comes first. Those who put the month first are shown the other reading, if it's a day gone by.
  if (!result.ok || first === second || match[2] !== "/") return result;
  const swapped =
    year === undefined ? nearest(first, second, text, today) : existing(fullYear(year), first, second, text);
  if (!swapped.ok || Temporal.PlainDate.compare(swapped.value.day, today) > 0) return result;
  return { ok: true, value: { ...result.value, ambiguous: true, alternatives: [swapped.value.day] } };
}

function readMonthName(tidy: string, text: string, today: Temporal.PlainDate): DayResult | undefined {
  const word = withoutAccents(tidy);
  const dayFirst = DAY_THEN_MONTH_NAME.exec(word);
  const monthFirst = MONTH_NAME_THEN_DAY.exec(word);
  const month = monthOfWord(dayFirst?.[2] ?? monthFirst?.[1] ?? "");
  if (month === undefined) return undefined;
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  const year = dayFirst?.[3];
  return year === undefined ? nearest(month, day, text, today) : existing(Number(year), month, day, text);
}

function withoutAccents(tidy: string): string {
  return tidy.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The most recent such weekday, today included. Monday is 1. */
function latestWeekday(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 });
}

/** "@18": of this month, or of the last one while this month's is still to come. */
function dayOfMonth(day: number, text: string, today: Temporal.PlainDate): DayResult {
  const month = day > today.day ? today.toPlainYearMonth().subtract({ months: 1 }) : today.toPlainYearMonth();
  return existing(month.year, month.month, day, text);
}

/** Without a year: this year, or last year when this year's lies ahead and last year's is the closer one. */
function nearest(month: number, day: number, text: string, today: Temporal.PlainDate): DayResult {
  const thisYear = existing(today.year, month, day, text);
  if (thisYear.ok && Temporal.PlainDate.compare(thisYear.value.day, today) <= 0) return thisYear;
  const lastYear = existing(today.year - 1, month, day, text);
  if (!lastYear.ok || !thisYear.ok) return thisYear;
  const ahead = today.until(thisYear.value.day).days;
  const behind = lastYear.value.day.until(today).days;
  return behind < ahead ? lastYear : thisYear;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function existing(year: number, month: number, day: number, text: string): DayResult {
  try {
    return certain(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }));
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: { kind: "day-does-not-exist", text } };
    throw error;
  }
}

function certain(day: Temporal.PlainDate): DayResult {
  return { ok: true, value: { day, ambiguous: false, alternatives: [] } };
}
