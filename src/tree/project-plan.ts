import * as vscode from "vscode";
import { inBatches } from "../api/batches";
import { plannedRecords } from "../resources/project-management/planned-records";
import { projectWorkers } from "../resources/project-management/project-workers";
import type { Session } from "../session/session";
import { Branch } from "./branch";
import { listPage } from "./list-page";
import { staffOf } from "./project-staff";
import type { SpecialFacts } from "./special-branches";

/** What is planned on a project, the latest first. The API finds plans by worker only. */
export function projectPlanBranch(session: Session, facts: SpecialFacts): Branch {
  const { client, store } = session;
  const projectId = facts.parent.recordId;
  const staff = staffOf(session, projectId);
  const startOf = (recordId: string) => store.get(plannedRecords, recordId)?.start_date ?? "";
  return new Branch({
    ...facts,
    label: vscode.l10n.t("Planned"),
    icon: plannedRecords.icon,
    empty: vscode.l10n.t("Nothing is planned."),
    lists: [plannedRecords],
    onExpire: () => {
      staff.forget();
    },
    adopts: (resource, recordId) => {
      const record = resource === plannedRecords ? store.get(plannedRecords, recordId) : undefined;
      return record !== undefined && projectIdOf(session, record.project_worker_id) === projectId;
    },
    compare: (recordId, otherId) => startOf(otherId).localeCompare(startOf(recordId)),
    fetch: async (_cursor, options) => {
      const workerIds = await staff.workerIds();
      const pages = await Promise.all(
        inBatches(workerIds).map((ids) => client.plannedRecords.all({ project_worker_ids: ids }, options)),
      );
      const data = pages
        .flatMap((page) => page.data)
        .filter((record) => workerIds.includes(record.project_worker_id))
        .sort((a, b) => b.start_date.localeCompare(a.start_date));
      const unreadable = pages.flatMap((page) => page.unreadable);
      return listPage(session, plannedRecords, { data, unreadable }, options);
    },
  });
}

function projectIdOf({ store }: Session, workerId: string): string | undefined {
  return store.get(projectWorkers, workerId)?.project_id;
}
