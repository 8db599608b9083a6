import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId } from "../../api/ids";
import { list, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { SYNCABLE_TYPES } from "./syncable-states";

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
  operations: {
    list: list({ sync_run_id: id }, { versions: ["2026-04-01", "2026-07-01"] }),
    get: unofficial.get(),
  },
});
