import * as vscode from "vscode";
import { inBatches } from "../../../api/batches";
import { FactorialError } from "../../../api/errors";
import { withoutIcons } from "../../../commands/messages";
import { projectTasks } from "../../../resources/project-management/project-tasks";
import { tasks } from "../../../resources/tasks/tasks";
import type { TimeTarget } from "../../entry";
import { fullName } from "../../full-name";
import { rowIdOf } from "../../week/sheet";
import type { OpenWeek } from "./open-week";

export interface RowChoice extends vscode.QuickPickItem {
  /** None on a heading. */
  readonly rowId?: string;
}

/** The rows that the sheet does not have yet: projects with their subprojects, then tasks that are not done. */
export async function rowChoices(open: OpenWeek): Promise<RowChoice[]> {
  const there = new Set(open.sheet.rows.map(({ id }) => id));
  const offer = (targets: readonly (TimeTarget & { readonly label: string })[]): RowChoice[] =>
    targets
      .map(({ label, ...target }) => ({ label: withoutIcons(label), rowId: rowIdOf(target) }))
      .filter(({ rowId }) => !there.has(rowId));
  const whole = open.projects.flatMap((project) =>
    [undefined, ...project.subprojects].map((part) => ({
      label: fullName(project, part),
      projectWorkerId: project.projectWorkerId,
      subprojectId: part?.id,
    })),
  );
  const tasks = open.time.log.strategy.takesTask ? offer(await openTasks(open)) : [];
  const heading = { label: vscode.l10n.t("Tasks"), kind: vscode.QuickPickItemKind.Separator };
  return [...offer(whole), ...(tasks.length > 0 ? [heading, ...tasks] : [])];
}

/** Two requests for up to fifty projects. Without the right to see tasks there are none. */
async function openTasks({ session, projects, names }: OpenWeek) {
  const { client, store } = session;
  try {
    const pages = await Promise.all(
      inBatches(projects.map(({ projectId }) => projectId)).map((ids) =>
        client.projectTasks.all({ project_ids: ids }),
      ),
    );
    const found = pages.flatMap(({ data }) => data);
    store.put(projectTasks, found);
    const ordinary = await session.names.resolve(
      tasks,
      found.map(({ task_id }) => task_id),
    );
    return found.flatMap(({ id, project_id, subproject_id, task_id }) => {
      const project = projects.find(({ projectId }) => projectId === project_id);
      const task = ordinary.get(task_id ?? "");
      if (!project || !task || task.status === "done" || task.status === "discarded") return [];
      const target = {
        projectWorkerId: project.projectWorkerId,
        subprojectId: subproject_id ?? undefined,
        taskId: id,
      };
      return { label: names.row(target), ...target };
    });
  } catch (error) {
    if (error instanceof FactorialError && ["permission", "not-found"].includes(error.kind)) return [];
    throw error;
  }
}
