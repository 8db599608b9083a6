import { describe, expect, it } from "vitest";
import { expectedMinutes, isWorkingDay, missingMinutes, WEEKDAYS } from "../../../src/time/expected";
import { weekOf } from "../../../src/time/week/days";

const USUAL = { hoursPerDay: 8, workingDays: WEEKDAYS.slice(0, 5) };

describe("what is expected of a day", () => {
  it("is the settings' hours on working days, and nothing on others", () => {
    expect(expectedMinutes("2026-11-20", USUAL)).toBe(480); // a Friday
    expect(expectedMinutes("2026-11-21", USUAL)).toBe(0);
    expect(expectedMinutes("2026-11-22", USUAL)).toBe(0);
    expect(expectedMinutes("2026-11-23", USUAL)).toBe(480);
  });

  it("goes by the days that were chosen, also on a weekend", () => {
    const odd = { hoursPerDay: 7.5, workingDays: ["sunday", "thursday"] as const };
    expect(weekOf("2026-11-18").days.filter((day) => isWorkingDay(day, odd))).toEqual([
      "2026-11-19",
      "2026-11-22",
    ]);
    expect(expectedMinutes("2026-11-22", odd)).toBe(450);
  });

  it("is whole minutes", () => {
    expect(expectedMinutes("2026-11-20", { ...USUAL, hoursPerDay: 7.7 })).toBe(462);
  });

  it("lacks nothing when more was logged", () => {
    expect(missingMinutes("2026-11-20", 200, USUAL)).toBe(280);
    expect(missingMinutes("2026-11-20", 481, USUAL)).toBe(0);
    expect(missingMinutes("2026-11-21", 0, USUAL)).toBe(0);
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
