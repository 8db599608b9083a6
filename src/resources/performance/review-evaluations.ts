import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { action, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { managedByFilter } from "./filters";
import { REVIEWER_STRATEGIES, reviewerStrategy } from "./questions";

/** One reviewer's review of one participant; they come into being when a process starts. */
export const reviewEvaluations = defineResource({
  module: "performance",
  path: "review_evaluations",
  names: { one: "review", many: "reviews" },
  icon: "feedback",
  record: z.object({
    id: recordId,
    performance_review_process_id: optionalRecordId,
    /** The participant's access id. */
    target_access_id: optionalRecordId,
    reviewer_access_id: optionalRecordId,
    evaluation_type: reviewerStrategy,
    published: f.optionalFlag,
    status: f.openEnum("pending", "published"),
    /** A participant: `<process>-<access>`. */
    review_process_target_id: recordId,
    published_at: f.optionalInstant,
  }),
  operations: {
    list: list({
      ids: z.array(id).optional(),
      performance_review_process_ids: z.array(id).optional(),
      published: z.boolean().optional(),
      /** Access ids, though the name does not say so. */
      reviewer_ids: z.array(id).optional(),
      reviewer_strategies: z.array(z.enum(REVIEWER_STRATEGIES)).optional(),
      target_access_ids: z.array(id).optional(),
      review_process_target_ids: z.array(textId).optional(),
      with_targets_managed_by_filter: managedByFilter.optional(),
      exclude_ids: z.array(id).optional(),
    }),
    get: get(),
    /** While the process is active and the review unpublished; not for the participant's own review. */
    replaceReviewer: action("replace_reviewer", { id, new_reviewer_access_id: id }),
  },
});
