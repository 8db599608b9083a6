import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { reviewerStrategy, targetStrategy } from "./questions";

/** Templates that somebody of the company saved. */
export const reviewProcessCustomTemplates = defineResource({
  module: "performance",
  path: "review_process_custom_templates",
  names: { one: "review template", many: "review templates" },
  icon: "notebook-template",
  sensitive: true,
  record: z.object({
    id: recordId,
    author_id: optionalRecordId,
    company_id: recordId,
    /** What the review process will be called, as is `description`. */
    name: f.text,
    description: f.optionalText,
    template_description: f.optionalText,
    target_strategy: targetStrategy.nullish(),
    reviewer_strategies: z.array(reviewerStrategy).nullish(),
    /** Action plans. */
    agreements_enabled: f.optionalFlag,
    employee_potential_score_enabled: f.optionalFlag,
    competencies_assessments_enabled: f.optionalFlag,
    visibility_settings: z
      .looseObject({
        restrict_answers_visibility_to_reportees: f.optionalFlag,
        early_access_to_answers_for_managers: f.optionalFlag,
        anonymous_peer_evaluation_for_target: f.optionalFlag,
      })
      .nullish(),
    created_at: f.optionalInstant,
  }),
  row: ({ name, template_description }) => ({ label: name, description: template_description ?? undefined }),
  finding: { search: "search" },
  fields: {
    company_id: { hidden: true },
    // Whether it is an employee's or a login's id the description does not say.
    author_id: { hidden: true, names: null },
    reviewer_strategies: { label: "Reviewers" },
    target_strategy: { label: "Participants" },
    agreements_enabled: { label: "Action plans" },
    employee_potential_score_enabled: { label: "Question about potential" },
    competencies_assessments_enabled: { label: "Competency ratings" },
    visibility_settings: { label: "Visibility" },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      author_ids: z.array(id).optional(),
      search: z.string().optional(),
    }),
    get: get(),
  },
});
