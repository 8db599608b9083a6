import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { bulkAction, get, list, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";
import { versionsFrom } from "../../api/versions";
import { errorParts, SYNC_ICONS, SYNCABLE_TYPES, syncErrors } from "./syncable-states";

const FROM_OCTOBER = { versions: versionsFrom("2026-10-01") };

/** A word for the kind of error → what it says. */
const errorMessages = z.record(z.string(), z.string());

/** How one run went for one thing. */
export const syncableSyncRuns = defineResource({
  module: "integrations",
  path: "syncable_sync_runs",
  names: { one: "sync result", many: "sync results" },
  icon: "checklist",
  record: z.object({
    id: recordId,
    /** `running` from 2026-10-01. */
    status: f.openEnum("running", "success", "failed", "invalid"),
    // Required by the description; the community SDK's model lacks these three.
    error_messages: syncErrors,
    sync_run_id: optionalRecordId,
    company_id: optionalRecordId,
    /** From 2026-10-01. */
    syncable_state_id: optionalRecordId,
    // Only the community SDK's model has these five.
    syncable_item_id: optionalRecordId,
    started_at: f.optionalInstant,
    completed_at: f.optionalInstant,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
  }),
  row: ({ status, syncable_state_id, error_messages, sync_run_id }, wording) => ({
    label: wording.name("syncableStates", syncable_state_id),
    description: joined(
      wording.word(status),
      (error_messages ?? []).map(({ value }) => value ?? "").join("; "),
    ),
    within: wording.name("syncRuns", sync_run_id),
    icon: iconOf(SYNC_ICONS, status),
    status: wording.word(status),
  }),
  states: ({ status }) => [status],
  parts: ({ error_messages }, wording) => errorParts(error_messages, wording),
  places: [{ parent: "syncRuns", by: "sync_run_ids", group: "Results", empty: "No results." }],
  fields: {
    error_messages: { label: "Errors", hidden: true },
    company_id: { hidden: true },
    items: { label: "Results" },
  },
  actions: {
    update: {
      title: "Set Sync Run Result",
      form: true,
      asks: ["status", "error_messages"],
      danger: "reversible",
      undo: { operation: "update", from: { status: "status" } },
      done: "has the new result",
    },
    bulkUpsert: {
      title: "Add Sync Results",
      on: "syncRuns",
      target: "sync_run_id",
      form: true,
      asks: ["items"],
      danger: "none",
      done: "has the results",
      rowsOnly: true,
    },
  },
  operations: {
    list: list({ ids: z.array(id).optional(), sync_run_ids: z.array(id).optional() }, FROM_OCTOBER),
    get: get(FROM_OCTOBER),
    update: update({
      status: z.enum(["success", "failed", "invalid"]),
      error_messages: errorMessages.optional(),
    }),
    /** Things are told apart by run, external identifier and type: what is known is changed, what is not is added. */
    bulkUpsert: bulkAction(
      "bulk_upsert",
      {
        sync_run_id: id,
        items: z.array(
          z.strictObject({
            external_identifier: z.string().min(1),
            syncable_type: z.enum(SYNCABLE_TYPES),
            status: z.enum(["running", "success", "failed", "invalid"]),
            /** Fills a missing link; another than the one that is there is refused. */
            syncable_id: id.optional(),
            error_messages: errorMessages.optional(),
          }),
        ),
      },
      FROM_OCTOBER,
    ),
  },
});
