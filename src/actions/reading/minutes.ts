import { parseDuration } from "../../time/grammar/duration";
import type { DurationProblem } from "../../time/grammar/types";

export type Minutes =
  /** The likeliest first. */
  | { readonly ok: true; readonly minutes: readonly number[] }
  | { readonly ok: false; readonly problem: DurationProblem };

/** Hours of a budget, not of a day: `120h`, `120h30`, `7200m`, `120`. */
const LONG =
  /^(\d{1,6}) ?(?:h(?:rs?|ours?|oras?)? ?(\d{1,2})?(?: ?m(?:ins?|inutes?|inutos?)?)?|(m(?:ins?|inutes?|inutos?)?))?$/u;

/**
 * Reads a length of time. Of a day's work it is at most a day, as in the Log Time box; a budget takes more.
 * @param mayBeLong what is asked for takes more than a day
 */
export function readMinutes(text: string, mayBeLong: boolean): Minutes {
  const read = parseDuration(text);
  if (read.ok) return { ok: true, minutes: [read.value.minutes, ...read.value.alternatives] };
  const long = mayBeLong ? readLong(text.trim().toLowerCase()) : undefined;
  return long ? { ok: true, minutes: long } : read;
}

function readLong(text: string): number[] | undefined {
  const match = LONG.exec(text);
  if (!match) return undefined;
  const [all, digits, minutes, isMinutes] = match;
  const count = Number(digits);
  if (isMinutes !== undefined) return [count];
  // A bare number is hours as likely as minutes.
  if (/^\d+$/u.test(all)) return count === 0 ? [0] : [count * 60, count];
  return Number(minutes ?? 0) > 59 ? undefined : [count * 60 + Number(minutes ?? 0)];
}
