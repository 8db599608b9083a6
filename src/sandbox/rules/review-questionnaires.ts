/** What each kind of reviewer is asked. */

import { randomUUID } from "node:crypto";
import { isFields, type Fields } from "../body.js";
import type { Company } from "../company/company.js";
import type { Row } from "../company/table.js";
import type { Version } from "../contract.js";
import { invalid } from "../errors.js";
import { resource, type Resource } from "../resource.js";
import { named } from "./checks.js";
import { listOf } from "./review-people.js";

const FIELDS: Readonly<Record<string, string>> = {
  self: "self_questionnaire",
  manager: "manager_questionnaire",
  direct_reports: "direct_report_questionnaire",
  peers: "peers_questionnaire",
};

/** The field that has the questions of a kind of reviewer. */
export function questionnaireField(strategy: string): string {
  return FIELDS[strategy] ?? `${strategy}_questionnaire`;
}

export const SCALE = ["Far below", "Below", "As expected", "Above", "Far above"].map((text, index) => ({
  value: index + 1,
  text,
}));

/** The inside of a questionnaire is open up to 2026-07-01, so that anything may have been written into it. */
function groupsOf(questionnaire: unknown): readonly Fields[] {
  const content = isFields(questionnaire) ? questionnaire.content : undefined;
  return Array.isArray(content) ? content.filter(isFields) : [];
}

/** What each of a process's reviewers is asked, by what the process has now. */
export function questionnairesOf(company: Company, process: Row): readonly unknown[] {
  const row = company.questionnaires.get(process.id);
  return listOf(process.reviewer_strategies).map((strategy) => row?.[questionnaireField(strategy)]);
}

export function hasQuestions(questionnaire: unknown): boolean {
  return groupsOf(questionnaire).some(({ questions }) => Array.isArray(questions) && questions.length > 0);
}

/**
 * The start complains about weights of sections, yet no version of the description says where they stand. Here they
 * are a `weight` of the section, which can be sent up to 2026-07-01, where the inside of a questionnaire is open.
 */
export function weightsAddUp(questionnaire: unknown): boolean {
  const weights = groupsOf(questionnaire)
    .map(({ weight }) => weight)
    .filter((weight) => typeof weight === "number");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.length === 0 || Math.abs(sum - 100) < 0.001;
}

/** The one question that a new process asks until somebody writes better ones. */
function firstQuestions(strategy: string): Fields {
  const question = {
    uuid: randomUUID(),
    mandatory: true,
    with_comment: false,
    title: "What went well, and what could go better?",
    answer_type: "text",
  };
  return {
    reviewer_strategy: strategy,
    content: [{ uuid: randomUUID(), type: "question", questions: [question] }],
  };
}

/** Questions for the kinds of reviewer that have none yet; emptied ones stay empty. */
export function addFirstQuestions(company: Company, process: Row): void {
  const row = company.questionnaires.get(process.id);
  if (!row) return;
  const missing = listOf(process.reviewer_strategies).filter(
    (strategy) => !isFields(row[questionnaireField(strategy)]),
  );
  company.questionnaires.patch(
    row,
    Object.fromEntries(missing.map((strategy) => [questionnaireField(strategy), firstQuestions(strategy)])),
  );
}

function closing(strategy: string, uuid: string, title: string): Fields {
  const question = { uuid, mandatory: true, with_comment: true, title, answer_type: "rating", scale: SCALE };
  return { reviewer_strategy: strategy, content: [{ uuid, type: "question", questions: [question] }] };
}

const PERFORMANCE = "33333333-3333-4333-8333-333333333301";
const POTENTIAL = "33333333-3333-4333-8333-333333333302";

/** The closing questions that the process has switched on. Nobody can word them otherwise. */
export function closingQuestionnaires(process: Row | undefined): Readonly<Record<string, Fields>> {
  const isOn = (field: string, strategy: string): boolean => {
    const configuration = process?.[field];
    return (
      isFields(configuration) &&
      configuration.enabled === true &&
      listOf(process?.reviewer_strategies).includes(strategy)
    );
  };
  return {
    ...(isOn("employee_score_configuration", "self") && {
      employee_score_self_questionnaire: closing("self", PERFORMANCE, "How was your performance overall?"),
    }),
    ...(isOn("employee_score_configuration", "manager") && {
      employee_score_manager_questionnaire: closing(
        "manager",
        PERFORMANCE,
        "How was the performance overall?",
      ),
    }),
    ...(isOn("employee_potential_score_configuration", "manager") && {
      employee_potential_score_manager_questionnaire: closing(
        "manager",
        POTENTIAL,
        "How much could they grow?",
      ),
    }),
  };
}

/**
 * A question in the words of a version. `single_choice` comes in examples up to 2026-07-01; 2026-10-01 declares no such
 * value and has multiple choice of which one may be picked.
 */
export function worded(version: Version, record: Fields): Fields {
  if (version < "2026-10-01") return record;
  const inside = Object.entries(record).map(([name, value]): [string, unknown] => [
    name,
    wordedValue(version, value),
  ]);
  const isSingle = record.answer_type === "single_choice";
  return {
    ...Object.fromEntries(inside),
    ...(isSingle && { answer_type: "multiple_choice", max_choices: 1 }),
  };
}

function wordedValue(version: Version, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => wordedValue(version, entry));
  return isFields(value) ? worded(version, value) : value;
}

export const reviewQuestionnaires: Resource = resource({
  table: (company) => company.questionnaires,
  present: (row, { company, version }) =>
    worded(version, { ...row, ...closingQuestionnaires(company.reviewProcesses.get(row.id)) }),
  actions: {
    update_default_rating_scale: (call) => {
      const { body, company } = call;
      const questionnaire = named(company.questionnaires, body.text("performance_review_process_id"));
      const values = body.bodies("default_rating_scale").map((step) => step.number("value") ?? -1);
      if (values.length === 0) throw invalid("default_rating_scale", "can't be blank");
      if (values.some((value) => value < 0 || value > 10))
        throw invalid("default_rating_scale", "must have values from 0 to 10");
      return company.questionnaires.patch(questionnaire, {
        default_rating_scale: body.fields.default_rating_scale,
      });
    },
    update_questionnaire_for_strategy: (call) => {
      const { body, company } = call;
      const process = named(company.reviewProcesses, body.text("performance_review_process_id"));
      if (process.status !== "draft") throw invalid("status", `is ${String(process.status)}, must be draft`);
      const questionnaire = named(company.questionnaires, process.id);
      const strategy = body.text("strategy") ?? "";
      return company.questionnaires.patch(questionnaire, {
        [questionnaireField(strategy)]: {
          reviewer_strategy: strategy,
          content: body.fields.questionnaire_content,
        },
      });
    },
  },
});
