import { minuteOfDay } from "./company-clock";
import type { TimeRange } from "./grammar/types";

/** A stretch of a day in minutes since midnight; its end is not part of it. */
export interface MinuteSpan {
  readonly start: number;
  readonly end: number;
}

export const MINUTES_OF_A_DAY = 1440;

/** What ends at `00:00`, or at a time before it began, lasts until the midnight that ends the day. */
export function spanOf({ from, to }: TimeRange): MinuteSpan {
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  return { start, end: end > start ? end : MINUTES_OF_A_DAY };
}

/** Touching is not overlapping: 9:00–10:00 leaves room for 10:00–11:00. */
export function overlap(one: MinuteSpan, other: MinuteSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

export function isSameRange(one: TimeRange | undefined, other: TimeRange | undefined): boolean {
  return one !== undefined && one.from === other?.from && one.to === other.to;
}
