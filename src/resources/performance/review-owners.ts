import * as z from "zod";
import { id, recordId } from "../../api/ids";
import { bulkAction, list, remove } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Who may edit a review process and see its results. */
export const reviewOwners = defineResource({
  module: "performance",
  path: "review_owners",
  names: { one: "review process owner", many: "review process owners" },
  icon: "shield",
  sensitive: true,
  record: z.object({
    id: recordId,
    access_id: recordId,
    performance_review_process_id: recordId,
  }),
  row: ({ access_id, performance_review_process_id }, wording) => ({
    label: wording.name("accesses", access_id),
    within: wording.name("reviewProcesses", performance_review_process_id),
  }),
  places: [
    {
      parent: "reviewProcesses",
      by: "performance_review_process_ids",
      group: "Owners",
      empty: "No owners.",
    },
  ],
  fields: { owner_access_ids: { label: "People" } },
  actions: {
    bulkCreate: {
      title: "Add Owners",
      on: "reviewProcesses",
      target: "review_process_id",
      asks: ["owner_access_ids"],
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has more owners",
    },
    delete: {
      title: "Remove Owner",
      danger: "destructive",
      takes: "An owner may edit the review and see its results; they no longer will.",
      done: "removed",
      removes: true,
    },
  },
  operations: {
    list: list({ performance_review_process_ids: z.array(id).optional() }),
    bulkCreate: bulkAction("bulk_create", { review_process_id: id, owner_access_ids: z.array(id) }),
    /** A process's last owner cannot be removed. */
    delete: remove(),
  },
});
