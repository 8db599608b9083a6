/** Who takes part in a review process, and who reviews whom. */

import type { Call } from "../call.js";
import type { Company } from "../company/company.js";
import type { Employee } from "../company/records.js";
import type { Row } from "../company/table.js";
import { invalid, notFound } from "../errors.js";

export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

export function strategyOf(process: Row): { readonly strategy: string; readonly chosen: readonly string[] } {
  const target = process.target_strategy;
  if (typeof target !== "object" || target === null) return { strategy: "", chosen: [] };
  const strategy = "strategy" in target && typeof target.strategy === "string" ? target.strategy : "";
  return { strategy, chosen: "arguments" in target ? listOf(target.arguments) : [] };
}

/** Who takes part, by the process's target strategy. */
export function participants(company: Company, process: Row): readonly Employee[] {
  const { strategy, chosen } = strategyOf(process);
  const active = company.employees.where((employee) => employee.active);
  switch (strategy) {
    case "all_employees":
      return active;
    case "by_locations":
      return active.filter((employee) => chosen.includes(employee.location_id));
    case "by_teams": {
      const members = new Set(
        company.teams.where((team) => chosen.includes(team.id)).flatMap((team) => listOf(team.employee_ids)),
      );
      return active.filter((employee) => members.has(employee.id));
    }
    default:
      return active.filter((employee) => chosen.includes(employee.access_id) || chosen.includes(employee.id));
  }
}

export function reviewersOf(company: Company, kind: string, employee: Employee): readonly Employee[] {
  const manager = company.employees.get(employee.manager_id ?? "");
  if (kind === "self") return [employee];
  if (kind === "manager") return manager?.active === true ? [manager] : [];
  if (kind === "direct_reports")
    return company.employees.where((other) => other.active && other.manager_id === employee.id);
  // Peers are chosen by hand.
  return [];
}

export function byAccess(company: Company, accessId: unknown): Employee | undefined {
  return company.employees.find((employee) => employee.access_id === accessId);
}

export function personWith(call: Call, accessId: string | undefined): Employee {
  const employee = byAccess(call.company, accessId);
  if (!employee) throw notFound("Employee not found");
  return employee;
}

/** Somebody who is to write reviews or to be reviewed. */
export function activePerson(call: Call, accessId: string | undefined, field: string): Employee {
  const employee = personWith(call, accessId);
  if (!employee.active) throw invalid(field, "must be an active employee");
  return employee;
}

/** Makes the evaluations of one participant: one for each kind of review that has somebody to write it. */
export function addParticipant(company: Company, process: Row, employee: Employee): Row {
  const target = company.reviewTargets.insert({
    id: `${process.id}-${employee.access_id}`,
    access_id: employee.access_id,
    performance_review_process_id: process.id,
    materialized_process_target_id: company.reviewTargets.nextId(),
  });
  for (const kind of listOf(process.reviewer_strategies)) {
    for (const reviewer of reviewersOf(company, kind, employee))
      addEvaluation(company, target, kind, reviewer.access_id);
  }
  return target;
}

export function addEvaluation(company: Company, target: Row, kind: string, reviewerAccessId: string): Row {
  const evaluation = company.evaluations.insert({
    performance_review_process_id: target.performance_review_process_id,
    target_access_id: target.access_id,
    reviewer_access_id: reviewerAccessId,
    evaluation_type: kind,
    published: false,
    status: "pending",
    review_process_target_id: target.id,
  });
  // The id of the answers is the evaluation's.
  company.evaluationAnswers.insert({
    id: evaluation.id,
    performance_review_evaluation_id: evaluation.id,
    answered_questionnaire_with_sections: { content: [] },
  });
  return evaluation;
}

export function removeEvaluation(company: Company, evaluation: Row): void {
  const { evaluationAnswers, evaluationScores } = company;
  const answers = evaluationAnswers.get(evaluation.id);
  if (answers) evaluationAnswers.remove(answers);
  for (const score of evaluationScores.where((each) => each.review_evaluation_id === evaluation.id))
    evaluationScores.remove(score);
  company.evaluations.remove(evaluation);
}

/** All that hangs on a participant; the participant itself stays. */
export function removePartsOf(company: Company, target: Row): void {
  const { agreements, evaluations } = company;
  for (const evaluation of evaluations.where((each) => each.review_process_target_id === target.id))
    removeEvaluation(company, evaluation);
  for (const agreement of agreements.where((each) => each.target_id === target.id))
    agreements.remove(agreement);
}
