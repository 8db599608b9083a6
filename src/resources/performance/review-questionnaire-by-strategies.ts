import * as z from "zod";
import { id, recordId } from "../../api/ids";
import { action, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { questionnairePart, scaleParts } from "./question-parts";
import { questionnaire, REVIEWER_STRATEGIES, scaleStep } from "./questions";

/**
 * Open inside, as the description is up to 2026-07-01: writing replaces all questions, so what was read with them and
 * is not named here (a scale, a competency, a section's weight) must go back too.
 */
const newQuestionGroup = z.looseObject({
  uuid: z.string(),
  type: z.enum(["section", "question"]),
  section_title: z.string().optional(),
  questions: z.array(
    z.looseObject({
      uuid: z.string(),
      mandatory: z.boolean(),
      title: z.string(),
      /** `single_choice` is not among the values declared, but comes in answers. */
      answer_type: z.enum(["text", "rating", "number", "multiple_choice", "single_choice"]),
    }),
  ),
});

/** The questionnaires of a process, as they are read. */
const QUESTIONNAIRES = [
  ["self_questionnaire", "Employees about themselves"],
  ["manager_questionnaire", "Managers about their reports"],
  ["direct_report_questionnaire", "Reports about their manager"],
  ["peers_questionnaire", "Peers"],
  ["employee_score_self_questionnaire", "Closing question, employees"],
  ["employee_score_manager_questionnaire", "Closing question, managers"],
  ["employee_potential_score_manager_questionnaire", "Closing question about potential"],
] as const;

/** What each kind of reviewer is asked. */
export const reviewQuestionnaireByStrategies = defineResource({
  module: "performance",
  path: "review_questionnaire_by_strategies",
  names: { one: "questionnaire", many: "questionnaires" },
  icon: "question",
  sensitive: true,
  record: z.object({
    /** The review process's. */
    id: recordId,
    performance_review_process_id: recordId,
    default_rating_scale: z.array(scaleStep).nullish(),
    self_questionnaire: questionnaire.nullish(),
    manager_questionnaire: questionnaire.nullish(),
    direct_report_questionnaire: questionnaire.nullish(),
    peers_questionnaire: questionnaire.nullish(),
    /** The closing questions: about performance, and about potential. */
    employee_score_self_questionnaire: questionnaire.nullish(),
    employee_score_manager_questionnaire: questionnaire.nullish(),
    employee_potential_score_manager_questionnaire: questionnaire.nullish(),
  }),
  row: ({ performance_review_process_id }, wording) => ({
    label: wording.text("What is asked"),
    within: wording.name("reviewProcesses", performance_review_process_id),
  }),
  parts: (record, wording) => [
    ...QUESTIONNAIRES.flatMap(([field, label]) =>
      questionnairePart(wording.text(label), record[field], wording),
    ),
    ...scaleParts(record.default_rating_scale, wording),
  ],
  places: [
    {
      parent: "reviewProcesses",
      by: "ids",
      group: "Questionnaires",
      empty: "No questionnaires.",
    },
  ],
  fields: {
    ...Object.fromEntries(QUESTIONNAIRES.map(([field]) => [field, { hidden: true }])),
    default_rating_scale: { label: "Rating scale", hidden: true },
    strategy: { label: "Who is asked" },
    questionnaire_content: { label: "Questions", help: "They can be changed while the review is a draft." },
  },
  actions: {
    updateQuestionnaireForStrategy: {
      title: "Edit Questions",
      target: "performance_review_process_id",
      form: true,
      asks: ["strategy", "questionnaire_content"],
      nowBy: {
        questionnaire_content: {
          input: "strategy",
          fields: {
            self: "self_questionnaire",
            manager: "manager_questionnaire",
            direct_reports: "direct_report_questionnaire",
            peers: "peers_questionnaire",
          },
        },
      },
      danger: "none",
      done: "has the new questions",
    },
    updateDefaultRatingScale: {
      title: "Edit Rating Scale",
      target: "performance_review_process_id",
      form: true,
      asks: ["default_rating_scale"],
      danger: "reversible",
      undo: {
        operation: "updateDefaultRatingScale",
        from: { default_rating_scale: "default_rating_scale" },
      },
      done: "has the new rating scale",
      rowsOnly: true,
    },
  },
  operations: {
    list: list({ ids: z.array(id).optional() }),
    get: get(),
    /** For the rating questions of every reviewer. */
    updateDefaultRatingScale: action("update_default_rating_scale", {
      performance_review_process_id: id,
      default_rating_scale: z.array(z.strictObject({ value: z.int().min(0).max(10), text: z.string() })),
    }),
    /** Replaces all questions of a kind of reviewer; drafts only. */
    updateQuestionnaireForStrategy: action("update_questionnaire_for_strategy", {
      performance_review_process_id: id,
      strategy: z.enum(REVIEWER_STRATEGIES),
      questionnaire_content: z.array(newQuestionGroup),
    }),
  },
});
