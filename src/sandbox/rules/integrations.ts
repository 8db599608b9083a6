/** Runs of integrations, and how each thing that they synchronised came out. */

import { isFields, type Body } from "../body.js";
import type { Call } from "../call.js";
import { COMPANY_ID, DEMO_INTEGRATION_UUID, type Company } from "../company/company.js";
import { textOf, type Row } from "../company/table.js";
import { invalid } from "../errors.js";
import { equals, notBefore } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkFilled, named } from "./checks.js";

/** Requests give error messages as an object, answers as a list of pairs. What succeeded has none. */
function errorList(status: string, messages: unknown): readonly { key: string; value: string }[] {
  if (status === "success" || !isFields(messages)) return [];
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
  check: ({ body }) => {
    if ((body.text("company_id") ?? COMPANY_ID) !== COMPANY_ID)
      throw invalid("company_id", "must be the credential's own company");
    if ((body.text("marketplace_integration_uuid") ?? DEMO_INTEGRATION_UUID) !== DEMO_INTEGRATION_UUID)
      throw invalid("marketplace_integration_uuid", "must be the credential's own integration");
  },
  create: ({ company }) =>
    company.syncRuns.insert({
      status: "running",
      started_at: company.now().toISOString(),
      context: {},
      company_id: COMPANY_ID,
      integration_uuid: DEMO_INTEGRATION_UUID,
    }),
});

const STATE_AFTER: Readonly<Record<string, string>> = { success: "synced", running: "syncing" };

/** Writes down how it went for one thing, and its state follows. */
function report(company: Company, result: Row, status: string, messages: unknown): Row {
  const errors = errorList(status, messages);
  const state = company.syncableStates.get(String(result.syncable_state_id));
  if (state) {
    company.syncableStates.patch(state, {
      status: STATE_AFTER[status] ?? status,
      error_messages: errors,
      status_updated_at: company.now().toISOString(),
    });
  }
  return company.syncableSyncRuns.patch(result, { status, error_messages: errors });
}

/** A run is over once none of its things is still running, and it went as well as they did. */
function settleRun(company: Company, runId: unknown): void {
  const run = company.syncRuns.get(String(runId));
  const results = company.syncableSyncRuns
    .where((result) => result.sync_run_id === runId)
    .map(({ status }) => status);
  if (!run || results.length === 0 || results.includes("running")) return;
  const succeeded = results.filter((status) => status === "success").length;
  const status =
    // The spelling is the API's.
    succeeded === results.length ? "succeeded" : succeeded > 0 ? "succededwitherrors" : "errored";
  company.syncRuns.patch(run, { status, finished_at: run.finished_at ?? company.now().toISOString() });
}

/** Things are told apart by integration, external identifier and type. */
function stateOf({ company }: Call, item: Body, integration: unknown): Row {
  const [external, type] = [item.text("external_identifier"), item.text("syncable_type")];
  const linked = item.text("syncable_id");
  const known = company.syncableStates.find(
    (state) =>
      state.external_identifier === external &&
      state.sync_type === type &&
      state.integration_uuid === integration,
  );
  if (!known) {
    return company.syncableStates.insert({
      external_identifier: external,
      integration_uuid: integration,
      syncable_id: linked,
      resource_syncable_type: type,
      sync_type: type,
      status: "syncing",
      error_messages: [],
      status_updated_at: company.now().toISOString(),
    });
  }
  if (linked === undefined || linked === known.syncable_id) return known;
  if (known.syncable_id !== undefined)
    throw invalid("syncable_id", `is ${textOf(known.syncable_id)} already and can't be changed`);
  return company.syncableStates.patch(known, { syncable_id: linked });
}

/** Every item reports into its run, and its state follows. */
function upsert(call: Call): readonly Row[] {
  const { body, company } = call;
  const run = named(company.syncRuns, body.text("sync_run_id"));
  const results = body.bodies("items").map((item) => {
    checkFilled(call.with(item), "external_identifier");
    const state = stateOf(call, item, run.integration_uuid);
    const status = item.text("status") ?? "running";
    const result =
      company.syncableSyncRuns.find(
        (each) => each.sync_run_id === run.id && each.syncable_state_id === state.id,
      ) ??
      company.syncableSyncRuns.insert({
        status,
        error_messages: [],
        sync_run_id: run.id,
        syncable_state_id: state.id,
        company_id: COMPANY_ID,
      });
    return report(company, result, status, item.fields.error_messages);
  });
  settleRun(company, run.id);
  return results;
}

const syncableSyncRuns = resource({
  table: (company) => company.syncableSyncRuns,
  // Until 2026-07-01 there was no word for one that still runs.
  present: (run, call) =>
    run.status === "running" && call.version < "2026-10-01" ? { status: "failed" } : {},
  update: (result, { body, company }) => {
    report(company, result, body.text("status") ?? "success", body.fields.error_messages);
    settleRun(company, result.sync_run_id);
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
  check: (call) => {
    checkFilled(call, "file_name");
  },
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
