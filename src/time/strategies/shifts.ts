import { inBatches } from "../../api/batches";
import type { CallOptions } from "../../api/client";
import { shifts } from "../../resources/attendance/shifts";
import type { FactorialClient } from "../../resources/factorial-client";
import { timeRecords } from "../../resources/project-management/time-records";
import type { Store } from "../../store/store";
import type { CompanyClock } from "../company-clock";
import { isSameTarget, shiftWaitingFor, type LoggedTime, type TimeEntry } from "../entry";
import type { TimeRange } from "../grammar/types";
import { isSameRange, spanOf } from "../time-range";
import { rangeOf, ShiftSteps, type Shift } from "./shift-steps";
import { saysTheSame, type Receipt, type TimeStrategy, type WriteStep } from "./strategy";

/** Attendance: the shift says when, the time record hung on it says on what project. One record a shift. */
export class ShiftStrategy implements TimeStrategy {
  readonly kind = "shifts";
  readonly needsRange = true;
  readonly commentOn = "shift";
  readonly #steps: ShiftSteps;

  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
    readonly clock: CompanyClock,
    readonly takesTask: boolean,
  ) {
    this.#steps = new ShiftSteps(client, store, employeeId, clock);
  }

  readDay(day: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    return this.readDays(day, day, options);
  }

  /** The shifts, and the records that hang on them, fifty a request. Breaks are left out. */
  async readDays(from: string, to: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const { data } = await this.client.shifts.list(
      { employee_ids: [this.employeeId], start_on: from, end_on: to },
      options,
    );
    const own = data.filter((shift) => {
      const day = dayOf(shift);
      return shift.employee_id === this.employeeId && day >= from && day <= to && shift.workable !== false;
    });
    this.store.put(shifts, own);
    const shiftIds = own.map(({ id }) => id);
    const hanging = await Promise.all(
      inBatches(shiftIds).map((ids) => this.client.timeRecords.all({ attendance_shift_ids: ids }, options)),
    );
    const records = hanging
      .flatMap((page) => page.data)
      .filter((record) => shiftIds.includes(record.attendance_shift_id ?? ""));
    this.store.put(timeRecords, records);
    const recordOf = new Map(records.map((record) => [record.attendance_shift_id, record]));
    return own.map((shift) => {
      const record = recordOf.get(shift.id);
      return {
        id: record?.id ?? shift.id,
        day: dayOf(shift),
        minutes: shift.minutes ?? lengthOf(rangeOf(shift)),
        projectWorkerId: record?.project_worker_id,
        subprojectId: record?.subproject_id ?? undefined,
        taskId: record?.project_task_id ?? undefined,
        shiftId: shift.id,
        range: rangeOf(shift),
        comment: shift.observations ?? undefined,
      };
    });
  }

  begin(entry: TimeEntry, before: readonly LoggedTime[]): Receipt {
    const waiting = shiftWaitingFor(entry, before);
    return waiting?.shiftId === undefined
      ? {}
      : { shiftId: waiting.shiftId, shiftWasThere: true, shiftComment: waiting.comment ?? "" };
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    const { shiftId, shiftWasThere, shiftComment = "", commented } = receipt;
    if (shiftId === undefined) return this.#steps.createShift(entry);
    if (receipt.recordId === undefined) return this.#steps.hangRecord(entry, shiftId);
    // A new shift was made with its comment; so was one that is left of an entry that was half saved.
    const isCommented = shiftWasThere !== true || commented === true;
    if (entry.comment === undefined || isCommented || shiftComment.split("\n").includes(entry.comment))
      return undefined;
    return this.#steps.addComment(entry.comment, shiftId, shiftComment);
  }

  /** In place: the shift is moved, then what hangs on it. */
  nextChange(entry: TimeEntry, instead: LoggedTime, receipt: Receipt): WriteStep | undefined {
    const { shiftId } = instead;
    if (shiftId === undefined) throw new Error("Time of an attendance company hangs on a shift.");
    const isMoved = entry.day !== instead.day || !isSameRange(entry.range, instead.range);
    if ((isMoved || !saysTheSame(entry, instead)) && receipt.shiftChanged !== true)
      return this.#steps.changeShift(entry, shiftId, isMoved);
    if (receipt.recordId !== undefined) return undefined;
    if (instead.projectWorkerId === undefined) return this.#steps.hangRecord(entry, shiftId);
    if (isSameTarget(entry, instead)) return undefined;
    const losesPart =
      (entry.subprojectId === undefined && instead.subprojectId !== undefined) ||
      (entry.taskId === undefined && instead.taskId !== undefined);
    if (!losesPart) return this.#steps.moveRecord(entry, instead.id);
    // A part of the project cannot be taken off a record: a new one is hung on the shift, which takes only one.
    return receipt.recordGone === true
      ? this.#steps.hangRecord(entry, shiftId)
      : this.#steps.removeRecord(instead.id, entry.day);
  }

  nextRemoval(receipt: Receipt): WriteStep | undefined {
    const { shiftId, shiftWasThere, shiftComment = "", commented, recordId } = receipt;
    if (shiftId !== undefined && commented === true && receipt.commentGone !== true)
      return this.#steps.restoreComment(shiftId, shiftComment);
    if (recordId !== undefined && receipt.recordGone !== true) return this.#steps.removeRecord(recordId);
    if (shiftId === undefined || shiftWasThere === true || receipt.shiftGone === true) return undefined;
    return this.#steps.removeShift(shiftId);
  }

  commentOf({ comment }: LoggedTime): Promise<string | undefined> {
    return Promise.resolve(comment);
  }

  receiptOf({ id, shiftId, projectWorkerId }: LoggedTime): Receipt {
    return { shiftId, recordId: projectWorkerId === undefined ? undefined : id };
  }
}

function dayOf({ reference_date, date }: Pick<Shift, "reference_date" | "date">): string {
  return reference_date ?? date ?? "";
}

function lengthOf(range: TimeRange | undefined): number {
  if (!range) return 0;
  const { start, end } = spanOf(range);
  return end - start;
}
