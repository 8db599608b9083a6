/** What the company is founded on: the seed's randomness, and the day that is today. */

import { addDays, isWorkingDay } from "../clock.js";
import type { Company } from "./company.js";
import type { Random } from "./random.js";

/** What the parts of the seed share. */
export interface Ground {
  readonly company: Company;
  readonly random: Random;
  readonly today: string;
  /** The day so many days ago; negative for days to come. */
  readonly daysAgo: (count: number) => string;
}

/** Half a year, in days. */
export const HISTORY = 182;

/** The last day before this one on which people work. */
export function workingDayBefore(day: string): string {
  let before = addDays(day, -1);
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return before;
}

/** An identifier in the form of a UUID, from the seed. */
export function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
