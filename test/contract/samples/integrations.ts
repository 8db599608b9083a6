import { DEMO_INTEGRATION_UUID } from "../../../src/sandbox/company/company";
import type { Samples } from "./sample";
import { idsOf, only, type World } from "./world";

type Integrations = Pick<
  Samples,
  "syncRuns" | "syncRunOutputs" | "syncableStates" | "syncableSyncRuns" | "syncableItems"
>;

export function integrationSamples(world: World): Integrations {
  const { company, since } = world;
  const run = only(
    "run that is under way",
    company.syncRuns.find(({ status }) => status === "running"),
  );
  const half = only(
    "run that went half well",
    company.syncRuns.find(({ status }) => status === "succededwitherrors"),
  );
  const results = company.syncableSyncRuns.where(({ sync_run_id }) => sync_run_id === half.id);
  const failed = only(
    "result that failed",
    results.find(({ status }) => status === "failed"),
  );
  const state = only("state", company.syncableStates.get(String(failed.syncable_state_id)));
  // Leaves are items since 2026-07-01.
  const ofExpenses = company.syncableItems.where(
    ({ sync_run_id, syncable_type }) =>
      sync_run_id === half.id &&
      (syncable_type !== "employee_updates/leave" || world.version !== "2026-04-01"),
  );
  const [item = { id: "", syncable_sync_run_id: "" }] = ofExpenses;
  return {
    syncRuns: {
      list: {
        input: {
          marketplace_integration_uuid: DEMO_INTEGRATION_UUID,
          created_at_gteq: "2026-11-18T00:00:00Z",
        },
        answer: idsOf(company.syncRuns.where(({ started_at }) => String(started_at) >= "2026-11-18")),
      },
      get: { input: { id: run.id }, answer: [{ id: run.id, status: "running" }] },
      create: {
        input: { marketplace_integration_uuid: DEMO_INTEGRATION_UUID },
        answer: [{ status: "running", integration_uuid: DEMO_INTEGRATION_UUID }],
        sees: () => company.syncRuns.where(({ status }) => status === "running").length,
        becomes: 2,
      },
    },
    syncRunOutputs: {
      create: {
        input: {
          sync_run_id: run.id,
          file: new File(["id;amount\n"], "result.csv", { type: "text/csv" }),
          ...since("2026-10-01", { file_name: "expenses.csv" }),
        },
        answer: [{ sync_run_id: run.id }],
        form: {
          sync_run_id: run.id,
          file: { name: "result.csv", size: 10 },
          ...since("2026-10-01", { file_name: "expenses.csv" }),
        },
        sees: () => company.syncRunOutputs.all(),
        becomes: [
          {
            sync_run_id: run.id,
            file_name: "result.csv",
            ...since("2026-10-01", { file_name: "expenses.csv" }),
          },
        ],
      },
    },
    syncableStates: {
      list: {
        input: { syncable_ids: [String(state.syncable_id)], integration_uuid: DEMO_INTEGRATION_UUID },
        answer: [{ id: state.id, status: "failed" }],
      },
      get: { input: { id: state.id }, answer: [{ id: state.id, status: "failed" }] },
    },
    syncableSyncRuns: {
      list: { input: { sync_run_ids: [half.id] }, answer: idsOf(results) },
      get: { input: { id: failed.id }, answer: [{ id: failed.id, sync_run_id: half.id, status: "failed" }] },
      update: {
        input: { id: failed.id, status: "invalid", error_messages: { account: "Still closed" } },
        answer: [
          { id: failed.id, status: "invalid", error_messages: [{ key: "account", value: "Still closed" }] },
        ],
        sees: () => [failed.status, state.status],
        becomes: ["invalid", "invalid"],
      },
      bulkUpsert: {
        input: {
          sync_run_id: run.id,
          items: [
            { external_identifier: "EXP-1046", syncable_type: "expenses/expense", status: "success" },
            {
              external_identifier: "EXP-9001",
              syncable_type: "expenses/expense",
              status: "failed",
              syncable_id: "33009",
              error_messages: { account: "Unknown" },
            },
          ],
        },
        answer: [
          { sync_run_id: run.id, status: "success" },
          { sync_run_id: run.id, status: "failed", error_messages: [{ key: "account", value: "Unknown" }] },
        ],
        sees: () =>
          ["EXP-1046", "EXP-9001"].map((external) =>
            company.syncableStates.find(({ external_identifier }) => external_identifier === external),
          ),
        becomes: [{ status: "synced" }, { status: "failed", syncable_id: "33009" }],
      },
    },
    syncableItems: {
      list: {
        input: { sync_run_id: half.id },
        answer: ofExpenses.map((row) => ({
          syncable_sync_run_id: String(row.syncable_sync_run_id),
          syncable_type: String(row.syncable_type),
        })),
      },
      get: {
        input: { id: item.id },
        answer: [{ syncable_sync_run_id: String(item.syncable_sync_run_id) }],
      },
    },
  };
}
