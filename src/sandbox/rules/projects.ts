/** Projects and their parts. */

import { seesEverything } from "../access.js";
import type { Call } from "../call.js";
import {
  PROJECT_STATUSES,
  type Project,
  type ProjectStatus,
  type ProjectWorker,
  type Subproject,
} from "../company/records.js";
import type { Company } from "../company/company.js";
import { groupBy } from "../company/table.js";
import { invalid } from "../errors.js";
import { byText, contains, onlyIf, shapesAnswer, byList } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkChoice, checkDays, checkFilled, checkOrder, named } from "./checks.js";

const ASSIGNMENTS = ["manual", "company"] as const;

export function visibleProject(company: Company, id: string): Project | undefined {
  const project = company.projects.get(id);
  return project?.deleted === true ? undefined : project;
}

/** Whether a figure that is costly to work out was asked for. A single read always has it. */
function asks(call: Call, flags: readonly string[]): boolean {
  return call.operation.kind !== "list" || flags.some((flag) => call.query.flag(flag) === true);
}

/**
 * Logged minutes of a project, worker or subproject; 0 unless one of the flags asks for them. They are summed once
 * per request for all records on the page.
 */
export function minutesOf(
  call: Call,
  flags: readonly string[],
  field: "project_id" | "project_worker_id" | "subproject_id",
  id: string,
): number {
  if (!asks(call, flags)) return 0;
  const sums = call.once(`minutes by ${field}`, () => {
    const minutes = new Map<string, number>();
    for (const record of call.company.timeRecords.all()) {
      const key = record[field];
      if (key !== undefined) minutes.set(key, (minutes.get(key) ?? 0) + record.imputed_minutes);
    }
    return minutes;
  });
  return sums.get(id) ?? 0;
}

/** What an hour of work costs the company, in cents; the same for everybody, as the demo needs no salaries. */
const HOURLY_COST_CENTS = 4200;

export function labourCost(minutes: number): number {
  return Math.round((minutes * HOURLY_COST_CENTS) / 60);
}

function checkProject(call: Call, project: Project | undefined): void {
  checkFilled(call, "name");
  checkDays(call, "start_date", "due_date");
  checkOrder(call, project, "start_date", "due_date");
  checkChoice(call, "status", PROJECT_STATUSES);
  checkChoice(call, "employees_assignment", ASSIGNMENTS);
  const code = call.body.text("code");
  if (code === undefined || code === "") return;
  const taken = call.company.projects.find(
    (other) => other.code === code && other.id !== project?.id && other.deleted !== true,
  );
  if (taken) throw invalid("code", "has already been taken");
}

/** A project of the whole company has everybody as a worker. */
function assignEverybody(company: Company, project: Project): void {
  const already = new Set(
    company.projectWorkers
      .where((worker) => worker.project_id === project.id)
      .map((worker) => worker.employee_id),
  );
  for (const employee of company.employees.all()) {
    if (!employee.active || already.has(employee.id)) continue;
    company.projectWorkers.insert({ project_id: project.id, employee_id: employee.id, assigned: true });
  }
}

function createProject(call: Call): Project {
  const { company, body } = call;
  // What only a create takes (budget, roles) goes to other places in the app, which no answer shows.
  const project = company.projects.insert({
    name: body.text("name") ?? "",
    code: body.text("code"),
    description: body.text("description"),
    status: statusOf(body.text("status")) ?? "active",
    employees_assignment: body.text("employees_assignment") === "company" ? "company" : "manual",
    start_date: body.text("start_date"),
    due_date: body.text("due_date"),
    client_id: body.text("client_id"),
    legal_entity_id: body.text("legal_entity_id") ?? company.legalEntities.all()[0]?.id ?? "",
    is_billable: body.flag("is_billable") ?? false,
    fixed_cost_cents: body.number("fixed_cost_cents") ?? 0,
  });
  if (project.employees_assignment === "company") assignEverybody(company, project);
  return project;
}

function statusOf(text: string | undefined): ProjectStatus | undefined {
  return PROJECT_STATUSES.find((status) => status === text);
}

function projectOf(call: Call): Project {
  return named({ get: (id: string) => visibleProject(call.company, id) }, call.body.text("id"));
}

const changeStatus =
  (status?: ProjectStatus) =>
  (call: Call): Project =>
    call.company.projects.patch(projectOf(call), {
      status: status ?? statusOf(call.body.text("status")) ?? "active",
    });

function presentProject(project: Project, call: Call): Record<string, unknown> {
  const inputed = minutesOf(call, ["include_inputed_minutes"], "project_id", project.id);
  // A caller without the permission gets the fields empty, not an error.
  if (!seesEverything(call.viewer)) {
    const none = {
      fixed_cost_cents: null,
      labor_cost_cents: null,
      spending_cost_cents: null,
      total_cost_cents: null,
    };
    return { inputed_minutes: inputed, ...none };
  }
  const withCosts = asks(call, ["include_costs"]);
  const labour = labourCost(minutesOf(call, ["include_costs"], "project_id", project.id));
  const spending = withCosts ? spendingOf(call, project.id) : 0;
  const fixed = withCosts && typeof project.fixed_cost_cents === "number" ? project.fixed_cost_cents : 0;
  return {
    inputed_minutes: inputed,
    fixed_cost_cents: fixed,
    labor_cost_cents: labour,
    spending_cost_cents: spending,
    total_cost_cents: fixed + labour + spending,
  };
}

function spendingOf(call: Call, projectId: string): number {
  const sums = call.once("spending by project", () => {
    const spending = new Map<string, number>();
    for (const expense of call.company.expenseRecords.all()) {
      const worker = call.company.projectWorkers.get(String(expense.project_worker_id));
      if (!worker) continue;
      spending.set(
        worker.project_id,
        (spending.get(worker.project_id) ?? 0) + Number(expense.original_amount_cents),
      );
    }
    return spending;
  });
  return sums.get(projectId) ?? 0;
}

const projects = resource<Project>({
  table: (company) => company.projects,
  shows: (project) => project.deleted !== true,
  present: presentProject,
  filters: {
    name_or_code: contains("name", "code"),
    include_inputed_minutes: shapesAnswer,
    include_costs: shapesAnswer,
    total_currency: shapesAnswer,
    no_clients: onlyIf((project) => project.client_id === undefined),
  },
  check: checkProject,
  create: createProject,
  actions: {
    close: changeStatus("closed"),
    activate: changeStatus("active"),
    change_status: changeStatus(),
    change_assignment: (call) => {
      checkChoice(call, "employees_assignment", ASSIGNMENTS);
      const everybody = call.body.text("employees_assignment") === "company";
      const project = call.company.projects.patch(projectOf(call), {
        employees_assignment: everybody ? "company" : "manual",
      });
      if (everybody) assignEverybody(call.company, project);
      return project;
    },
    soft_delete: (call) => call.company.projects.patch(projectOf(call), { deleted: true }),
  },
});

/** Projects as the picker for logging time wants them. */
const imputableProjects = resource<Project>({
  table: (company) => company.projects,
  shows: (project) => project.deleted !== true,
  present: () => ({ currency: "EUR" }),
  filters: {
    name_or_code: contains("name", "code"),
    only_active: onlyIf((project) => project.status === "active"),
    // With employee_ids[] it is their assignment that counts: somebody else's does not make a project theirs.
    assigned: onlyIf((project, call) => {
      const employees = call.query.list("employee_ids[]");
      return workersOf(call, project.id).some(
        (worker) => worker.assigned && (employees?.includes(worker.employee_id) ?? true),
      );
    }),
    "employee_ids[]": byList((project, employees, call) =>
      workersOf(call, project.id).some((worker) => employees.has(worker.employee_id)),
    ),
  },
});

function workersOf(call: Call, projectId: string): readonly ProjectWorker[] {
  const byProject = call.once("workers by project", () =>
    groupBy(call.company.projectWorkers.all(), "project_id"),
  );
  return byProject.get(projectId) ?? [];
}

function checkSubproject(call: Call, subproject: Subproject | undefined): void {
  checkFilled(call, "name");
  checkDays(call, "start_date", "due_date");
  checkOrder(call, subproject, "start_date", "due_date");
}

const subprojects = resource<Subproject>({
  table: (company) => company.subprojects,
  shows: (subproject, call) => visibleProject(call.company, subproject.project_id) !== undefined,
  present: (subproject, call) => {
    const isNone = subproject.id.startsWith(NO_SUBPROJECT);
    const minutes = (flag: string): number => minutesOf(call, [flag], "subproject_id", subproject.id);
    return {
      ...(isNone && { id: undefined }),
      inputed_minutes: minutes("include_inputed_minutes"),
      labor_cost_cents: seesEverything(call.viewer) ? labourCost(minutes("include_cost")) : null,
    };
  },
  // The row that stands for a project's time outside of any subproject: it has no id, which is why id isn't required.
  besides: (call) =>
    call.query.flag("include_no_subproject") !== true
      ? []
      : call.company.projects.all().map((project) => ({
          id: `${NO_SUBPROJECT}${project.id}`,
          name: "No subproject",
          project_id: project.id,
          status: project.status,
        })),
  filters: {
    include_no_subproject: shapesAnswer,
    include_inputed_minutes: shapesAnswer,
    include_cost: shapesAnswer,
    name: byText((subproject, wanted) => subproject.name.toLowerCase().includes(wanted.toLowerCase())),
  },
  check: checkSubproject,
  defaults: () => ({ status: "active", is_billable: false }),
  beforeDelete: (subproject, call) => {
    if (call.company.timeRecords.find((record) => record.subproject_id === subproject.id)) {
      throw invalid("base", "A subproject with time records can't be deleted");
    }
  },
  actions: {
    rename: (call) => {
      checkFilled(call, "name");
      const subproject = named(call.company.subprojects, call.body.text("id"));
      return call.company.subprojects.patch(subproject, { name: call.body.text("name") ?? subproject.name });
    },
  },
});

const NO_SUBPROJECT = "none-";

export const projectResources: Resources = {
  "project_management/projects": projects,
  "project_management/imputable_projects": imputableProjects,
  "project_management/subprojects": subprojects,
};
