/** What still keeps a review process from starting: the nine complaints that the description knows. */

import type { Company } from "../company/company.js";
import { textOf, type Row } from "../company/table.js";
import { listOf, participants, reviewersOf, strategyOf } from "./review-people.js";
import { hasQuestions, questionnairesOf, weightsAddUp } from "./review-questionnaires.js";

type Complaint = (company: Company, process: Row) => boolean;

/** In the order in which the description lists them. */
const COMPLAINTS: Readonly<Record<string, Complaint>> = {
  missing_deadline: (_company, process) => textOf(process.ends_at) === "",
  invalid_deadline: (company, process) => {
    const [start, end] = [textOf(process.starts_at), textOf(process.ends_at)];
    return end !== "" && (end <= company.now().toISOString() || end <= start);
  },
  missing_title: (_company, process) => textOf(process.name).trim() === "",
  missing_target_strategy: (_company, process) => strategyOf(process).strategy === "",
  missing_target_strategy_members: (company, process) =>
    strategyOf(process).strategy !== "" && participants(company, process).length === 0,
  missing_reviewer_strategy: (_company, process) => listOf(process.reviewer_strategies).length === 0,
  missing_questions: (company, process) => !questionnairesOf(company, process).every(hasQuestions),
  missing_potential_reviewers: (company, process) => {
    const people = participants(company, process);
    // Without anybody to review the complaint is another one; peers are chosen once the process runs.
    if (people.length === 0) return false;
    return listOf(process.reviewer_strategies).some(
      (kind) =>
        kind !== "peers" && people.every((employee) => reviewersOf(company, kind, employee).length === 0),
    );
  },
  invalid_section_weights_sum: (company, process) => !questionnairesOf(company, process).every(weightsAddUp),
};

export function startErrors(company: Company, process: Row): readonly string[] {
  if (process.status !== "draft" && process.status !== "scheduled") return [];
  return Object.entries(COMPLAINTS)
    .filter(([, applies]) => applies(company, process))
    .map(([name]) => name);
}
