import { Temporal } from "temporal-polyfill";
import { inBatches } from "../../api/batches";
import type { CallOptions } from "../../api/client";
import type { FactorialClient } from "../../resources/factorial-client";
import type { LoggableProject } from "../grammar/types";
import type { RecentProject } from "../recent-projects";

export type PlannedTime = RecentProject & {
  /** On that day. */
  readonly minutes: number;
};

/**
 * What is planned for a person on a day (`YYYY-MM-DD`), the longest first. One request for up to fifty projects; the
 * server's filters are checked again here. @throws FactorialError
 */
export async function plannedOn(
  client: FactorialClient,
  projects: readonly LoggableProject[],
  day: string,
  options: CallOptions = {},
): Promise<PlannedTime[]> {
  const projectOf = new Map(projects.map((project) => [project.projectWorkerId, project.projectId]));
  const pages = await Promise.all(
    inBatches([...projectOf.keys()]).map((ids) =>
      client.plannedRecords.all({ project_worker_ids: ids, start_date: day, end_date: day }, options),
    ),
  );
  const weekday = Temporal.PlainDate.from(day).dayOfWeek % 7; // 0 = Sunday there, 7 = Sunday here
  return pages
    .flatMap(({ data }) => data)
    .flatMap((record): PlannedTime[] => {
      const projectId = projectOf.get(record.project_worker_id);
      const isThen =
        record.start_date <= day && day <= record.end_date && (record.week_days?.includes(weekday) ?? true);
      if (projectId === undefined || !isThen) return [];
      return [{ projectId, subprojectId: record.subproject_id ?? undefined, minutes: record.daily_minutes }];
    })
    .sort((one, other) => other.minutes - one.minutes);
}
