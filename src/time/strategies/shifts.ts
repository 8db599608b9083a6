import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import { shifts } from "../../resources/attendance/shifts";
import type { FactorialClient } from "../../resources/factorial-client";
import { timeRecords } from "../../resources/project-management/time-records";
import type { Store } from "../../store/store";
import { minuteOfDay, wallClock, type CompanyClock } from "../company-clock";
import type { LoggedTime, TimeEntry } from "../entry";
import type { TimeRange } from "../grammar/types";
import { deleteIfThere } from "./deletions";
import { newOnes, type Receipt, type TimeStrategy, type WriteStep } from "./strategy";

type Shift = RecordOf<typeof shifts>;

/** Attendance: the shift says when, the time record hung on it says on what project. One record a shift. */
export class ShiftStrategy implements TimeStrategy {
  readonly kind = "shifts";
  readonly needsRange = true;
  readonly commentOn = "shift";

  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
    readonly clock: CompanyClock,
  ) {}

  /** Two requests: the day's shifts, and the records that hang on them. Breaks are left out. */
  async readDay(day: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const { data } = await this.client.shifts.list(
      { employee_ids: [this.employeeId], start_on: day, end_on: day },
      options,
    );
    const own = data.filter(
      (shift) =>
        shift.employee_id === this.employeeId &&
        (shift.reference_date ?? shift.date) === day &&
        shift.workable !== false,
    );
    this.store.put(shifts, own);
    if (own.length === 0) return [];
    const records = await this.client.timeRecords.all(
      { attendance_shift_ids: own.map(({ id }) => id) },
      options,
    );
    this.store.put(timeRecords, records.data);
    const recordOf = new Map(records.data.map((record) => [record.attendance_shift_id, record]));
    return own.map((shift) => {
      const record = recordOf.get(shift.id);
      return {
        id: record?.id ?? shift.id,
        day,
        minutes: shift.minutes ?? lengthOf(rangeOf(shift)),
        projectWorkerId: record?.project_worker_id,
        subprojectId: record?.subproject_id ?? undefined,
        shiftId: shift.id,
        range: rangeOf(shift),
        comment: shift.observations ?? undefined,
      };
    });
  }

  begin(entry: TimeEntry, before: readonly LoggedTime[]): Receipt {
    const waiting = before.find(
      (logged) => logged.projectWorkerId === undefined && sameRange(logged.range, entry.range),
    );
    return waiting?.shiftId === undefined ? {} : { shiftId: waiting.shiftId, shiftWasThere: true };
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    const { shiftId } = receipt;
    if (shiftId === undefined) return this.#shiftStep(entry);
    if (receipt.recordId === undefined) return this.#recordStep(entry, shiftId);
    return undefined;
  }

  async undo({ shiftId, shiftWasThere, recordId }: Receipt): Promise<void> {
    if (recordId !== undefined) {
      await deleteIfThere(() => this.client.timeRecords.delete({ id: recordId }));
      this.store.remove(timeRecords, [recordId]);
    }
    if (shiftId !== undefined && shiftWasThere !== true) {
      await deleteIfThere(() => this.client.shifts.delete({ id: shiftId }));
      this.store.remove(shifts, [shiftId]);
    }
  }

  #shiftStep(entry: TimeEntry): WriteStep {
    return {
      writes: "shift",
      run: async () => {
        const { range } = entry;
        if (!range) throw new Error("An entry of an attendance company needs a from and a to.");
        const shift = await this.client.shifts.create({
          employee_id: this.employeeId,
          date: entry.day,
          clock_in: this.clock.instantOf(entry.day, range.from),
          clock_out: this.clock.instantOf(entry.day, range.to),
          workable: true,
          source: "api",
          ...(entry.comment !== undefined && { observations: entry.comment }),
        });
        this.store.put(shifts, [shift]);
        return { shiftId: shift.id };
      },
      find: (now, before) => {
        const found = newOnes(now, before).find((logged) => sameRange(logged.range, entry.range));
        return found?.shiftId === undefined ? undefined : { shiftId: found.shiftId };
      },
    };
  }

  #recordStep(entry: TimeEntry, shiftId: string): WriteStep {
    return {
      writes: "record",
      run: async () => {
        const record = await this.client.timeRecords.create({
          project_worker_id: entry.projectWorkerId,
          attendance_shift_id: shiftId,
          ...(entry.subprojectId !== undefined && { subproject_id: entry.subprojectId }),
        });
        this.store.put(timeRecords, [record]);
        return { recordId: record.id };
      },
      find: (now) => {
        const found = now.find(
          (logged) => logged.shiftId === shiftId && logged.projectWorkerId !== undefined,
        );
        return found && { recordId: found.id };
      },
    };
  }
}

function rangeOf(shift: Shift): TimeRange | undefined {
  const from = wallClock(shift.clock_in);
  const to = wallClock(shift.clock_out);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function lengthOf(range: TimeRange | undefined): number {
  return range ? minuteOfDay(range.to) - minuteOfDay(range.from) : 0;
}

function sameRange(one: TimeRange | undefined, other: TimeRange | undefined): boolean {
  return one !== undefined && one.from === other?.from && one.to === other.to;
}
