import type { RecordOf } from "../../api/resource";
import { shifts } from "../../resources/attendance/shifts";
import type { FactorialClient } from "../../resources/factorial-client";
import { timeRecords } from "../../resources/project-management/time-records";
import type { Store } from "../../store/store";
import { wallClock, type CompanyClock } from "../company-clock";
import { isSameTarget, type TimeEntry } from "../entry";
import type { TimeRange } from "../grammar/types";
import { isSameRange } from "../time-range";
import { ifThere } from "./if-there";
import { partsOf } from "./plain-minutes";
import { saysTheSame, type WriteStep } from "./strategy";

export type Shift = RecordOf<typeof shifts>;

/** The requests that write shifts and what hangs on them, and how each is found again. */
export class ShiftSteps {
  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
    readonly clock: CompanyClock,
  ) {}

  createShift(entry: TimeEntry): WriteStep {
    const times = this.#timesOf(entry);
    return {
      writes: "shift",
      run: async () => {
        const shift = await this.client.shifts.create({
          employee_id: this.employeeId,
          date: entry.day,
          ...times,
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
        const sent = rangeOf(times);
        const found = now.find(({ shiftId, range }) => !known.has(shiftId) && isSameRange(range, sent));
        return found?.shiftId === undefined ? undefined : { shiftId: found.shiftId };
      },
    };
  }

  hangRecord(entry: TimeEntry, shiftId: string): WriteStep {
    return {
      writes: "record",
      run: async () => {
        const record = await this.client.timeRecords.create({
          project_worker_id: entry.projectWorkerId,
          attendance_shift_id: shiftId,
          ...partsOf(entry),
        });
        this.store.putWritten(timeRecords, [record]);
        return { recordId: record.id };
      },
      find: (now) => {
        // Another project that somebody hung on the shift meanwhile is not ours: the server then refuses ours.
        const found = now.find((logged) => logged.shiftId === shiftId && isSameTarget(entry, logged));
        return found && { recordId: found.id };
      },
    };
  }

  /** Onto a shift that was there: what it says already is not the entry's to lose. */
  addComment(comment: string, shiftId: string, before: string): WriteStep {
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

  changeShift(entry: TimeEntry, shiftId: string, isMoved: boolean): WriteStep {
    const { day, comment = "" } = entry;
    const times = this.#timesOf(entry);
    const sent = rangeOf(times);
    const changed = { shiftId, shiftChanged: true };
    return {
      writes: "shift",
      run: async () => {
        const shift = await this.client.shifts.update({
          id: shiftId,
          observations: comment,
          ...(isMoved && { ...times, date: day, reference_date: day }),
        });
        this.store.putWritten(shifts, [shift]);
        return changed;
      },
      find: (now) => {
        const found = now.find((logged) => logged.shiftId === shiftId);
        return found && isSameRange(found.range, sent) && saysTheSame(found, { comment })
          ? changed
          : undefined;
      },
    };
  }

  moveRecord(entry: TimeEntry, recordId: string): WriteStep {
    return {
      writes: "record",
      run: async () => {
        const record = await this.client.timeRecords.updateProjectWorker({
          id: recordId,
          project_worker_id: entry.projectWorkerId,
          ...partsOf(entry),
        });
        this.store.putWritten(timeRecords, [record]);
        return { recordId };
      },
      find: (now) =>
        now.some((logged) => logged.id === recordId && isSameTarget(entry, logged))
          ? { recordId }
          : undefined,
    };
  }

  restoreComment(shiftId: string, before: string): WriteStep {
    return {
      writes: "removal",
      run: async () => {
        await ifThere(async () => {
          const shift = await this.client.shifts.update({ id: shiftId, observations: before });
          this.store.putWritten(shifts, [shift]);
        });
        return { commentGone: true };
      },
      find: (now) => {
        const shift = now.find((logged) => logged.shiftId === shiftId);
        return !shift || saysTheSame(shift, { comment: before }) ? { commentGone: true } : undefined;
      },
    };
  }

  removeRecord(recordId: string, day?: string): WriteStep {
    return {
      writes: "removal",
      day,
      run: async () => {
        await ifThere(() => this.client.timeRecords.delete({ id: recordId }));
        this.store.remove(timeRecords, [recordId]);
        return { recordGone: true };
      },
      find: (now) =>
        now.some(({ id, projectWorkerId }) => id === recordId && projectWorkerId !== undefined)
          ? undefined
          : { recordGone: true },
    };
  }

  removeShift(shiftId: string): WriteStep {
    return {
      writes: "removal",
      run: async () => {
        await ifThere(() => this.client.shifts.delete({ id: shiftId }));
        this.store.remove(shifts, [shiftId]);
        return { shiftGone: true };
      },
      find: (now) => (now.some((logged) => logged.shiftId === shiftId) ? undefined : { shiftGone: true }),
    };
  }

  #timesOf({ day, range }: TimeEntry): { clock_in: string; clock_out: string } {
    if (!range) throw new Error("An entry of an attendance company needs a from and a to.");
    return {
      clock_in: this.clock.instantOf(day, range.from),
      clock_out: this.clock.endInstantOf(day, range.to),
    };
  }
}

export function rangeOf({
  clock_in,
  clock_out,
}: Pick<Shift, "clock_in" | "clock_out">): TimeRange | undefined {
  const from = wallClock(clock_in);
  const to = wallClock(clock_out);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}
