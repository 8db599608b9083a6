import { Temporal } from "temporal-polyfill";
import { minuteOfDay } from "../company-clock";
import type { TimeEntry } from "../entry";
import { formatClock } from "../grammar/format";
import type { TimeRange } from "../grammar/types";
import { MINUTES_OF_A_DAY } from "../time-range";
import { NO_ROUNDING, roundParts, type Rounding } from "./rounding";
import { millisecondsAt, spansOf, type ClockSpan, type RunningTimer } from "./timer-state";

/** Time of a timer that is saved as one entry. */
export interface TimerPart {
  readonly entry: TimeEntry;
  /** Whole minutes that were measured; the entry has them rounded. */
  readonly worked: number;
}

export interface PartsOptions {
  /** IANA name: that of the company's calendar. */
  readonly zone: string;
  /** Time hangs on shifts: an entry a stretch, with its place in the day, and never rounded. */
  readonly needsRange: boolean;
  readonly rounding: Rounding;
}

/**
 * What a timer that is stopped at an instant (Unix milliseconds) is saved as. Midnight divides it, as an entry belongs
 * to a day; lengths are true where clocks change. Under a minute is a minute. Empty where the timer did not run.
 */
export function partsOf(timer: RunningTimer, until: number, options: PartsOptions): TimerPart[] {
  const { zone, needsRange } = options;
  const { project, comment } = timer;
  const pieces = piecesOf(timer, until).flatMap((span) => [...divided(span, zone)]);
  const parts = needsRange ? pieces : byDay(pieces);
  const worked = parts.map(({ minutes }) => minutes);
  const rounded = roundParts(worked, needsRange ? NO_ROUNDING : options.rounding);
  return parts.flatMap(({ day, range }, at) => {
    const minutes = rounded[at] ?? 0;
    // A few minutes before midnight may round to nothing; they are then among those of the other day.
    if (minutes === 0) return [];
    const entry: TimeEntry = {
      projectId: project.projectId,
      projectWorkerId: project.projectWorkerId,
      ...(project.subprojectId !== undefined && { subprojectId: project.subprojectId }),
      day,
      minutes,
      ...(range && { range }),
      ...(comment !== "" && { comment }),
    };
    return { entry, worked: worked[at] ?? 0 };
  });
}

function piecesOf(timer: RunningTimer, until: number): ClockSpan[] {
  const spans = spansOf(timer, until);
  if (spans.length > 0 || millisecondsAt(timer, until) === 0) return spans;
  const from = Math.floor(Date.parse(timer.startedAt) / 60_000);
  return [{ from, to: from + 1 }];
}

interface Piece {
  readonly day: string;
  readonly minutes: number;
  /** Wall clock. */
  readonly range?: TimeRange;
}

/** A span in pieces that end at midnight, and where clocks change: within a piece the wall clock runs evenly. */
function* divided({ from, to }: ClockSpan, zone: string): Generator<Piece & { readonly range: TimeRange }> {
  for (let start = from; start < to;) {
    const began = Temporal.Instant.fromEpochMilliseconds(start * 60_000).toZonedDateTimeISO(zone);
    const midnight = began.toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
    const change = began.getTimeZoneTransition("next");
    const end = Math.min(to, minutesOf(midnight), change ? minutesOf(change) : Infinity);
    const wall = minuteOfDay(began.toPlainTime().toString({ smallestUnit: "minute" }));
    const until = (wall + end - start) % MINUTES_OF_A_DAY;
    yield {
      day: began.toPlainDate().toString(),
      minutes: end - start,
      range: { from: formatClock(wall), to: formatClock(until) },
    };
    start = end;
  }
}

function minutesOf({ epochMilliseconds }: Temporal.ZonedDateTime): number {
  return Math.floor(epochMilliseconds / 60_000);
}

function byDay(pieces: readonly Piece[]): Piece[] {
  const days = new Map<string, number>();
  for (const { day, minutes } of pieces) days.set(day, (days.get(day) ?? 0) + minutes);
  return [...days].map(([day, minutes]) => ({ day, minutes }));
}
