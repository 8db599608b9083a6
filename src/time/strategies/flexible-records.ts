import { inBatches } from "../../api/batches";
import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import type { FactorialClient } from "../../resources/factorial-client";
import { flexibleTimeRecords } from "../../resources/project-management/flexible-time-records";
import { projectWorkers } from "../../resources/project-management/project-workers";
import type { Store } from "../../store/store";
import type { LoggedTime, TimeEntry } from "../entry";
import { ifThere } from "./if-there";
import { minutesOfDay, nextMinutesStep } from "./plain-minutes";
import type { Receipt, TimeStrategy, WriteStep } from "./strategy";

function loggedOf(record: RecordOf<typeof flexibleTimeRecords>): LoggedTime {
  return {
    id: record.id,
    day: record.date,
    minutes: record.imputed_minutes,
    projectWorkerId: record.project_worker_id,
    subprojectId: record.subproject_id ?? undefined,
  };
}

/** Minutes of a day on a flexible time record, through 2026-04-01; the comment is an object of its own. */
export class FlexibleRecordStrategy implements TimeStrategy {
  readonly kind = "flexible-records";
  readonly needsRange = false;
  readonly commentOn = "record";

  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
  ) {}

  /**
   * Two requests: the list can be asked only by project workers, so these come first. All that the person has, as
   * time on a project that was closed since is still time of the day.
   */
  async readDay(day: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const batches = inBatches(await this.#workerIds(options));
    const query = { starts_on: day, ends_on: day };
    const pages = await Promise.all(
      batches.map(async (ids) => {
        const { data } = await this.client.flexibleTimeRecords.all(
          { ...query, project_worker_ids: ids },
          options,
        );
        return data.filter((record) => record.date === day && ids.includes(record.project_worker_id));
      }),
    );
    const own = pages.flat();
    this.store.put(flexibleTimeRecords, own);
    return own.map(loggedOf);
  }

  async #workerIds(options: CallOptions): Promise<string[]> {
    const { data } = await this.client.projectWorkers.all({ employee_ids: [this.employeeId] }, options);
    const own = data.filter((worker) => worker.employee_id === this.employeeId);
    this.store.put(projectWorkers, own);
    return own.map(({ id }) => id);
  }

  begin(): Receipt {
    return {};
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    return nextMinutesStep(entry, receipt, {
      create: async () => {
        const record = await this.client.flexibleTimeRecords.create(minutesOfDay(entry));
        this.store.putWritten(flexibleTimeRecords, [record]);
        return record;
      },
      comment: (comment, recordId) => this.#commentStep(comment, recordId),
    });
  }

  async undo({ recordId, commented }: Receipt): Promise<void> {
    if (recordId === undefined) return;
    if (commented === true) {
      const comment = { flexible_time_record_id: recordId };
      // Named by its record, which is invalid once that is gone. Were it the day that is closed, the record says so.
      await ifThere(
        () => this.client.flexibleTimeRecordComments.deleteByFlexibleTimeRecord(comment),
        ["not-found", "invalid"],
      );
    }
    await ifThere(() => this.client.flexibleTimeRecords.delete({ id: recordId }));
    this.store.remove(flexibleTimeRecords, [recordId]);
  }

  #commentStep(content: string, recordId: string): WriteStep {
    return {
      writes: "comment",
      run: async () => {
        await this.client.flexibleTimeRecordComments.create({ content, flexible_time_record_id: recordId });
        return { commented: true };
      },
      // The day as read does not bring comments: they are records of their own.
      find: async () => {
        const { data } = await this.client.flexibleTimeRecordComments.list({
          flexible_time_record_id: recordId,
        });
        const isThere = data.some(
          (comment) => comment.flexible_time_record_id === recordId && comment.content === content,
        );
        return isThere ? { commented: true } : undefined;
      },
    };
  }
}
