import { formatClock } from "./format";
import { timeText } from "./time-text";
import type { RangeProblem, TimeRange } from "./types";

export interface RangeValue extends TimeRange {
  /** Length in whole minutes. */
  minutes: number;
  /** A missing "am" or "pm" left two readings. */
  ambiguous: boolean;
  /** The lengths of the other readings, in minutes. */
  alternatives: readonly number[];
}

export type RangeResult = { ok: true; value: RangeValue } | { ok: false; problem: RangeProblem };

type HalfOfDay = "am" | "pm";

interface ClockTime {
  text: string;
  hours: number;
  minutes: number;
  half: HalfOfDay | undefined;
}

/** Minutes since midnight of both ends. */
interface Span {
  from: number;
  to: number;
}

const CLOCK = "\\d{1,2}(?:[:.]\\d{1,4}|h(?:\\d{1,4})?)? ?(?:am|pm|a\\.m\\.|p\\.m\\.)?";
const RANGE = new RegExp(`^(${CLOCK}) ?- ?(${CLOCK})$`, "u");
const UNFINISHED = new RegExp(`^${CLOCK} ?-$`, "u");
const CLOCK_PARTS = /^(\d{1,2})(?:[:.h](\d{0,4}))? ?([ap])?/u;

/** A range that ends earlier than it starts is a night shift when it would last no longer than this. */
const LONGEST_NIGHT = 12 * 60;

/** Reads `9:00-10:30` in its spellings; `undefined` for a text that doesn't look like a range. */
export function readRange(text: string): RangeResult | undefined {
  const tidy = timeText(text);
  if (tidy === undefined) return undefined;
  const shown = text.trim();
  if (UNFINISHED.test(tidy)) return refuse({ kind: "range-incomplete", text: shown });
  const match = RANGE.exec(tidy);
  if (!match) return undefined;
  const from = readClock(match[1] ?? "");
  const to = readClock(match[2] ?? "");
  if (!isClock(from, false)) return refuse({ kind: "clock-time", text: shown, time: from.text });
  if (!isClock(to, true)) return refuse({ kind: "clock-time", text: shown, time: to.text });
  return choose(possibleSpans(from, to), shown);
}

/** `9-10` has neither colon nor unit: it may as well belong to a name. */
export function isBareRange(text: string): boolean {
  return /^\d+ ?- ?\d*$/u.test(timeText(text) ?? text);
}

function readClock(text: string): ClockTime {
  const [, hours = "", minutes, letter] = CLOCK_PARTS.exec(text) ?? [];
  const half = letter === undefined ? undefined : letter === "p" ? "pm" : "am";
  // One digit of minutes is a time that is still being typed; NaN makes it no clock time.
  const hasMinutes = minutes !== undefined && minutes !== "";
  return {
    text: text.trim(),
    hours: Number(hours),
    minutes: hasMinutes ? (minutes.length === 2 ? Number(minutes) : Number.NaN) : 0,
    half,
  };
}

function isClock(time: ClockTime, mayBeMidnight: boolean): boolean {
  if (Number.isNaN(time.minutes) || time.minutes > 59) return false;
  if (time.half !== undefined) return time.hours >= 1 && time.hours <= 12;
  if (time.hours === 24) return mayBeMidnight && time.minutes === 0;
  return time.hours <= 23;
}

/** All the spans that the two times can mean, the likeliest first. */
function possibleSpans(from: ClockTime, to: ClockTime): readonly Span[] {
  const fromHalves = possibleHalves(from, to.half);
  const toHalves = possibleHalves(to, from.half);
  return fromHalves.flatMap((fromHalf) =>
    toHalves.map((toHalf) => ({ from: minutesOfDay(from, fromHalf), to: minutesOfDay(to, toHalf) })),
  );
}

/** "2pm-3" and "11-1pm": a time without a half takes the other's half, or else the remaining one. */
function possibleHalves(time: ClockTime, others: HalfOfDay | undefined): readonly (HalfOfDay | undefined)[] {
  if (time.half !== undefined || others === undefined) return [time.half];
  if (time.hours < 1 || time.hours > 12) return [undefined];
  return [others, others === "am" ? "pm" : "am"];
}

function minutesOfDay(time: ClockTime, half: HalfOfDay | undefined): number {
  if (half === undefined) return time.hours * 60 + time.minutes;
  return ((time.hours % 12) + (half === "pm" ? 12 : 0)) * 60 + time.minutes;
}

function choose(spans: readonly Span[], shown: string): RangeResult {
  const results = spans.map((span) => judge(span, shown));
  const good = results.flatMap((result) => (result.ok ? [result.value] : []));
  const [best, ...others] = good;
  if (best) {
    const alternatives = others.map((other) => other.minutes);
    return { ok: true, value: { ...best, ambiguous: alternatives.length > 0, alternatives } };
  }
  const night = results.find((result) => !result.ok && result.problem.kind === "crosses-midnight");
  return night ?? results[0] ?? refuse({ kind: "range-incomplete", text: shown });
}

function judge({ from, to }: Span, shown: string): RangeResult {
  const midnight = 24 * 60;
  if (from === to) return refuse({ kind: "range-empty", text: shown });
  if (to === 0 || to === midnight) {
    return refuse({ kind: "ends-at-midnight", text: shown, minutes: midnight - from });
  }
  if (from < to) {
    const range = { from: formatClock(from), to: formatClock(to) };
    return { ok: true, value: { ...range, minutes: to - from, ambiguous: false, alternatives: [] } };
  }
  if (midnight - from + to <= LONGEST_NIGHT) {
    const parts = { minutesBefore: midnight - from, minutesAfter: to };
    return refuse({ kind: "crosses-midnight", text: shown, ...parts });
  }
  return refuse({ kind: "range-reversed", text: shown, from: formatClock(from), to: formatClock(to) });
}

function refuse(problem: RangeProblem): { ok: false; problem: RangeProblem } {
  return { ok: false, problem };
}
