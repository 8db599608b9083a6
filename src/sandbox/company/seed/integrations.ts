/** Runs of an expenses integration: one that went well, one that went half well, one that failed. */

import { COMPANY_ID } from "../company.js";
import type { Ground } from "../ground.js";
import type { Row } from "../table.js";

/** The integration that the sync runs belong to; their list asks for it. */
export const DEMO_INTEGRATION_UUID = "6f0d2f3c-4b1e-4c8a-9d57-2a8e4f6b7c11";

const ITEMS = [
  ["EXP-1041", "expenses/expense", "33001", {}],
  ["EXP-1042", "expenses/expense", "33002", { account: "Ledger account 629 is closed" }],
  ["EXP-1043", "expenses/expense", "33003", {}],
  ["CMP-0310", "compensations/compensation", "51001", { payroll_concept: "Unknown concept BONUS-Q3" }],
  ["LEA-0077", "employee_updates/leave", "62001", {}],
] as const;

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
  run("succeeded", 8);
  // The spelling is the API's.
  const partly = run("succededwitherrors", 1);
  run("errored", 0);
  for (const [external, type, id, errors] of ITEMS) {
    const messages = Object.entries(errors).map(([key, value]) => ({ key, value }));
    const failed = messages.length > 0;
    const state = company.syncableStates.insert({
      syncable_id: id,
      resource_syncable_type: type,
      integration_uuid: DEMO_INTEGRATION_UUID,
      status: failed ? "failed" : "synced",
      error_messages: messages,
      status_updated_at: `${daysAgo(1)}T04:01:00.000Z`,
      external_identifier: external,
      sync_type: type,
    });
    const syncable = company.syncableSyncRuns.insert({
      status: failed ? "failed" : "success",
      error_messages: messages,
      sync_run_id: partly.id,
      syncable_state_id: state.id,
      company_id: COMPANY_ID,
    });
    company.syncableItems.insert({
      sync_run_id: partly.id,
      syncable_sync_run_id: syncable.id,
      syncable_type: type,
      sync_payload: { id, employee_id: "302", company_id: COMPANY_ID },
    });
  }
}
