import { minuteOfDay, type CompanyClock } from "./company-clock";
import { minutesOf, type LoggedDay, type LoggedTime, type TimeEntry } from "./entry";
import { formatClock } from "./grammar/format";
import type { TimeRange } from "./grammar/types";

/** Why an entry that reads well must not be sent. */
export type CheckProblem =
  | { readonly kind: "locked"; readonly day: string }
  | { readonly kind: "future"; readonly day: string }
  | { readonly kind: "overlap"; readonly with: LoggedTime }
  /** `minutes`: what the day would come to. */
  | { readonly kind: "over-a-day"; readonly minutes: number }
  | { readonly kind: "not-loggable"; readonly projectId: string }
  /** Plain minutes, and no free stretch of that length before now. */
  | { readonly kind: "no-room"; readonly day: string };

const DAY = 1440;

/** Where a working day begins when nothing is logged yet: a proposal, shown before it is saved. */
const DAY_START = 9 * 60;

/** What must be told before sending, from the day as the server holds it. */
export function checkEntry(entry: TimeEntry, day: LoggedDay, clock: CompanyClock): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (day.locked) problems.push({ kind: "locked", day: entry.day });
  const today = clock.today();
  const isLater = entry.range !== undefined && entry.day === today && entry.range.to > clock.timeOfDay();
  if (entry.day > today || isLater) problems.push({ kind: "future", day: entry.day });
  const { range } = entry;
  const inTheWay = range && day.logged.find((logged) => logged.range && overlaps(range, logged.range));
  // A shift of just these hours that waits for its project is no obstacle: it is what the project hangs on.
  const isWaiting =
    inTheWay?.projectWorkerId === undefined &&
    inTheWay?.range?.from === range?.from &&
    inTheWay?.range?.to === range?.to;
  if (inTheWay && !isWaiting) problems.push({ kind: "overlap", with: inTheWay });
  const sum = minutesOf(day) + (isWaiting && inTheWay ? 0 : entry.minutes);
  if (sum > DAY) problems.push({ kind: "over-a-day", minutes: sum });
  return problems;
}

function overlaps(one: TimeRange, other: TimeRange): boolean {
  return one.from < other.to && other.from < one.to;
}

/**
 * A place in the day for plain minutes where time hangs on shifts: right after what is logged last, or at nine; today
 * so that it ends by now. Undefined where no such stretch is free: then the person says from when to when.
 */
export function proposeRange(minutes: number, day: LoggedDay, clock: CompanyClock): TimeRange | undefined {
  const taken = day.logged.flatMap(({ range }) => (range ? [range] : []));
  const end = day.day === clock.today() ? minuteOfDay(clock.timeOfDay()) : DAY - 1;
  const lastEnd = taken.reduce((latest, { to }) => Math.max(latest, minuteOfDay(to)), 0);
  const earliest = taken.length === 0 ? Math.min(DAY_START, Math.max(0, end - minutes)) : lastEnd;
  const starts = [earliest, end - minutes, ...taken.map(({ from }) => minuteOfDay(from) - minutes)];
  for (const start of starts) {
    if (start < 0 || start + minutes > end) continue;
    const range = { from: formatClock(start), to: formatClock(start + minutes) };
    if (!taken.some((other) => overlaps(range, other))) return range;
  }
  return undefined;
}
