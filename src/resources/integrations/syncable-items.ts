import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId } from "../../api/ids";
import { list, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined, sentence } from "../row-text";
import { SYNCABLE_TYPES } from "./syncable-states";

/** What is inside a payload is not declared. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

/** What a run has to sync. Gone since 2026-10-01, which has `syncable_states` instead. */
export const syncableItems = defineResource({
  module: "integrations",
  path: "syncable_items",
  names: { one: "sync item", many: "sync items" },
  icon: "package",
  record: z.object({
    // Required by the description; the community SDK's model lacks these two.
    syncable_sync_run_id: optionalRecordId,
    /** The thing itself. Its keys depend on `syncable_type`; its ids stay as they came, numbers or text. */
    sync_payload: z.record(z.string(), z.unknown()).nullish(),
    syncable_type: f.openEnum(...SYNCABLE_TYPES),
    // Only the community SDK's model has these seven: by the description an item has no id of its own.
    id: optionalRecordId,
    sync_run_id: optionalRecordId,
    item_type: f.optionalText,
    item_id: optionalRecordId,
    status: f.optionalText,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
  }),
  row: ({ syncable_type, sync_payload, item_id, status }, wording) => ({
    label: joined(wording.word(syncable_type), textOf(sync_payload?.id) || item_id),
    description: wording.word(status),
  }),
  parts: ({ sync_payload }, wording) =>
    Object.entries(sync_payload ?? {}).map(([key, value]) => ({
      label: sentence(wording.word(key) ?? key),
      description: textOf(value),
    })),
  places: [{ parent: "syncRuns", by: "sync_run_id", group: "Items", empty: "No items." }],
  fields: { sync_payload: { hidden: true } },
  operations: {
    list: list({ sync_run_id: id }, { versions: ["2026-04-01", "2026-07-01"] }),
    get: unofficial.get(),
  },
});
