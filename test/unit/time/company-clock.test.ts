import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { CompanyClock, minuteOfDay, wallClock } from "../../../src/time/company-clock";
import { overlap, spanOf } from "../../../src/time/time-range";
import { clockAt } from "./desk";

describe("instantOf", () => {
  it.each([
    // Europe/Madrid: summer time from 29 March to 25 October 2026.
    ["Europe/Madrid", "2026-11-19", "09:00", "2026-11-19T09:00:00+01:00"],
    ["Europe/Madrid", "2026-07-01", "09:00", "2026-07-01T09:00:00+02:00"],
    ["Europe/Madrid", "2026-03-29", "01:59", "2026-03-29T01:59:00+01:00"],
    ["Europe/Madrid", "2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"], // skipped
    ["Europe/Madrid", "2026-03-29", "03:00", "2026-03-29T03:00:00+02:00"],
    ["Europe/Madrid", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"], // twice: the first
    ["Europe/Madrid", "2026-10-25", "03:00", "2026-10-25T03:00:00+01:00"],
    // America/New_York: from 8 March to 1 November 2026.
    ["America/New_York", "2026-01-02", "00:00", "2026-01-02T00:00:00-05:00"],
    ["America/New_York", "2026-03-08", "02:15", "2026-03-08T03:15:00-04:00"], // skipped
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"], // twice: the first
    ["America/New_York", "2026-11-01", "23:59", "2026-11-01T23:59:00-05:00"],
    // Half an hour off, and no summer time.
    ["Asia/Kolkata", "2026-01-02", "09:00", "2026-01-02T09:00:00+05:30"],
    ["Asia/Kolkata", "2026-07-01", "09:00", "2026-07-01T09:00:00+05:30"],
    // The southern summer: until 5 April, from 27 September 2026.
    ["Pacific/Auckland", "2026-01-02", "09:00", "2026-01-02T09:00:00+13:00"],
    ["Pacific/Auckland", "2026-07-01", "09:00", "2026-07-01T09:00:00+12:00"],
    ["Pacific/Auckland", "2026-09-27", "02:30", "2026-09-27T03:30:00+13:00"], // skipped
    ["Pacific/Auckland", "2026-04-05", "02:30", "2026-04-05T02:30:00+13:00"], // twice: the first
    ["UTC", "2028-02-29", "12:34", "2028-02-29T12:34:00+00:00"],
  ])("%s, %s %s", (zone, day, time, expected) => {
    expect(new CompanyClock(zone).instantOf(day, time)).toBe(expected);
  });
});

describe("today and the time of day", () => {
  it.each([
    ["Europe/Madrid", "2026-11-18T22:59:59Z", "2026-11-18", "23:59"],
    ["Europe/Madrid", "2026-11-18T23:00:00Z", "2026-11-19", "00:00"],
    ["Europe/Madrid", "2026-07-01T21:59:59Z", "2026-07-01", "23:59"],
    ["Europe/Madrid", "2026-07-01T22:00:00Z", "2026-07-02", "00:00"],
    ["America/New_York", "2026-01-01T04:59:00Z", "2025-12-31", "23:59"],
    ["America/New_York", "2026-01-01T05:00:00Z", "2026-01-01", "00:00"],
    ["Asia/Kolkata", "2026-11-18T18:29:59.999Z", "2026-11-18", "23:59"],
    ["Asia/Kolkata", "2026-11-18T18:30:00Z", "2026-11-19", "00:00"],
    ["Pacific/Auckland", "2026-11-18T11:00:00Z", "2026-11-19", "00:00"],
  ])("%s at %s", (zone, instant, today, time) => {
    const clock = clockAt(instant, zone);
    expect(clock.today()).toBe(today);
    expect(clock.timeOfDay()).toBe(time);
    expect(clock.zone).toBe(zone);
  });

  it("moves on", () => {
    const instants = ["2026-11-18T22:59:00Z", "2026-11-18T23:00:00Z"];
    const clock = new CompanyClock("Europe/Madrid", () => Temporal.Instant.from(instants.shift() ?? ""));
    expect([clock.today(), clock.today()]).toEqual(["2026-11-18", "2026-11-19"]);
  });
});

describe("the zone", () => {
  it.each(["", "Mars/Olympus_Mons", "Europe/Madrit", " ", "\0"])("of the machine instead of %o", (zone) => {
    const clock = new CompanyClock(zone);
    expect(clock.zone).toBe(Temporal.Now.timeZoneId());
    expect(clock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("of the machine by default, and its time", () => {
    expect(new CompanyClock().zone).toBe(Temporal.Now.timeZoneId());
    expect(new CompanyClock().timeOfDay()).toMatch(/^\d{2}:\d{2}$/);
  });
});

describe("wallClock", () => {
  it.each([
    ["09:00", "09:00"],
    ["09:00:59", "09:00"],
    ["00:00", "00:00"],
    ["2000-01-01T11:05:56.000Z", "11:05"],
    ["2026-08-11T09:49:05+00:00", "09:49"],
    ["2026-11-18T23:30:00-11:00", "23:30"],
    ["2026-11-18 09:15:00", "09:15"],
    ["2026-11-18", undefined],
    ["9:00", undefined],
    ["soon", undefined],
    ["", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("%o", (value, expected) => {
    expect(wallClock(value)).toBe(expected);
  });
});

describe("minutes of a day", () => {
  it.each([
    ["00:00", 0],
    ["09:30", 570],
    ["23:59", 1439],
  ])("%s", (time, minutes) => {
    expect(minuteOfDay(time)).toBe(minutes);
  });

  it("end at midnight where the end is no later than the start", () => {
    expect(spanOf({ from: "09:00", to: "10:30" })).toEqual({ start: 540, end: 630 });
    expect(spanOf({ from: "22:00", to: "00:00" })).toEqual({ start: 1320, end: 1440 });
    expect(spanOf({ from: "22:00", to: "02:00" })).toEqual({ start: 1320, end: 1440 });
  });

  it("overlap, or touch", () => {
    const morning = { start: 540, end: 600 };
    expect(overlap(morning, { start: 599, end: 700 })).toBe(true);
    expect(overlap(morning, { start: 600, end: 700 })).toBe(false);
    expect(overlap({ start: 0, end: 540 }, morning)).toBe(false);
  });
});
