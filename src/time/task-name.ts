import { projectTasks } from "../resources/project-management/project-tasks";
import { tasks } from "../resources/tasks/tasks";
import type { Store } from "../store/store";

/** What a project task is called: as the ordinary task behind it, where that is known. */
export function taskName(store: Store, taskId: string): string | undefined {
  const { task_id } = store.get(projectTasks, taskId) ?? {};
  return typeof task_id === "string" ? store.get(tasks, task_id)?.name : undefined;
}

/** `ACME / API · Audit log` */
export function withTask(place: string, task: string): string {
  return task === "" ? place : `${place} · ${task}`;
}
