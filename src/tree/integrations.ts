import { Temporal } from "temporal-polyfill";
import * as vscode from "vscode";
import { syncRuns } from "../resources/integrations/sync-runs";
import { syncableStates } from "../resources/integrations/syncable-states";
import type { Session } from "../session/session";
import { Branch } from "./branch";
import { after, listBranch } from "./list-branch";
import { fittingPage, listPage } from "./list-page";

/** How far back sync runs are asked for: the API wants a beginning. */
const DAYS = 90;

/**
 * The integrations of a company. No list of the API has them, so they are found by the things that they keep in
 * sync; what they are called is nowhere to be read.
 */
export function integrationsBranch(session: Session, id: string): Branch {
  const seen = new Set<string>();
  /** Kept over a refresh, as their rows are. */
  const branches = new Map<string, Branch>();
  const branchOf = (uuid: string) => {
    const branch = branches.get(uuid) ?? integrationBranch(session, `${id}/${uuid}`, uuid);
    branches.set(uuid, branch);
    return branch;
  };
  return new Branch({
    id,
    label: vscode.l10n.t("Integrations"),
    icon: "plug",
    context: "group integrations",
    empty: vscode.l10n.t("Nothing is kept in sync with another system."),
    lists: [syncableStates],
    above: [],
    fetch: async (cursor, options) => {
      if (cursor === undefined) seen.clear();
      const page = await fittingPage(
        (at) => session.client.syncableStates.list(after(at), options),
        ({ integration_uuid: uuid }) => typeof uuid === "string" && !seen.has(uuid),
        cursor,
      );
      const { unreadable, nextCursor } = page;
      const found = new Set(page.data.map(({ integration_uuid: uuid }) => String(uuid)));
      for (const uuid of found) seen.add(uuid);
      const rows = [...found].map((uuid) => ({ kind: "group" as const, branch: branchOf(uuid) }));
      const unread = unreadable.map((record) => ({ kind: "unreadable" as const, record }));
      return { rows: [...rows, ...unread], next: nextCursor };
    },
  });
}

function integrationBranch(session: Session, id: string, uuid: string): Branch {
  const groups = [runsBranch(session, `${id}/syncRuns`, uuid), statesBranch(session, `${id}/states`, uuid)];
  return new Branch({
    id,
    // Its name is not in the API; this much tells it from the others.
    label: vscode.l10n.t("Integration {0}…", uuid.slice(0, 8)),
    icon: "plug",
    context: "group",
    empty: "",
    lists: [],
    above: [],
    fetch: () => Promise.resolve({ rows: groups.map((branch) => ({ kind: "group" as const, branch })) }),
  });
}

function runsBranch(session: Session, id: string, uuid: string): Branch {
  const startOf = (recordId: string) => session.store.get(syncRuns, recordId)?.started_at ?? "";
  return new Branch({
    id,
    label: vscode.l10n.t("Sync runs"),
    icon: syncRuns.icon,
    context: "group syncRuns",
    empty: vscode.l10n.t("No sync run in the last {0} days.", DAYS),
    lists: [syncRuns],
    above: [],
    adopts: (resource, recordId) =>
      resource === syncRuns && session.store.get(syncRuns, recordId)?.integration_uuid === uuid,
    compare: (recordId, otherId) => startOf(otherId).localeCompare(startOf(recordId)),
    fetch: async (cursor, options) => {
      const first = Temporal.PlainDate.from(session.clock.today()).subtract({ days: DAYS });
      const page = await session.client.syncRuns.list(
        {
          marketplace_integration_uuid: uuid,
          created_at_gteq: session.clock.instantOf(first.toString(), "00:00"),
          ...after(cursor),
        },
        options,
      );
      const data = [...page.data].sort((a, b) => (b.started_at ?? "").localeCompare(a.started_at ?? ""));
      return listPage(session, syncRuns, { ...page, data }, options);
    },
  });
}

function statesBranch(session: Session, id: string, uuid: string): Branch {
  return listBranch(session, {
    id,
    resource: syncableStates,
    label: vscode.l10n.t("Things in sync"),
    context: "group syncableStates",
    empty: vscode.l10n.t("Nothing is in sync."),
    query: { integration_uuid: uuid },
    adopts: (record) => record.integration_uuid === uuid,
  });
}
