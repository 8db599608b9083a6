import { inBatches } from "../api/batches";
import type { CallOptions } from "../api/client";
import type { FactorialClient } from "../resources/factorial-client";
import { projects } from "../resources/project-management/projects";
import { projectWorkers } from "../resources/project-management/project-workers";
import { subprojects } from "../resources/project-management/subprojects";
import type { Store } from "../store/store";
import type { LoggableProject } from "./grammar/types";

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
  const [projectBatches, partBatches] = await Promise.all([
    Promise.all(batches.map((ids) => activeProjects(client, ids, options))),
    Promise.all(batches.map((ids) => subprojectsOf(client, ids, options))),
  ]);
  const active = projectBatches.flat();
  const parts = partBatches.flat();
  store.put(projects, active);
  store.put(subprojects, parts);

  const projectById = new Map(active.map((project) => [project.id, project]));
  const open = parts.filter(({ status }) => (status ?? "active") === "active");
  return workers.flatMap((worker) => {
    const project = projectById.get(worker.project_id);
    if (!project) return [];
    return {
      projectId: project.id,
      projectWorkerId: worker.id,
      name: project.name,
      ...(typeof project.code === "string" && { code: project.code }),
      subprojects: open
        .filter((part) => part.project_id === project.id)
        .map(({ id, name }) => ({ id, name })),
    };
  });
}

async function activeProjects(client: FactorialClient, ids: string[], options: CallOptions) {
  const { data } = await client.projects.all({ ids, include_inputed_minutes: false }, options);
  return data.filter((project) => ids.includes(project.id) && project.status === "active");
}

async function subprojectsOf(client: FactorialClient, projectIds: string[], options: CallOptions) {
  const { data } = await client.subprojects.all({ project_ids: projectIds }, options);
  return data.flatMap((part) =>
    // The row that stands for "no subproject" has no id.
    projectIds.includes(part.project_id) && typeof part.id === "string" ? [{ ...part, id: part.id }] : [],
  );
}
