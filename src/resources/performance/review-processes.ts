import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId, textId } from "../../api/ids";
import { action, create, get, list, remove, until } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { REVIEWER_STRATEGIES, reviewerStrategy, TARGET_STRATEGIES, targetStrategy } from "./questions";

const START_VALIDATION_ERRORS = [
  "missing_deadline",
  "invalid_deadline",
  "missing_title",
  "missing_target_strategy",
  "missing_target_strategy_members",
  "missing_reviewer_strategy",
  "missing_questions",
  "missing_potential_reviewers",
  "invalid_section_weights_sum",
] as const;

/** A round of reviews: who is reviewed, by whom, on which questions and until when. */
export const reviewProcesses = defineResource({
  module: "performance",
  path: "review_processes",
  names: { one: "review process", many: "review processes" },
  icon: "milestone",
  record: z.object({
    id: recordId,
    company_id: recordId,
    name: f.optionalText,
    description: f.optionalText,
    status: f.openEnum("draft", "scheduled", "starting", "active", "finished"),
    target_strategy: targetStrategy.nullish(),
    reviewer_strategies: z.array(reviewerStrategy).nullish(),
    starts_at: f.optionalInstant,
    /** The deadline. */
    ends_at: f.optionalInstant,
    /** What still keeps it from starting. */
    start_validation_errors: z.array(f.openEnum(...START_VALIDATION_ERRORS)).nullish(),
    archived: f.optionalFlag,
    /** Action plans. */
    agreements_configuration: z
      .looseObject({ enabled: f.optionalFlag, esignature_enabled: f.optionalFlag })
      .nullish(),
    competencies_assessments_configuration: z.looseObject({ enabled: f.optionalFlag }).nullish(),
    /** When all reviewers were last reminded. */
    last_bulk_reminder: f.optionalInstant,
    /** A performance cycle. Gone from 2026-10-01. */
    cycle_id: f.optionalText,
  }),
  row: (process) => ({ label: process.name ?? process.id, description: process.status }),
  operations: {
    list: list({ ids: z.array(id).optional(), search: z.string().optional() }),
    get: get(),
    create: create({
      author_access_id: id,
      name: z.string().optional(),
      description: z.string().optional(),
      reviewer_strategies: z.array(z.enum(REVIEWER_STRATEGIES)).optional(),
      target_strategy: z.enum(TARGET_STRATEGIES).optional(),
      /** The ids of the locations, teams or employees that `target_strategy` is about. */
      arguments: z.array(id).optional(),
      ends_at: f.instant.optional(),
      agreements_enabled: z.boolean().optional(),
      employee_score_enabled: z.boolean().optional(),
      employee_potential_score_enabled: z.boolean().optional(),
      competencies_assessments_enabled: z.boolean().optional(),
      cycle_id: until("2026-10-01", textId.optional()),
    }),
    createFromTemplate: action("create_from_template", {
      author_access_id: id,
      template_id: id,
      template_type: z.enum(["predefined", "custom"]),
      name: z.string().optional(),
    }),
    duplicate: action("duplicate", { id, author_access_id: id }),
    /** Drafts and scheduled ones. */
    start: action("start", { id }),
    stop: action("stop", { id }),
    /** Finished ones, with a new deadline. */
    reopen: action("reopen", { id, ends_at: f.instant }),
    /** Drafts. */
    schedule: action("schedule", { id, starts_at: f.instant }),
    updateSchedule: action("update_schedule", { id, starts_at: f.instant }),
    removeSchedule: action("remove_schedule", { id }),
    updateDeadline: action("update_deadline", { id, ends_at: f.instant }),
    updateBasicInfo: action("update_basic_info", {
      id,
      name: z.string().optional(),
      description: z.string().optional(),
    }),
    /** Drafts. */
    updateReviewerStrategies: action("update_reviewer_strategies", {
      id,
      reviewer_strategies: z.array(z.enum(REVIEWER_STRATEGIES)),
    }),
    /** Drafts. */
    updateTargetStrategy: action("update_target_strategy", {
      id,
      target_strategy: z.enum(TARGET_STRATEGIES).optional(),
      arguments: z.array(id).optional(),
    }),
    updateAgreementsConfiguration: action("update_agreements_configuration", { id, enabled: z.boolean() }),
    updateCompetenciesAssessmentsConfiguration: action("update_competencies_assessments_configuration", {
      id,
      enabled: z.boolean(),
    }),
    updateEmployeeScoreConfiguration: action("update_employee_score_configuration", {
      id,
      enabled: z.boolean(),
    }),
    /** Reminds everyone who has not answered yet. */
    remindInBulk: action("remind_in_bulk", {
      id,
      evaluation_types: z.array(z.enum(REVIEWER_STRATEGIES)).optional(),
    }),
    /** Archives it, or brings it back. */
    toggleArchive: action("toggle_archive", { id }),
    delete: remove(),
  },
});
