import * as z from "zod";
import type { TimeEntry } from "../entry";

/** An instant in UTC: `2026-11-02T16:00:00.000Z`. */
const instant = z.iso.datetime();
const text = z.string().min(1);

const Pause = z.object({ from: instant, to: instant.exactOptional() });

/** Time in which nobody was there, as far as an editor can tell. It counts until the person says otherwise. */
const Away = z.object({ from: instant, to: instant, asked: z.boolean() });
export type Away = z.output<typeof Away>;

const TimedProject = z.object({
  projectId: text,
  projectWorkerId: text,
  subprojectId: text.exactOptional(),
  /** Project and subproject, as shown when it was started. */
  name: z.string(),
});
export type TimedProject = z.output<typeof TimedProject>;

const Timed = z.object({ project: TimedProject, comment: z.string() });
/** What a timer is for. */
export type Timed = z.output<typeof Timed>;

const RunningTimer = Timed.extend({
  id: text,
  startedAt: instant,
  /** In order; only the last may be open, and then the timer is paused. */
  pauses: z.array(Pause),
  away: z.array(Away),
  /** Where it was started. */
  machine: z.string(),
  /** Factorial's time clock runs with it, and counts the same: its time must not be saved once more. */
  isClock: z.boolean().exactOptional(),
});
/** A start and pauses, never a count: what has passed is computed from them. */
export type RunningTimer = z.output<typeof RunningTimer>;

const range = z.object({ from: text, to: text });

const Entry: z.ZodType<TimeEntry> = z.object({
  projectId: text,
  projectWorkerId: text,
  subprojectId: text.exactOptional(),
  day: z.iso.date(),
  minutes: z.int().min(1).max(1440),
  range: range.exactOptional(),
  comment: z.string().exactOptional(),
});

const StoppedEntry = z.object({
  id: text,
  name: z.string(),
  entry: Entry,
});
/** Time that was measured, and that the journal has not taken yet. */
export type StoppedEntry = z.output<typeof StoppedEntry>;

export const TimerFile = z.object({
  version: z.literal(1),
  running: RunningTimer.exactOptional(),
  stopped: z.array(StoppedEntry),
  /** What ran last, to be continued. */
  last: Timed.exactOptional(),
});
/** All that is kept of one person's timer. */
export type TimerFile = z.output<typeof TimerFile>;

export const NO_TIMER: TimerFile = { version: 1, stopped: [] };

/** Minutes of the clock since 1970; the end is not part of it. */
export interface ClockSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * When the timer ran until an instant (Unix milliseconds), its pauses left out, in minutes of the clock: whoever
 * stops at 9:52:40 and goes on with something else has two entries that touch at 9:52, and their sum is what the
 * clock says. Nothing where the clock was set back to before the start.
 */
export function spansOf(timer: RunningTimer, until: number): ClockSpan[] {
  return runsOf(timer, until)
    .map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
    .filter(({ from, to }) => to > from);
}

/** Whole minutes for which the timer ran until an instant (Unix milliseconds). */
export function minutesAt(timer: RunningTimer, until: number): number {
  return spansOf(timer, until).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Milliseconds for which the timer ran until an instant (Unix milliseconds). */
export function millisecondsAt(timer: RunningTimer, until: number): number {
  return runsOf(timer, until).reduce((sum, { from, to }) => sum + to - from, 0);
}

export function isPaused({ pauses }: RunningTimer): boolean {
  const last = pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

/** Minutes in the timer in which nobody was there, and that the person left in. */
export function minutesAway({ away }: RunningTimer): number {
  return away.reduce(
    (sum, { from, to }) => sum + Math.round((Date.parse(to) - Date.parse(from)) / 60_000),
    0,
  );
}

/** The same timer with a stretch of it taken out. Both ends are Unix milliseconds. */
export function without(timer: RunningTimer, from: number, to: number): RunningTimer {
  const pauses = [...timer.pauses, { from: textOf(from), to: textOf(to) }];
  // An open pause stays the last one.
  return { ...timer, pauses: pauses.toSorted((one, other) => one.from.localeCompare(other.from)) };
}

/** The same timer on a clock that was set back by so many milliseconds: it has run as long as before. */
export function movedBack(timer: RunningTimer, by: number): RunningTimer {
  const moved = (at: string) => textOf(Date.parse(at) - by);
  return {
    ...timer,
    startedAt: moved(timer.startedAt),
    pauses: timer.pauses.map(({ from, to }) => ({
      from: moved(from),
      ...(to !== undefined && { to: moved(to) }),
    })),
    away: timer.away.map(({ from, to, asked }) => ({ from: moved(from), to: moved(to), asked })),
  };
}

/** Unix milliseconds as they are kept. */
export function textOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function minuteOf(milliseconds: number): number {
  return Math.floor(milliseconds / 60_000);
}

/** In milliseconds. Pauses may overlap, as a stretch can be taken out that has a pause in it. */
function runsOf({ startedAt, pauses }: RunningTimer, until: number): ClockSpan[] {
  const runs: ClockSpan[] = [];
  let from = Date.parse(startedAt);
  for (const pause of pauses) {
    const to = Math.min(Date.parse(pause.from), until);
    if (to > from) runs.push({ from, to });
    from = Math.max(from, pause.to === undefined ? until : Date.parse(pause.to));
  }
  if (until > from) runs.push({ from, to: until });
  return runs;
}
