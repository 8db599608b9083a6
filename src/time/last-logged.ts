import { timeRecords } from "../resources/project-management/time-records";
import type { Store } from "../store/store";
import type { LoggableProject } from "./grammar/types";
import type { RecentProject } from "./recent-projects";

/** The newest record of the person that is in memory: a first suggestion where nothing was logged from here yet. */
export function lastLogged(store: Store, projects: readonly LoggableProject[]): RecentProject | undefined {
  const own = new Map(projects.map((project) => [project.projectWorkerId, project.projectId]));
  let newest: { date: string; recent: RecentProject } | undefined;
  for (const record of store.all(timeRecords)) {
    const projectId = own.get(record.project_worker_id);
    const date = record.date ?? "";
    if (projectId === undefined || (newest && newest.date > date)) continue;
    newest = { date, recent: { projectId, subprojectId: record.subproject_id ?? undefined } };
  }
  return newest?.recent;
}
