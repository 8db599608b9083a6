import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId, textId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined } from "../row-text";
import { REVIEWER_STRATEGIES, reviewerStrategy } from "./questions";

/** `4 of 1–5` */
function scoreText(
  score: number | null | undefined,
  range: { readonly scale_min?: number | null | undefined; readonly scale_max?: number | null | undefined },
): string {
  if (typeof score !== "number") return "";
  const { scale_min: lowest, scale_max: highest } = range;
  return typeof highest === "number" ? `${score} of ${lowest ?? 0}–${highest}` : String(score);
}

/** The scores of published reviews. */
export const reviewEvaluationScores = defineResource({
  module: "performance",
  path: "review_evaluation_scores",
  names: { one: "review score", many: "review scores" },
  icon: "star-empty",
  sensitive: true,
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
  row: (score, wording) => ({
    label: wording.name("accesses", score.target_access_id),
    description: joined(
      scoreText(score.score, score),
      typeof score.potential_score === "number" &&
        `${wording.text("potential")} ${scoreText(score.potential_score, score)}`,
      wording.word(score.reviewer_strategy),
    ),
    within: wording.name("reviewProcesses", score.review_process_id),
  }),
  places: [
    { parent: "reviewProcesses", by: "review_process_ids", group: "Scores", empty: "No scores yet." },
    { parent: "reviewEvaluations", by: "review_evaluation_ids", group: "Score", empty: "No score yet." },
  ],
  fields: {
    company_id: { hidden: true },
    target_access_id: { label: "About" },
    reviewer_strategy: { label: "Kind of review" },
    review_process_target_id: { hidden: true },
    normalized_score: { label: "Score in percent" },
    normalized_potential_score: { label: "Potential in percent" },
  },
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
