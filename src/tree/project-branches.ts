import * as vscode from "vscode";
import { inBatches } from "../api/batches";
import type { CallOptions } from "../api/client";
import type { Page } from "../api/page";
import type { Resource } from "../api/resource";
import { employees } from "../resources/employees/employees";
import { flexibleTimeRecords } from "../resources/project-management/flexible-time-records";
import { projectTasks } from "../resources/project-management/project-tasks";
import { projectWorkers } from "../resources/project-management/project-workers";
import { projects } from "../resources/project-management/projects";
import { subprojects } from "../resources/project-management/subprojects";
import { timeRecords } from "../resources/project-management/time-records";
import { tasks } from "../resources/tasks/tasks";
import type { Session } from "../session/session";
import { Branch, type BranchPage, type BranchRow } from "./branch";

/** The whole list of projects, or those whose name or code has `search` in it: the server searches. */
export function projectsBranch(session: Session, search: string): Branch {
  const wanted = search.toLowerCase();
  return new Branch({
    id: `${session.accountId}/projects?${search}`,
    label: vscode.l10n.t("Projects"),
    icon: projects.icon,
    context: "projects",
    empty:
      search === ""
        ? vscode.l10n.t("No projects that this account may see.")
        : vscode.l10n.t("No project matches “{0}”.", search),
    adopts: (resource, recordId) => {
      if (resource !== projects) return false;
      const project = session.store.get(projects, recordId);
      return `${project?.name ?? ""}\n${project?.code ?? ""}`.toLowerCase().includes(wanted);
    },
    fetch: async (cursor, options) => {
      const page = await session.client.projects.list(
        {
          include_inputed_minutes: false,
          limit: 100,
          ...(search !== "" && { name_or_code: search }),
          ...(cursor !== undefined && { after_id: cursor }),
        },
        options,
      );
      session.store.put(projects, page.data);
      return rowsOf(projects, page);
    },
  });
}

/** What a project holds, in groups; each is fetched when it is expanded. */
export function projectBranches(session: Session, projectId: string): Branch[] {
  const { client, store, names } = session;
  const group = (context: string) => `${session.accountId}/projects/${projectId}/${context}`;
  return [
    new Branch({
      id: group("subprojects"),
      label: vscode.l10n.t("Subprojects"),
      icon: subprojects.icon,
      context: "subprojects",
      empty: vscode.l10n.t("No subprojects."),
      fetch: async (cursor, options) => {
        const page = await client.subprojects.list({ project_ids: [projectId], ...after(cursor) }, options);
        const data = page.data.flatMap((row) => (typeof row.id === "string" ? [{ ...row, id: row.id }] : []));
        store.put(subprojects, data);
        return rowsOf(subprojects, { ...page, data });
      },
    }),
    new Branch({
      id: group("tasks"),
      label: vscode.l10n.t("Tasks"),
      icon: projectTasks.icon,
      context: "tasks",
      empty: vscode.l10n.t("No tasks."),
      fetch: async (cursor, options) => {
        const page = await client.projectTasks.list({ project_ids: [projectId], ...after(cursor) }, options);
        store.put(projectTasks, page.data);
        await names.resolve(
          tasks,
          page.data.map((task) => task.task_id),
          options,
        );
        return rowsOf(projectTasks, page);
      },
    }),
    new Branch({
      id: group("people"),
      label: vscode.l10n.t("People"),
      icon: "organization",
      context: "people",
      empty: vscode.l10n.t("Nobody is on this project."),
      fetch: async (cursor, options) => {
        const page = await client.projectWorkers.list(
          { project_ids: [projectId], ...after(cursor) },
          options,
        );
        store.put(projectWorkers, page.data);
        await nameEmployees(
          session,
          page.data.map((worker) => worker.employee_id),
          options,
        );
        return rowsOf(projectWorkers, page);
      },
    }),
    timeBranch(session, projectId, group("time")),
  ];
}

/**
 * Time on a project, a month at a time, the newest first: the API has no filter by project for time records, so the
 * project's workers are asked for first.
 */
function timeBranch(session: Session, projectId: string, id: string): Branch {
  const { client, store } = session;
  const workersOf = async (options: CallOptions) => {
    const { data } = await client.projectWorkers.all({ project_ids: [projectId] }, options);
    const own = data.filter((worker) => worker.project_id === projectId);
    store.put(projectWorkers, own);
    await nameEmployees(
      session,
      own.map((worker) => worker.employee_id),
      options,
    );
    return own.map((worker) => worker.id);
  };
  const recordOf = (recordId: string) =>
    store.get(timeRecords, recordId) ?? store.get(flexibleTimeRecords, recordId);
  const dateOf = (recordId: string) => recordOf(recordId)?.date ?? "";
  /** The months that are shown, `YYYY-MM`: a record of another one is not to stand among them. */
  const months = new Set<string>();
  return new Branch({
    id,
    label: vscode.l10n.t("Time"),
    icon: timeRecords.icon,
    context: "time",
    empty: vscode.l10n.t("No time this month."),
    adopts: (resource, recordId) => {
      if (resource !== timeRecords && resource !== flexibleTimeRecords) return false;
      const record = recordOf(recordId);
      const worker = record && store.get(projectWorkers, record.project_worker_id);
      return worker?.project_id === projectId && months.has(dateOf(recordId).slice(0, 7));
    },
    compare: (recordId, otherId) => dateOf(otherId).localeCompare(dateOf(recordId)),
    fetch: async (cursor, options) => {
      const fetched = cursor === undefined ? newestMonths(session.clock.today()) : [cursor];
      if (cursor === undefined) months.clear();
      for (const month of fetched) months.add(month);
      const workerIds = await workersOf(options);
      if (workerIds.length === 0) return { rows: [] };
      const strategy = (await session.time())?.log.strategy.kind;
      const rowsOfMonth = strategy === "flexible-records" ? flexibleRows : recordRows;
      const rows = await Promise.all(fetched.map((month) => rowsOfMonth(session, workerIds, month, options)));
      return { rows: rows.flat(), next: monthBefore(fetched.at(-1) ?? "") };
    },
  });
}

/** This month, `YYYY-MM`; in its first week the one before too, as it has little yet. */
function newestMonths(today: string): string[] {
  const month = today.slice(0, 7);
  return Number(today.slice(8)) <= 7 ? [month, monthBefore(month)] : [month];
}

async function recordRows(
  { client, store }: Session,
  workerIds: readonly string[],
  month: string,
  options: CallOptions,
): Promise<BranchRow[]> {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const pages = await Promise.all(
    inBatches(workerIds).map((ids) =>
      client.timeRecords.all({ project_worker_ids: ids, month: number, year }, options),
    ),
  );
  const data = pages
    .flatMap((page) => page.data)
    .filter((record) => workerIds.includes(record.project_worker_id))
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  store.put(timeRecords, data);
  return [...rowsOf(timeRecords, { data, unreadable: pages.flatMap((page) => page.unreadable) }).rows];
}

async function flexibleRows(
  { client, store }: Session,
  workerIds: readonly string[],
  month: string,
  options: CallOptions,
): Promise<BranchRow[]> {
  const pages = await Promise.all(
    inBatches(workerIds).map((ids) =>
      client.flexibleTimeRecords.all(
        { project_worker_ids: ids, starts_on: `${month}-01`, ends_on: lastDayOf(month) },
        options,
      ),
    ),
  );
  const data = pages
    .flatMap((page) => page.data)
    .filter((record) => workerIds.includes(record.project_worker_id))
    .sort((a, b) => b.date.localeCompare(a.date));
  store.put(flexibleTimeRecords, data);
  return [
    ...rowsOf(flexibleTimeRecords, { data, unreadable: pages.flatMap((page) => page.unreadable) }).rows,
  ];
}

/** Names are a courtesy: an account that may not read employees still sees the rows. */
async function nameEmployees(session: Session, ids: readonly string[], options: CallOptions): Promise<void> {
  await session.names.resolve(employees, ids, options);
}

function rowsOf(
  resource: Resource,
  page: { readonly data: readonly { id: string }[] } & Pick<Page<unknown>, "unreadable"> &
    Partial<Pick<Page<unknown>, "nextCursor">>,
): BranchPage {
  return {
    rows: [
      ...page.data.map(({ id }) => ({ kind: "record", resource, recordId: id }) as const),
      ...page.unreadable.map((record) => ({ kind: "unreadable", record }) as const),
    ],
    next: page.nextCursor,
  };
}

function after(cursor: string | undefined): { limit: number; after_id?: string } {
  return { limit: 100, ...(cursor !== undefined && { after_id: cursor }) };
}

/** `2026-01` → `2025-12` */
function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
}
