import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { create, get, list, remove, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined, sentence } from "../row-text";

const BUDGET_TYPES = ["project_fixed_cost", "total_budget", "without_budget"] as const;

export const budgetStrategies = defineResource({
  module: "project_management",
  path: "budget_strategies",
  names: { one: "budget", many: "budgets" },
  icon: "pie-chart",
  record: z.object({
    id: recordId,
    /** Called `budget_strategy_type` in requests. */
    budget_type: f.openEnum(...BUDGET_TYPES),
    /** For project_fixed_cost and total_budget. */
    planned_cents: f.optionalCents,
    /** For total_budget. */
    planned_minutes: f.optionalMinutes,
    /** Only when billable; not for without_budget. */
    fee_amount_cents: f.optionalCents,
    project_id: recordId,
    subproject_id: optionalRecordId,
    delegated: f.optionalFlag,
  }),
  row: (budget, wording) => ({
    label: sentence(wording.word(budget.budget_type) ?? ""),
    description: joined(
      wording.money(budget.planned_cents),
      wording.minutes(budget.planned_minutes),
      wording.name("subprojects", budget.subproject_id),
    ),
    within: wording.name("projects", budget.project_id),
  }),
  places: [{ parent: "projects", by: "project_ids", group: "Budget", empty: "No budget." }],
  fields: {
    planned_cents: { label: "Planned amount" },
    planned_minutes: { label: "Planned time" },
    fee_amount_cents: { label: "Fee" },
    budget_strategy_type: { label: "Kind of budget" },
    delegated: { label: "Spread over the subprojects" },
  },
  actions: {
    create: {
      title: "New Budget",
      on: "projects",
      target: "project_id",
      form: true,
      asks: [
        "budget_strategy_type",
        "planned_cents",
        "planned_minutes",
        "fee_amount_cents",
        "subproject_id",
        "delegated",
      ],
      choices: { subproject_id: { by: { project_ids: "id" } } },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has a budget",
    },
    update: {
      title: "Edit Budget",
      form: true,
      now: { budget_strategy_type: "budget_type" },
      asks: ["budget_strategy_type", "planned_cents", "planned_minutes", "fee_amount_cents", "delegated"],
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          budget_strategy_type: "budget_type",
          planned_cents: "planned_cents",
          planned_minutes: "planned_minutes",
          fee_amount_cents: "fee_amount_cents",
          delegated: "delegated",
        },
      },
      done: "changed",
    },
    delete: { title: "Delete Budget", danger: "destructive", done: "deleted", removes: true },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      project_ids: z.array(id).optional(),
      subproject_ids: z.array(id).optional(),
      /** true keeps only strategies that have no subproject. */
      without_subproject: z.boolean().optional(),
    }),
    get: get(),
    create: create({
      budget_strategy_type: z.enum(BUDGET_TYPES),
      planned_cents: f.cents.optional(),
      planned_minutes: z.int().optional(),
      fee_amount_cents: f.cents.optional(),
      project_id: id,
      subproject_id: id.optional(),
      delegated: z.boolean().optional(),
    }),
    update: update({
      planned_cents: f.cents.optional(),
      planned_minutes: z.int().optional(),
      fee_amount_cents: f.cents.optional(),
      budget_strategy_type: z.enum(BUDGET_TYPES).optional(),
      delegated: z.boolean().optional(),
    }),
    delete: remove(),
  },
});
