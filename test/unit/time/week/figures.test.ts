import { describe, expect, it, test } from "vitest";
import { readCell } from "../../../../src/time/grammar/cell";
import type { LoggedDay } from "../../../../src/time/entry";
import { readGitLog, suggestFromCommits } from "../../../../src/time/week/commits";
import { csvOf } from "../../../../src/time/week/csv";
import { addDays, monthOf, weekdayOf, weekOf } from "../../../../src/time/week/days";
import { figuresOf, plannedOn, type Plan } from "../../../../src/time/week/month";

test("weeks begin on Monday and carry ISO's number, also over a year's end", () => {
  expect(weekOf("2026-11-22")).toEqual({
    number: 47,
    days: ["16", "17", "18", "19", "20", "21", "22"].map((day) => `2026-11-${day}`),
  });
  expect(weekOf("2027-01-01")).toMatchObject({ number: 53 });
  expect(weekOf("2027-01-01").days[0]).toBe("2026-12-28");
  expect(monthOf("2028-02-11")).toHaveLength(29);
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect([weekdayOf("2026-11-22"), weekdayOf("2026-11-23")]).toEqual([0, 1]);
});

describe("a cell", () => {
  it.each([
    ["1h30", { kind: "time", minutes: 90 }],
    [" 90m  #fix login ", { kind: "time", minutes: 90, comment: "fix login" }],
    ["1h30 #", { kind: "time", minutes: 90, comment: "" }],
    ["1,5h #a #b", { kind: "time", minutes: 90, comment: "a #b" }],
    ["9:00-10:30", { kind: "time", minutes: 90, range: { from: "09:00", to: "10:30" } }],
    ["8", { kind: "time", minutes: 480 }],
    ["", { kind: "empty" }],
    ["  ", { kind: "empty" }],
    ["0", { kind: "empty" }],
    ["0h", { kind: "empty" }],
  ])("reads %j", (text, reading) => {
    expect(readCell(text)).toEqual(reading);
  });

  it.each([
    ["lunch", "not-a-duration"],
    ["1h30 acme", "not-a-duration"],
    ["25h", "duration-over-a-day"],
    ["-1h", "duration-negative"],
    ["#only a comment", "duration-missing"],
    ['"1h', "unclosed-quote"],
    ["10:30-9:00", "range-reversed"],
    [`1h #${"x".repeat(1001)}`, "comment-too-long"],
    ["1".repeat(3000), "text-too-long"],
  ])("refuses %j", (text, kind) => {
    expect(readCell(text)).toMatchObject({ kind: "problem", problem: { kind } });
  });
});

describe("CSV", () => {
  it("is quoted where it must be, and ends each line as RFC 4180 has it", () => {
    expect(
      csvOf([
        ["Day", "Comment"],
        ["2026-11-16", 'He said "no", twice\nand left'],
      ]),
    ).toBe('Day,Comment\r\n2026-11-16,"He said ""no"", twice\nand left"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("http://x")'])(
    "never lets a spreadsheet run %j",
    (text) => {
      const [line = ""] = csvOf([[text]]).split("\r\n");
      expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("leaves numbers alone", () => {
    expect(csvOf([[-90, 0, 1.5]])).toBe("-90,0,1.5\r\n");
  });
});

describe("commits", () => {
  const commit = (minute: number, subject = "Fix", day = "2026-11-16") => ({ day, minute, subject });

  it("are sessions where they lie close together, with something before the first", () => {
    expect(
      suggestFromCommits([
        commit(640, "Third"),
        commit(550, "First"),
        commit(600, "Second"),
        commit(900, "First"),
      ]),
    ).toEqual([
      { day: "2026-11-16", first: 550, last: 900, minutes: 150, subjects: ["First", "Second", "Third"] },
    ]);
  });

  it("are kept apart by day, in order", () => {
    const days = suggestFromCommits([commit(600, "b", "2026-11-17"), commit(600, "a")]).map(({ day }) => day);
    expect(days).toEqual(["2026-11-16", "2026-11-17"]);
    expect(suggestFromCommits([])).toEqual([]);
  });

  it("are read from git's lines, whatever else is there", () => {
    const log = "2026-11-16T09:10:00+01:00\tFix <b>login</b>\twith a tab\nwarning: x\n\n";
    expect(readGitLog(log, (instant) => ({ day: instant.slice(0, 10), minute: 550 }))).toEqual([
      { day: "2026-11-16", minute: 550, subject: "Fix <b>login</b>\twith a tab" },
    ]);
  });
});

describe("a month", () => {
  const day = (
    date: string,
    ...minutes: readonly [worker: string | undefined, minutes: number][]
  ): LoggedDay => ({
    day: date,
    locked: false,
    logged: minutes.map(([projectWorkerId, length], n) => ({
      id: `${date} ${n}`,
      day: date,
      minutes: length,
      projectWorkerId,
    })),
  });
  const plan: Plan = {
    projectWorkerId: "1",
    from: "2026-11-01",
    to: "2026-11-30",
    minutesADay: 60,
    weekdays: [1, 2],
  };
  const nameOf = (worker: string | undefined) => (worker === undefined ? "none" : `Project ${worker}`);

  it("is summed by project and by week, the plan until today only", () => {
    const days = [
      day("2026-11-15", ["2", 30]),
      day("2026-11-16", ["1", 90], [undefined, 15]),
      day("2026-11-17"),
      day("2026-11-24", ["1", 10]),
    ];
    expect(figuresOf(days, [plan], nameOf, "2026-11-17")).toEqual({
      byProject: [
        { name: "Project 1", minutes: 100, planned: 120 },
        { name: "Project 2", minutes: 30, planned: 0 },
        { name: "none", minutes: 15, planned: 0 },
      ],
      byWeek: [
        { name: "46", minutes: 30, planned: 0 },
        { name: "47", minutes: 105, planned: 120 },
        { name: "48", minutes: 10, planned: 0 },
      ],
    });
  });

  it("plans only weekdays of the period", () => {
    expect(
      ["2026-10-27", "2026-11-02", "2026-11-04", "2026-12-01"].map((one) => plannedOn(plan, one)),
    ).toEqual([0, 60, 0, 0]);
  });
});
