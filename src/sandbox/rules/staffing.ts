/** Who works on a project, when, and for how much: workers, planned time, budgets, rates. */

import { seesEverything } from "../access.js";
import type { Call } from "../call.js";
import type { PlannedRecord, ProjectWorker } from "../company/records.js";
import { textOf, type Row } from "../company/table.js";
import { invalid } from "../errors.js";
import { byList, byText, onlyIf, shapesAnswer, type Filter } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkDays, checkMinutes, checkOrder, named } from "./checks.js";
import { labourCost, minutesOf, visibleProject } from "./projects.js";

function nameOf(call: Call, employeeId: string): string {
  return call.company.employees.get(employeeId)?.full_name ?? "";
}

/** Part of the name of the employee behind a worker. */
export function workerNamed<T extends Row>(workerId: (record: T) => string): Filter<T> {
  return byText((record, wanted, call) => {
    const worker = call.company.projectWorkers.get(workerId(record));
    return (
      worker !== undefined && nameOf(call, worker.employee_id).toLowerCase().includes(wanted.toLowerCase())
    );
  });
}

function workerOf(call: Call, projectId: string, employeeId: string): ProjectWorker | undefined {
  return call.company.projectWorkers.find(
    (worker) => worker.project_id === projectId && worker.employee_id === employeeId,
  );
}

/** A worker who left a project and comes back is the same worker. */
function assign(call: Call, projectId: string, employeeId: string): ProjectWorker {
  const { projectWorkers } = call.company;
  const worker = workerOf(call, projectId, employeeId);
  return worker
    ? projectWorkers.patch(worker, { assigned: true })
    : projectWorkers.insert({ project_id: projectId, employee_id: employeeId, assigned: true });
}

/** The listed employees become the project's workers, and all others stop being it. */
function replaceWorkers(call: Call): readonly ProjectWorker[] {
  const { body, company } = call;
  const projectIds = body.texts("project_ids") ?? [];
  const single = body.text("project_id");
  const employeeIds = body.texts("employee_ids") ?? [];
  const changed: ProjectWorker[] = [];
  for (const projectId of single === undefined ? projectIds : [single, ...projectIds]) {
    for (const worker of company.projectWorkers.where((candidate) => candidate.project_id === projectId)) {
      if (worker.assigned && !employeeIds.includes(worker.employee_id)) {
        changed.push(company.projectWorkers.patch(worker, { assigned: false }));
      }
    }
    for (const employeeId of employeeIds) changed.push(assign(call, projectId, employeeId));
  }
  return changed;
}

/** Workers with time on each subproject; the empty key stands for time outside of any. */
function workersBySubproject(call: Call): ReadonlyMap<string, ReadonlySet<string>> {
  return call.once("workers by subproject", () => {
    const workers = new Map<string, Set<string>>();
    for (const record of call.company.timeRecords.all()) {
      const key = record.subproject_id ?? "";
      const set = workers.get(key) ?? new Set();
      workers.set(key, set.add(record.project_worker_id));
    }
    return workers;
  });
}

const projectWorkers = resource<ProjectWorker>({
  table: (company) => company.projectWorkers,
  shows: (worker, call) => visibleProject(call.company, worker.project_id) !== undefined,
  present: (worker, call) => {
    const minutes = (...flags: readonly string[]): number =>
      minutesOf(call, flags, "project_worker_id", worker.id);
    const labour = labourCost(minutes("include_labor_cost", "include_cost"));
    const costs = seesEverything(call.viewer) ? labour : null;
    return {
      inputed_minutes: minutes("include_inputed_minutes"),
      labor_cost_cents: costs,
      company_labor_cost_cents: costs,
      spending_cost_cents: costs === null ? null : 0,
    };
  },
  filters: {
    "subproject_ids[]": byList((worker, subprojects, call) =>
      // no_subproject adds those without one to those with one of these.
      [...subprojects, ...(call.query.flag("no_subproject") === true ? [""] : [])].some(
        (id) => workersBySubproject(call).get(id)?.has(worker.id) ?? false,
      ),
    ),
    no_subproject: onlyIf(
      (worker, call) =>
        call.query.has("subproject_ids[]") || (workersBySubproject(call).get("")?.has(worker.id) ?? false),
    ),
    project_active: (call, name) => {
      const active = call.query.flag(name);
      if (active === undefined) return undefined;
      const status = active ? "active" : "closed";
      return (worker) => call.company.projects.get(worker.project_id)?.status === status;
    },
    employee_name: workerNamed((worker) => worker.id),
    include_inputed_minutes: shapesAnswer,
    include_cost: shapesAnswer,
    include_labor_cost: shapesAnswer,
  },
  create: (call) => {
    const [projectId, employeeId] = [call.body.text("project_id") ?? "", call.body.text("employee_id") ?? ""];
    if (workerOf(call, projectId, employeeId)?.assigned === true)
      throw invalid("employee_id", "has already been taken");
    return assign(call, projectId, employeeId);
  },
  actions: {
    bulk_create: (call) =>
      (call.body.texts("employee_ids") ?? []).map((id) =>
        assign(call, call.body.text("project_id") ?? "", id),
      ),
    bulk_assign: replaceWorkers,
    unassign: (call) => {
      const worker = named(call.company.projectWorkers, call.body.text("id"));
      return call.company.projectWorkers.patch(worker, { assigned: false });
    },
  },
});

const WORKING_WEEK = [1, 2, 3, 4, 5];

/** A part of one project can't be planned or budgeted as a part of another. */
function checkPart({ body, company }: Call, projectId: string | undefined): void {
  const subproject = company.subprojects.get(body.text("subproject_id") ?? "");
  if (subproject && subproject.project_id !== projectId)
    throw invalid("subproject", "does not belong to the project");
}

function checkPlan(call: Call, record?: PlannedRecord): void {
  checkDays(call, "start_date", "end_date");
  checkOrder(call, record, "start_date", "end_date");
  checkMinutes(call.body.number("daily_minutes") ?? 1, "daily_minutes");
  const outside = call.body.numbers("week_days")?.some((day) => day < 0 || day > 6);
  if (outside === true) throw invalid("week_days", "must be between 0 (Sunday) and 6");
}

const plannedRecords = resource<PlannedRecord>({
  table: (company) => company.plannedRecords,
  filters: {
    start_date: byText((record, day) => record.end_date >= day),
    end_date: byText((record, day) => record.start_date <= day),
  },
  check: checkPlan,
  actions: {
    bulk_create: (call) => {
      checkPlan(call);
      const { body, company } = call;
      return (body.texts("project_worker_ids") ?? []).map((workerId) => {
        checkPart(call, company.projectWorkers.get(workerId)?.project_id);
        return company.plannedRecords.insert({
          project_worker_id: workerId,
          subproject_id: body.text("subproject_id"),
          start_date: body.text("start_date") ?? "",
          end_date: body.text("end_date") ?? "",
          daily_minutes: body.number("daily_minutes") ?? 0,
          week_days: body.numbers("week_days") ?? WORKING_WEEK,
        });
      });
    },
  },
});

const AMOUNTS = ["planned_cents", "planned_minutes", "fee_amount_cents"];

/** The amounts that each type of budget has. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  project_fixed_cost: ["planned_cents", "fee_amount_cents"],
  total_budget: AMOUNTS,
  without_budget: [],
};

function checkAmounts({ body }: Call, strategy: Row | undefined): void {
  const type = body.text("budget_strategy_type") ?? textOf(strategy?.budget_type);
  for (const amount of AMOUNTS) {
    const value = body.number(amount);
    if (value === undefined) continue;
    if (value < 0) throw invalid(amount, "must be greater than or equal to 0");
    if (!FITTING[type]?.includes(amount)) throw invalid(amount, `is not for ${type}`);
  }
}

const budgetStrategies = resource({
  table: (company) => company.budgetStrategies,
  filters: { without_subproject: onlyIf((strategy) => strategy.subproject_id === undefined) },
  // The request calls it budget_strategy_type, the answer budget_type.
  fields: (call) => {
    const { budget_strategy_type: type, ...fields } = call.body.fields;
    if (typeof type !== "string") return fields;
    const unfit = AMOUNTS.filter((amount) => !FITTING[type]?.includes(amount));
    // What the new type has no use for goes.
    return {
      ...fields,
      ...Object.fromEntries(unfit.map((amount) => [amount, undefined])),
      budget_type: type,
    };
  },
  defaults: () => ({ delegated: false }),
  check: (call, strategy) => {
    checkAmounts(call, strategy);
    if (strategy) return;
    checkPart(call, call.body.text("project_id"));
    const [project, subproject] = [call.body.text("project_id"), call.body.text("subproject_id")];
    const taken = call.company.budgetStrategies.find(
      (other) => other.project_id === project && other.subproject_id === subproject,
    );
    if (taken)
      throw invalid(subproject === undefined ? "project_id" : "subproject_id", "has already been taken");
  },
});

const rates = resource({
  table: (company) => company.rates,
  filters: {
    only_active: onlyIf((rate, call) => {
      const { today } = call.company;
      return textOf(rate.starts_on) <= today && (rate.ends_on === undefined || textOf(rate.ends_on) >= today);
    }),
    without_project: onlyIf((rate) => rate.project_id === undefined),
    without_quote: onlyIf((rate) => rate.quote_id === undefined),
    role_or_level: byText((rate, wanted) =>
      textOf(rate.role_name).toLowerCase().includes(wanted.toLowerCase()),
    ),
    employee_name: byText((rate, wanted, call) => {
      const name = rate.resource_kind === "employee" ? nameOf(call, String(rate.resource_id)) : "";
      return name.toLowerCase().includes(wanted.toLowerCase());
    }),
    // Its values are documented nowhere.
    record_type: shapesAnswer,
  },
});

export const staffingResources: Resources = {
  "project_management/project_workers": projectWorkers,
  "project_management/planned_records": plannedRecords,
  "project_management/budget_strategies": budgetStrategies,
  "project_management/rates": rates,
};
