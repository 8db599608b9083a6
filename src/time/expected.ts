import { Temporal } from "temporal-polyfill";

/** As the setting names them, Monday first. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/**
 * What a person expects to log. It is said by settings alone: Factorial's own estimates are in no description of its
 * API, so that holidays and leave are not known here either.
 */
export interface WorkingHours {
  readonly hoursPerDay: number;
  readonly workingDays: readonly Weekday[];
}

/** Whether one works on the day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string, { workingDays }: WorkingHours): boolean {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1];
  return weekday !== undefined && workingDays.includes(weekday);
}

/** Whole minutes that are expected on the day, `YYYY-MM-DD`; 0 where one does not work. */
export function expectedMinutes(day: string, hours: WorkingHours): number {
  return isWorkingDay(day, hours) ? Math.round(hours.hoursPerDay * 60) : 0;
}

/** Whole minutes that a day lacks, never less than 0. */
export function missingMinutes(day: string, logged: number, hours: WorkingHours): number {
  return Math.max(0, expectedMinutes(day, hours) - logged);
}
