import { describe, expect, test } from "vitest";
import { idsAsText } from "../../../src/api/ids";
import type { Resource } from "../../../src/api/resource";
import { customResources } from "../../../src/resources/custom-resources/custom-resources";
import { syncableItems } from "../../../src/resources/integrations/syncable-items";
import { syncableSyncRuns } from "../../../src/resources/integrations/syncable-sync-runs";
import { itAssets } from "../../../src/resources/it-management/it-assets";

const STAMPS = { created_at: "2026-04-02T08:00:00Z", updated_at: "2026-04-03T08:00:00Z" };

/** The record as the description has it, then as the community SDK's model has it. */
const forms: [name: string, resource: Resource, described: object, ofSdk: object][] = [
  [
    "custom resource",
    customResources,
    { id: "1", schema_id: "2", attachable_type: "Employee", attachable_id: "3" },
    { id: "1", name: "Bike", company_id: "4", ...STAMPS },
  ],
  [
    "sync item",
    syncableItems,
    {
      syncable_sync_run_id: "1",
      sync_payload: { id: 7, tags: ["a"] },
      syncable_type: "expenses/expense",
    },
    {
      id: "1",
      sync_run_id: "2",
      item_type: "expense",
      item_id: "3",
      status: "ok",
      syncable_type: "finance/vendor",
      ...STAMPS,
    },
  ],
  [
    "sync result",
    syncableSyncRuns,
    {
      id: "1",
      status: "failed",
      error_messages: [{ key: "account", value: "closed" }],
      sync_run_id: "2",
      company_id: "3",
    },
    {
      id: "1",
      syncable_item_id: "2",
      status: "failed",
      started_at: "2026-04-02T08:00:00Z",
      completed_at: null,
      ...STAMPS,
    },
  ],
  [
    "asset",
    itAssets,
    {
      id: "0199e6ea-20c0",
      company_id: "1",
      it_asset_model_id: "0199e6eb-31d0",
      serial_number: "S1",
      status: "x",
    },
    {
      id: "1",
      company_id: "1",
      it_asset_model_id: "2",
      serial_number: null,
      status: "assigned",
      owner_id: "3",
    },
  ],
];

/** The same with its ids as numbers, as the community SDK's models and 2026-04-01 have them. */
function withNumbers(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]: [string, unknown]) => [
      name,
      /(^|_)id$/.test(name) && /^\d+$/.test(String(value)) ? Number(value) : value,
    ]),
  );
}

describe.each(forms)("a %s", (_, { record }, described, ofSdk) => {
  test.each([
    ["the description", described],
    ["the community SDK", ofSdk],
  ])("reads in the form of %s, and keeps all of it", (_, form) => {
    expect(record.parse(form)).toEqual(form);
    expect(record.parse(idsAsText(record, withNumbers(form)))).toEqual(form);
  });
});
