import { inBatches } from "../../api/batches";
import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import { flexibleTimeRecords } from "../../resources/project-management/flexible-time-records";
import { projectWorkers } from "../../resources/project-management/project-workers";
import type { LoggedTime } from "../entry";
import { ifThere } from "./if-there";
import { minutesOfDay, type MinutesRequests } from "./plain-minutes";
import { PlainMinutesStrategy } from "./plain-minutes-strategy";
import type { WriteStep } from "./strategy";

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
export class FlexibleRecordStrategy extends PlainMinutesStrategy {
  readonly kind = "flexible-records";
  readonly takesTask = false;

  /**
   * Two requests: the list can be asked only by project workers, so these come first. All that the person has, as
   * time on a project that was closed since is still time of the day.
   */
  async readDays(from: string, to: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const batches = inBatches(await this.#workerIds(options));
    const query = { starts_on: from, ends_on: to };
    const pages = await Promise.all(
      batches.map(async (ids) => {
        const { data } = await this.client.flexibleTimeRecords.all(
          { ...query, project_worker_ids: ids },
          options,
        );
        return data.filter(
          ({ date, project_worker_id }) => date >= from && date <= to && ids.includes(project_worker_id),
        );
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

  async commentOf({ id }: Pick<LoggedTime, "id">): Promise<string | undefined> {
    const { data } = await this.client.flexibleTimeRecordComments.list({ flexible_time_record_id: id });
    return data.find((comment) => comment.flexible_time_record_id === id)?.content;
  }

  protected readonly requests: MinutesRequests = {
    create: async (entry) => {
      const record = await this.client.flexibleTimeRecords.create(minutesOfDay(entry));
      this.store.putWritten(flexibleTimeRecords, [record]);
      return record;
    },
    delete: async (recordId) => {
      await this.client.flexibleTimeRecords.delete({ id: recordId });
      this.store.remove(flexibleTimeRecords, [recordId]);
    },
    changeMinutes: async (recordId, minutes) => {
      const record = await this.client.flexibleTimeRecords.update({ id: recordId, imputed_minutes: minutes });
      this.store.putWritten(flexibleTimeRecords, [record]);
    },
    comment: (comment, recordId, before) => this.#commentStep(comment, recordId, before),
    deleteComment: (recordId) => ({
      writes: "removal",
      run: async () => {
        await this.#deleteComment(recordId);
        return { commentGone: true };
      },
      find: async () =>
        (await this.commentOf({ id: recordId })) === undefined ? { commentGone: true } : undefined,
    }),
  };

  /** Named by its record, which is invalid once that is gone. Were it the day that is closed, the record says so. */
  #deleteComment(recordId: string): Promise<void> {
    return ifThere(
      () =>
        this.client.flexibleTimeRecordComments.deleteByFlexibleTimeRecord({
          flexible_time_record_id: recordId,
        }),
      ["not-found", "invalid"],
    );
  }

  #commentStep(content: string, recordId: string, before = ""): WriteStep {
    const words = { content, flexible_time_record_id: recordId };
    return {
      writes: "comment",
      run: async () => {
        if (content === "") await this.#deleteComment(recordId);
        else if (before === "") await this.client.flexibleTimeRecordComments.create(words);
        else await this.client.flexibleTimeRecordComments.updateByFlexibleTimeRecord(words);
        return { commented: true };
      },
      // The day as read does not bring comments: they are records of their own.
      find: async () =>
        ((await this.commentOf({ id: recordId })) ?? "") === content ? { commented: true } : undefined,
    };
  }
}
