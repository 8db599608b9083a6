import type { Samples } from "./sample";
import { only, type World } from "./world";

type Staffing = Pick<
  Samples,
  "projectWorkers" | "plannedRecords" | "budgetStrategies" | "rates" | "expenseRecords" | "exportableExpenses"
>;

export function staffingSamples(world: World): Staffing {
  const { company, employee, idText, part, project, worker } = world;
  const [acme, umbra, quantum] = [project("ACME"), project("Umbra"), project("Quantum Landing Page")];
  const [nora, marc, pau] = [employee("Nora"), employee("Marc"), employee("Pau")];
  const [noraOnUmbra, noraOnAcme] = [worker("Umbra", "Nora"), worker("ACME", "Nora")];
  const workersOf = (projectId: string) =>
    company.projectWorkers.where((row) => row.project_id === projectId && row.assigned);
  const plan = only(
    "plan",
    company.plannedRecords.find(({ project_worker_id }) => project_worker_id === noraOnAcme.id),
  );
  const budgetOf = (projectId: string, subprojectId?: string) =>
    company.budgetStrategies.find(
      (row) => row.project_id === projectId && row.subproject_id === subprojectId,
    );
  const budget = only("budget of Umbra", budgetOf(umbra.id));
  const rate = only(
    "rate of Nora",
    company.rates.find(({ resource_id }) => resource_id === nora.id),
  );
  const expenses = company.expenseRecords.where((row) => row.project_worker_id === noraOnAcme.id);
  const [expense = { id: "" }] = expenses;
  const exported = company.exportableExpenses.where((row) => row.project_id === umbra.id);
  const [firstExported = { id: "" }] = exported;
  return {
    projectWorkers: {
      list: {
        input: { project_ids: [umbra.id], employee_ids: [nora.id], assigned: true },
        answer: [{ id: noraOnUmbra.id, project_id: umbra.id, employee_id: nora.id }],
      },
      get: {
        input: { id: noraOnUmbra.id },
        answer: [{ id: noraOnUmbra.id, project_id: umbra.id, employee_id: nora.id, assigned: true }],
      },
      create: {
        input: { project_id: umbra.id, employee_id: marc.id },
        answer: [{ project_id: umbra.id, employee_id: marc.id, assigned: true }],
        sees: () =>
          company.projectWorkers.find((row) => row.project_id === umbra.id && row.employee_id === marc.id),
        becomes: { assigned: true },
        text: `{"project_id":${idText(umbra.id)},"employee_id":${idText(marc.id)}}`,
      },
      bulkCreate: {
        input: { project_id: umbra.id, employee_ids: [marc.id, pau.id] },
        answer: [
          { project_id: umbra.id, employee_id: marc.id },
          { project_id: umbra.id, employee_id: pau.id },
        ],
        sees: () => workersOf(umbra.id).length,
        becomes: workersOf(umbra.id).length + 2,
        text: `{"project_id":${idText(umbra.id)},"employee_ids":[${idText(marc.id)},${idText(pau.id)}]}`,
      },
      bulkAssign: {
        // Of the draft's two, Nora stays and Aiko goes; Pau comes.
        input: { project_ids: [quantum.id], employee_ids: [nora.id, pau.id] },
        answer: [
          { employee_id: employee("Aiko").id, assigned: false },
          { employee_id: nora.id, assigned: true },
          { employee_id: pau.id, assigned: true },
        ],
        sees: () => workersOf(quantum.id).map((row) => row.employee_id),
        becomes: [nora.id, pau.id],
      },
      unassign: {
        input: { id: noraOnUmbra.id },
        answer: [{ id: noraOnUmbra.id, assigned: false }],
        sees: () => noraOnUmbra.assigned,
        becomes: false,
      },
      update: {
        input: { id: noraOnUmbra.id, assigned: false },
        answer: [{ id: noraOnUmbra.id, assigned: false }],
        sees: () => noraOnUmbra.assigned,
        becomes: false,
      },
      delete: {
        input: { id: noraOnUmbra.id },
        answer: [{ id: noraOnUmbra.id }],
        sees: () => company.projectWorkers.get(noraOnUmbra.id),
        becomes: undefined,
      },
    },
    plannedRecords: {
      list: {
        input: { project_worker_ids: [noraOnAcme.id], start_date: "2026-11-01", end_date: "2026-11-30" },
        answer: [{ id: plan.id, project_worker_id: noraOnAcme.id, daily_minutes: 240 }],
      },
      get: {
        input: { id: plan.id },
        answer: [{ id: plan.id, daily_minutes: 240, week_days: [1, 2, 3, 4, 5] }],
      },
      update: {
        input: {
          id: plan.id,
          start_date: "2026-12-01",
          end_date: "2026-12-23",
          daily_minutes: 180,
          week_days: [1, 2],
        },
        answer: [{ id: plan.id, daily_minutes: 180, week_days: [1, 2] }],
        sees: () => plan,
        becomes: { start_date: "2026-12-01", end_date: "2026-12-23", daily_minutes: 180, week_days: [1, 2] },
      },
      delete: {
        input: { id: plan.id },
        answer: [{ id: plan.id }],
        sees: () => company.plannedRecords.get(plan.id),
        becomes: undefined,
      },
      bulkCreate: {
        input: {
          project_worker_ids: [noraOnUmbra.id, worker("Umbra", "Aiko").id],
          start_date: "2027-01-04",
          end_date: "2027-01-29",
          daily_minutes: 90,
          subproject_id: part("Pipeline").id,
          week_days: [1, 4],
        },
        answer: [
          { project_worker_id: noraOnUmbra.id, daily_minutes: 90, week_days: [1, 4] },
          { project_worker_id: worker("Umbra", "Aiko").id, daily_minutes: 90 },
        ],
        sees: () => company.plannedRecords.where(({ start_date }) => start_date === "2027-01-04"),
        becomes: [
          { project_worker_id: noraOnUmbra.id, subproject_id: part("Pipeline").id },
          { end_date: "2027-01-29", daily_minutes: 90 },
        ],
      },
    },
    budgetStrategies: {
      list: {
        input: { project_ids: [umbra.id], without_subproject: true },
        answer: [{ id: budget.id, project_id: umbra.id, budget_type: "total_budget" }],
      },
      get: { input: { id: budget.id }, answer: [{ id: budget.id, project_id: umbra.id }] },
      create: {
        input: {
          budget_strategy_type: "total_budget",
          planned_cents: 500_000,
          planned_minutes: 6_000,
          fee_amount_cents: 1_000,
          project_id: acme.id,
          subproject_id: part("Web").id,
          delegated: true,
        },
        answer: [
          { project_id: acme.id, budget_type: "total_budget", planned_cents: 500_000, delegated: true },
        ],
        sees: () => budgetOf(acme.id, part("Web").id),
        becomes: { budget_type: "total_budget", planned_minutes: 6_000, fee_amount_cents: 1_000 },
      },
      update: {
        input: { id: budget.id, planned_cents: 2_000_000, delegated: true },
        answer: [{ id: budget.id, planned_cents: 2_000_000, delegated: true }],
        sees: () => budget,
        becomes: { planned_cents: 2_000_000, delegated: true },
      },
      delete: {
        input: { id: budget.id },
        answer: [{ id: budget.id }],
        sees: () => budgetOf(umbra.id),
        becomes: undefined,
      },
    },
    rates: {
      list: {
        input: { resource_ids: [nora.id], resource_kind: "employee", only_active: true },
        answer: [{ id: rate.id, resource_id: nora.id }],
      },
      get: { input: { id: rate.id }, answer: [{ id: rate.id, resource_id: nora.id }] },
    },
    expenseRecords: {
      list: {
        input: { project_worker_ids: [noraOnAcme.id], start_date: "2026-01-01", end_date: "2026-12-31" },
        answer: expenses.map(({ id }) => ({ id, project_worker_id: noraOnAcme.id })),
      },
      get: { input: { id: expense.id }, answer: [{ id: expense.id, project_worker_id: noraOnAcme.id }] },
      create: {
        input: { project_worker_id: noraOnUmbra.id, expense_id: "34001", original_amount_cents: 4_200 },
        answer: [{ project_worker_id: noraOnUmbra.id, expense_id: "34001", original_amount_cents: 4_200 }],
        sees: () => company.expenseRecords.find(({ expense_id }) => expense_id === "34001"),
        becomes: { project_worker_id: noraOnUmbra.id, original_amount_cents: 4_200 },
      },
      update: {
        input: { id: expense.id, status: "rejected" },
        answer: [{ id: expense.id, status: "rejected" }],
        sees: () => expense,
        becomes: { status: "rejected" },
      },
      delete: {
        input: { id: expense.id },
        answer: [{ id: expense.id }],
        sees: () => company.expenseRecords.get(expense.id),
        becomes: undefined,
      },
    },
    exportableExpenses: {
      list: {
        input: { start_date: "2026-01-01", end_date: "2026-12-31", project_ids: [umbra.id] },
        answer: exported.map(() => ({ project_name: "Umbra" })),
      },
      get: { input: { id: firstExported.id }, answer: [{ project_name: "Umbra" }] },
      create: {
        input: { project_name: "Orbit", amount: "12.50", currency: "EUR" },
        answer: [{ project_name: "Orbit", amount: "12.50" }],
        sees: () => company.exportableExpenses.find(({ project_name }) => project_name === "Orbit"),
        becomes: { amount: "12.50", currency: "EUR" },
      },
      update: {
        input: { id: firstExported.id, amount: "0.99" },
        answer: [{ project_name: "Umbra", amount: "0.99" }],
        sees: () => firstExported,
        becomes: { amount: "0.99" },
      },
      delete: {
        input: { id: firstExported.id },
        answer: [{ project_name: "Umbra" }],
        sees: () => company.exportableExpenses.get(firstExported.id),
        becomes: undefined,
      },
    },
  };
}
