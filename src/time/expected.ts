import { Temporal } from "temporal-polyfill";
import { afterLeave } from "./calendar/day-facts";
import type { LoggedDay } from "./entry";

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

/** What a person expects to log, by the settings. */
export interface WorkingHours {
  readonly hoursPerDay: number;
  readonly workingDays: readonly Weekday[];
  /** Somebody has set them: then they count whatever Factorial's schedule says. */
  readonly isChosen: boolean;
}

/** A day as it was read, or before. */
export type DayToWork = Pick<LoggedDay, "day" | "facts">;

/** Whether one works on the day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string, { workingDays }: Pick<WorkingHours, "workingDays">): boolean {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1];
  return weekday !== undefined && workingDays.includes(weekday);
}

/**
 * Whole minutes that are expected on a day: by Factorial's schedule, else by the settings; less on leave, and nothing
 * on bank holidays.
 */
export function expectedMinutes({ day, facts }: DayToWork, hours: WorkingHours): number {
  const bySettings = isWorkingDay(day, hours) ? Math.round(hours.hoursPerDay * 60) : 0;
  const scheduled = hours.isChosen ? bySettings : (facts?.scheduled ?? bySettings);
  return facts ? afterLeave(scheduled, facts) : scheduled;
}

/** Whole minutes that a day lacks, never less than 0. */
export function missingMinutes(day: DayToWork, logged: number, hours: WorkingHours): number {
  return Math.max(0, expectedMinutes(day, hours) - logged);
}
