import { isSameTarget, type LoggedTime, type TimeEntry, type TimeTarget } from "../entry";
import { ifThere } from "./if-there";
import { isOf, newOnes, saysTheSame, type Receipt, type WriteStep } from "./strategy";

/** The parts of the project that the time is on. */
export function partsOf({ subprojectId, taskId }: TimeTarget) {
  return {
    ...(subprojectId !== undefined && { subproject_id: subprojectId }),
    ...(taskId !== undefined && { project_task_id: taskId }),
  };
}

/** What both kinds of records without a shift are made of. */
export function minutesOfDay(entry: TimeEntry) {
  return {
    project_worker_id: entry.projectWorkerId,
    date: entry.day,
    imputed_minutes: entry.minutes,
    ...partsOf(entry),
  };
}

/** The requests that a kind of records without a shift has. */
export interface MinutesRequests {
  create(entry: TimeEntry): Promise<{ readonly id: string }>;
  delete(recordId: string): Promise<unknown>;
  /** Where minutes can be changed in place. */
  readonly changeMinutes?: (recordId: string, minutes: number) => Promise<unknown>;
  /** @param before what the record says already; an empty comment takes that away */
  comment(comment: string, recordId: string, before?: string): WriteStep;
  /** Where a comment is an object of its own, which goes before its record. */
  readonly deleteComment?: (recordId: string) => WriteStep;
}

/** Plain minutes are written in two requests: the record, then its comment. */
export function nextMinutesStep(
  entry: TimeEntry,
  receipt: Receipt,
  requests: MinutesRequests,
): WriteStep | undefined {
  const { recordId } = receipt;
  if (recordId === undefined) {
    return {
      writes: "record",
      run: async () => ({ recordId: (await requests.create(entry)).id }),
      find: (now, before) => {
        const found = newOnes(now, before).find((logged) => isOf(entry, logged));
        return found && { recordId: found.id };
      },
    };
  }
  if (saysTheSame(entry, {}) || receipt.commented === true) return undefined;
  return requests.comment(entry.comment ?? "", recordId);
}

/**
 * In place where the requests allow it. Else the new record comes first and the old one goes then: should the server
 * refuse the new one, all is as it was.
 */
export function nextMinutesChange(
  entry: TimeEntry,
  instead: LoggedTime,
  receipt: Receipt,
  requests: MinutesRequests,
): WriteStep | undefined {
  const { changeMinutes } = requests;
  const hasItsMinutes = entry.minutes === instead.minutes;
  const isInPlace =
    isSameTarget(entry, instead) &&
    entry.day === instead.day &&
    (hasItsMinutes || changeMinutes !== undefined);
  if (!isInPlace) {
    const { commentGone, recordGone } = receipt;
    const old = { recordId: instead.id, commented: !saysTheSame(instead, {}), commentGone, recordGone };
    return nextMinutesStep(entry, receipt, requests) ?? nextMinutesRemoval(old, requests, instead.day);
  }
  if (!hasItsMinutes && changeMinutes && receipt.recordId === undefined) {
    const changed = { recordId: instead.id };
    return {
      writes: "record",
      run: async () => {
        await changeMinutes(instead.id, entry.minutes);
        return changed;
      },
      find: (now) =>
        now.some(({ id, minutes }) => id === instead.id && minutes === entry.minutes) ? changed : undefined,
    };
  }
  if (saysTheSame(entry, instead) || receipt.commented === true) return undefined;
  return requests.comment(entry.comment ?? "", instead.id, instead.comment);
}

export function nextMinutesRemoval(
  { recordId, commented, commentGone, recordGone }: Receipt,
  requests: MinutesRequests,
  day?: string,
): WriteStep | undefined {
  if (recordId === undefined || recordGone === true) return undefined;
  if (commented === true && commentGone !== true && requests.deleteComment)
    return requests.deleteComment(recordId);
  return {
    writes: "removal",
    day,
    run: async () => {
      await ifThere(() => requests.delete(recordId));
      return { recordGone: true };
    },
    find: (now) => (now.some(({ id }) => id === recordId) ? undefined : { recordGone: true }),
  };
}
