import { describe, expect, it } from "vitest";
import { parseDuration } from "../../../../src/time/grammar/duration";
import { formatMinutes } from "../../../../src/time/grammar/format";

describe("A duration in a cell of its own", () => {
  it.each([
    ["1h30", 90],
    [" 1:30 ", 90],
    ["45", 45],
    ["1 h 30 min", 90],
  ])("%s is %d minutes", (text, minutes) => {
    expect(parseDuration(text)).toEqual({
      ok: true,
      value: { minutes, ambiguous: false, alternatives: [], rounded: false },
    });
  });

  it("says that a bare 8 may be minutes", () => {
    expect(parseDuration("8")).toMatchObject({ value: { minutes: 480, ambiguous: true, alternatives: [8] } });
  });

  it.each([
    ["empty", "", "duration-missing"],
    ["blank", "   ", "duration-missing"],
    ["a word", "abc", "not-a-duration"],
    ["a duration and more", "1h30 acme", "not-a-duration"],
    ["a range", "9:00-10:30", "not-a-duration"],
    ["an exponent", "1e3", "not-a-duration"],
    ["a hexadecimal number", "0x10", "not-a-duration"],
    ["infinite", "Infinity", "not-a-duration"],
    ["in days", "1d", "not-a-duration"],
    ["75 minutes", "1h 75", "minutes-over-59"],
    ["a million digits", "9".repeat(1_000_000), "not-a-duration"],
    ["a million spaces", " ".repeat(1_000_000), "not-a-duration"],
  ])("refuses what is %s", (_, text, kind) => {
    expect(parseDuration(text)).toMatchObject({ ok: false, problem: { kind } });
  });
});

describe("Minutes as text", () => {
  it.each([
    [90, "1h30"],
    [45, "45m"],
    [480, "8h"],
    [65, "1h05"],
    [0, "0m"],
    [2400, "40h"],
    [-90, "-1h30"],
    [-0.4, "0m"],
    [59.7, "1h"],
  ])("%d is %s", (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});
