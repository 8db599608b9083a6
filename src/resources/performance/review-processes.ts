import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId, textId } from "../../api/ids";
import { action, create, get, list, remove, until } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined, sentence } from "../row-text";
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

const PROCESS_ICONS = {
  draft: "edit",
  scheduled: "calendar",
  starting: "sync",
  active: "play-circle",
  finished: "pass",
};

/** What is picked for the strategies that take a pick. */
const TARGET_KINDS = { by_locations: "locations", by_teams: "teams", by_employees: "employees" };

/** A round of reviews: who is reviewed, by whom, on which questions and until when. */
export const reviewProcesses = defineResource({
  module: "performance",
  path: "review_processes",
  names: { one: "review process", many: "review processes" },
  icon: "milestone",
  sensitive: true,
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
  row: ({ name, status, starts_at, ends_at, archived }, wording) => ({
    label: name ?? "",
    description: joined(
      // Only what is not usual is said: an active one has its deadline, and its icon.
      archived === true ? wording.text("archived") : status !== "active" && wording.word(status),
      status === "scheduled" && `${wording.text("starts")} ${wording.day(starts_at) ?? ""}`,
      typeof ends_at === "string" &&
        status !== "finished" &&
        `${wording.text("until")} ${wording.day(ends_at) ?? ""}`,
    ),
    icon: archived === true ? "archive" : iconOf(PROCESS_ICONS, status),
    status: wording.word(status),
  }),
  states: ({ status, archived }) => [status, archived === true ? "archived" : "current"],
  parts: ({ start_validation_errors }, wording) =>
    (start_validation_errors ?? []).map((error) => ({
      label: sentence(wording.word(error) ?? error),
      description: wording.text("keeps it from starting"),
      icon: "warning",
    })),
  finding: { search: "search" },
  fields: {
    company_id: { hidden: true },
    cycle_id: { hidden: true },
    start_validation_errors: { hidden: true },
    starts_at: { label: "Start" },
    ends_at: { label: "Deadline" },
    description: { long: true },
    reviewer_strategies: { label: "Reviewers" },
    target_strategy: { label: "Participants" },
    arguments: { label: "Which ones", names: "employees" },
    enabled: { label: "Turned on" },
    evaluation_types: { label: "Whose reviews" },
    agreements_enabled: { label: "Action plans" },
    employee_score_enabled: { label: "Closing score" },
    employee_potential_score_enabled: { label: "Question about potential" },
    competencies_assessments_enabled: { label: "Competency ratings" },
    agreements_configuration: { label: "Action plans" },
    competencies_assessments_configuration: { label: "Competency ratings" },
    last_bulk_reminder: { label: "Reviewers reminded" },
  },
  actions: {
    create: {
      title: "New Review",
      on: null,
      me: "author_access_id",
      form: true,
      asks: [
        "name",
        "description",
        "reviewer_strategies",
        "target_strategy",
        "arguments",
        "ends_at",
        "agreements_enabled",
        "employee_score_enabled",
        "employee_potential_score_enabled",
        "competencies_assessments_enabled",
      ],
      sections: {
        name: "What it is",
        reviewer_strategies: "Who takes part",
        ends_at: "When, and what is asked",
      },
      choices: { arguments: { kindBy: { input: "target_strategy", kinds: TARGET_KINDS } } },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "Review added as a draft",
    },
    createFromTemplate: {
      title: "New Review from Template",
      on: "reviewProcessCustomTemplates",
      target: "template_id",
      fixed: { template_type: "custom" },
      me: "author_access_id",
      form: true,
      asks: ["name"],
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "made into a draft",
    },
    start: {
      title: "Start Review",
      states: ["draft", "scheduled"],
      danger: "destructive",
      takes: "Reviews are made for everyone who takes part, and the reviewers are told.",
      done: "started",
    },
    stop: {
      title: "Stop Review",
      states: ["active"],
      danger: "reversible",
      undo: { operation: "reopen", from: { ends_at: "ends_at" } },
      done: "stopped",
    },
    reopen: {
      title: "Reopen Review",
      states: ["finished"],
      asks: ["ends_at"],
      danger: "reversible",
      undo: { operation: "stop" },
      done: "reopened",
    },
    schedule: {
      title: "Schedule Review",
      states: ["draft"],
      asks: ["starts_at"],
      danger: "reversible",
      undo: { operation: "removeSchedule" },
      done: "scheduled",
    },
    updateSchedule: {
      title: "Change Review Start",
      states: ["scheduled"],
      asks: ["starts_at"],
      danger: "reversible",
      undo: { operation: "updateSchedule", from: { starts_at: "starts_at" } },
      done: "has the new start",
    },
    removeSchedule: {
      title: "Unschedule Review",
      states: ["scheduled"],
      danger: "reversible",
      undo: { operation: "schedule", from: { starts_at: "starts_at" } },
      done: "is a draft again",
    },
    updateDeadline: {
      title: "Change Review Deadline",
      states: ["draft", "scheduled", "active"],
      asks: ["ends_at"],
      danger: "reversible",
      undo: { operation: "updateDeadline", from: { ends_at: "ends_at" } },
      done: "has the new deadline",
    },
    updateBasicInfo: {
      title: "Edit Review",
      form: true,
      asks: ["name", "description"],
      danger: "reversible",
      undo: { operation: "updateBasicInfo", from: { name: "name", description: "description" } },
      done: "changed",
    },
    updateReviewerStrategies: {
      title: "Change Who Reviews",
      states: ["draft"],
      asks: ["reviewer_strategies"],
      danger: "reversible",
      undo: { operation: "updateReviewerStrategies", from: { reviewer_strategies: "reviewer_strategies" } },
      done: "has the new reviewers",
    },
    updateTargetStrategy: {
      title: "Change Who Takes Part",
      states: ["draft"],
      asks: ["target_strategy", "arguments"],
      choices: { arguments: { kindBy: { input: "target_strategy", kinds: TARGET_KINDS } } },
      danger: "none",
      done: "has the new participants",
    },
    updateAgreementsConfiguration: {
      title: "Turn Action Plans On or Off",
      rowsOnly: true,
      asks: ["enabled"],
      danger: "none",
      done: "changed",
    },
    updateCompetenciesAssessmentsConfiguration: {
      title: "Turn Competency Ratings On or Off",
      rowsOnly: true,
      asks: ["enabled"],
      danger: "none",
      done: "changed",
    },
    updateEmployeeScoreConfiguration: {
      title: "Turn Closing Score On or Off",
      rowsOnly: true,
      asks: ["enabled"],
      danger: "none",
      done: "changed",
    },
    remindInBulk: {
      title: "Remind Reviewers",
      states: ["active"],
      asks: ["evaluation_types"],
      danger: "none",
      done: "has its reviewers reminded",
    },
    archive: {
      title: "Archive Review",
      operation: "toggleArchive",
      states: ["current"],
      danger: "reversible",
      undo: { operation: "toggleArchive" },
      done: "archived",
    },
    unarchive: {
      title: "Unarchive Review",
      operation: "toggleArchive",
      states: ["archived"],
      danger: "reversible",
      undo: { operation: "toggleArchive" },
      done: "brought back from the archive",
    },
    duplicate: {
      title: "Duplicate Review",
      me: "author_access_id",
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "duplicated",
    },
    delete: {
      title: "Delete Review",
      danger: "destructive",
      takes: "Its participants, reviews, answers, scores and action plans go with it.",
      done: "deleted",
      removes: true,
    },
  },
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
