/** Runs of integrations, and how each thing that they synchronised came out. */

import { isFields } from "../body.js";
import type { Call } from "../call.js";
import { COMPANY_ID } from "../company/company.js";
import type { Row } from "../company/table.js";
import { equals, notBefore } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { randomUUID } from "node:crypto";

/** Requests give error messages as an object, answers as a list of pairs. */
function errorList(messages: unknown): readonly { key: string; value: string }[] {
  if (!isFields(messages)) return [];
  return Object.entries(messages).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));
}

const syncRuns = resource({
  table: (company) => company.syncRuns,
  filters: {
    marketplace_integration_uuid: equals("integration_uuid"),
    created_at_gteq: notBefore("started_at"),
  },
  create: (call) =>
    call.company.syncRuns.insert({
      status: "running",
      started_at: call.company.now().toISOString(),
      context: {},
      company_id: call.body.text("company_id") ?? COMPANY_ID,
      integration_uuid: call.body.text("marketplace_integration_uuid") ?? randomUUID(),
    }),
});

function settleState(call: Call, stateId: unknown, status: string, messages: unknown): void {
  const { syncableStates } = call.company;
  const state = syncableStates.get(String(stateId));
  if (!state) return;
  const settled = status === "success" ? "synced" : status === "running" ? "syncing" : status;
  syncableStates.patch(state, {
    status: settled,
    error_messages: errorList(messages),
    status_updated_at: call.company.now().toISOString(),
  });
}

/** Every item reports into its run, and its state follows. */
function upsert(call: Call): readonly Row[] {
  const { body, company } = call;
  const runId = body.text("sync_run_id") ?? "";
  const integration = company.syncRuns.get(runId)?.integration_uuid;
  return body.bodies("items").map((item) => {
    const external = item.text("external_identifier");
    const state =
      company.syncableStates.find(
        (candidate) =>
          candidate.external_identifier === external && candidate.integration_uuid === integration,
      ) ??
      company.syncableStates.insert({
        external_identifier: external,
        integration_uuid: integration,
        syncable_id: item.text("syncable_id"),
        resource_syncable_type: item.text("syncable_type"),
        sync_type: item.text("syncable_type"),
        status: "syncing",
        error_messages: [],
        status_updated_at: company.now().toISOString(),
      });
    const status = item.text("status") ?? "running";
    settleState(call, state.id, status, item.fields.error_messages);
    const fields = { status, error_messages: errorList(item.fields.error_messages) };
    const known = company.syncableSyncRuns.find(
      (run) => run.sync_run_id === runId && run.syncable_state_id === state.id,
    );
    return known
      ? company.syncableSyncRuns.patch(known, fields)
      : company.syncableSyncRuns.insert({
          ...fields,
          sync_run_id: runId,
          syncable_state_id: state.id,
          company_id: COMPANY_ID,
        });
  });
}

const syncableSyncRuns = resource({
  table: (company) => company.syncableSyncRuns,
  // Until 2026-07-01 there was no word for one that still runs.
  present: (run, call) =>
    run.status === "running" && call.version < "2026-10-01" ? { status: "failed" } : {},
  update: (run, call) => {
    const { body, company } = call;
    const status = body.text("status") ?? "success";
    company.syncableSyncRuns.patch(run, { status, error_messages: errorList(body.fields.error_messages) });
    settleState(call, run.syncable_state_id, status, body.fields.error_messages);
  },
  actions: { bulk_upsert: upsert },
});

const OLD_TYPES = ["compensations/compensation", "expenses/expense"];
const NEWER_TYPES = [...OLD_TYPES, "employee_updates/leave", "finance/vendor"];

const syncableItems = resource({
  table: (company) => company.syncableItems,
  shows: (record, call) =>
    (call.version === "2026-04-01" ? OLD_TYPES : NEWER_TYPES).includes(String(record.syncable_type)),
  filters: { sync_run_id: equals("sync_run_id") },
});

const outputs = resource({
  table: (company) => company.syncRunOutputs,
  create: (call) =>
    call.company.syncRunOutputs.insert({
      sync_run_id: call.body.text("sync_run_id"),
      file_name: call.body.text("file_name") ?? call.body.text("file"),
    }),
});

export const integrationResources: Resources = {
  "integrations/sync_runs": syncRuns,
  "integrations/syncable_states": resource({ table: (company) => company.syncableStates }),
  "integrations/syncable_sync_runs": syncableSyncRuns,
  "integrations/syncable_items": syncableItems,
  "integrations/sync_run_outputs": outputs,
};
