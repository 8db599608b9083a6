/** Runs of an expenses integration: some that went well or half well, one that failed, one that runs. */

import { COMPANY_ID, DEMO_INTEGRATION_UUID } from "../company.js";
import type { Ground } from "../ground.js";
import type { Row } from "../table.js";

interface Item {
  readonly external: string;
  readonly type: string;
  /** The record here; some are known by the other system only. */
  readonly id?: string;
  readonly status?: "running" | "failed" | "invalid";
  readonly errors?: Readonly<Record<string, string>>;
  /** What has become of the record since. */
  readonly now?: "outdated";
}

/** By run. Newer runs report only what is new. */
const PARTLY: readonly Item[] = [
  { external: "EXP-1041", type: "expenses/expense", id: "33001" },
  {
    external: "EXP-1042",
    type: "expenses/expense",
    id: "33002",
    status: "failed",
    errors: { account: "Ledger account 629 is closed" },
  },
  { external: "EXP-1043", type: "expenses/expense", id: "33003" },
  {
    external: "CMP-0310",
    type: "compensations/compensation",
    id: "51001",
    status: "failed",
    errors: { payroll_concept: "Unknown concept BONUS-Q3" },
  },
  { external: "LEA-0077", type: "employee_updates/leave", id: "62001" },
];

const WELL: readonly Item[] = [
  { external: "EXP-1038", type: "expenses/expense", id: "33004" },
  { external: "EXP-1039", type: "expenses/expense", id: "33005", now: "outdated" },
];

const FAILED: readonly Item[] = [
  {
    external: "EXP-1044",
    type: "expenses/expense",
    id: "33006",
    status: "failed",
    errors: { connection: "The other system did not answer within 60 seconds", attempt: "3 of 3" },
  },
];

const RUNNING: readonly Item[] = [
  { external: "EXP-1045", type: "expenses/expense", id: "33007" },
  { external: "EXP-1046", type: "expenses/expense", status: "running" },
  { external: "LEA-0078", type: "employee_updates/leave", id: "62002", status: "running" },
  {
    external: "CMP-0311",
    type: "compensations/compensation",
    id: "51002",
    status: "invalid",
    errors: { amount: "must be greater than 0" },
  },
];

export function foundIntegrations({ company, daysAgo }: Ground): void {
  const run = (status: string, ago: number): Row =>
    company.syncRuns.insert({
      status,
      started_at: `${daysAgo(ago)}T04:00:00.000Z`,
      finished_at: `${daysAgo(ago)}T04:01:12.000Z`,
      context: { from: daysAgo(ago + 7), to: daysAgo(ago) },
      company_id: COMPANY_ID,
      integration_uuid: DEMO_INTEGRATION_UUID,
    });
  const add = (ofRun: Row, at: string, { external, type, id, status, errors = {}, now }: Item): void => {
    const messages = Object.entries(errors).map(([key, value]) => ({ key, value }));
    const state = company.syncableStates.insert({
      syncable_id: id,
      resource_syncable_type: type,
      integration_uuid: DEMO_INTEGRATION_UUID,
      status: now ?? (status === "running" ? "syncing" : (status ?? "synced")),
      error_messages: messages,
      status_updated_at: at,
      external_identifier: external,
      sync_type: type,
    });
    const result = company.syncableSyncRuns.insert({
      status: status ?? "success",
      error_messages: messages,
      sync_run_id: ofRun.id,
      syncable_state_id: state.id,
      company_id: COMPANY_ID,
    });
    company.syncableItems.insert({
      sync_run_id: ofRun.id,
      syncable_sync_run_id: result.id,
      syncable_type: type,
      sync_payload: { ...(id !== undefined && { id }), employee_id: "302", company_id: COMPANY_ID },
    });
  };
  const well = run("succeeded", 8);
  // The spelling is the API's.
  const partly = run("succededwitherrors", 1);
  const failed = run("errored", 0);
  const running = company.syncRuns.insert({
    status: "running",
    started_at: new Date(company.now().getTime() - 4 * 60_000).toISOString(),
    context: { from: daysAgo(1), to: daysAgo(0) },
    company_id: COMPANY_ID,
    integration_uuid: DEMO_INTEGRATION_UUID,
  });
  for (const item of PARTLY) add(partly, `${daysAgo(1)}T04:01:00.000Z`, item);
  for (const item of WELL) add(well, `${daysAgo(8)}T04:01:00.000Z`, item);
  for (const item of FAILED) add(failed, `${daysAgo(0)}T04:01:12.000Z`, item);
  for (const item of RUNNING) add(running, company.now().toISOString(), item);
}
