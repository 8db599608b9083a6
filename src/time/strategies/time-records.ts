import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import type { FactorialClient } from "../../resources/factorial-client";
import { timeRecords } from "../../resources/project-management/time-records";
import type { Store } from "../../store/store";
import { wallClock } from "../company-clock";
import type { LoggedTime, TimeEntry } from "../entry";
import { ifThere } from "./if-there";
import { minutesOfDay, nextMinutesStep } from "./plain-minutes";
import type { Receipt, TimeStrategy, WriteStep } from "./strategy";

type TimeRecord = RecordOf<typeof timeRecords>;

export function loggedOf(record: TimeRecord, day: string): LoggedTime {
  const from = wallClock(record.clock_in);
  const to = wallClock(record.clock_out);
  return {
    id: record.id,
    day: record.date ?? day,
    minutes: record.imputed_minutes ?? 0,
    projectWorkerId: record.project_worker_id,
    subprojectId: record.subproject_id ?? undefined,
    shiftId: record.attendance_shift_id ?? undefined,
    range: from !== undefined && to !== undefined ? { from, to } : undefined,
    comment: record.observations ?? undefined,
  };
}

/** Minutes of a day on a time record without a shift, from 2026-10-01; the comment is a second call. */
export class TimeRecordStrategy implements TimeStrategy {
  readonly kind = "time-records";
  readonly needsRange = false;
  readonly commentOn = "record";

  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
  ) {}

  /** One request: there is no filter by day, so the month is read and the day picked out here. */
  async readDay(day: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const records = await readMonth(this.client, this.employeeId, day, options);
    this.store.put(timeRecords, records);
    return records.filter((record) => record.date === day).map((record) => loggedOf(record, day));
  }

  begin(): Receipt {
    return {};
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    return nextMinutesStep(entry, receipt, {
      create: async () => {
        const record = await this.client.timeRecords.create(minutesOfDay(entry));
        this.store.putWritten(timeRecords, [record]);
        return record;
      },
      comment: (comment, recordId) => this.#commentStep(comment, recordId),
    });
  }

  async undo({ recordId }: Receipt): Promise<void> {
    if (recordId === undefined) return;
    await ifThere(() => this.client.timeRecords.delete({ id: recordId }));
    this.store.remove(timeRecords, [recordId]);
  }

  #commentStep(comment: string, recordId: string): WriteStep {
    return {
      writes: "comment",
      run: async () => {
        const record = await this.client.timeRecords.updateObservations({
          id: recordId,
          observations: comment,
        });
        this.store.putWritten(timeRecords, [record]);
        return { commented: true };
      },
      find: (now) =>
        now.find(({ id }) => id === recordId)?.comment === comment ? { commented: true } : undefined,
    };
  }
}

/** One person's time records of the month that a day is in; whoever else's the server adds are left out. */
export async function readMonth(
  client: FactorialClient,
  employeeId: string,
  day: string,
  options: CallOptions = {},
): Promise<TimeRecord[]> {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const { data } = await client.timeRecords.all({ employee_ids: [employeeId], month, year }, options);
  // Before 2026-10-01 a record does not say whose it is; the filter was then the server's alone.
  return data.filter((record) => (record.employee_id ?? employeeId) === employeeId);
}
