import * as vscode from "vscode";
import { inBatches } from "../api/batches";
import type { CallOptions } from "../api/client";
import { flexibleTimeRecords } from "../resources/project-management/flexible-time-records";
import { projectWorkers } from "../resources/project-management/project-workers";
import { timeRecords } from "../resources/project-management/time-records";
import type { Session } from "../session/session";
import { Branch, type BranchPage } from "./branch";
import { listPage } from "./list-page";
import { lastDayOf, monthBefore, newestMonths, partsOf } from "./months";
import { staffOf } from "./project-staff";
import type { SpecialFacts } from "./special-branches";

/**
 * Time on a project, a month at a time, the newest first: the API has no filter by project for time records, so the
 * project's workers are asked for first.
 */
export function projectTimeBranch(session: Session, facts: SpecialFacts): Branch {
  const { store } = session;
  const projectId = facts.parent.recordId;
  const staff = staffOf(session, projectId);
  const recordOf = (recordId: string) =>
    store.get(timeRecords, recordId) ?? store.get(flexibleTimeRecords, recordId);
  const dateOf = (recordId: string) => recordOf(recordId)?.date ?? "";
  /** The months that are shown: a record of another one is not to stand among them. */
  const months = new Set<string>();
  return new Branch({
    ...facts,
    label: vscode.l10n.t("Time"),
    icon: timeRecords.icon,
    empty: vscode.l10n.t("No time this month."),
    lists: [timeRecords, flexibleTimeRecords],
    onExpire: () => {
      staff.forget();
    },
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
      const workerIds = await staff.workerIds();
      if (workerIds.length === 0) return { rows: [] };
      const strategy = (await session.time())?.log.strategy.kind;
      const rowsOf = strategy === "flexible-records" ? flexibleRows : recordRows;
      const pages = await Promise.all(fetched.map((month) => rowsOf(session, workerIds, month, options)));
      return {
        rows: pages.flatMap(({ rows }) => rows),
        problem: pages.map(({ problem }) => problem).find(Boolean),
        next: monthBefore(fetched.at(-1) ?? ""),
      };
    },
  });
}

async function recordRows(
  session: Session,
  workerIds: readonly string[],
  month: string,
  options: CallOptions,
): Promise<BranchPage> {
  const { year, number } = partsOf(month);
  const pages = await Promise.all(
    inBatches(workerIds).map((ids) =>
      session.client.timeRecords.all({ project_worker_ids: ids, month: number, year }, options),
    ),
  );
  return listPage(session, timeRecords, newestFirst(pages, workerIds), options);
}

async function flexibleRows(
  session: Session,
  workerIds: readonly string[],
  month: string,
  options: CallOptions,
): Promise<BranchPage> {
  const period = { starts_on: `${month}-01`, ends_on: lastDayOf(month) };
  const pages = await Promise.all(
    inBatches(workerIds).map((ids) =>
      session.client.flexibleTimeRecords.all({ project_worker_ids: ids, ...period }, options),
    ),
  );
  return listPage(session, flexibleTimeRecords, newestFirst(pages, workerIds), options);
}

/** Only the project's: a server that does not know the filter sends everybody's. */
function newestFirst<
  T extends { readonly date?: string | null | undefined; readonly project_worker_id: string },
  U,
>(
  pages: readonly { readonly data: readonly T[]; readonly unreadable: readonly U[] }[],
  workerIds: readonly string[],
): { data: T[]; unreadable: U[] } {
  return {
    data: pages
      .flatMap((page) => page.data)
      .filter((record) => workerIds.includes(record.project_worker_id))
      .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "")),
    unreadable: pages.flatMap((page) => page.unreadable),
  };
}
