import type { CallOptions } from "../../../api/client";
import { FactorialError } from "../../../api/errors";
import { projectWorkers } from "../../../resources/project-management/project-workers";
import { projectTasks } from "../../../resources/project-management/project-tasks";
import { projects } from "../../../resources/project-management/projects";
import { subprojects } from "../../../resources/project-management/subprojects";
import type { Session } from "../../../session/session";
import type { LoggedTime, TimeTarget } from "../../entry";
import { taskName, withTask } from "../../task-name";

/**
 * Fetches what the entries' projects are called, where that is not known yet: those that one may log on are, others
 * were closed since. Without names the rows still say the rest.
 */
export async function fetchNames(
  { names, store }: Session,
  logged: readonly LoggedTime[],
  options: CallOptions,
): Promise<void> {
  try {
    await names.settle((need) => {
      for (const { projectWorkerId, subprojectId, taskId } of logged) {
        if (projectWorkerId === undefined) continue;
        need("projectWorkers", projectWorkerId);
        const worker = store.get(projectWorkers, projectWorkerId);
        if (worker) need("projects", worker.project_id);
        if (subprojectId !== undefined) need("subprojects", subprojectId);
        if (taskId === undefined) continue;
        need("projectTasks", taskId);
        const { task_id } = store.get(projectTasks, taskId) ?? {};
        if (typeof task_id === "string") need("tasks", task_id);
      }
    }, options);
  } catch (error) {
    if (!(error instanceof FactorialError)) throw error;
  }
}

/** `ACME / API · Audit log`, as far as it is known. @param unknown what to say in place of a project's name */
export function nameOfLogged(
  { store }: Session,
  { projectWorkerId, subprojectId, taskId }: TimeTarget,
  unknown: string,
): string {
  const worker = projectWorkerId === undefined ? undefined : store.get(projectWorkers, projectWorkerId);
  const project = worker && store.get(projects, worker.project_id);
  const part = subprojectId === undefined ? undefined : store.get(subprojects, subprojectId);
  const name = project?.name ?? unknown;
  const task = taskId === undefined ? undefined : taskName(store, taskId);
  return withTask(part ? `${name} / ${part.name}` : name, task ?? "");
}
