import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import { shifts } from "../../resources/attendance/shifts";
import type { FactorialClient } from "../../resources/factorial-client";
import { timeRecords } from "../../resources/project-management/time-records";
import type { Store } from "../../store/store";
import { wallClock, type CompanyClock } from "../company-clock";
import { shiftWaitingFor, type LoggedTime, type TimeEntry } from "../entry";
import type { TimeRange } from "../grammar/types";
import { isSameRange, spanOf } from "../time-range";
import { ifThere } from "./if-there";
import { isOn, type Receipt, type TimeStrategy, type WriteStep } from "./strategy";

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
    const shiftIds = own.map(({ id }) => id);
    const { data: hanging } = await this.client.timeRecords.all({ attendance_shift_ids: shiftIds }, options);
    const records = hanging.filter((record) => shiftIds.includes(record.attendance_shift_id ?? ""));
    this.store.put(timeRecords, records);
    const recordOf = new Map(records.map((record) => [record.attendance_shift_id, record]));
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
    const waiting = shiftWaitingFor(entry, before);
    return waiting?.shiftId === undefined
      ? {}
      : { shiftId: waiting.shiftId, shiftWasThere: true, shiftComment: waiting.comment ?? "" };
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    const { shiftId, shiftWasThere, shiftComment = "", commented } = receipt;
    if (shiftId === undefined) return this.#shiftStep(entry);
    if (receipt.recordId === undefined) return this.#recordStep(entry, shiftId);
    // A new shift was made with its comment; so was one that is left of an entry that was half saved.
    const isCommented = shiftWasThere !== true || commented === true;
    if (entry.comment === undefined || isCommented || shiftComment.split("\n").includes(entry.comment))
      return undefined;
    return this.#commentStep(entry.comment, shiftId, shiftComment);
  }

  async undo({ shiftId, shiftWasThere, shiftComment, commented, recordId }: Receipt): Promise<void> {
    if (shiftId !== undefined && commented === true) {
      await ifThere(async () => {
        const shift = await this.client.shifts.update({ id: shiftId, observations: shiftComment ?? "" });
        this.store.putWritten(shifts, [shift]);
      });
    }
    if (recordId !== undefined) {
      await ifThere(() => this.client.timeRecords.delete({ id: recordId }));
      this.store.remove(timeRecords, [recordId]);
    }
    if (shiftId !== undefined && shiftWasThere !== true) {
      await ifThere(() => this.client.shifts.delete({ id: shiftId }));
      this.store.remove(shifts, [shiftId]);
    }
  }

  #shiftStep(entry: TimeEntry): WriteStep {
    const { range } = entry;
    if (!range) throw new Error("An entry of an attendance company needs a from and a to.");
    const clockIn = this.clock.instantOf(entry.day, range.from);
    const clockOut = this.clock.instantOf(entry.day, range.to);
    return {
      writes: "shift",
      run: async () => {
        const shift = await this.client.shifts.create({
          employee_id: this.employeeId,
          date: entry.day,
          clock_in: clockIn,
          clock_out: clockOut,
          workable: true,
          source: "api",
          ...(entry.comment !== undefined && { observations: entry.comment }),
        });
        this.store.putWritten(shifts, [shift]);
        return { shiftId: shift.id };
      },
      find: (now, before) => {
        const known = new Set(before.map((logged) => logged.shiftId));
        // As it was sent: a time that daylight saving skips is not the one that was typed.
        const sent = rangeOf({ clock_in: clockIn, clock_out: clockOut });
        const found = now.find(({ shiftId, range }) => !known.has(shiftId) && isSameRange(range, sent));
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
        this.store.putWritten(timeRecords, [record]);
        return { recordId: record.id };
      },
      find: (now) => {
        // Another project that somebody hung on the shift meanwhile is not ours: the server then refuses ours.
        const found = now.find((logged) => logged.shiftId === shiftId && isOn(entry, logged));
        return found && { recordId: found.id };
      },
    };
  }

  /** Onto a shift that was there: what it says already is not the entry's to lose. */
  #commentStep(comment: string, shiftId: string, before: string): WriteStep {
    const observations = before === "" ? comment : `${before}\n${comment}`;
    return {
      writes: "comment",
      run: async () => {
        const shift = await this.client.shifts.update({ id: shiftId, observations });
        this.store.putWritten(shifts, [shift]);
        return { commented: true };
      },
      find: (now) =>
        now.find((logged) => logged.shiftId === shiftId)?.comment === observations
          ? { commented: true }
          : undefined,
    };
  }
}

function rangeOf({ clock_in, clock_out }: Pick<Shift, "clock_in" | "clock_out">): TimeRange | undefined {
  const from = wallClock(clock_in);
  const to = wallClock(clock_out);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function lengthOf(range: TimeRange | undefined): number {
  if (!range) return 0;
  const { start, end } = spanOf(range);
  return end - start;
}
