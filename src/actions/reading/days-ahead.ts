import { Temporal } from "temporal-polyfill";
import { weekdayOfWord } from "../../time/grammar/day-words";
import { readDay } from "../../time/grammar/days";
import type { DayProblem } from "../../time/grammar/types";

export type DaysAhead =
  /** The likeliest first; several where the text can honestly be read otherwise. */
  | { readonly ok: true; readonly days: readonly Temporal.PlainDate[] }
  | { readonly ok: false; readonly problem: DayProblem["kind"] };

type Day = Temporal.PlainDate;

/** 29 February is at most eight years away (1896 to 1904, 2096 to 2104). */
const LONGEST_GAP = 8;

/**
 * Reads a day that usually lies ahead: a deadline, a start. Time is logged on days gone by, so there `fri` is the
 * last Friday; here it is the next one, and `1 dec` the first of December that comes.
 */
export function readDayAhead(text: string, today: Day): DaysAhead {
  const words = plainWords(text);
  const days =
    readPhrase(words, today) ??
    readSpan(words, today) ??
    readWeekday(words, today) ??
    readDayOfMonth(words, today);
  if (days) return found(days);
  if (/^\p{L}|^[+-]/u.test(words) && !/^\p{L}+[-/. ]?\d/u.test(words)) return asLogged(text, today);
  // `1st december` and `1. december` are `1 december`.
  return readDate(words.replace(/^(\d{1,2})(?:st|nd|rd|th|\.) ?(?=\p{L})/u, "$1 "), today);
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[−–—]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

function readPhrase(words: string, today: Day): Day[] | undefined {
  const nextMonth = today.with({ day: 1 }).add({ months: 1 });
  switch (words) {
    case "end of month":
    case "end of the month":
    case "end of this month":
    case "eom":
    case "fin de mes":
      return [nextMonth.subtract({ days: 1 })];
    case "next month":
    case "proximo mes":
      return [nextMonth, today.add({ months: 1 })];
    case "end of next month":
      return [nextMonth.add({ months: 1 }).subtract({ days: 1 })];
    case "next week":
    case "proxima semana":
      return [mondayAfter(today)];
    case "end of week":
    case "end of the week":
    case "eow": {
      const sunday = mondayAfter(today).subtract({ days: 1 });
      const friday = sunday.subtract({ days: 2 });
      return Temporal.PlainDate.compare(friday, today) < 0 ? [sunday] : [friday, sunday];
    }
    case "end of year":
    case "end of the year":
    case "eoy":
    case "fin de ano":
      return [today.with({ month: 12, day: 31 })];
    default:
      return undefined;
  }
}

/** `in 2 weeks`, `+3d`, `+1m`. */
const SPAN = /^(?:in |en |\+ ?)(\d{1,3}) ?(d|days?|dias?|w|weeks?|semanas?|m|months?|mes|meses)$/u;

function readSpan(words: string, today: Day): Day[] | undefined {
  const [, digits, unit = ""] = SPAN.exec(words) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits);
  if (unit.startsWith("d")) return [today.add({ days: count })];
  return [unit.startsWith("m") ? today.add({ months: count }) : today.add({ weeks: count })];
}

function readWeekday(words: string, today: Day): Day[] | undefined {
  const [, which, name = ""] = /^(?:(next|this|proximo|este) )?(\p{L}+)$/u.exec(words) ?? [];
  const weekday = weekdayOfWord(name);
  if (weekday === undefined) return undefined;
  const away = (weekday - today.dayOfWeek + 7) % 7;
  const coming = today.add({ days: away === 0 ? 7 : away });
  if (which === "this" || which === "este") return [today.add({ days: away })];
  if (which === undefined) return away === 0 ? [coming, today] : [coming];
  // Said on a Wednesday, "next Friday" is that of next week for some and the day after tomorrow for others.
  const nextWeek = mondayAfter(today).add({ days: weekday - 1 });
  return nextWeek.equals(coming) ? [coming] : [nextWeek, coming];
}

/** `15`, `15th`: the next day of a month that has this number. */
function readDayOfMonth(words: string, today: Day): Day[] | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(words) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (number < 1 || number > 31) return [];
  const first = today.with({ day: 1 });
  const days = Array.from({ length: 3 }, (_, months) => first.add({ months }))
    .filter((month) => number <= month.daysInMonth)
    .map((month) => month.with({ day: number }))
    .filter((day) => Temporal.PlainDate.compare(day, today) >= 0);
  return days.slice(0, 1);
}

/** `today`, `tomorrow`, `+3`, and what only looks back, such as `yesterday`. */
function asLogged(text: string, today: Day): DaysAhead {
  const read = readDay(text, today);
  if (!read.ok) return { ok: false, problem: read.problem.kind };
  return found([read.value.day, ...read.value.alternatives]);
}

/**
 * A date without a year is, when read on a 31 December, always of that year: so the years from this one on are tried
 * until the date is there and not gone by. One with a year is the same in all of them.
 */
function readDate(text: string, today: Day): DaysAhead {
  const readings = Array.from({ length: LONGEST_GAP + 1 }, (_, years) =>
    readDay(text, Temporal.PlainDate.from({ year: today.year + years, month: 12, day: 31 })),
  );
  const good = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const [first] = readings;
  if (good.length === 0) return readMonthFirst(text, today) ?? problemOf(first);
  const [main, other] = [good.map(({ day }) => day), good.flatMap(({ alternatives }) => alternatives)];
  return found([nextOf(main, today), nextOf(other, today)].filter((day) => day !== undefined));
}

/** `12/25` is no date with the day first, and plainly one with the month first. */
function readMonthFirst(text: string, today: Day): DaysAhead | undefined {
  const [, month, day = "", rest = ""] = /^(\d{1,2})\/(\d{1,2})(\/\d{2,4})?$/u.exec(text.trim()) ?? [];
  if (month === undefined || Number(day) <= 12) return undefined;
  return readDate(`${day}/${month}${rest}`, today);
}

function problemOf(reading: ReturnType<typeof readDay> | undefined): DaysAhead {
  return { ok: false, problem: reading?.ok === false ? reading.problem.kind : "unknown-day" };
}

function nextOf(days: readonly Day[], today: Day): Day | undefined {
  return days.find((day) => Temporal.PlainDate.compare(day, today) >= 0) ?? days[0];
}

function found(days: readonly Day[]): DaysAhead {
  const different = days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index);
  return different.length === 0
    ? { ok: false, problem: "day-does-not-exist" }
    : { ok: true, days: different };
}

function mondayAfter(day: Day): Day {
  return day.add({ days: 8 - day.dayOfWeek });
}
