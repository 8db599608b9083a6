/** Performance: reviews that are over, one that runs, and some that are being prepared. */

import { addEvaluation, addParticipant, listOf } from "../../rules/review-people.js";
import { addProcessParts } from "../../rules/review-processes.js";
import { closingQuestionnaires, SCALE } from "../../rules/review-questionnaires.js";
import { COMPANY_ID, type Company } from "../company.js";
import type { Ground } from "../ground.js";
import type { Row } from "../table.js";
import { person } from "./people.js";
import { answered, answeredClosing, COMMENTED_QUESTION, questionnaires, scoreOf } from "./questions.js";

export function foundReviews(ground: Ground): void {
  const { company, daysAgo } = ground;
  const scale = company.scoreScales.insert({ scale: SCALE, is_default: true });
  company.scoreScales.insert({ scale: SCALE.slice(1, 4), is_default: false });
  company.companyScoreScales.insert({ id: COMPANY_ID, scale_id: scale.id, is_default: true });
  foundTemplates(ground);
  const [product, delivery] = company.teams.all().map((team) => team.id);
  const finished = process(ground, {
    name: "Spring review",
    status: "finished",
    days: [120, 90],
    reviewers: ["self", "manager"],
    team: product,
    plans: true,
    potential: true,
  });
  publish(company, finished, `${daysAgo(95)}T10:00:00.000Z`, () => true);
  const running = process(ground, {
    name: "Mid-year review",
    status: "active",
    days: [14, -21],
    reviewers: ["self", "manager", "peers"],
    plans: true,
  });
  // The self reviews of Nora's team are in.
  const nora = person(company.employees.all(), "Nora");
  const team = new Set(
    company.employees.where((each) => each.manager_id === nora.id).map((each) => each.access_id),
  );
  publish(
    company,
    running,
    `${daysAgo(3)}T10:00:00.000Z`,
    (evaluation) => evaluation.evaluation_type === "self" && team.has(String(evaluation.target_access_id)),
  );
  foundAgreements(ground, finished);
  process(ground, {
    name: "Year-end review",
    status: "draft",
    days: [undefined, -80],
    reviewers: ["self", "manager"],
  });
  process(ground, {
    name: "Delivery check-in",
    status: "scheduled",
    days: [-10, -40],
    reviewers: ["self"],
    team: delivery,
  });
  foundHalfDone(ground, running);
  const archived = process(ground, {
    name: "Autumn review",
    status: "finished",
    days: [400, 370],
    reviewers: ["self", "manager", "direct_reports"],
    team: delivery,
    archived: true,
  });
  publish(company, archived, `${daysAgo(372)}T10:00:00.000Z`, () => true);
  // Just begun: nearly everything still keeps it from starting.
  process(ground, {
    name: "New joiners",
    status: "draft",
    days: [undefined, undefined],
    reviewers: [],
    nobody: true,
  });
}

interface Sketch {
  readonly name: string;
  readonly status: "draft" | "scheduled" | "active" | "finished";
  /** How many days ago it starts and ends; negative for days to come. */
  readonly days: readonly [start: number | undefined, end: number | undefined];
  readonly reviewers: readonly string[];
  /** Only this team takes part; everybody if left out. */
  readonly team?: string | undefined;
  readonly nobody?: boolean;
  readonly archived?: boolean;
  /** With action plans. */
  readonly plans?: boolean;
  /** With the closing question about potential. */
  readonly potential?: boolean;
}

function process({ company, daysAgo }: Ground, sketch: Sketch): Row {
  const { name, status, reviewers, team } = sketch;
  const [start, end] = sketch.days;
  const everybody = { strategy: "all_employees", arguments: [] };
  const made = company.reviewProcesses.insert({
    company_id: COMPANY_ID,
    name,
    description: `${name} of Brisa Software`,
    status,
    ...(sketch.nobody !== true && {
      target_strategy: team === undefined ? everybody : { strategy: "by_teams", arguments: [team] },
    }),
    reviewer_strategies: reviewers,
    starts_at: start === undefined ? undefined : `${daysAgo(start)}T07:00:00.000Z`,
    ends_at: end === undefined ? undefined : `${daysAgo(end)}T22:00:00.000Z`,
    archived: sketch.archived === true,
    agreements_configuration: { enabled: sketch.plans === true, esignature_enabled: false },
    competencies_assessments_configuration: { enabled: false },
    employee_score_configuration: { enabled: status !== "draft" },
    employee_potential_score_configuration: { enabled: sketch.potential === true },
  });
  const owner = person(company.employees.all(), "Carmen");
  addProcessParts(company, made, owner.access_id, {
    questionnaires: questionnaires(reviewers),
    visibility: { restrict_answers_visibility_to_reportees: sketch.archived === true },
  });
  if (status === "active" || status === "finished") {
    const members = team === undefined ? undefined : listOf(company.teams.get(team)?.employee_ids);
    for (const employee of company.employees.all())
      if (members ? members.includes(employee.id) : employee.active) addParticipant(company, made, employee);
  }
  return made;
}

function publish(company: Company, process: Row, at: string, which: (evaluation: Row) => boolean): void {
  const closing = closingQuestionnaires(process);
  const ofProcess = company.evaluations.where((each) => each.performance_review_process_id === process.id);
  for (const [index, evaluation] of ofProcess.entries()) {
    if (!which(evaluation)) continue;
    const kind = String(evaluation.evaluation_type);
    const [score, potential] = [scoreOf(index), scoreOf(index + 2)];
    const scored = answeredClosing(closing[`employee_score_${kind}_questionnaire`], score, index);
    const ofPotential = answeredClosing(
      closing[`employee_potential_score_${kind}_questionnaire`],
      potential,
      index + 1,
    );
    company.evaluations.patch(evaluation, { published: true, status: "published", published_at: at });
    const answers = company.evaluationAnswers.get(evaluation.id);
    if (answers) {
      company.evaluationAnswers.patch(answers, {
        answered_questionnaire_with_sections: answered(kind, index),
        ...(scored && { answered_employee_score_questionnaire: scored }),
        ...(ofPotential && { answered_employee_potential_score_questionnaire: ofPotential }),
      });
    }
    // Peers and reports are not asked the closing question, and give no score.
    if (!scored) continue;
    company.evaluationScores.insert({
      review_process_id: process.id,
      review_evaluation_id: evaluation.id,
      target_access_id: evaluation.target_access_id,
      reviewer_strategy: kind,
      review_process_target_id: evaluation.review_process_target_id,
      score,
      scale_min: 1,
      scale_max: SCALE.length,
      normalized_score: percent(score),
      ...(ofPotential && { potential_score: potential, normalized_potential_score: percent(potential) }),
      published_at: at,
    });
  }
}

/** Where a step stands on the scale, from 0 to 100. */
function percent(value: number): number {
  return ((value - 1) / (SCALE.length - 1)) * 100;
}

/** Of the running review: some of what managers and peers have to say. */
function foundHalfDone({ company, daysAgo }: Ground, running: Row): void {
  const employees = company.employees.all();
  const target = (first: string): Row | undefined =>
    company.reviewTargets.get(`${running.id}-${person(employees, first).access_id}`);
  const peers = [
    ["Lucía", "Marc"],
    ["Lucía", "Aiko"],
    ["Marc", "Lucía"],
  ] as const;
  for (const [first, peer] of peers) {
    const participant = target(first);
    if (participant) addEvaluation(company, participant, "peers", person(employees, peer).access_id);
  }
  // Lucía's manager and one of her two peers are done; of Marc, his manager.
  const done = [
    ["Lucía", "Nora", "manager"],
    ["Lucía", "Marc", "peers"],
    ["Marc", "Nora", "manager"],
  ] as const;
  publish(company, running, `${daysAgo(2)}T16:30:00.000Z`, (evaluation) =>
    done.some(
      ([first, reviewer, kind]) =>
        evaluation.target_access_id === person(employees, first).access_id &&
        evaluation.reviewer_access_id === person(employees, reviewer).access_id &&
        evaluation.evaluation_type === kind,
    ),
  );
}

function foundTemplates({ company }: Ground): void {
  const author = person(company.employees.all(), "Carmen");
  for (const [name, strategies, description, anonymous] of [
    ["Half-yearly", ["self", "manager"], "Two questions, a quarter of an hour", true],
    ["With peers", ["self", "manager", "peers"], "Everybody names two peers", false],
  ] as const) {
    company.reviewTemplates.insert({
      author_id: author.access_id,
      company_id: COMPANY_ID,
      name,
      description: "Two questions, a quarter of an hour",
      template_description: description,
      target_strategy: { strategy: "all_employees", arguments: [] },
      reviewer_strategies: strategies,
      agreements_enabled: true,
      employee_potential_score_enabled: strategies.length > 2,
      competencies_assessments_enabled: false,
      visibility_settings: {
        restrict_answers_visibility_to_reportees: false,
        early_access_to_answers_for_managers: true,
        anonymous_peer_evaluation_for_target: anonymous,
      },
      // No answer shows them; what is made from the template has them.
      questionnaires: questionnaires(strategies),
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
    const manager = company.employees.get(employee?.manager_id ?? "");
    const isSigned = index === 0;
    const at = `${daysAgo(80)}T09:00:00Z`;
    const evaluation = (kind: string): string | undefined =>
      company.evaluations.find(
        (each) => each.review_process_target_id === target.id && each.evaluation_type === kind,
      )?.id;
    const comment = (author: unknown, text: string): Record<string, unknown> => ({
      question_uuid: COMMENTED_QUESTION,
      author_access_id: author,
      text,
      updated_at: at,
    });
    company.agreements.insert({
      id: `agreement-${target.id}`,
      process_id: process.id,
      target_id: target.id,
      reviewer_id: employee?.manager_id,
      ...(isSigned && {
        signer_id: manager?.access_id,
        manager_signed_at: at,
        target_signed_at: at,
        agreement_signed_at: at,
      }),
      last_modified_at: at,
      status: isSigned ? "signed" : "pending",
      locked: isSigned,
      conclusions: { text: "Lead the next release", last_updated_at: at },
      self_evaluation_id: evaluation("self"),
      manager_evaluation_id: evaluation("manager"),
      self_comments: [comment(target.access_id, "I'd like to do more of that.")],
      manager_comments: isSigned ? [comment(manager?.access_id, "Agreed, from next quarter on.")] : [],
    });
  }
}
