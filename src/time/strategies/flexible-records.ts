import type { CallOptions } from "../../api/client";
import type { RecordOf } from "../../api/resource";
import type { FactorialClient } from "../../resources/factorial-client";
import { flexibleTimeRecords } from "../../resources/project-management/flexible-time-records";
import type { Store } from "../../store/store";
import type { LoggedTime, TimeEntry } from "../entry";
import { deleteIfThere } from "./deletions";
import { isOf, newOnes, type Receipt, type TimeStrategy, type WriteStep } from "./strategy";

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

  /** @param projectWorkerIds the person's own, on all projects: the list can be asked only by these */
  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly projectWorkerIds: () => Promise<readonly string[]>,
  ) {}

  async readDay(day: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    const workers = await this.projectWorkerIds();
    if (workers.length === 0) return [];
    const { data } = await this.client.flexibleTimeRecords.all(
      { project_worker_ids: [...workers], starts_on: day, ends_on: day },
      options,
    );
    const own = data.filter((record) => record.date === day && workers.includes(record.project_worker_id));
    this.store.put(flexibleTimeRecords, own);
    return own.map(loggedOf);
  }

  begin(): Receipt {
    return {};
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    const { recordId } = receipt;
    if (recordId === undefined) return this.#recordStep(entry);
    if (entry.comment !== undefined && receipt.commented !== true)
      return this.#commentStep(entry.comment, recordId);
    return undefined;
  }

  async undo({ recordId, commented }: Receipt): Promise<void> {
    if (recordId === undefined) return;
    if (commented === true) {
      const comment = { flexible_time_record_id: recordId };
      await deleteIfThere(() => this.client.flexibleTimeRecordComments.deleteByFlexibleTimeRecord(comment));
    }
    await deleteIfThere(() => this.client.flexibleTimeRecords.delete({ id: recordId }));
    this.store.remove(flexibleTimeRecords, [recordId]);
  }

  #recordStep(entry: TimeEntry): WriteStep {
    return {
      writes: "record",
      run: async () => {
        const record = await this.client.flexibleTimeRecords.create({
          project_worker_id: entry.projectWorkerId,
          date: entry.day,
          imputed_minutes: entry.minutes,
          ...(entry.subprojectId !== undefined && { subproject_id: entry.subprojectId }),
        });
        this.store.put(flexibleTimeRecords, [record]);
        return { recordId: record.id };
      },
      find: (now, before) => {
        const found = newOnes(now, before).find((logged) => isOf(entry, logged));
        return found && { recordId: found.id };
      },
    };
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
