/** What Brisa works on: projects, their parts, who is on them, what is planned and what it costs. */

import { COMPANY_ID } from "../company.js";
import type { Employee, Project, ProjectStatus, TaskStatus } from "../records.js";
import type { Ground } from "../ground.js";
import { person } from "./people.js";

/** Above 2^53, as ids of Factorial's newer clusters are: a client that makes a number of it loses digits. */
export const HUGE_PROJECT_ID = "18446744073709551617";

interface Sketch {
  readonly name: string;
  readonly code: string;
  readonly description: string;
  readonly status: ProjectStatus;
  readonly id?: string;
  readonly client?: string;
  readonly everybody?: boolean;
  readonly parts?: readonly string[];
  readonly people?: readonly string[];
}

const PROJECTS: readonly Sketch[] = [
  {
    name: "ACME",
    code: "ACM",
    description: "Web shop and its API",
    status: "active",
    client: "9101",
    parts: ["API", "Web", "Mobile"],
    people: ["Nora", "Lucía", "Marc", "Aiko"],
  },
  {
    name: "Brisa Platform",
    code: "BRP",
    description: "Our own product",
    status: "active",
    parts: ["Backend", "Infrastructure"],
    people: ["Nora", "Marc", "Pau", "Jonas", "Ivo"],
  },
  {
    name: "Helios Migration",
    code: "HEL",
    description: "Moving Helios out of its data centre",
    status: "active",
    client: "9102",
    parts: ["Discovery", "Cutover"],
    people: ["Nora", "Sofia", "Jonas", "Amina"],
  },
  {
    name: "Internal",
    code: "INT",
    description: "Meetings, hiring and the like",
    status: "active",
    everybody: true,
    parts: ["Meetings", "Hiring"],
  },
  {
    name: "Northwind Support",
    code: "NWS",
    description: "Second-line support",
    status: "active",
    client: "9103",
    people: ["Lucía", "Pau", "Mateo", "Guillermo"],
  },
  {
    name: "Quantum Landing Page",
    code: "QLP",
    description: "Offer sent, not yet signed",
    status: "draft",
    client: "9104",
    people: ["Aiko", "Nora"],
  },
  {
    name: "Fjord Audit",
    code: "FJA",
    description: "Accessibility audit, delivered in spring",
    status: "closed",
    client: "9105",
    people: ["Nora", "Amina"],
  },
  { name: "Legacy Sunset", code: "LEG", description: "Being closed", status: "processing", people: ["Marc"] },
  {
    id: HUGE_PROJECT_ID,
    name: "Umbra",
    code: "UMB",
    description: "Data pipeline for a new client",
    status: "active",
    client: "9106",
    parts: ["Pipeline"],
    people: ["Nora", "Mateo", "Aiko"],
  },
];

export function foundProjects(ground: Ground): void {
  const { company, daysAgo } = ground;
  const employees = company.employees.all();
  const entity = company.legalEntities.all()[0]?.id ?? "";
  for (const [index, sketch] of PROJECTS.entries()) {
    const project = company.projects.insert({
      ...(sketch.id !== undefined && { id: sketch.id }),
      name: sketch.name,
      code: sketch.code,
      description: sketch.description,
      status: sketch.status,
      employees_assignment: sketch.everybody ? "company" : "manual",
      client_id: sketch.client,
      legal_entity_id: entity,
      is_billable: sketch.client !== undefined,
      fixed_cost_cents: sketch.client === undefined ? 0 : 150_000,
      start_date: daysAgo(200 - index),
      due_date:
        sketch.client === undefined ? undefined : daysAgo(sketch.status === "closed" ? 70 : -90 - index),
    });
    for (const name of sketch.parts ?? []) {
      company.subprojects.insert({
        name,
        project_id: project.id,
        status: "active",
        is_billable: project.is_billable,
      });
    }
    const people = sketch.everybody
      ? employees.filter((employee) => employee.active)
      : (sketch.people ?? []).map((name) => person(employees, name));
    for (const employee of people) {
      company.projectWorkers.insert({ project_id: project.id, employee_id: employee.id, assigned: true });
    }
  }
  // She was on it once; her time stays, new time is refused.
  company.projectWorkers.insert({
    project_id: projectCalled(ground, "Northwind Support").id,
    employee_id: person(employees, "Nora").id,
    assigned: false,
  });
  foundPlans(ground);
  foundProjectTasks(ground, employees);
  foundMoney(ground);
}

export function projectCalled({ company }: Ground, name: string): Project {
  const project = company.projects.find((candidate) => candidate.name === name);
  if (!project) throw new Error(`No project is called ${name}`);
  return project;
}

export function workerId({ company }: Ground, project: Project, employee: Employee): string {
  const worker = company.projectWorkers.find(
    (candidate) => candidate.project_id === project.id && candidate.employee_id === employee.id,
  );
  if (!worker) throw new Error(`${employee.full_name} is not on ${project.name}`);
  return worker.id;
}

export function partId({ company }: Ground, project: Project, name: string): string | undefined {
  return company.subprojects.find((part) => part.project_id === project.id && part.name === name)?.id;
}

function foundPlans(ground: Ground): void {
  const { company, daysAgo } = ground;
  // With the days ago on which each begins and ends.
  const plans = [
    ["Nora", "ACME", "API", 240, [1, 2, 3, 4, 5], 7, -21],
    ["Nora", "Brisa Platform", "Backend", 120, [1, 3], 7, -21],
    ["Lucía", "ACME", "Web", 360, [1, 2, 3, 4, 5], 7, -21],
    ["Marc", "Brisa Platform", "Infrastructure", 300, [2, 4], 7, -21],
    ["Amina", "Helios Migration", "Cutover", 420, [1, 2, 3, 4], 7, -21],
    // Over, to come, and of no part of the project.
    ["Nora", "Helios Migration", "Discovery", 90, [1, 5], 60, 30],
    ["Aiko", "ACME", "Mobile", 255, [1, 2, 3, 4, 5], -22, -80],
    ["Mateo", "Umbra", undefined, 480, [1, 2, 3, 4, 5], 14, -14],
    ["Sofia", "Helios Migration", undefined, 45, [6], 3, -3],
  ] as const;
  for (const [first, name, part, minutes, days, start, end] of plans) {
    const project = projectCalled(ground, name);
    company.plannedRecords.insert({
      project_worker_id: workerId(ground, project, person(company.employees.all(), first)),
      subproject_id: part === undefined ? undefined : partId(ground, project, part),
      start_date: daysAgo(start),
      end_date: daysAgo(end),
      daily_minutes: minutes,
      week_days: days,
    });
  }
}

function foundProjectTasks(ground: Ground, employees: readonly Employee[]): void {
  const { company, daysAgo } = ground;
  const tasks: readonly (readonly [
    string,
    string,
    string | undefined,
    TaskStatus,
    number | undefined,
    string,
  ])[] = [
    ["ACME", "Rate limits on the public API", "API", "in_progress", -2, "Nora"],
    ["ACME", "Checkout forgets the voucher", "Web", "todo", 3, "Lucía"],
    ["ACME", "Push notifications", "Mobile", "todo", undefined, "Aiko"],
    ["ACME", "Write the API changelog", "API", "done", 12, "Nora"],
    ["Brisa Platform", "Upgrade the database", "Infrastructure", "in_progress", 0, "Marc"],
    ["Brisa Platform", "Audit log", "Backend", "todo", -14, "Pau"],
    ["Helios Migration", "Rehearse the cutover", "Cutover", "todo", -6, "Amina"],
    ["Helios Migration", "Inventory of servers", "Discovery", "done", 40, "Jonas"],
    ["Northwind Support", "Answer the escalation", undefined, "discarded", 5, "Mateo"],
  ];
  for (const [name, title, part, status, due, assignee] of tasks) {
    const project = projectCalled(ground, name);
    const owner = person(employees, assignee);
    const task = company.tasks.insert({
      name: title,
      company_id: COMPANY_ID,
      status,
      due_on: due === undefined ? undefined : daysAgo(due),
      assignee_ids: [owner.access_id],
      author_employee_id: person(employees, "Sofia").id,
      ...(status === "done" && {
        completed_at: `${daysAgo(due ?? 0)}T15:00:00.000Z`,
        completed_by_id: owner.id,
      }),
    });
    company.projectTasks.insert({
      project_id: project.id,
      subproject_id: part === undefined ? undefined : partId(ground, project, part),
      task_id: task.id,
      follow_up: status === "in_progress",
    });
  }
  const others = [
    ["Sign the new data policy", "policies", "Nora", "todo"],
    ["Approve the travel expenses", "finance", "Carmen", "todo"],
    ["Prepare the laptop for the newcomer", "software", "Guillermo", "in_progress"],
  ] as const;
  for (const [name, category, assignee, status] of others) {
    company.tasks.insert({
      name,
      category,
      company_id: COMPANY_ID,
      status,
      due_on: daysAgo(-4),
      assignee_ids: [person(employees, assignee).access_id],
      author_employee_id: person(employees, "Carmen").id,
    });
  }
}

function foundMoney(ground: Ground): void {
  const { company, daysAgo } = ground;
  const employees = company.employees.all();
  const budgets = [
    ["ACME", undefined, { budget_type: "total_budget", planned_cents: 6_000_000, planned_minutes: 72_000 }],
    ["ACME", "API", { budget_type: "total_budget", planned_cents: 2_500_000, planned_minutes: 30_000 }],
    ["Helios Migration", undefined, { budget_type: "project_fixed_cost", planned_cents: 4_200_000 }],
    ["Internal", undefined, { budget_type: "without_budget" }],
  ] as const;
  const more = [
    [
      "Umbra",
      undefined,
      {
        budget_type: "total_budget",
        planned_cents: 1_850_050,
        planned_minutes: 19_845,
        fee_amount_cents: 95_000,
      },
    ],
    ["Umbra", "Pipeline", { budget_type: "project_fixed_cost", planned_cents: 900_000 }],
    ["Northwind Support", undefined, { budget_type: "total_budget", planned_minutes: 14_430 }],
  ] as const;
  for (const [name, part, budget] of [...budgets, ...more]) {
    const project = projectCalled(ground, name);
    company.budgetStrategies.insert({
      ...budget,
      project_id: project.id,
      subproject_id: part === undefined ? undefined : partId(ground, project, part),
      delegated: false,
    });
  }
  const expenses = [
    ["Nora", "ACME", "API", 4_890, "Cloud test account", "Software", "approved", 20],
    ["Sofia", "Helios Migration", "Discovery", 23_150, "Train to Hamburg", "Travel", "paid", 33],
    ["Amina", "Helios Migration", "Cutover", 8_700, "Hotel", "Travel", "pending", 6],
    ["Mateo", "Umbra", "Pipeline", 1_999, "Books", "Training", "approved", 11],
    ["Lucía", "ACME", "Web", 12_345, "Stock photos", "Software", "paid", 41],
    ["Nora", "ACME", undefined, 6_420, "Lunch with the client", "Meals", "pending", 2],
    ["Aiko", "Umbra", "Pipeline", 45_000, "Data set", "Software", "rejected", 4],
  ] as const;
  for (const [index, [first, name, part, cents, concept, category, status, ago]] of expenses.entries()) {
    const project = projectCalled(ground, name);
    const employee = person(employees, first);
    company.expenseRecords.insert({
      project_worker_id: workerId(ground, project, employee),
      expense_id: String(33_001 + index),
      subproject_id: part === undefined ? undefined : partId(ground, project, part),
      original_amount_currency: "EUR",
      original_amount_cents: cents,
      legal_entity_amount_currency: "EUR",
      legal_entity_amount_cents: String(cents),
      effective_on: daysAgo(ago),
      exchange_rate: 1,
      status,
    });
    company.exportableExpenses.insert({
      date: daysAgo(ago),
      project_id: project.id,
      project_name: project.name,
      subproject_name: part,
      employee_name: employee.full_name,
      amount: (cents / 100).toFixed(2),
      currency: "EUR",
      expense_category: category,
      expense_subcategory: concept,
      expense_status: status,
    });
  }
  for (const first of ["Nora", "Lucía"]) {
    const [project, employee] = [projectCalled(ground, "ACME"), person(employees, first)];
    company.exportableProjects.insert({
      date: daysAgo(10),
      project_name: project.name,
      project_code: project.code,
      project_start_date: project.start_date,
      project_due_date: project.due_date,
      project_status: project.status,
      employee_name: employee.full_name,
      employee_id: employee.id,
      inputed_time: "7.5",
      client_id: project.client_id,
    });
  }
  const rate = { company_id: COMPANY_ID, currency: "EUR", unlinked: false, starts_on: daysAgo(180) };
  const acme = projectCalled(ground, "ACME");
  const margins = { markup_percentage_cents: 6_000, margin_percentage_cents: 3_750 };
  const nora = person(employees, "Nora");
  const rates = [
    {
      resource_kind: "employee",
      resource_id: nora.id,
      charging_cost_cents: 4_500,
      billing_rate_cents: 7_200,
    },
    {
      resource_kind: "project",
      resource_id: acme.id,
      project_id: acme.id,
      charging_cost_cents: 4_200,
      billing_rate_cents: 6_720,
    },
    {
      resource_kind: "project_worker",
      resource_id: workerId(ground, acme, nora),
      project_id: acme.id,
      charging_cost_cents: 4_500,
      billing_rate_cents: 8_000,
      ends_on: daysAgo(-180),
    },
    {
      resource_kind: "job_catalog_tree_node",
      resource_id: "5d1c1f0a-6c1e-4a1b-a7ad-3f8e1f9b2c10",
      role_name: "Senior developer",
      charging_cost_cents: 4_000,
      billing_rate_cents: 6_400,
    },
  ];
  for (const fields of rates) company.rates.insert({ ...rate, ...margins, ...fields });
}
