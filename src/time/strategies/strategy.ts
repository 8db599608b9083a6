import type { CallOptions } from "../../api/client";
import { isSameTarget, type LoggedTime, type TimeEntry } from "../entry";

/**
 * How far writing an entry has come: each step's answer. It is all that is needed to go on where it stopped, and to
 * take it back.
 */
export interface Receipt {
  /** The shift that the time hangs on. */
  readonly shiftId?: string | undefined;
  /** The shift was there before, so that taking the entry back leaves it. */
  readonly shiftWasThere?: boolean | undefined;
  /** What that shift said before; empty where nothing. */
  readonly shiftComment?: string | undefined;
  readonly recordId?: string | undefined;
  readonly commented?: boolean | undefined;
  /** The shift has its new hours and comment. */
  readonly shiftChanged?: boolean | undefined;
  /** Taken back, or taken away for what came in its place. */
  readonly commentGone?: boolean | undefined;
  readonly recordGone?: boolean | undefined;
  readonly shiftGone?: boolean | undefined;
  /** The journal's name for the write. */
  readonly writeId?: string | undefined;
}

/** One request that writes, and how to find out afterwards whether it did. */
export interface WriteStep {
  readonly writes: "shift" | "record" | "comment" | "removal";
  run(): Promise<Receipt>;
  /** The day on which it shows, where that is not the entry's. */
  readonly day?: string | undefined;
  /**
   * Looks for what this step writes in the day as it is now; `before` is the day as it was. Undefined where it is
   * not there, so that it was not written.
   */
  find(
    now: readonly LoggedTime[],
    before: readonly LoggedTime[],
  ): Receipt | undefined | Promise<Receipt | undefined>;
}

/**
 * A way in which companies hold time. The API has three: time on shifts; minutes on flexible time records (until
 * 2026-04-01); minutes on time records (from 2026-10-01).
 */
export interface TimeStrategy {
  readonly kind: "shifts" | "flexible-records" | "time-records";
  /** Time has a place in the day: an entry of plain minutes must be given one before it is saved. */
  readonly needsRange: boolean;
  /** Time can be on a task. */
  readonly takesTask: boolean;
  /** Where the comment ends up: on attendance it is read by HR. */
  readonly commentOn: "shift" | "record";
  /** What the server holds of the person's day. */
  readDay(day: string, options?: CallOptions): Promise<LoggedTime[]>;
  /** The same of several days, both ends included: as few requests as the API allows, never one a day. */
  readDays(from: string, to: string, options?: CallOptions): Promise<LoggedTime[]>;
  /** Called before the first step: what of the entry is there already (a shift that waits for its project). */
  begin(entry: TimeEntry, before: readonly LoggedTime[]): Receipt;
  /** The next request, or undefined when all is written. */
  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined;
  /** The next request that makes of `instead`, its comment known, what the entry asks for. */
  nextChange(entry: TimeEntry, instead: LoggedTime, receipt: Receipt): WriteStep | undefined;
  /** The next request that takes back what the receipt says was written. */
  nextRemoval(receipt: Receipt): WriteStep | undefined;
  /** What was said about it; not all ways of logging bring that along when the day is read. */
  commentOf(logged: LoggedTime): Promise<string | undefined>;
  /** The receipt that writing it would have left. */
  receiptOf(logged: LoggedTime): Receipt;
}

/** Ids that came since; what was there before cannot be the answer that was lost. */
export function newOnes(now: readonly LoggedTime[], before: readonly LoggedTime[]): LoggedTime[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}

/** Whether the server's record is what the entry asked for, its comment aside. */
export function isOf(entry: TimeEntry, logged: LoggedTime): boolean {
  return isSameTarget(entry, logged) && logged.minutes === entry.minutes;
}

/** Whether both say the same; saying nothing is as good as an empty comment. */
export function saysTheSame(
  one: { comment?: string | undefined },
  other: { comment?: string | undefined },
): boolean {
  return (one.comment ?? "") === (other.comment ?? "");
}
