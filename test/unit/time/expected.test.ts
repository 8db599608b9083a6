import { describe, expect, it } from "vitest";
import { expectedMinutes, isWorkingDay, missingMinutes, WEEKDAYS } from "../../../src/time/expected";
import type { DayFacts } from "../../../src/time/calendar/day-facts";
import { weekOf } from "../../../src/time/week/days";

const USUAL = { hoursPerDay: 8, workingDays: WEEKDAYS.slice(0, 5), isChosen: false };

describe("what is expected of a day", () => {
  it("is the settings' hours on working days, and nothing on others", () => {
    expect(expectedMinutes({ day: "2026-11-20" }, USUAL)).toBe(480); // a Friday
    expect(expectedMinutes({ day: "2026-11-21" }, USUAL)).toBe(0);
    expect(expectedMinutes({ day: "2026-11-22" }, USUAL)).toBe(0);
    expect(expectedMinutes({ day: "2026-11-23" }, USUAL)).toBe(480);
  });

  it("goes by the days that were chosen, also on a weekend", () => {
    const odd = { hoursPerDay: 7.5, workingDays: ["sunday", "thursday"] as const, isChosen: true };
    expect(weekOf("2026-11-18").days.filter((day) => isWorkingDay(day, odd))).toEqual([
      "2026-11-19",
      "2026-11-22",
    ]);
    expect(expectedMinutes({ day: "2026-11-22" }, odd)).toBe(450);
  });

  it("is whole minutes", () => {
    expect(expectedMinutes({ day: "2026-11-20" }, { ...USUAL, hoursPerDay: 7.7 })).toBe(462);
  });

  it("lacks nothing when more was logged", () => {
    expect(missingMinutes({ day: "2026-11-20" }, 200, USUAL)).toBe(280);
    expect(missingMinutes({ day: "2026-11-20" }, 481, USUAL)).toBe(0);
    expect(missingMinutes({ day: "2026-11-21" }, 0, USUAL)).toBe(0);
  });
});

describe("a day that Factorial says something of", () => {
  const friday = (facts: Partial<DayFacts>) => ({ day: "2026-11-20", facts: { isHoliday: false, ...facts } });
  it.each<[string, Partial<DayFacts>, number]>([
    ["its schedule", { scheduled: 420 }, 420],
    ["no schedule", {}, 480],
    ["a bank holiday", { scheduled: 420, isHoliday: true }, 0],
    ["leave", { scheduled: 420, leave: { name: "Annual leave", share: "day" } }, 0],
    ["half a day of leave", { scheduled: 420, leave: { name: "Annual leave", share: "half" } }, 210],
    ["two hours of leave", { scheduled: 420, leave: { name: "Doctor", share: 120 } }, 300],
    ["more hours of leave than it has", { scheduled: 60, leave: { name: "Doctor", share: 120 } }, 0],
  ])("goes by %s", (_, facts, minutes) => {
    expect(expectedMinutes(friday(facts), USUAL)).toBe(minutes);
  });

  it("goes by settings that somebody has made, but for holidays and leave", () => {
    const chosen = { ...USUAL, hoursPerDay: 6, isChosen: true };
    expect(expectedMinutes(friday({ scheduled: 420 }), chosen)).toBe(360);
    expect(expectedMinutes(friday({ scheduled: 420, isHoliday: true }), chosen)).toBe(0);
  });
});

describe("a week", () => {
  it("begins on Monday, over the end of a year too", () => {
    expect(weekOf("2026-11-22")).toEqual(weekOf("2026-11-16"));
    expect(weekOf("2027-01-01").days).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
    ]);
  });
});
