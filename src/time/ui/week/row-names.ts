import * as vscode from "vscode";
import { projects } from "../../../resources/project-management/projects";
import { projectWorkers } from "../../../resources/project-management/project-workers";
import { subprojects } from "../../../resources/project-management/subprojects";
import { projectTasks } from "../../../resources/project-management/project-tasks";
import { tasks } from "../../../resources/tasks/tasks";
import type { Session } from "../../../session/session";
import type { LoggableProject } from "../../grammar/types";
import type { TimeTarget } from "../../entry";
import { taskName, withTask } from "../../task-name";

/** What rows are called. Only what the person may not log on any more has to be asked for. */
export class RowNames {
  readonly #known: readonly LoggableProject[];
  readonly #session: Session;

  constructor(session: Session, known: readonly LoggableProject[]) {
    this.#session = session;
    this.#known = known;
  }

  /** @throws FactorialError */
  async learn(keys: readonly TimeTarget[]): Promise<void> {
    const { names } = this.#session;
    const strange = keys.flatMap(({ projectWorkerId }) =>
      projectWorkerId === undefined || this.#projectOf(projectWorkerId) ? [] : projectWorkerId,
    );
    const workers = await names.resolve(projectWorkers, strange);
    const parts = keys.filter((key) => !this.#partOf(key)).map(({ subprojectId }) => subprojectId);
    const known = await names.resolve(
      projectTasks,
      keys.map(({ taskId }) => taskId),
    );
    await Promise.all([
      names.resolve(
        tasks,
        [...known.values()].map(({ task_id }) => task_id),
      ),
      names.resolve(
        projects,
        [...workers.values()].map(({ project_id }) => project_id),
      ),
      names.resolve(subprojects, parts),
    ]);
  }

  project({ projectWorkerId }: TimeTarget): string {
    if (projectWorkerId === undefined) return vscode.l10n.t("Shifts without a project");
    const known = this.#projectOf(projectWorkerId);
    if (known) return known.name;
    const { store } = this.#session;
    const worker = store.get(projectWorkers, projectWorkerId);
    return (worker && store.get(projects, worker.project_id)?.name) ?? vscode.l10n.t("Another project");
  }

  subproject(key: TimeTarget): string {
    const { subprojectId } = key;
    if (subprojectId === undefined) return "";
    const known = this.#partOf(key)?.name ?? this.#session.store.get(subprojects, subprojectId)?.name;
    return known ?? vscode.l10n.t("another subproject");
  }

  task({ taskId }: TimeTarget): string {
    if (taskId === undefined) return "";
    return taskName(this.#session.store, taskId) ?? vscode.l10n.t("another task");
  }

  /** `ACME / API · Audit log` */
  row(key: TimeTarget): string {
    const part = this.subproject(key);
    return withTask(part === "" ? this.project(key) : `${this.project(key)} / ${part}`, this.task(key));
  }

  #projectOf(workerId: string): LoggableProject | undefined {
    return this.#known.find(({ projectWorkerId }) => projectWorkerId === workerId);
  }

  #partOf({ projectWorkerId = "", subprojectId }: TimeTarget) {
    return this.#projectOf(projectWorkerId)?.subprojects.find(({ id }) => id === subprojectId);
  }
}
