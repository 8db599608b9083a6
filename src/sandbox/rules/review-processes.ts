/** The life of a review process: draft, scheduled, active, finished. */

import type { Call } from "../call.js";
import { COMPANY_ID, type Company } from "../company/company.js";
import type { Employee } from "../company/records.js";
import { textOf, without, type Row } from "../company/table.js";
import { Refusal, invalid, notFound } from "../errors.js";
import { contains } from "../filters.js";
import { resource, type Resource } from "../resource.js";
import { named } from "./checks.js";

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

function strategyOf(process: Row): { readonly strategy: string; readonly chosen: readonly string[] } {
  const target = process.target_strategy;
  if (typeof target !== "object" || target === null) return { strategy: "", chosen: [] };
  const strategy = "strategy" in target && typeof target.strategy === "string" ? target.strategy : "";
  return { strategy, chosen: "arguments" in target ? listOf(target.arguments) : [] };
}

export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

export function processNamed(call: Call, field = "id"): Row {
  return named(call.company.reviewProcesses, call.body.text(field));
}

/** Makes the evaluations of one participant: one for each kind of review that has somebody to write it. */
export function addParticipant(company: Company, process: Row, employee: Employee): Row {
  const id = `${process.id}-${employee.access_id}`;
  const target = company.reviewTargets.insert({
    id,
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
  company.evaluationAnswers.insert({
    performance_review_evaluation_id: evaluation.id,
    answered_questionnaire_with_sections: { content: [] },
  });
  return evaluation;
}

function reviewersOf(company: Company, kind: string, employee: Employee): readonly Employee[] {
  const manager = company.employees.get(employee.manager_id ?? "");
  if (kind === "self") return [employee];
  if (kind === "manager") return manager ? [manager] : [];
  if (kind === "direct_reports") return company.employees.where((other) => other.manager_id === employee.id);
  // Peers are chosen by hand.
  return [];
}

/** What still blocks the start. */
function startErrors(company: Company, process: Row): readonly string[] {
  const blocks: Readonly<Record<string, boolean>> = {
    missing_deadline: process.ends_at === undefined,
    invalid_deadline: typeof process.ends_at === "string" && process.ends_at < company.now().toISOString(),
    missing_title: typeof process.name !== "string" || process.name.trim() === "",
    missing_target_strategy: strategyOf(process).strategy === "",
    missing_target_strategy_members:
      strategyOf(process).strategy !== "" && participants(company, process).length === 0,
    missing_reviewer_strategy: listOf(process.reviewer_strategies).length === 0,
  };
  const waits = process.status === "draft" || process.status === "scheduled";
  return waits ? Object.keys(blocks).filter((name) => blocks[name] === true) : [];
}

function start(call: Call, process: Row): Partial<Row> {
  const { company } = call;
  const errors = startErrors(company, process);
  if (errors.length > 0) throw new Refusal(422, { errors: { start_validation_errors: errors } });
  for (const employee of participants(company, process)) addParticipant(company, process, employee);
  return { status: "active", starts_at: company.now().toISOString() };
}

/** Whatever the body has of these fields. */
const store =
  (...fields: readonly string[]) =>
  (call: Call): Partial<Row> =>
    Object.fromEntries(
      fields.filter((field) => call.body.has(field)).map((field) => [field, call.body.fields[field]]),
    );

const enabled =
  (field: string) =>
  (call: Call, process: Row): Partial<Row> => {
    const before = process[field];
    return {
      [field]: { ...(typeof before === "object" ? before : {}), enabled: call.body.flag("enabled") ?? false },
    };
  };

interface Transition {
  /** Statuses in which it is allowed; any if left out. */
  readonly from?: readonly string[];
  readonly change: (call: Call, process: Row) => Partial<Row>;
}

/** Every action on a process: when it is allowed, and what it changes. */
const TRANSITIONS: Readonly<Record<string, Transition>> = {
  schedule: { from: ["draft"], change: (call) => ({ ...store("starts_at")(call), status: "scheduled" }) },
  update_schedule: { from: ["scheduled"], change: store("starts_at") },
  remove_schedule: { from: ["scheduled"], change: () => ({ status: "draft", starts_at: undefined }) },
  start: { from: ["draft", "scheduled"], change: start },
  stop: {
    from: ["active"],
    change: (call) => ({ status: "finished", ends_at: call.company.now().toISOString() }),
  },
  reopen: { from: ["finished"], change: (call) => ({ ...store("ends_at")(call), status: "active" }) },
  toggle_archive: { change: (_call, process) => ({ archived: process.archived !== true }) },
  remind_in_bulk: {
    from: ["active"],
    change: (call) => ({ last_bulk_reminder: call.company.now().toISOString() }),
  },
  update_basic_info: { change: store("name", "description") },
  update_deadline: { from: ["draft", "scheduled", "active"], change: store("ends_at") },
  update_reviewer_strategies: { from: ["draft"], change: store("reviewer_strategies") },
  update_target_strategy: {
    from: ["draft"],
    change: (call) => ({
      target_strategy: {
        strategy: call.body.text("target_strategy"),
        arguments: call.body.texts("arguments") ?? [],
      },
    }),
  },
  update_agreements_configuration: { change: enabled("agreements_configuration") },
  update_competencies_assessments_configuration: {
    change: enabled("competencies_assessments_configuration"),
  },
  update_employee_score_configuration: { change: enabled("employee_score_configuration") },
};

function actionOf({ from, change }: Transition): (call: Call) => Row {
  return (call) => {
    const process = processNamed(call);
    if (from && !from.includes(String(process.status))) {
      throw invalid("status", `is ${String(process.status)}, must be ${from.join(" or ")}`);
    }
    return call.company.reviewProcesses.patch(process, change(call, process));
  };
}

/** A new draft with what always comes with one: its owner, its questionnaires, its visibility. */
function newProcess(call: Call, fields: Readonly<Record<string, unknown>>): Row {
  const { company, body } = call;
  const author = body.text("author_access_id") ?? "";
  if (!company.employees.find((employee) => employee.access_id === author))
    throw notFound("Employee not found");
  const process = company.reviewProcesses.insert({
    agreements_configuration: { enabled: false, esignature_enabled: false },
    competencies_assessments_configuration: { enabled: false },
    ...fields,
    company_id: COMPANY_ID,
    status: "draft",
    archived: false,
  });
  addProcessParts(company, process, author);
  return process;
}

export function addProcessParts(company: Company, process: Row, ownerAccessId: string): void {
  company.reviewOwners.insert({ access_id: ownerAccessId, performance_review_process_id: process.id });
  company.questionnaires.insert({
    id: process.id,
    performance_review_process_id: process.id,
    default_rating_scale: SCALE,
  });
  company.visibilitySettings.insert({
    performance_review_process_id: process.id,
    restrict_answers_visibility_to_reportees: false,
    early_access_to_answers_for_managers: true,
    anonymous_peer_evaluation_for_target: true,
  });
}

export const SCALE = ["Far below", "Below", "As expected", "Above", "Far above"].map((text, index) => ({
  value: index + 1,
  text,
}));

function isEnabled(call: Call, field: string): { readonly enabled: boolean } {
  return { enabled: call.body.flag(field) ?? false };
}

export const reviewProcesses: Resource = resource({
  table: (company) => company.reviewProcesses,
  filters: { search: contains("name") },
  present: (process, call) => ({ start_validation_errors: startErrors(call.company, process) }),
  create: (call) => {
    const { target_strategy: strategy, arguments: chosen } = call.body.fields;
    return newProcess(call, {
      ...without(call.body.fields, "target_strategy", "arguments", "author_access_id"),
      ...(strategy != null && { target_strategy: { strategy, arguments: chosen ?? [] } }),
      agreements_configuration: { ...isEnabled(call, "agreements_enabled"), esignature_enabled: false },
      competencies_assessments_configuration: isEnabled(call, "competencies_assessments_enabled"),
    });
  },
  beforeDelete: (process, { company }) => {
    const ofProcess = (row: Row): boolean => row.performance_review_process_id === process.id;
    const tables = [
      company.reviewOwners,
      company.reviewTargets,
      company.evaluations,
      company.questionnaires,
      company.visibilitySettings,
    ];
    for (const table of tables) for (const row of table.where(ofProcess)) table.remove(row);
  },
  actions: {
    ...Object.fromEntries(
      Object.entries(TRANSITIONS).map(([name, transition]) => [name, actionOf(transition)]),
    ),
    duplicate: (call) => {
      const process = processNamed(call);
      const fields = without(process, "id", "created_at", "updated_at", "starts_at", "ends_at");
      return newProcess(call, { ...fields, name: `${textOf(process.name)} (copy)` });
    },
    create_from_template: (call) => {
      const { body, company } = call;
      const template = company.reviewTemplates.get(body.text("template_id") ?? "");
      // The predefined templates are listed nowhere; any id of one is taken to be a plain yearly review.
      if (!template && body.text("template_type") === "custom") throw notFound();
      return newProcess(call, {
        name: body.text("name") ?? template?.name ?? "Yearly review",
        description: template?.description,
        reviewer_strategies: template?.reviewer_strategies ?? ["self", "manager"],
        target_strategy: template?.target_strategy ?? { strategy: "all_employees", arguments: [] },
      });
    },
  },
});
