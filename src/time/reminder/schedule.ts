import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { CompanyClock } from "../company-clock";
import { isWorkingDay, type WorkingHours } from "../expected";

/** What was last decided about reminding: of which day, and when again, where somebody wants it later. */
export const remindedState = z.object({
  /** `YYYY-MM-DD` */
  day: z.string(),
  /** An instant, ISO; without it the day is done with. */
  again: z.string().optional(),
});

export type RemindedState = z.output<typeof remindedState>;

export interface ReminderTimes {
  /** Wall clock of the company, `HH:MM`. */
  readonly time: string;
  readonly hours: WorkingHours;
}

/** Whether it is time to remind, from the time on until the day is over: a machine may sleep over the minute itself. */
export function isDue(
  state: RemindedState | undefined,
  { time, hours }: ReminderTimes,
  clock: CompanyClock,
): boolean {
  const today = clock.today();
  if (!isTimeOfDay(time) || !isWorkingDay(today, hours) || clock.timeOfDay() < time) return false;
  if (state?.day !== today) return true;
  return state.again !== undefined && Temporal.Instant.compare(state.again, clock.instant()) <= 0;
}

/** The state that asks again after so many minutes; of the same day, so that midnight ends it. */
export function again(minutes: number, clock: CompanyClock): RemindedState {
  return { day: clock.today(), again: clock.instant().add({ minutes }).toString() };
}

/** The state of a day that needs no more reminding. */
export function done(clock: CompanyClock): RemindedState {
  return { day: clock.today() };
}

function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
