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
  record: z.object({
    id: recordId,
    access_id: recordId,
    performance_review_process_id: recordId,
  }),
  operations: {
    list: list({ performance_review_process_ids: z.array(id).optional() }),
    bulkCreate: bulkAction("bulk_create", { review_process_id: id, owner_access_ids: z.array(id) }),
    /** A process's last owner cannot be removed. */
    delete: remove(),
  },
});
