import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { list, update } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Who sees the answers of a review process, and when. */
export const reviewVisibilitySettings = defineResource({
  module: "performance",
  path: "review_visibility_settings",
  names: { one: "visibility setting", many: "visibility settings" },
  icon: "eye",
  record: z.object({
    /** The review process's. */
    id: recordId,
    performance_review_process_id: recordId,
    /** Employees do not see their results. */
    restrict_answers_visibility_to_reportees: f.optionalFlag,
    /** Managers see the results of their reports before the deadline. */
    early_access_to_answers_for_managers: f.optionalFlag,
    /** Employees do not see which peer wrote what. */
    anonymous_peer_evaluation_for_target: f.optionalFlag,
  }),
  operations: {
    list: list({ performance_review_process_ids: z.array(id).optional() }),
    update: update({
      performance_review_process_id: id.optional(),
      restrict_answers_visibility_to_reportees: z.boolean(),
      early_access_to_answers_for_managers: z.boolean(),
      anonymous_peer_evaluation_for_target: z.boolean(),
    }),
  },
});
