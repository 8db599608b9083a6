import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readDayAhead } from "../../../src/actions/reading/days-ahead";
import { readMoment } from "../../../src/actions/reading/moments";

/** A Wednesday. */
const TODAY = "2026-11-18";

function days(text: string, today = TODAY): string[] | string {
  const read = readDayAhead(text, Temporal.PlainDate.from(today));
  return read.ok ? read.days.map((day) => day.toString()) : read.problem;
}

describe("a day that usually lies ahead", () => {
  it.each([
    ["today", ["2026-11-18"]],
    ["tomorrow", ["2026-11-19"]],
    ["mañana", ["2026-11-19"]],
    ["yesterday", ["2026-11-17"]],
    ["+3", ["2026-11-21"]],
    ["-2", ["2026-11-16"]],
    ["+3d", ["2026-11-21"]],
    ["+2w", ["2026-12-02"]],
    ["+ 2 weeks", ["2026-12-02"]],
    ["in 2 weeks", ["2026-12-02"]],
    ["in 1 month", ["2026-12-18"]],
    ["en 10 días", ["2026-11-28"]],
  ])("reads %j from today on", (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each([
    ["fri", ["2026-11-20"]],
    ["Friday", ["2026-11-20"]],
    ["viernes", ["2026-11-20"]],
    ["mon", ["2026-11-23"]],
    ["tue", ["2026-11-24"]],
    // On a Wednesday, the next one; and today, as it may be meant.
    ["wed", ["2026-11-25", "2026-11-18"]],
    ["this wed", ["2026-11-18"]],
    ["next fri", ["2026-11-27", "2026-11-20"]],
    ["next mon", ["2026-11-23"]],
    ["próximo lunes", ["2026-11-23"]],
    ["last fri", ["2026-11-06", "2026-11-13"]],
  ])("takes %j for the next such day", (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each([
    ["1 dec", ["2026-12-01"]],
    ["1. december", ["2026-12-01"]],
    ["1st of december", "unknown-day"],
    ["1st december", ["2026-12-01"]],
    ["dec 1", ["2026-12-01"]],
    ["1 de", "unknown-day"],
    ["17 nov", ["2027-11-17"]],
    ["18 nov", ["2026-11-18"]],
    ["3 mar", ["2027-03-03"]],
    ["1/12", ["2026-12-01", "2027-01-12"]],
    ["1.12", ["2026-12-01"]],
    ["25/12", ["2026-12-25"]],
    ["12/25", ["2026-12-25"]],
    ["12/25/2027", ["2027-12-25"]],
    ["31/11", "day-does-not-exist"],
    ["29 feb", ["2028-02-29"]],
    ["15", ["2026-12-15"]],
    ["18", ["2026-11-18"]],
    ["20th", ["2026-11-20"]],
    ["31", ["2026-12-31"]],
    ["32", "day-does-not-exist"],
    ["0", "day-does-not-exist"],
  ])("takes %j, without a year, for the next such day", (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each([
    ["2026-12-01", ["2026-12-01"]],
    ["2025-01-31", ["2025-01-31"]],
    ["1/12/2025", ["2025-12-01", "2025-01-12"]],
    ["1 dec 2024", ["2024-12-01"]],
    ["2026-02-30", "day-does-not-exist"],
  ])("takes %j as it is, be it gone by", (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each([
    ["end of month", ["2026-11-30"]],
    ["EOM", ["2026-11-30"]],
    ["fin de mes", ["2026-11-30"]],
    ["next month", ["2026-12-01", "2026-12-18"]],
    ["end of next month", ["2026-12-31"]],
    ["next week", ["2026-11-23"]],
    ["end of week", ["2026-11-20", "2026-11-22"]],
    ["end of year", ["2026-12-31"]],
    ["fin de año", ["2026-12-31"]],
  ])("knows %j", (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it("knows the ends of months and weeks on their last days", () => {
    expect(days("end of month", "2026-11-30")).toEqual(["2026-11-30"]);
    expect(days("end of month", "2028-02-10")).toEqual(["2028-02-29"]);
    expect(days("end of week", "2026-11-21")).toEqual(["2026-11-22"]);
    expect(days("31", "2026-12-31")).toEqual(["2026-12-31"]);
    expect(days("30", "2027-01-31")).toEqual(["2027-03-30"]);
    expect(days("1 jan", "2026-12-31")).toEqual(["2027-01-01"]);
  });

  it.each(["", " ", "soon", "fr", "next", "next year maybe", "13:00", "1h30", "x".repeat(500)])(
    "does not guess at %j",
    (text) => {
      expect(days(text)).toBe("unknown-day");
    },
  );

  it("gives no day twice, and for a date without a year none that is gone by", () => {
    for (let day = 1; day <= 28; day++) {
      for (let month = 1; month <= 12; month++) {
        const read = days(`${day}/${month}`);
        if (typeof read === "string") throw new Error(read);
        expect(new Set(read).size).toBe(read.length);
        expect(read.every((each) => each >= TODAY && each < "2027-11-18")).toBe(true);
      }
    }
  });
});

function moments(text: string, defaultTime = "23:59"): string[] | string {
  const read = readMoment(text, { day: TODAY, time: "11:00" }, defaultTime);
  return read.ok ? read.moments.map(({ day, time }) => `${day} ${time}`) : read.problem;
}

describe("a moment", () => {
  it.each([
    ["fri 18:00", ["2026-11-20 18:00"]],
    ["fri at 6pm", ["2026-11-20 18:00"]],
    ["fri 6:30 pm", ["2026-11-20 18:30"]],
    ["fri, 18h", ["2026-11-20 18:00"]],
    ["fri 18h30", ["2026-11-20 18:30"]],
    ["tomorrow noon", ["2026-11-19 12:00"]],
    ["12am tomorrow", "unknown-day"],
    ["tomorrow 12am", ["2026-11-19 00:00"]],
    ["1 dec 9:00", ["2026-12-01 09:00"]],
    ["1 dec", ["2026-12-01 23:59"]],
    ["2026-12-01T09:30", ["2026-12-01 09:30"]],
    ["2026-12-01 09:30", ["2026-12-01 09:30"]],
    ["next fri 8:00", ["2026-11-27 08:00", "2026-11-20 08:00"]],
    ["18:00", ["2026-11-18 18:00"]],
    ["10:00", ["2026-11-19 10:00"]],
    ["at 18:00", ["2026-11-18 18:00"]],
  ])("reads %j", (text, expected) => {
    expect(moments(text)).toEqual(expected);
  });

  it("has the time of day that the question has", () => {
    expect(moments("fri", "09:00")).toEqual(["2026-11-20 09:00"]);
  });

  it.each([
    ["fri 25:00", "time-of-day"],
    ["fri 18:75", "time-of-day"],
    ["fri 13pm", "time-of-day"],
    ["", "unknown-day"],
    ["someday 18:00", "unknown-day"],
    ["30 feb 2027 18:00", "day-does-not-exist"],
  ])("does not guess at %j", (text, problem) => {
    expect(moments(text)).toBe(problem);
  });
});
