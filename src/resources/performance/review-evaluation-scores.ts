import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId, textId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { REVIEWER_STRATEGIES, reviewerStrategy } from "./questions";

/** The scores of published reviews. */
export const reviewEvaluationScores = defineResource({
  module: "performance",
  path: "review_evaluation_scores",
  names: { one: "review score", many: "review scores" },
  icon: "star-empty",
  record: z.object({
    id: recordId,
    review_process_id: recordId,
    review_evaluation_id: recordId,
    /** The access id of the employee who was reviewed. */
    target_access_id: recordId,
    company_id: recordId,
    /** Who gave the score. */
    reviewer_strategy: reviewerStrategy,
    /** A participant: `<process>-<access>`. */
    review_process_target_id: recordId,
    /** Within `scale_min` and `scale_max`, as `score` is. */
    potential_score: f.optionalNumber,
    /** Percent. */
    normalized_potential_score: f.optionalNumber,
    score: f.optionalNumber,
    scale_min: f.optionalNumber,
    scale_max: f.optionalNumber,
    /** Percent. */
    normalized_score: f.optionalNumber,
    published_at: f.optionalInstant,
  }),
  row: ({ score, scale_min: lowest, scale_max: highest, reviewer_strategy: by }) => ({
    label: [score, [lowest, highest].join("–")].join(" · "),
    description: by,
  }),
  operations: {
    list: list({
      ids: z.array(id).optional(),
      review_process_ids: z.array(id).optional(),
      review_evaluation_ids: z.array(id).optional(),
      target_access_ids: z.array(id).optional(),
      reviewer_strategies: z.array(z.enum(REVIEWER_STRATEGIES)).optional(),
      review_process_target_ids: z.array(textId).optional(),
    }),
    get: get(),
  },
});
