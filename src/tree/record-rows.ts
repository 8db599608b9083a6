import * as vscode from "vscode";
import type { RecordOf, Resource, Row } from "../api/resource";
import { employees } from "../resources/employees/employees";
import { flexibleTimeRecords } from "../resources/project-management/flexible-time-records";
import { projectTasks } from "../resources/project-management/project-tasks";
import { projectWorkers } from "../resources/project-management/project-workers";
import { projects } from "../resources/project-management/projects";
import { subprojects } from "../resources/project-management/subprojects";
import { timeRecords } from "../resources/project-management/time-records";
import { tasks } from "../resources/tasks/tasks";
import type { Session } from "../session/session";
import { formatMinutes } from "../time/grammar/format";
import { readableDay } from "../time/ui/readable-day";

/** How a record reads in the tree: what is elsewhere (names of people, of tasks) comes from the store. */
export interface TreeRow extends Row {
  /** A codicon's name, where it differs from the resource's. */
  readonly icon?: string;
  readonly tooltip?: string;
}

export function treeRow(session: Session, resource: Resource, recordId: string): TreeRow | undefined {
  const { store } = session;
  switch (resource) {
    case projects: {
      const project = store.get(projects, recordId);
      return project && projectRow(project);
    }
    case subprojects: {
      const subproject = store.get(subprojects, recordId);
      return subproject && { label: subproject.name, ...statusPart(subproject.status, subproject.code) };
    }
    case projectTasks: {
      const task = store.get(projectTasks, recordId);
      return task && taskRow(session, task);
    }
    case projectWorkers: {
      const worker = store.get(projectWorkers, recordId);
      if (!worker) return undefined;
      const description = worker.assigned === false ? vscode.l10n.t("no longer assigned") : undefined;
      return { label: employeeName(session, worker.employee_id), description };
    }
    case timeRecords: {
      const record = store.get(timeRecords, recordId);
      return record && timeRow(session, { ...record, comment: record.observations });
    }
    case flexibleTimeRecords: {
      const record = store.get(flexibleTimeRecords, recordId);
      return record && timeRow(session, { ...record, comment: undefined });
    }
    default:
      return undefined;
  }
}

const STATUS_ICONS: Readonly<Record<string, string>> = {
  active: "project",
  closed: "archive",
  draft: "edit",
  processing: "sync",
};

function projectRow(project: RecordOf<typeof projects>): TreeRow {
  return {
    label: project.name,
    icon: STATUS_ICONS[project.status] ?? "project",
    ...statusPart(project.status, project.code),
  };
}

/** Only what is not usual is said: a project that is active needs no word. */
function statusPart(
  status: string | null | undefined,
  code: string | null | undefined,
): Pick<Row, "description"> {
  const parts = [code, status === "active" ? undefined : statusWord(status)];
  return { description: parts.filter(Boolean).join(" · ") };
}

function statusWord(status: string | null | undefined): string | undefined {
  const words: Readonly<Record<string, string>> = {
    active: vscode.l10n.t("active"),
    closed: vscode.l10n.t("closed"),
    draft: vscode.l10n.t("draft"),
    processing: vscode.l10n.t("processing"),
    todo: vscode.l10n.t("to do"),
    in_progress: vscode.l10n.t("in progress"),
    done: vscode.l10n.t("done"),
    discarded: vscode.l10n.t("discarded"),
  };
  // A status that came after this version is shown as Factorial spells it.
  return status === null || status === undefined ? undefined : (words[status] ?? status);
}

function taskRow({ store }: Session, projectTask: RecordOf<typeof projectTasks>): TreeRow {
  const task = typeof projectTask.task_id === "string" ? store.get(tasks, projectTask.task_id) : undefined;
  if (!task) return { label: vscode.l10n.t("A task that this account may not read") };
  const due = typeof task.due_on === "string" ? vscode.l10n.t("due {0}", task.due_on) : undefined;
  return {
    label: task.name,
    icon: task.status === "done" ? "pass" : "circle-large-outline",
    description: [statusWord(task.status), due].filter(Boolean).join(" · "),
  };
}

interface TimeFacts {
  readonly date?: string | null | undefined;
  readonly imputed_minutes?: number | null | undefined;
  readonly project_worker_id: string;
  readonly subproject_id?: string | null | undefined;
  readonly comment: string | null | undefined;
}

function timeRow(session: Session, record: TimeFacts): TreeRow {
  const { store, clock } = session;
  const worker = store.get(projectWorkers, record.project_worker_id);
  const subproject =
    typeof record.subproject_id === "string" ? store.get(subprojects, record.subproject_id) : undefined;
  const who = worker && employeeName(session, worker.employee_id);
  const day = typeof record.date === "string" ? readableDay(record.date, clock.today()) : undefined;
  return {
    label: [formatMinutes(record.imputed_minutes ?? 0), who].filter(Boolean).join(" · "),
    description: [day, subproject?.name, record.comment].filter(Boolean).join(" · "),
  };
}

function employeeName({ store }: Session, employeeId: string): string {
  const employee = store.get(employees, employeeId);
  return (
    employee?.preferred_name ?? employee?.full_name ?? vscode.l10n.t("Somebody this account may not see")
  );
}
