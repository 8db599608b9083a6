import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { spanOf } from "../../../../src/time/time-range";
import { NO_ROUNDING } from "../../../../src/time/timer/rounding";
import { partsOf, type TimerPart } from "../../../../src/time/timer/timer-parts";
import { textOf, type RunningTimer } from "../../../../src/time/timer/timer-state";
import { ACME } from "./fake-clock";

const ZONES = ["Europe/Madrid", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"];
const MINUTE = 60_000;

function timerFrom(startedAt: string, pauses: RunningTimer["pauses"] = []): RunningTimer {
  return { ...ACME, id: "t", startedAt, pauses, away: [], machine: "here" };
}

const summary = (parts: readonly TimerPart[]) =>
  parts.map(({ entry: { day, minutes, range } }) =>
    range ? `${day} ${range.from}-${range.to} ${minutes}` : `${day} ${minutes}`,
  );

function stopped(zone: string, from: string, to: string, needsRange = false): string[] {
  const timer = timerFrom(new Date(from).toISOString());
  return summary(partsOf(timer, Date.parse(to), { zone, needsRange, rounding: NO_ROUNDING }));
}

describe("a timer over midnight", () => {
  it("is two entries, in the company's calendar", () => {
    const [from, to] = ["2026-11-02T23:50:00+01:00", "2026-11-03T00:40:00+01:00"];
    expect(stopped("Europe/Madrid", from, to)).toEqual(["2026-11-02 10", "2026-11-03 40"]);
    expect(stopped("Europe/Madrid", from, to, true)).toEqual([
      "2026-11-02 23:50-00:00 10",
      "2026-11-03 00:00-00:40 40",
    ]);
    expect(stopped("America/New_York", from, to)).toEqual(["2026-11-02 50"]);
  });

  it("rounds the two to what the whole rounds to", () => {
    const timer = timerFrom("2026-11-02T22:50:00.000Z");
    const options = { zone: "Europe/Madrid", needsRange: false };
    const rounding = { rule: "nearest", step: 15 } as const;
    const parts = partsOf(timer, Date.parse("2026-11-02T23:40:00Z"), { ...options, rounding });
    expect(parts.map(({ worked, entry }) => [worked, entry.minutes])).toEqual([
      [10, 15],
      [40, 30],
    ]);
  });
});

describe("a timer while clocks change", () => {
  it("has its true length in spring, when an hour is left out", () => {
    const [from, to] = ["2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00"];
    expect(stopped("Europe/Madrid", from, to)).toEqual(["2026-03-29 60"]);
    expect(stopped("Europe/Madrid", from, to, true)).toEqual([
      "2026-03-29 01:30-02:00 30",
      "2026-03-29 03:00-03:30 30",
    ]);
  });

  it("has its true length in autumn, when an hour comes twice", () => {
    const [from, to] = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"];
    expect(stopped("Europe/Madrid", from, to)).toEqual(["2026-10-25 60"]);
    expect(stopped("Europe/Madrid", from, to, true)).toEqual([
      "2026-10-25 02:30-03:00 30",
      "2026-10-25 02:00-02:30 30",
    ]);
  });

  it("never has more than 24 hours on a day of 25", () => {
    const [from, to] = ["2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"];
    expect(stopped("Europe/Madrid", from, to)).toEqual(["2026-10-25 1440"]);
  });
});

describe("a short timer", () => {
  it("is a minute where it ran for seconds, and nothing where it did not run", () => {
    expect(stopped("UTC", "2026-11-02T10:00:10Z", "2026-11-02T10:00:40Z")).toEqual(["2026-11-02 1"]);
    expect(stopped("UTC", "2026-11-02T10:00:10Z", "2026-11-02T10:00:10Z")).toEqual([]);
    expect(stopped("UTC", "2026-11-02T10:00:10Z", "2026-11-02T09:00:00Z")).toEqual([]);
  });
});

/** Two years around all the changes of the four zones. */
const instant = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2027-12-01") });
const length = fc.integer({ min: 0, max: 40 * 60 * MINUTE });
const scene = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    start: instant,
    length,
    pauses: fc.array(fc.tuple(length, length), { maxLength: 4 }),
  })
  .map(({ zone, start, length: runs, pauses }) => ({
    zone,
    until: start + runs,
    timer: timerFrom(
      textOf(start),
      pauses
        .map(([from, lasts]) => ({ from: textOf(start + from), to: textOf(start + from + lasts) }))
        .sort((one, other) => one.from.localeCompare(other.from)),
    ),
  }));

/** Minutes of the clock that are in a timer, counted one by one. */
function minutesByHand({ startedAt, pauses }: RunningTimer, until: number): Set<number> {
  const floor = (at: string | number) => Math.floor(new Date(at).getTime() / MINUTE);
  const minutes = new Set<number>();
  for (let minute = floor(startedAt); minute < floor(until); minute++) minutes.add(minute);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to = "" } of pauses) {
    const [start, end] = [Date.parse(from), Date.parse(to)];
    const last = merged.at(-1);
    if (last && start <= last.to) last.to = Math.max(last.to, end);
    else merged.push({ from: start, to: end });
  }
  for (const { from, to } of merged)
    for (let minute = floor(from); minute < floor(to); minute++) minutes.delete(minute);
  return minutes;
}

describe("any timer", () => {
  it("is saved as just the minutes of the clock that it ran, on their days, in four zones", () => {
    fc.assert(
      fc.property(scene, ({ zone, until, timer }) => {
        const byDay = new Map<string, number>();
        for (const minute of minutesByHand(timer, until)) {
          const day = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE)
            .toZonedDateTimeISO(zone)
            .toPlainDate()
            .toString();
          byDay.set(day, (byDay.get(day) ?? 0) + 1);
        }
        const parts = partsOf(timer, until, { zone, needsRange: false, rounding: NO_ROUNDING });
        if (byDay.size === 0) expect(parts.length).toBeLessThanOrEqual(1);
        else {
          expect(new Map(parts.map(({ entry }) => [entry.day, entry.minutes]))).toEqual(
            new Map([...byDay].map(([day, minutes]) => [day, Math.min(minutes, 1440)])),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has the same minutes as times of day, each as long as its times say", () => {
    fc.assert(
      fc.property(scene, ({ zone, until, timer }) => {
        const total = minutesByHand(timer, until).size;
        const parts = partsOf(timer, until, { zone, needsRange: true, rounding: NO_ROUNDING });
        const sum = parts.reduce((all, { entry }) => all + entry.minutes, 0);
        if (total > 0) expect(sum).toBe(total);
        for (const { entry, worked } of parts) {
          expect(worked).toBe(entry.minutes);
          const { start, end } = spanOf(entry.range ?? { from: "", to: "" });
          expect(end - start).toBe(entry.minutes);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("loses nothing between two that follow each other", () => {
    fc.assert(
      fc.property(instant, length, length, (start, one, other) => {
        const options = { zone: "UTC", needsRange: true, rounding: NO_ROUNDING };
        const first = partsOf(timerFrom(textOf(start)), start + one, options);
        const second = partsOf(timerFrom(textOf(start + one)), start + one + other, options);
        const whole = partsOf(timerFrom(textOf(start)), start + one + other, options);
        const sum = (parts: readonly TimerPart[]) => parts.reduce((all, { worked }) => all + worked, 0);
        // Seconds are worth a minute when somebody saves them by themselves.
        fc.pre(one > MINUTE && other > MINUTE);
        expect(sum(first) + sum(second)).toBe(sum(whole));
      }),
    );
  });
});
