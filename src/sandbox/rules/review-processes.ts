/** The life of a review process: draft, scheduled, active, finished. */

import type { Call } from "../call.js";
import { COMPANY_ID, type Company } from "../company/company.js";
import { textOf, without, type Row } from "../company/table.js";
import { invalid, Refusal } from "../errors.js";
import { contains } from "../filters.js";
import { resource, type Resource } from "../resource.js";
import { futureMoment, momentIn, named } from "./checks.js";
import {
  addParticipant,
  listOf,
  participants,
  personWith,
  removePartsOf,
  strategyOf,
} from "./review-people.js";
import { addFirstQuestions, SCALE } from "./review-questionnaires.js";
import { startErrors } from "./review-start.js";

export function processNamed(call: Call, field = "id"): Row {
  return named(call.company.reviewProcesses, call.body.text(field));
}

/** The process, in one of these statuses. */
export function checkStatus(process: Row, ...allowed: readonly string[]): void {
  if (!allowed.includes(String(process.status)))
    throw invalid("status", `is ${String(process.status)}, must be ${allowed.join(" or ")}`);
}

/** The process whose participants and reviews change, which only happens while it runs. */
export function runningProcess(call: Call, id: unknown): Row {
  const process = named(call.company.reviewProcesses, String(id));
  if (process.status !== "active") throw invalid("base", "The process is not active");
  return process;
}

function start({ company }: Call, process: Row): Partial<Row> {
  const errors = startErrors(company, process);
  if (errors.length > 0) throw new Refusal(422, { errors: { start_validation_errors: errors } });
  for (const employee of participants(company, process)) addParticipant(company, process, employee);
  return { status: "active", starts_at: company.now().toISOString() };
}

function rename({ body }: Call, process: Row): Partial<Row> {
  const isDue = process.status === "active" || process.status === "finished";
  // A draft may do without a name until it starts.
  if (isDue && body.has("name") && (body.text("name") ?? "").trim() === "")
    throw invalid("name", "can't be blank");
  const sent = ["name", "description"].filter((field) => body.has(field));
  return Object.fromEntries(sent.map((field) => [field, body.text(field)]));
}

function changeDeadline(call: Call, process: Row): Partial<Row> {
  const end = futureMoment(call, "ends_at");
  if (end <= textOf(process.starts_at)) throw invalid("ends_at", "must be after the start");
  return { ends_at: end };
}

function remind({ body, company }: Call, process: Row): Partial<Row> {
  const kinds = listOf(process.reviewer_strategies);
  const stray = body.texts("evaluation_types")?.find((kind) => !kinds.includes(kind));
  if (stray !== undefined)
    throw invalid("evaluation_types", `${stray} is no reviewer strategy of the process`);
  return { last_bulk_reminder: company.now().toISOString() };
}

/** What isn't sent stays; another strategy begins without anybody picked. */
function changeTargets({ body }: Call, process: Row): Partial<Row> {
  const before = strategyOf(process);
  const strategy = body.has("target_strategy") ? (body.text("target_strategy") ?? "") : before.strategy;
  const chosen = body.texts("arguments") ?? (strategy === before.strategy ? before.chosen : []);
  return { target_strategy: strategy === "" ? undefined : { strategy, arguments: chosen } };
}

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
  schedule: {
    from: ["draft"],
    change: (call) => ({ starts_at: futureMoment(call, "starts_at"), status: "scheduled" }),
  },
  update_schedule: {
    from: ["scheduled"],
    change: (call) => ({ starts_at: futureMoment(call, "starts_at") }),
  },
  remove_schedule: { from: ["scheduled"], change: () => ({ status: "draft", starts_at: undefined }) },
  start: { from: ["draft", "scheduled"], change: start },
  stop: {
    from: ["active"],
    change: (call) => ({ status: "finished", ends_at: call.company.now().toISOString() }),
  },
  reopen: {
    from: ["finished"],
    change: (call) => ({ ends_at: futureMoment(call, "ends_at"), status: "active" }),
  },
  toggle_archive: { change: (_call, process) => ({ archived: process.archived !== true }) },
  remind_in_bulk: { from: ["active"], change: remind },
  update_basic_info: { change: rename },
  update_deadline: { from: ["draft", "scheduled", "active"], change: changeDeadline },
  update_reviewer_strategies: {
    from: ["draft"],
    change: (call) => ({ reviewer_strategies: [...new Set(call.body.texts("reviewer_strategies"))] }),
  },
  update_target_strategy: { from: ["draft"], change: changeTargets },
  update_agreements_configuration: { change: enabled("agreements_configuration") },
  update_competencies_assessments_configuration: {
    change: enabled("competencies_assessments_configuration"),
  },
  // No answer shows it, yet it decides on the closing questions.
  update_employee_score_configuration: { change: enabled("employee_score_configuration") },
};

function actionOf({ from, change }: Transition): (call: Call) => Row {
  return (call) => {
    const process = processNamed(call);
    if (from) checkStatus(process, ...from);
    const changed = call.company.reviewProcesses.patch(process, change(call, process));
    addFirstQuestions(call.company, changed);
    return changed;
  };
}

/** What always comes with a process, where it differs from what every new one has. */
interface Parts {
  readonly questionnaires?: Readonly<Record<string, unknown>> | undefined;
  readonly visibility?: Readonly<Record<string, unknown>> | undefined;
}

/** A new draft with its owner, its questionnaires and its visibility. */
function newProcess(call: Call, fields: Readonly<Record<string, unknown>>, parts: Parts = {}): Row {
  const { company, body } = call;
  const author = personWith(call, body.text("author_access_id"));
  const process = company.reviewProcesses.insert({
    agreements_configuration: { enabled: false, esignature_enabled: false },
    competencies_assessments_configuration: { enabled: false },
    ...fields,
    company_id: COMPANY_ID,
    status: "draft",
    archived: false,
  });
  addProcessParts(company, process, author.access_id, parts);
  return process;
}

const STAMPS = ["id", "created_at", "updated_at"];

export function addProcessParts(
  company: Company,
  process: Row,
  ownerAccessId: string,
  parts: Parts = {},
): void {
  company.reviewOwners.insert({ access_id: ownerAccessId, performance_review_process_id: process.id });
  const ofProcess = { id: process.id, performance_review_process_id: process.id };
  company.questionnaires.insert({
    default_rating_scale: SCALE,
    ...without(parts.questionnaires ?? {}, ...STAMPS),
    ...ofProcess,
  });
  addFirstQuestions(company, process);
  company.visibilitySettings.insert({
    restrict_answers_visibility_to_reportees: false,
    early_access_to_answers_for_managers: true,
    anonymous_peer_evaluation_for_target: true,
    ...without(parts.visibility ?? {}, ...STAMPS),
    ...ofProcess,
  });
}

function create(call: Call): Row {
  const { body } = call;
  const strategy = body.text("target_strategy");
  const isOn = (field: string): { enabled: boolean } => ({ enabled: body.flag(field) ?? false });
  return newProcess(call, {
    name: body.text("name"),
    description: body.text("description"),
    reviewer_strategies: [...new Set(body.texts("reviewer_strategies"))],
    ...(strategy !== undefined && {
      target_strategy: { strategy, arguments: body.texts("arguments") ?? [] },
    }),
    // A deadline that is over is taken, and complained of when the process is to start.
    ends_at: momentIn(call, "ends_at"),
    cycle_id: body.text("cycle_id"),
    agreements_configuration: { ...isOn("agreements_enabled"), esignature_enabled: false },
    competencies_assessments_configuration: isOn("competencies_assessments_enabled"),
    employee_score_configuration: isOn("employee_score_enabled"),
    employee_potential_score_configuration: isOn("employee_potential_score_enabled"),
  });
}

/** The copy has no dates and has reminded nobody. */
const NOT_COPIED = [...STAMPS, "starts_at", "ends_at", "last_bulk_reminder"];

function duplicate(call: Call): Row {
  const { company } = call;
  const process = processNamed(call);
  return newProcess(
    call,
    { ...without(process, ...NOT_COPIED), name: `${textOf(process.name)} (copy)` },
    {
      questionnaires: company.questionnaires.get(process.id),
      visibility: company.visibilitySettings.get(process.id),
    },
  );
}

function createFromTemplate(call: Call): Row {
  const { body, company } = call;
  const name = body.text("name");
  // The predefined templates are listed nowhere; any id of one is taken to be a plain yearly review.
  if (body.text("template_type") === "predefined") {
    return newProcess(call, {
      name: name ?? "Yearly review",
      reviewer_strategies: ["self", "manager"],
      target_strategy: { strategy: "all_employees", arguments: [] },
    });
  }
  const template = named(company.reviewTemplates, body.text("template_id"));
  const isOn = (field: string): { enabled: boolean } => ({ enabled: template[field] === true });
  return newProcess(
    call,
    {
      name: name ?? template.name,
      description: template.description,
      reviewer_strategies: template.reviewer_strategies,
      target_strategy: template.target_strategy,
      agreements_configuration: { ...isOn("agreements_enabled"), esignature_enabled: false },
      competencies_assessments_configuration: isOn("competencies_assessments_enabled"),
      employee_potential_score_configuration: isOn("employee_potential_score_enabled"),
    },
    { questionnaires: fieldsOf(template.questionnaires), visibility: fieldsOf(template.visibility_settings) },
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function removeAll(process: Row, { company }: Call): void {
  const ofProcess = (row: Row): boolean => row.performance_review_process_id === process.id;
  for (const target of company.reviewTargets.where(ofProcess)) {
    removePartsOf(company, target);
    company.reviewTargets.remove(target);
  }
  for (const table of [company.reviewOwners, company.questionnaires, company.visibilitySettings])
    for (const row of table.where(ofProcess)) table.remove(row);
}

export const reviewProcesses: Resource = resource({
  table: (company) => company.reviewProcesses,
  filters: { search: contains("name") },
  present: (process, call) => ({ start_validation_errors: startErrors(call.company, process) }),
  create,
  beforeDelete: removeAll,
  actions: {
    ...Object.fromEntries(
      Object.entries(TRANSITIONS).map(([name, transition]) => [name, actionOf(transition)]),
    ),
    duplicate,
    create_from_template: createFromTemplate,
  },
});
