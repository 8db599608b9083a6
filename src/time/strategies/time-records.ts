import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import type { FactorialClient } from "../../resources/factorial-client";
import { timeRecords } from "../../resources/project-management/time-records";
import { wallClock } from "../company-clock";
import type { LoggedTime } from "../entry";
import { minutesOfDay, type MinutesRequests } from "./plain-minutes";
import { PlainMinutesStrategy } from "./plain-minutes-strategy";
import { saysTheSame } from "./strategy";

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
    taskId: record.project_task_id ?? undefined,
    shiftId: record.attendance_shift_id ?? undefined,
    range: from !== undefined && to !== undefined ? { from, to } : undefined,
    comment: record.observations ?? undefined,
  };
}

/** Minutes of a day on a time record without a shift, from 2026-10-01; the comment is a second call. */
export class TimeRecordStrategy extends PlainMinutesStrategy {
  readonly kind = "time-records";
  readonly takesTask = true;

  /** One request a month: there is no filter by day, so months are read and the days picked out here. */
  async readDays(from: string, to: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const months = await Promise.all(
      monthsBetween(from, to).map((day) => readMonth(this.client, this.employeeId, day, options)),
    );
    const records = months.flat();
    this.store.put(timeRecords, records);
    return records.flatMap((record) => {
      const { date } = record;
      return typeof date === "string" && date >= from && date <= to ? [loggedOf(record, date)] : [];
    });
  }

  commentOf({ comment }: LoggedTime): Promise<string | undefined> {
    return Promise.resolve(comment);
  }

  protected readonly requests: MinutesRequests = {
    create: async (entry) => {
      const record = await this.client.timeRecords.create(minutesOfDay(entry));
      this.store.putWritten(timeRecords, [record]);
      return record;
    },
    delete: async (recordId) => {
      await this.client.timeRecords.delete({ id: recordId });
      this.store.remove(timeRecords, [recordId]);
    },
    comment: (comment, recordId) => ({
      writes: "comment",
      run: async () => {
        const record = await this.client.timeRecords.updateObservations({
          id: recordId,
          observations: comment,
        });
        this.store.putWritten(timeRecords, [record]);
        return { commented: true };
      },
      find: (now) => {
        const found = now.find(({ id }) => id === recordId);
        return found && saysTheSame(found, { comment }) ? { commented: true } : undefined;
      },
    }),
  };
}

/** A day of each month that the days from `from` to `to` are in. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = firstOfNextMonth(day)) months.push(day);
  return months;
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
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
