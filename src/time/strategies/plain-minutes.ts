import type { TimeEntry } from "../entry";
import { isOf, newOnes, type Receipt, type WriteStep } from "./strategy";

/** What both kinds of records without a shift are made of. */
export function minutesOfDay(entry: TimeEntry) {
  return {
    project_worker_id: entry.projectWorkerId,
    date: entry.day,
    imputed_minutes: entry.minutes,
    ...(entry.subprojectId !== undefined && { subproject_id: entry.subprojectId }),
  };
}

/** Plain minutes are written in two requests: the record, then its comment. */
export function nextMinutesStep(
  entry: TimeEntry,
  receipt: Receipt,
  steps: {
    readonly create: () => Promise<{ readonly id: string }>;
    readonly comment: (comment: string, recordId: string) => WriteStep;
  },
): WriteStep | undefined {
  const { recordId } = receipt;
  if (recordId === undefined) {
    return {
      writes: "record",
      run: async () => ({ recordId: (await steps.create()).id }),
      find: (now, before) => {
        const found = newOnes(now, before).find((logged) => isOf(entry, logged));
        return found && { recordId: found.id };
      },
    };
  }
  if (entry.comment === undefined || receipt.commented === true) return undefined;
  return steps.comment(entry.comment, recordId);
}
