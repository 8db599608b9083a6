import { Temporal } from "temporal-polyfill";

/** A week from Monday to Sunday. */
export interface Week {
  /** ISO week, 1 to 53. */
  readonly number: number;
  /** Seven, `YYYY-MM-DD`. */
  readonly days: readonly string[];
}

/** The week that a day is in. @param day `YYYY-MM-DD` */
export function weekOf(day: string): Week {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { number: date.weekOfYear ?? 0, days: daysFrom(monday, 7) };
}

/** All days of the month that a day is in. */
export function monthOf(day: string): readonly string[] {
  const first = Temporal.PlainDate.from(day).with({ day: 1 });
  return daysFrom(first, first.daysInMonth);
}

/** @param days how many, back where below zero */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** 0 = Sunday to 6 = Saturday, as Factorial counts them. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek % 7;
}

function daysFrom(first: Temporal.PlainDate, count: number): string[] {
  return Array.from({ length: count }, (_, n) => first.add({ days: n }).toString());
}
