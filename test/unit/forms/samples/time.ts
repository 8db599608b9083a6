import { isBefore } from "../../../../src/api/versions";
import { only, TODAY, YESTERDAY, type World } from "../../../contract/samples/world";
import { picked, type FormSamples } from "./form-sample";

export function timeForms(world: World): FormSamples {
  const { company, employee, part, project, projectTask, shift, since, time, version, worker } = world;
  const nora = employee("Nora");
  const [onAcme, onUmbra] = [worker("ACME", "Nora"), worker("Umbra", "Nora")];
  const [api, pipeline] = [part("API"), part("Pipeline")];
  const [commented, silent] = [time("Nora", { commented: true }), time("Nora", { commented: false })];
  const clocked = shift("Nora", YESTERDAY);
  const byShift = isBefore(version, "2026-10-01");
  const task = projectTask("Rate limits on the public API");
  const taskOfUmbra = company.projectTasks.find(({ project_id }) => project_id === project("Umbra").id);
  const expense = only("expense record", company.expenseRecords.all()[0]);
  const made = () =>
    company.timeRecords.find((row) =>
      byShift
        ? row.attendance_shift_id === clocked.id
        : row.project_worker_id === onUmbra.id && row.date === TODAY,
    );
  return {
    "timeRecords.create": {
      ids: [onUmbra.id],
      fill: {
        ...(byShift ? { attendance_shift_id: picked(clocked) } : { date: "today", imputed_minutes: "45m" }),
        subproject_id: picked(pipeline),
        ...since("2026-10-01", { project_task_id: picked(...(taskOfUmbra ? [taskOfUmbra] : [])) }),
      },
      // It says itself which day it was and how long.
      leaves: byShift ? [] : ["attendance_shift_id"],
      holds: made,
      becomes: {
        subproject_id: pipeline.id,
        ...(byShift ? { attendance_shift_id: clocked.id } : { imputed_minutes: 45 }),
        ...since("2026-10-01", { project_task_id: taskOfUmbra?.id }),
      },
    },
    "timeRecords.updateProjectWorker": {
      before: () => {
        company.timeRecords.insert({
          project_worker_id: onUmbra.id,
          employee_id: nora.id,
          project_id: project("Umbra").id,
          attendance_shift_id: clocked.id,
          date: YESTERDAY,
          imputed_minutes: clocked.minutes,
          id: "990001",
        });
      },
      ids: ["990001"],
      fill: {
        project_worker_id: picked(onAcme),
        subproject_id: picked(api),
        ...since("2026-10-01", { project_task_id: picked(task) }),
      },
      holds: () => company.timeRecords.get("990001"),
      becomes: {
        project_worker_id: onAcme.id,
        project_id: project("ACME").id,
        subproject_id: api.id,
        ...since("2026-10-01", { project_task_id: task.id }),
      },
    },
    "timeRecords.updateObservations": {
      ids: [commented.id],
      fill: { observations: "Retro\nand lunch" },
      holds: () => company.timeRecords.get(commented.id),
      becomes: { observations: "Retro\nand lunch" },
    },
    "flexibleTimeRecords.create": {
      ids: [onUmbra.id],
      fill: { date: "today", imputed_minutes: "1h15", subproject_id: picked(pipeline) },
      holds: () =>
        company.timeRecords.find(
          ({ project_worker_id, date }) => project_worker_id === onUmbra.id && date === TODAY,
        ),
      becomes: { imputed_minutes: 75, subproject_id: pipeline.id },
    },
    "flexibleTimeRecordComments.create": {
      ids: [silent.id],
      fill: { content: "Retro\nand lunch" },
      holds: () => company.timeRecords.get(silent.id),
      becomes: { observations: "Retro\nand lunch" },
    },
    "flexibleTimeRecordComments.updateByFlexibleTimeRecord": {
      ids: [commented.id],
      fill: { content: "Deploy, twice" },
      holds: () => company.timeRecords.get(commented.id),
      becomes: { observations: "Deploy, twice" },
    },
    "expenseRecords.create": {
      ids: [onUmbra.id],
      fill: {
        expense_id: "34001",
        subproject_id: picked(pipeline),
        effective_on: "2026-11-02",
        original_amount_cents: "42,50",
        original_amount_currency: "GBP",
        exchange_rate: "1.17",
      },
      holds: () => company.expenseRecords.find(({ expense_id }) => expense_id === "34001"),
      becomes: {
        project_worker_id: onUmbra.id,
        subproject_id: pipeline.id,
        effective_on: "2026-11-02",
        original_amount_cents: 4250,
        original_amount_currency: "GBP",
        exchange_rate: 1.17,
      },
    },
    "expenseRecords.update": {
      ids: [expense.id],
      fill: {
        subproject_id: picked(api),
        effective_on: "2026-11-03",
        original_amount_cents: "99.90",
        original_amount_currency: "CHF",
        exchange_rate: "0.95",
      },
      holds: () => company.expenseRecords.get(expense.id),
      becomes: {
        subproject_id: api.id,
        effective_on: "2026-11-03",
        original_amount_cents: 9990,
        original_amount_currency: "CHF",
        exchange_rate: 0.95,
      },
    },
  };
}

export function planForms({ company, part, worker }: World): FormSamples {
  const planned = only("planned record", company.plannedRecords.all()[0]);
  const onUmbra = worker("Umbra", "Nora");
  const budget = only(
    "total budget",
    company.budgetStrategies.find(({ budget_type }) => budget_type === "total_budget"),
  );
  const unplanned = only(
    "project without a budget",
    company.projects.find(
      ({ id, status }) =>
        status === "active" && !company.budgetStrategies.find(({ project_id }) => project_id === id),
    ),
  );
  return {
    "plannedRecords.bulkCreate": {
      ids: [onUmbra.id],
      fill: {
        start_date: "2030-01-07",
        end_date: "2030-01-11",
        daily_minutes: "1h30",
        week_days: ["1", "3"],
        subproject_id: picked(part("Pipeline")),
      },
      holds: () => company.plannedRecords.find(({ start_date }) => start_date === "2030-01-07"),
      becomes: {
        project_worker_id: onUmbra.id,
        end_date: "2030-01-11",
        daily_minutes: 90,
        week_days: [1, 3],
        subproject_id: part("Pipeline").id,
      },
    },
    "plannedRecords.update": {
      ids: [planned.id],
      fill: {
        project_worker_id: picked(onUmbra),
        start_date: "2030-01-07",
        end_date: "2030-01-11",
        daily_minutes: "45m",
        week_days: ["2"],
      },
      holds: () => company.plannedRecords.get(planned.id),
      becomes: {
        project_worker_id: onUmbra.id,
        start_date: "2030-01-07",
        end_date: "2030-01-11",
        daily_minutes: 45,
        week_days: [2],
      },
    },
    "budgetStrategies.create": {
      ids: [unplanned.id],
      fill: {
        budget_strategy_type: "total_budget",
        planned_cents: "5.000,50",
        planned_minutes: "120h",
        delegated: false,
      },
      leaves: ["fee_amount_cents", "subproject_id"],
      holds: () => company.budgetStrategies.find(({ project_id }) => project_id === unplanned.id),
      becomes: { budget_type: "total_budget", planned_cents: 500_050, planned_minutes: 7200 },
    },
    "budgetStrategies.update": {
      ids: [budget.id],
      fill: { planned_cents: "1234.56", planned_minutes: "7h" },
      leaves: ["budget_strategy_type", "fee_amount_cents", "delegated"],
      holds: () => company.budgetStrategies.get(budget.id),
      becomes: { planned_cents: 123_456, planned_minutes: 420 },
    },
  };
}
