import { describe, expect, it } from "vitest";
import { CALENDAR_WORDS, MONTH_WORDS, WEEKDAY_WORDS } from "../../../../src/time/grammar/day-words";
import { parse, summary } from "./fixtures";

type Row = [name: string, text: string, read: string];

/** Read on Wednesday 2026-11-18. */
const rows: Row[] = [
  ["today", "@today", "@2026-11-18"],
  ["yesterday", "@yesterday", "@2026-11-17"],
  ["beginning of a word", "@yest", "@2026-11-17"],
  ["capital letters", "@Yesterday", "@2026-11-17"],
  ["Spanish today", "@hoy", "@2026-11-18"],
  ["Spanish yesterday", "@ayer", "@2026-11-17"],
  ["Spanish day before yesterday", "@anteayer", "@2026-11-16"],
  ["weekday, short", "@mon", "@2026-11-16"],
  ["weekday, long", "@monday", "@2026-11-16"],
  ["weekday, Spanish", "@lunes", "@2026-11-16"],
  ["weekday, Spanish with accent", "@miércoles", "@2026-11-18"],
  ["weekday, Spanish without accent", "@sabado", "@2026-11-14"],
  ["mar is Tuesday (martes), not March", "@mar", "@2026-11-17"],
  ["today's own weekday is today", "@wed", "@2026-11-18"],
  ["a weekday still to come is last week's", "@thu", "@2026-11-12"],
  ["last Monday, said on a Wednesday", "@last mon", "@2026-11-09?2026-11-16"],
  ["last with a hyphen", "@last-mon", "@2026-11-09?2026-11-16"],
  ["last, said on the same weekday", "@last wed", "@2026-11-11"],
  ["last, Spanish", "@lunes pasado", "@2026-11-09?2026-11-16"],
  ["day of this month", "@2", "@2026-11-02"],
  ["today by number", "@18", "@2026-11-18"],
  ["a day still to come is last month's", "@19", "@2026-10-19"],
  ["day and month", "@13/10", "@2026-10-13"],
  ["day and month with dot", "@18.11", "@2026-11-18"],
  ["day and month with hyphen", "@17-11", "@2026-11-17"],
  ["a date that may have its month first", "@5/11", "@2026-11-05?2026-05-11"],
  ["month and day alike", "@11/11", "@2026-11-11"],
  ["day, month, year", "@18/11/2025", "@2025-11-18"],
  ["day, month, short year", "@18.11.25", "@2025-11-18"],
  ["a month long ahead is last year's", "@20/12/25", "@2025-12-20"],
  ["ISO date", "@2026-11-17", "@2026-11-17"],
  ["ISO date with slashes", "@2026/11/17", "@2026-11-17"],
  ["day and month name", "@17nov", "@2026-11-17"],
  ["day and Spanish month name", "@3enero", "@2026-01-03"],
  ["month name first", "@nov17", "@2026-11-17"],
  ["month name and year", "@18-nov-2025", "@2025-11-18"],
  ["a day ago", "@-1", "@2026-11-17"],
  ["two days ago with unit", "@-2d", "@2026-11-16"],
  ["leap day", "@2024-02-29", "@2024-02-29"],
];

const turnOfYear: Row[] = [
  ["last month is last year's December", "@18", "@2025-12-18"],
  ["a date of last autumn", "@18/11", "@2025-11-18"],
  ["a date of this year", "@3/1", "@2026-01-03"],
];

describe("Days in an entry", () => {
  it.each(rows)("%s: %s", (_, text, read) => {
    expect(summary(parse(text))).toBe(read);
  });

  it.each(turnOfYear)("on 10 January, %s: %s", (_, text, read) => {
    expect(summary(parse(text, { today: "2026-01-10" }))).toBe(read);
  });

  it("without a day is today, and says that none was given", () => {
    expect(parse("1h")).toMatchObject({ day: "2026-11-18", dayGiven: false });
  });

  it.each([
    ["calendar words", CALENDAR_WORDS],
    ["weekdays", WEEKDAY_WORDS],
    ["months", MONTH_WORDS],
  ])("three letters mean one thing: %s", (_, words) => {
    const meanings = new Map<string, number>();
    for (const [word, meaning] of words) {
      const short = word.slice(0, 3);
      expect(meanings.get(short) ?? meaning).toBe(meaning);
      meanings.set(short, meaning);
    }
  });

  it("no beginning is both a weekday and another day", () => {
    const shortWords = [...CALENDAR_WORDS.keys()].map((word) => word.slice(0, 3));
    const shortWeekdays = new Set([...WEEKDAY_WORDS.keys()].map((word) => word.slice(0, 3)));
    expect(shortWords.filter((word) => shortWeekdays.has(word))).toEqual([]);
  });
});
