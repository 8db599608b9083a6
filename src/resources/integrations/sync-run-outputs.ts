import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { create, requiredSince, since } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { versionsFrom } from "../../api/versions";

const OCTOBER = "2026-10-01";

/** Files that a sync run leaves behind. They can be sent, not read. */
export const syncRunOutputs = defineResource({
  module: "integrations",
  path: "sync_run_outputs",
  names: { one: "sync run output", many: "sync run outputs" },
  icon: "output",
  record: z.object({
    id: recordId,
    sync_run_id: recordId,
    file_name: f.text,
    created_at: f.optionalInstant,
  }),
  row: ({ file_name }) => ({ label: file_name }),
  actions: {
    create: {
      title: "Attach File to Sync Run",
      on: "syncRuns",
      target: "sync_run_id",
      form: true,
      asks: ["file", "file_name"],
      danger: "none",
      done: "has the file",
    },
  },
  operations: {
    create: create(
      {
        sync_run_id: id,
        /** CSV. */
        file: z.file(),
        // Declared required, while its text calls it optional.
        file_name: since(OCTOBER, requiredSince(OCTOBER, z.string().min(1))),
      },
      { send: "form", versions: versionsFrom("2026-07-01") },
    ),
  },
});
