import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { action, bulkAction, create, get, list, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** An employee on a project. Only an assigned worker of an active project may log time. */
export const projectWorkers = defineResource({
  module: "project_management",
  path: "project_workers",
  names: { one: "project worker", many: "people" },
  icon: "person",
  record: z.object({
    id: recordId,
    project_id: recordId,
    employee_id: recordId,
    assigned: f.optionalFlag,
    inputed_minutes: f.optionalMinutes,
    /** In the project's currency. */
    labor_cost_cents: f.optionalCents,
    /** In the company's currency. */
    company_labor_cost_cents: f.optionalCents,
    spending_cost_cents: f.optionalCents,
  }),
  row: ({ employee_id, project_id, assigned }, wording) => ({
    label: wording.name("employees", employee_id),
    description: assigned === false ? wording.text("no longer assigned") : undefined,
    within: wording.name("projects", project_id),
  }),
  states: ({ assigned }) => [assigned === false ? "unassigned" : "assigned"],
  places: [
    {
      parent: "projects",
      by: "project_ids",
      group: "People",
      icon: "organization",
      empty: "Nobody is on this project.",
    },
  ],
  finding: { search: "employee_name", query: () => ({ assigned: true }) },
  fields: {
    // Zero unless a list asks for it.
    inputed_minutes: { hidden: true },
    labor_cost_cents: { hidden: true },
    company_labor_cost_cents: { hidden: true },
    spending_cost_cents: { hidden: true },
  },
  actions: {
    bulkAssign: {
      title: "Assign People",
      on: "projects",
      target: "project_ids",
      asks: ["employee_ids"],
      danger: "destructive",
      takes: "Everyone who is not among those that you chose is unassigned.",
      done: "has the people that you chose",
    },
    bulkCreate: {
      title: "Add People to Project",
      on: "projects",
      target: "project_id",
      form: true,
      asks: ["employee_ids"],
      danger: "reversible",
      undo: { operation: "unassign", answer: "id" },
      done: "has more people",
    },
    unassign: {
      title: "Unassign Person",
      states: ["assigned"],
      danger: "reversible",
      undo: { operation: "create", from: { project_id: "project_id", employee_id: "employee_id" } },
      done: "unassigned",
    },
    delete: {
      title: "Delete Person from Project",
      danger: "destructive",
      takes: "The time that they logged on the project may go with it.",
      done: "deleted",
      removes: true,
    },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      project_ids: z.array(id).optional(),
      subproject_ids: z.array(id).optional(),
      /** Workers without a subproject; combines with `subproject_ids`. */
      no_subproject: z.boolean().optional(),
      employee_ids: z.array(id).optional(),
      assigned: z.boolean().optional(),
      /** true: active projects; false: closed ones. */
      project_active: z.boolean().optional(),
      employee_name: z.string().optional(),
      include_inputed_minutes: z.boolean().optional(),
      include_cost: z.boolean().optional(),
      updated_after: z.string().optional(),
      include_labor_cost: z.boolean().optional(),
    }),
    get: get(),
    create: create({ project_id: id, employee_id: id }),
    bulkCreate: bulkAction("bulk_create", { project_id: id, employee_ids: z.array(id) }),
    /** Replaces the set: the listed employees become assigned, all others unassigned. */
    bulkAssign: bulkAction("bulk_assign", {
      /** Called deprecated by the description's text; `project_ids` replaces it. */
      project_id: id.optional(),
      project_ids: z.array(id).optional(),
      employee_ids: z.array(id),
    }),
    unassign: action("unassign", { id }),
    update: unofficial.update({}),
    delete: unofficial.remove(),
  },
});
