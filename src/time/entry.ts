import type { DayFacts } from "./calendar/day-facts";
import type { TimeRange } from "./grammar/types";
import { isSameRange } from "./time-range";

/** Who logs: the employee whose time it is. */
export interface Person {
  readonly employeeId: string;
  readonly name: string;
}

/** What time is on: somebody's place in a project, and a part of it. */
export interface TimeTarget {
  /** Undefined: a shift to which no project was attached. */
  readonly projectWorkerId?: string | undefined;
  readonly subprojectId?: string | undefined;
  /** A project task, from 2026-10-01. */
  readonly taskId?: string | undefined;
}

/** What is to be logged. */
export interface TimeEntry extends TimeTarget {
  readonly projectId: string;
  readonly projectWorkerId: string;
  /** `YYYY-MM-DD` in the company's calendar. */
  readonly day: string;
  /** Whole minutes, 1 to 1440. */
  readonly minutes: number;
  /** Wall clock; where it is given its length is `minutes`. */
  readonly range?: TimeRange | undefined;
  readonly comment?: string | undefined;
}

/** Time that the server holds. */
export interface LoggedTime extends TimeTarget {
  /** The record's id; of a shift without a project, the shift's. */
  readonly id: string;
  readonly day: string;
  readonly minutes: number;
  readonly shiftId?: string | undefined;
  readonly range?: TimeRange | undefined;
  readonly comment?: string | undefined;
}

/** All that the server holds of one person's day. */
export interface LoggedDay {
  readonly day: string;
  readonly logged: readonly LoggedTime[];
  /** Signed off: closed for everybody. */
  readonly locked: boolean;
  /** What sort of day it is; missing where Factorial did not say. */
  readonly facts?: DayFacts | undefined;
}

export function isSameTarget(one: TimeTarget, other: TimeTarget): boolean {
  return (
    one.projectWorkerId === other.projectWorkerId &&
    one.subprojectId === other.subprojectId &&
    one.taskId === other.taskId
  );
}

/**
 * The entry with the task of what it takes the place of, as long as it stays in the project and its part: where one
 * types there is no word for a task, so leaving it out does not take it away.
 */
export function withTaskOf(before: TimeTarget, entry: TimeEntry): TimeEntry {
  return isSameTarget({ ...entry, taskId: before.taskId }, before)
    ? { ...entry, taskId: entry.taskId ?? before.taskId }
    : entry;
}

/** The day without what is about to be changed: that is neither in its own way nor counted twice. */
export function without(day: LoggedDay, instead: LoggedTime | undefined): LoggedDay {
  return instead ? { ...day, logged: day.logged.filter(({ id }) => id !== instead.id) } : day;
}

export function minutesOf(day: LoggedDay): number {
  return day.logged.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** A shift of just the entry's hours to which no project was attached yet. */
export function shiftWaitingFor(entry: TimeEntry, logged: readonly LoggedTime[]): LoggedTime | undefined {
  return logged.find(
    ({ projectWorkerId, range }) => projectWorkerId === undefined && isSameRange(range, entry.range),
  );
}
