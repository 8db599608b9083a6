/** Performance: a review that runs, one that is being prepared, one that is over. */

import { addParticipant, addProcessParts, SCALE } from "../../rules/review-processes.js";
import { COMPANY_ID, type Company } from "../company.js";
import type { Ground } from "../ground.js";
import type { Row } from "../table.js";
import { person } from "./people.js";

export function foundReviews(ground: Ground): void {
  const { company } = ground;
  const scale = company.scoreScales.insert({ scale: SCALE, is_default: true });
  company.scoreScales.insert({ scale: SCALE.slice(1, 4), is_default: false });
  company.companyScoreScales.insert({ id: COMPANY_ID, scale_id: scale.id, is_default: true });
  foundTemplates(ground);
  const finished = process(ground, "Spring review", "finished", [120, 90], ["self", "manager"], "by_teams", [
    company.teams.all()[0]?.id ?? "",
  ]);
  publish(company, finished, `${ground.daysAgo(95)}T10:00:00.000Z`, () => true);
  const running = process(
    ground,
    "Mid-year review",
    "active",
    [14, -21],
    ["self", "manager", "peers"],
    "all_employees",
  );
  // The self reviews of Nora's team are in, the rest is still to be written.
  const nora = person(company.employees.all(), "Nora");
  const team = new Set(
    company.employees.where((each) => each.manager_id === nora.id).map((each) => each.access_id),
  );
  publish(
    company,
    running,
    `${ground.daysAgo(3)}T10:00:00.000Z`,
    (evaluation) => evaluation.evaluation_type === "self" && team.has(String(evaluation.target_access_id)),
  );
  foundAgreements(ground, finished);
  process(ground, "Year-end review", "draft", [undefined, -80], ["self", "manager"], "all_employees");
  process(ground, "Delivery check-in", "scheduled", [-10, -40], ["self"], "by_teams", [
    company.teams.all()[1]?.id ?? "",
  ]);
}

function process(
  { company, daysAgo }: Ground,
  name: string,
  status: string,
  [start, end]: readonly [start: number | undefined, end: number],
  reviewerStrategies: readonly string[],
  strategy: string,
  chosen: readonly string[] = [],
): Row {
  const owner = person(company.employees.all(), "Carmen");
  const made = company.reviewProcesses.insert({
    company_id: COMPANY_ID,
    name,
    description: `${name} of Brisa Software`,
    status,
    target_strategy: { strategy, arguments: chosen },
    reviewer_strategies: reviewerStrategies,
    starts_at: start === undefined ? undefined : `${daysAgo(start)}T07:00:00.000Z`,
    ends_at: `${daysAgo(end)}T22:00:00.000Z`,
    archived: false,
    agreements_configuration: { enabled: status === "finished", esignature_enabled: false },
    competencies_assessments_configuration: { enabled: false },
  });
  addProcessParts(company, made, owner.access_id);
  company.questionnaires.patch(
    company.questionnaires.get(made.id) ?? made,
    questionnairesOf(reviewerStrategies),
  );
  if (status === "active" || status === "finished") {
    const members = strategy === "by_teams" ? company.teams.get(chosen[0] ?? "")?.employee_ids : undefined;
    for (const employee of company.employees.all()) {
      const takesPart = Array.isArray(members) ? members.includes(employee.id) : employee.active;
      if (takesPart) addParticipant(company, made, employee);
    }
  }
  return made;
}

const QUESTION = {
  uuid: "22222222-2222-4222-8222-222222222201",
  mandatory: true,
  with_comment: false,
  title: "What went well?",
  answer_type: "text",
} as const;

const RATING = {
  uuid: "22222222-2222-4222-8222-222222222202",
  mandatory: true,
  with_comment: true,
  title: "How did the goals go?",
  answer_type: "rating",
  scale: SCALE,
} as const;

function questionnairesOf(strategies: readonly string[]): Record<string, unknown> {
  const content = [
    {
      uuid: "11111111-1111-4111-8111-111111111101",
      type: "section",
      section_title: "Looking back",
      questions: [QUESTION, RATING],
    },
  ];
  const field = (strategy: string): string =>
    strategy === "direct_reports" ? "direct_report_questionnaire" : `${strategy}_questionnaire`;
  return Object.fromEntries(
    strategies.map((strategy) => [field(strategy), { reviewer_strategy: strategy, content }]),
  );
}

function publish(company: Company, process: Row, at: string, which: (evaluation: Row) => boolean): void {
  const ofProcess = company.evaluations.where((each) => each.performance_review_process_id === process.id);
  for (const [index, evaluation] of ofProcess.entries()) {
    if (!which(evaluation)) continue;
    company.evaluations.patch(evaluation, { published: true, status: "published", published_at: at });
    const value = 3 + (index % 3);
    const answers = company.evaluationAnswers.find(
      (each) => each.performance_review_evaluation_id === evaluation.id,
    );
    if (answers) {
      company.evaluationAnswers.patch(answers, { answered_questionnaire_with_sections: answered(value) });
    }
    company.evaluationScores.insert({
      review_process_id: process.id,
      review_evaluation_id: evaluation.id,
      target_access_id: evaluation.target_access_id,
      reviewer_strategy: evaluation.evaluation_type,
      review_process_target_id: evaluation.review_process_target_id,
      score: value,
      scale_min: 1,
      scale_max: 5,
      normalized_score: (value - 1) / 4,
      published_at: at,
    });
  }
}

function answered(value: number): unknown {
  return {
    content: [
      {
        uuid: "11111111-1111-4111-8111-111111111101",
        type: "answered_section",
        section_title: "Looking back",
        questions: [
          {
            question: QUESTION,
            answer: { uuid: QUESTION.uuid, answer_text: "The release went out on time." },
          },
          { question: RATING, answer: { uuid: RATING.uuid, answer_rating: { value, comment: "Steady" } } },
        ],
      },
    ],
  };
}

function foundTemplates({ company }: Ground): void {
  const author = person(company.employees.all(), "Carmen");
  for (const [name, strategies] of [
    ["Half-yearly", ["self", "manager"]],
    ["With peers", ["self", "manager", "peers"]],
  ] as const) {
    company.reviewTemplates.insert({
      author_id: author.access_id,
      company_id: COMPANY_ID,
      name,
      description: "Two questions, a quarter of an hour",
      target_strategy: { strategy: "all_employees", arguments: [] },
      reviewer_strategies: strategies,
      agreements_enabled: true,
      employee_potential_score_enabled: false,
      competencies_assessments_enabled: false,
      visibility_settings: {
        restrict_answers_visibility_to_reportees: false,
        early_access_to_answers_for_managers: true,
        anonymous_peer_evaluation_for_target: true,
      },
    });
  }
}

/** Action plans that came out of the finished review: one signed, one not yet. */
function foundAgreements({ company, daysAgo }: Ground, process: Row): void {
  const targets = company.reviewTargets.where(
    (target) => target.performance_review_process_id === process.id,
  );
  for (const [index, target] of targets.slice(0, 2).entries()) {
    const employee = company.employees.find((each) => each.access_id === target.access_id);
    const isSigned = index === 0;
    const at = `${daysAgo(80)}T09:00:00Z`;
    const evaluation = (kind: string): string | undefined =>
      company.evaluations.find(
        (each) => each.review_process_target_id === target.id && each.evaluation_type === kind,
      )?.id;
    company.agreements.insert({
      id: `agreement-${target.id}`,
      process_id: process.id,
      target_id: target.id,
      reviewer_id: employee?.manager_id,
      ...(isSigned && { manager_signed_at: at, target_signed_at: at, agreement_signed_at: at }),
      last_modified_at: at,
      status: isSigned ? "signed" : "pending",
      locked: isSigned,
      conclusions: { text: "Lead the next release", last_updated_at: at },
      self_evaluation_id: evaluation("self"),
      manager_evaluation_id: evaluation("manager"),
      self_comments: [],
      manager_comments: [],
    });
  }
}
