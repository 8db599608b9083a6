import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { action, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";
import { managedByFilter } from "./filters";
import { REVIEWER_STRATEGIES, reviewerStrategy } from "./questions";

/** One reviewer's review of one participant; they come into being when a process starts. */
export const reviewEvaluations = defineResource({
  module: "performance",
  path: "review_evaluations",
  names: { one: "review", many: "reviews" },
  icon: "feedback",
  sensitive: true,
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
  row: (evaluation, wording) => ({
    label:
      evaluation.evaluation_type === "self"
        ? wording.name("accesses", evaluation.target_access_id)
        : `${wording.name("accesses", evaluation.target_access_id)} ← ${wording.name("accesses", evaluation.reviewer_access_id)}`,
    description: joined(
      wording.word(evaluation.evaluation_type),
      wording.word(evaluation.status),
      wording.day(evaluation.published_at),
    ),
    within: wording.name("reviewProcesses", evaluation.performance_review_process_id),
    icon: iconOf({ pending: "circle-large-outline", published: "pass" }, evaluation.status),
    status: wording.word(evaluation.status),
  }),
  states: ({ status, evaluation_type }) => [
    status,
    ...(status === "pending" && evaluation_type !== "self" ? ["replaceable"] : []),
  ],
  places: [
    {
      parent: "reviewProcesses",
      by: "performance_review_process_ids",
      group: "Reviews",
      empty: "No reviews.",
    },
    {
      parent: "reviewProcessTargets",
      by: "review_process_target_ids",
      group: "Reviews",
      empty: "No reviews.",
    },
  ],
  finding: { query: () => ({ published: false }) },
  fields: {
    published: { hidden: true },
    evaluation_type: { label: "Kind of review" },
    target_access_id: { label: "About" },
    reviewer_access_id: { label: "Reviewer" },
    new_reviewer_access_id: { label: "New reviewer" },
    review_process_target_id: { hidden: true },
  },
  actions: {
    replaceReviewer: {
      title: "Replace Reviewer",
      states: ["replaceable"],
      asks: ["new_reviewer_access_id"],
      now: { new_reviewer_access_id: "reviewer_access_id" },
      danger: "reversible",
      undo: { operation: "replaceReviewer", from: { new_reviewer_access_id: "reviewer_access_id" } },
      done: "has the new reviewer",
    },
  },
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
    /**
     * While the process is active and the review unpublished; not for the participant's own review. Both ids are text
     * in every version.
     */
    replaceReviewer: action("replace_reviewer", { id: textId, new_reviewer_access_id: textId }),
  },
});
