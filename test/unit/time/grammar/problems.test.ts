import { describe, expect, it } from "vitest";
import { context, parse, sentences } from "./fixtures";

type Row = [name: string, text: string, kind: string, sentence: string];

const noTime = (text: string) => `"${text}" is no time at all. Log at least 1 minute.`;
const negative = (text: string) => `"${text}" is negative. To correct an entry, edit or delete it.`;
const overADay = (text: string) => `"${text}" is more than 24 hours. One entry holds a day at most.`;
const seconds = (text: string) => `"${text}" has seconds. Factorial keeps whole minutes only.`;
const two = (first: string, second: string) =>
  `"${first}" and "${second}" both look like the time. Keep one; put the name of a project in quotes.`;
const notADay = (text: string) =>
  `"${text}" is not a day. Type @today, @yesterday, @mon, @18, @18/11, @2026-11-18 or @-1.`;
const notInCalendar = (text: string) =>
  `"${text}" is not in the calendar. Days are typed before months: @18/11.`;
const toCome = (day: string) => `${day} is still to come. Time is logged for today or earlier.`;

const times: Row[] = [
  ["zero", "0", "duration-zero", noTime("0")],
  ["zero hours", "0h", "duration-zero", noTime("0h")],
  ["zero by colon", "00:00", "duration-zero", noTime("00:00")],
  ["negative", "-1h", "duration-negative", negative("-1h")],
  ["negative, bare", "-30", "duration-negative", negative("-30")],
  ["negative, typographic", "−1h", "duration-negative", negative("−1h")],
  [
    "less than a minute",
    "0.001h",
    "duration-under-a-minute",
    '"0.001h" is less than a minute. Log at least 1 minute.',
  ],
  ["above a day, bare", "1441", "duration-over-a-day", overADay("1441")],
  ["above a day, hours", "25h", "duration-over-a-day", overADay("25h")],
  ["above a day, colon", "25:00", "duration-over-a-day", overADay("25:00")],
  ["a minute above a day", "24h01", "duration-over-a-day", overADay("24h01")],
  ["above a day, huge", "9999999999999999999h", "duration-over-a-day", overADay("9999999999999999999h")],
  ["75 minutes", "1h75", "minutes-over-59", '"1h75" has 75 minutes after the hours; up to 59 fit.'],
  ["75 minutes by colon", "1:75", "minutes-over-59", '"1:75" has 75 minutes after the hours; up to 59 fit.'],
  [
    "75 minutes with unit",
    "1h 75m",
    "minutes-over-59",
    '"1h 75m" has 75 minutes after the hours; up to 59 fit.',
  ],
  ["seconds", "30s", "seconds", seconds("30s")],
  ["seconds after minutes", "1m30s", "seconds", seconds("1m30s")],
  ["seconds by colon", "1:30:00", "seconds", seconds("1:30:00")],
  ["half-typed colon", "1:", "duration-incomplete", '"1:" is not complete. Type it like 1:30 or 1.5h.'],
  ["half-typed decimal", "1.", "duration-incomplete", '"1." is not complete. Type it like 1:30 or 1.5h.'],
  [
    "half-typed range with a space",
    "9:00 -",
    "range-incomplete",
    '"9:00 -" has no end. Type it like 9:00-10:30.',
  ],
  ["half-typed range", "9:00-", "range-incomplete", '"9:00-" has no end. Type it like 9:00-10:30.'],
  [
    "range with impossible hour",
    "25:00-26:00",
    "clock-time",
    '"25:00" in "25:00-26:00" is not a time of day.',
  ],
  [
    "range with impossible minutes",
    "9:00-10:75",
    "clock-time",
    '"10:75" in "9:00-10:75" is not a time of day.',
  ],
  ["range with half-typed minutes", "9:00-10:3", "clock-time", '"10:3" in "9:00-10:3" is not a time of day.'],
  ["range with 13pm", "9am-13pm", "clock-time", '"13pm" in "9am-13pm" is not a time of day.'],
  ["range with 0am", "0am-9am", "clock-time", '"0am" in "0am-9am" is not a time of day.'],
  ["range of nothing", "9:00-9:00", "range-empty", '"9:00-9:00" starts and ends at the same time.'],
  [
    "range reversed",
    "10:30-9:00",
    "range-reversed",
    '"10:30-9:00" ends at 09:00, before it starts at 10:30. Type both like 09:00-17:00.',
  ],
  [
    "range reversed, for lack of pm",
    "9-5",
    "range-reversed",
    '"9-5" ends at 05:00, before it starts at 09:00. Type both like 09:00-17:00.',
  ],
  [
    "over midnight",
    "22:00-01:00",
    "crosses-midnight",
    '"22:00-01:00" crosses midnight. Log two entries: 2h on this day and 1h on the next.',
  ],
  [
    "over midnight in halves",
    "10pm-1",
    "crosses-midnight",
    '"10pm-1" crosses midnight. Log two entries: 2h on this day and 1h on the next.',
  ],
  [
    "up to midnight",
    "22:00-24:00",
    "ends-at-midnight",
    '"22:00-24:00" ends at midnight. Type its length instead: 2h.',
  ],
  [
    "up to midnight as 0:00",
    "22:00-0:00",
    "ends-at-midnight",
    '"22:00-0:00" ends at midnight. Type its length instead: 2h.',
  ],
  ["later than now", "14:00-15:01", "future-time", "15:01 is still to come: it is 15:00 now."],
  ["two durations", "1h 2h", "several-times", two("1h", "2h")],
  ["a start and a duration", "9:00 1h", "several-times", two("9:00", "1h")],
  ["duration and range", "1h 9-10", "several-times", two("1h", "9-10")],
  ["a second number that only begins a name", "90 2", "several-times", two("90", "2")],
  ["two bare numbers", "acme 8 90", "several-times", two("8", "90")],
];

const days: Row[] = [
  ["unknown word", "1h @soon", "unknown-day", notADay("@soon")],
  ["nothing after the @", "1h @", "unknown-day", notADay("@")],
  ["last without a weekday", "1h @last", "unknown-day", notADay("@last")],
  ["too short a word", "1h @mo", "unknown-day", notADay("@mo")],
  ["a name of the language's own", "1h @__proto__", "unknown-day", notADay("@__proto__")],
  ["far too many days ago", "1h @-99999999", "unknown-day", notADay("@-99999999")],
  ["30 February", "1h @2026-02-30", "day-does-not-exist", notInCalendar("@2026-02-30")],
  ["29 February of another year", "1h @29/2", "day-does-not-exist", notInCalendar("@29/2")],
  ["31 November", "1h @31/11", "day-does-not-exist", notInCalendar("@31/11")],
  ["31 November by name", "1h @31nov", "day-does-not-exist", notInCalendar("@31nov")],
  ["month first", "1h @11/18", "day-does-not-exist", notInCalendar("@11/18")],
  ["day zero", "1h @0", "day-does-not-exist", notInCalendar("@0")],
  ["day 32", "1h @32", "day-does-not-exist", notInCalendar("@32")],
  ["tomorrow", "1h @tomorrow", "future-day", toCome("2026-11-19")],
  ["tomorrow in Spanish", "1h @mañana", "future-day", toCome("2026-11-19")],
  ["in two days", "1h @+2", "future-day", toCome("2026-11-20")],
  ["next month", "1h @18/12", "future-day", toCome("2026-12-18")],
  ["next year", "1h @2027-01-01", "future-day", toCome("2027-01-01")],
  ["two days", "1h @mon @tue", "several-days", '"@mon" and "@tue" are two days. Keep one of them.'],
];

const words: Row[] = [
  ["no such project", "1h zzz", "unknown-project", 'None of your projects matches "zzz".'],
  [
    "names of the language's own",
    "1h __proto__ constructor",
    "unknown-project",
    'None of your projects matches "__proto__ constructor".',
  ],
  ["no such project nor subproject", "1h zzz/api", "unknown-project", 'None of your projects matches "zzz".'],
  ["no such subproject anywhere", "1h /zzz", "unknown-project", 'None of your projects matches "zzz".'],
  ["a comment glued to the time", "1h#fix", "unknown-project", 'None of your projects matches "1h#fix".'],
  [
    "no such subproject",
    "1h acm/xyz",
    "unknown-subproject",
    'ACME has no subproject "xyz". It has: API, Web App, Phase 2.',
  ],
  ["a project without subprojects", "1h old/x", "unknown-subproject", "Acme Legacy has no subprojects."],
  ["a quote left open", '1h "acme legacy', "unclosed-quote", "A quotation mark is not closed."],
  [
    "a comment too long",
    `1h #${"x".repeat(1001)}`,
    "comment-too-long",
    "The comment has 1001 characters; 1000 are allowed.",
  ],
  [
    "too many words",
    "acme ".repeat(61),
    "words-too-long",
    "There are 305 characters before the comment; 300 are allowed. A comment starts with #.",
  ],
  [
    "a text too long",
    `1h #${"x".repeat(2000)}`,
    "text-too-long",
    "The text has 2004 characters; 2000 are allowed.",
  ],
];

describe("What can't be logged says why", () => {
  it.each([...times, ...days, ...words])("%s", (_, text, kind, sentence) => {
    const entry = parse(text);
    expect(entry.problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(sentences(entry)).toEqual([sentence]);
  });

  it.each(times.filter(([, , kind]) => kind !== "future-time"))("no minutes: %s", (_, text) => {
    expect(parse(text)).not.toHaveProperty("minutes");
  });

  it("a comment is measured in characters, not in their halves", () => {
    expect(parse(`1h #${"🚀".repeat(900)}`).problems).toEqual([]);
  });

  it("several problems are all told", () => {
    const kinds = parse("25h zzz @soon").problems.map((problem) => problem.kind);
    expect(kinds).toEqual(["duration-over-a-day", "unknown-project", "unknown-day"]);
  });

  it("a text over the limit is refused before anything is read", () => {
    const { projects } = context;
    const untouchable = new Proxy(projects, {
      get: () => {
        throw new Error("The projects were looked at");
      },
    });
    for (const text of [
      "x".repeat(1_000_000),
      "9".repeat(1_000_000),
      " @".repeat(500_000),
      '"'.repeat(1_000_000),
    ]) {
      const entry = parse(text, { projects: untouchable });
      expect(entry).toMatchObject({ matches: [], readings: [], problems: [{ kind: "text-too-long" }] });
    }
  });
});
