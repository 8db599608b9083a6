import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** The managers of those who take part in a review process. */
export const targetManagers = defineResource({
  module: "performance",
  path: "target_managers",
  names: { one: "participants' manager", many: "participants' managers" },
  icon: "account",
  sensitive: true,
  record: z.object({
    /** The manager's employee id. */
    id: recordId,
    performance_review_process_id: recordId,
    manager_access_id: recordId,
    manager_full_name: f.text,
  }),
  row: ({ manager_full_name }) => ({ label: manager_full_name }),
  places: [
    {
      parent: "reviewProcesses",
      by: "performance_review_process_ids",
      group: "Managers",
      empty: "No managers.",
      states: ["active", "finished"],
    },
  ],
  operations: {
    list: list({
      ids: z.array(id).optional(),
      /** Exactly one, though it is a list. */
      performance_review_process_ids: z.array(id).length(1),
    }),
    get: get(),
  },
});
