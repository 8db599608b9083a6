import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { action, create, get, list, since, unofficial, update } from "../../api/operation";
import { defineResource } from "../../api/resource";

export const PROJECT_STATUSES = ["active", "closed", "draft", "processing"] as const;

export const projectStatus = f.openEnum(...PROJECT_STATUSES);

export const projects = defineResource({
  module: "project_management",
  path: "projects",
  names: { one: "project", many: "projects" },
  icon: "project",
  record: z.object({
    id: recordId,
    name: f.text,
    code: f.optionalText,
    description: f.optionalText,
    start_date: f.optionalDate,
    due_date: f.optionalDate,
    status: projectStatus,
    /** `manual`: picked members; `company`: everyone. */
    employees_assignment: f.openEnum("manual", "company").nullish(),
    /** Zero unless `include_inputed_minutes` asks for it. */
    inputed_minutes: f.optionalMinutes,
    is_billable: f.optionalFlag,
    fixed_cost_cents: f.optionalCents,
    labor_cost_cents: f.optionalCents,
    legal_entity_id: optionalRecordId,
    spending_cost_cents: f.optionalCents,
    /** A finance contact. */
    client_id: optionalRecordId,
    total_cost_cents: f.optionalCents,
  }),
  row: (project) => ({ label: project.name, description: project.code ?? undefined }),
  form: [
    { name: "name", label: "Name" },
    { name: "code", label: "Code", help: "No two projects have the same. Projects are found by it." },
    { name: "description", label: "Description", long: true },
    { name: "start_date", label: "Start date" },
    { name: "due_date", label: "Due date" },
    {
      name: "employees_assignment",
      label: "People",
      choices: [
        { value: "manual", label: "Only those who are added" },
        { value: "company", label: "Everyone in the company" },
      ],
    },
    { name: "is_billable", label: "Billable" },
  ],
  operations: {
    list: list({
      ids: z.array(id).optional(),
      /** Called deprecated by the description's text; `name_or_code` replaces it. */
      name: z.string().optional(),
      name_or_code: z.string().optional(),
      include_inputed_minutes: z.boolean(),
      include_costs: z.boolean().optional(),
      updated_after: z.string().optional(),
      legal_entity_id: id.optional(),
      client_ids: z.array(id).optional(),
      no_clients: z.boolean().optional(),
      total_currency: z.string().optional(),
    }),
    get: get(),
    create: create({
      name: z.string().min(1),
      code: z.string().optional(),
      description: z.string().optional(),
      start_date: f.date.optional(),
      due_date: f.date.optional(),
      status: z.string().optional(),
      employees_assignment: z.string().optional(),
      /** Employees' ids, as are the managers and viewers. */
      project_admins: z.array(id).optional(),
      project_managers: z.array(id).optional(),
      project_viewers: since("2026-10-01", z.array(id).optional()),
      is_billable: z.boolean().optional(),
      fixed_cost_cents: f.cents.optional(),
      /** Minutes; not together with `budget_allocation_cents`. */
      budget_allocation: z.int().optional(),
      legal_entity_id: id.optional(),
      budget_allocation_cents: f.cents.optional(),
      fee_amount_cents: f.cents.optional(),
      client_id: id.optional(),
    }),
    update: update({
      name: z.string().min(1),
      code: z.string().optional(),
      description: z.string().optional(),
      start_date: f.date.optional(),
      due_date: f.date.optional(),
      client_id: id.optional(),
      /** Sets the project's currency. */
      legal_entity_id: id.optional(),
    }),
    activate: action("activate", { id }),
    close: action("close", { id }),
    changeAssignment: action("change_assignment", { id, employees_assignment: z.string() }),
    changeStatus: action("change_status", { id, status: z.enum(["active", "closed", "draft"]) }),
    softDelete: action("soft_delete", { id }),
    delete: unofficial.remove(),
  },
});
