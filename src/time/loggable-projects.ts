import { inBatches } from "../api/batches";
import type { CallOptions } from "../api/client";
import type { FactorialClient } from "../resources/factorial-client";
import { projects } from "../resources/project-management/projects";
import { projectWorkers } from "../resources/project-management/project-workers";
import { subprojects } from "../resources/project-management/subprojects";
import type { Store } from "../store/store";
import type { LoggableProject, LoggableSubproject } from "./grammar/types";

/**
 * The projects on which an employee may log: active ones with the employee assigned. Three requests for up to fifty
 * projects. The server's filters are checked again here: one that it does not know it ignores, with a 200.
 */
export async function fetchLoggableProjects(
  client: FactorialClient,
  store: Store,
  employeeId: string,
  options: CallOptions = {},
): Promise<LoggableProject[]> {
  const { data } = await client.projectWorkers.all(
    { employee_ids: [employeeId], assigned: true, project_active: true },
    options,
  );
  const workers = data.filter((worker) => worker.employee_id === employeeId && worker.assigned !== false);
  store.put(projectWorkers, workers);
  const batches = inBatches(workers.map((worker) => worker.project_id));
  const [projectPages, subprojectPages] = await Promise.all([
    Promise.all(batches.map((ids) => client.projects.all({ ids, include_inputed_minutes: false }, options))),
    Promise.all(batches.map((ids) => client.subprojects.all({ project_ids: ids }, options))),
  ]);

  const active = new Map(
    projectPages
      .flatMap((page) => page.data)
      .flatMap((project) => (project.status === "active" ? [[project.id, project] as const] : [])),
  );
  store.put(projects, [...active.values()]);
  const subprojectsOf = new Map<string, LoggableSubproject[]>();
  for (const subproject of subprojectPages.flatMap((page) => page.data)) {
    if (typeof subproject.id !== "string") continue;
    store.put(subprojects, [{ ...subproject, id: subproject.id }]);
    if (subproject.status !== undefined && subproject.status !== null && subproject.status !== "active")
      continue;
    const siblings = subprojectsOf.get(subproject.project_id) ?? [];
    siblings.push({ id: subproject.id, name: subproject.name });
    subprojectsOf.set(subproject.project_id, siblings);
  }

  return workers.flatMap((worker) => {
    const project = active.get(worker.project_id);
    if (!project) return [];
    return {
      projectId: project.id,
      projectWorkerId: worker.id,
      name: project.name,
      ...(typeof project.code === "string" && { code: project.code }),
      subprojects: subprojectsOf.get(project.id) ?? [],
    };
  });
}
