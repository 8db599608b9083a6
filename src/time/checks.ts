import { minuteOfDay, type CompanyClock } from "./company-clock";
import { minutesOf, shiftWaitingFor, type LoggedDay, type LoggedTime, type TimeEntry } from "./entry";
import { formatClock } from "./grammar/format";
import type { TimeRange } from "./grammar/types";
import { isOf } from "./strategies/strategy";
import { MINUTES_OF_A_DAY, overlap, spanOf } from "./time-range";

/** Why an entry that reads well must not be sent. */
export type CheckProblem =
  | { readonly kind: "locked"; readonly day: string }
  | { readonly kind: "future"; readonly day: string }
  /** The whole day. `name`: of the kind of leave, where that is told. */
  | { readonly kind: "on-leave"; readonly name: string }
  | { readonly kind: "overlap"; readonly with: LoggedTime }
  /** `minutes`: what the day would come to. */
  | { readonly kind: "over-a-day"; readonly minutes: number }
  | { readonly kind: "not-loggable"; readonly projectId: string }
  /** Plain minutes, and no free stretch of that length before now. */
  | { readonly kind: "no-room"; readonly day: string };

/** Where a working day begins when nothing is logged yet: a proposal, shown before it is saved. */
const DAY_START = 9 * 60;

/** The last minute of a day: a range never ends at `24:00`. */
const LAST_MINUTE = MINUTES_OF_A_DAY - 1;

/** What must be told before sending, from the day as the server holds it. */
export function checkEntry(entry: TimeEntry, day: LoggedDay, clock: CompanyClock): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (day.locked) problems.push({ kind: "locked", day: entry.day });
  if (isAhead(entry, clock)) problems.push({ kind: "future", day: entry.day });
  const { leave } = day.facts ?? {};
  if (leave?.share === "day") problems.push({ kind: "on-leave", name: leave.name });
  // It is what the project will hang on: neither in the way, nor to be counted twice.
  const waiting = shiftWaitingFor(entry, day.logged);
  const inTheWay = day.logged.find((logged) => logged !== waiting && isInTheWay(entry, logged));
  if (inTheWay) problems.push({ kind: "overlap", with: inTheWay });
  const minutes = minutesOf(day) + (waiting ? 0 : entry.minutes);
  if (minutes > MINUTES_OF_A_DAY) problems.push({ kind: "over-a-day", minutes });
  return problems;
}

function isAhead({ day, range }: TimeEntry, clock: CompanyClock): boolean {
  const today = clock.today();
  if (day !== today) return day > today;
  return range !== undefined && spanOf(range).end > minuteOfDay(clock.timeOfDay());
}

function isInTheWay({ range }: TimeEntry, logged: LoggedTime): boolean {
  return range !== undefined && logged.range !== undefined && overlap(spanOf(range), spanOf(logged.range));
}

/**
 * A place in the day for plain minutes where time hangs on shifts: right after what is logged last, or at nine; today
 * so that it ends by now. Where that is taken or to come, the latest gap that is long enough. Undefined where no such
 * stretch is free: then the person says from when to when.
 */
export function proposeRange(minutes: number, day: LoggedDay, clock: CompanyClock): TimeRange | undefined {
  const taken = day.logged.flatMap(({ range }) => (range ? [spanOf(range)] : []));
  const end = day.day === clock.today() ? minuteOfDay(clock.timeOfDay()) : LAST_MINUTE;
  const latestFirst = taken.toSorted((one, other) => other.start - one.start);
  const starts = [
    ...(taken.length === 0 ? [DAY_START] : []),
    ...latestFirst.map((span) => span.end),
    end - minutes,
    ...latestFirst.map((span) => span.start - minutes),
  ];
  const start = starts.find((candidate) => {
    const span = { start: candidate, end: candidate + minutes };
    return candidate >= 0 && span.end <= end && !taken.some((other) => overlap(span, other));
  });
  return start === undefined ? undefined : { from: formatClock(start), to: formatClock(start + minutes) };
}

/**
 * The same entry, if the day has it already: same project, minutes and comment. It may well be meant a second time, so
 * it forbids nothing, but it is said before Enter.
 */
export function twinOf(entry: TimeEntry, day: LoggedDay | undefined): LoggedTime | undefined {
  return day?.logged.find(
    (logged) => isOf(entry, logged) && (logged.comment ?? "") === (entry.comment ?? ""),
  );
}
