import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { action, create, get, list, since, unofficial, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";

export const PROJECT_STATUSES = ["active", "closed", "draft", "processing"] as const;

export const projectStatus = f.openEnum(...PROJECT_STATUSES);

/** Of projects and subprojects. */
export const PROJECT_ICONS = { active: "project", closed: "archive", draft: "edit", processing: "sync" };

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
  fields: {
    // Zero unless a list asks for it.
    inputed_minutes: { hidden: true },
    labor_cost_cents: { hidden: true },
    spending_cost_cents: { hidden: true },
    total_cost_cents: { hidden: true },
    code: { help: "No two projects have the same. Projects are found by it." },
    description: { long: true },
    employees_assignment: {
      label: "People",
      choices: [
        { value: "manual", label: "Only those who are added" },
        { value: "company", label: "Everyone in the company" },
      ],
    },
    is_billable: { label: "Billable" },
    project_admins: { label: "Administrators" },
    project_managers: { label: "Managers" },
    project_viewers: { label: "Viewers" },
  },
  row: ({ name, code, status }, wording) => ({
    label: name,
    // Only what is not usual is said: a project that is active needs no word.
    description: joined(code, status !== "active" && wording.word(status)),
    icon: iconOf(PROJECT_ICONS, status),
    status: wording.word(status),
  }),
  states: ({ status }) => [status],
  finding: { search: "name_or_code", query: () => ({ include_inputed_minutes: false }) },
  actions: {
    create: {
      title: "New Project",
      on: null,
      form: true,
      asks: [
        "name",
        "code",
        "description",
        "start_date",
        "due_date",
        "employees_assignment",
        "is_billable",
        "legal_entity_id",
        "project_admins",
        "project_managers",
        "project_viewers",
      ],
      sections: { start_date: "Dates", employees_assignment: "People and billing", project_admins: "Roles" },
      danger: "reversible",
      undo: { operation: "softDelete", answer: "id" },
      done: "Project created",
    },
    update: {
      title: "Edit Project",
      form: true,
      asks: ["name", "code", "description", "start_date", "due_date", "legal_entity_id"],
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          name: "name",
          code: "code",
          description: "description",
          start_date: "start_date",
          due_date: "due_date",
          legal_entity_id: "legal_entity_id",
        },
      },
      done: "changed",
    },
    close: {
      title: "Close Project",
      states: ["active"],
      danger: "reversible",
      undo: { operation: "activate" },
      done: "closed",
    },
    activate: {
      title: "Activate Project",
      states: ["closed", "draft"],
      danger: "reversible",
      undo: { operation: "changeStatus", from: { status: "status" } },
      done: "activated",
    },
    changeStatus: {
      title: "Change Project Status",
      asks: ["status"],
      danger: "reversible",
      undo: { operation: "changeStatus", from: { status: "status" } },
      done: "has the new status",
    },
    changeAssignment: {
      title: "Change Assignment",
      asks: ["employees_assignment"],
      danger: "reversible",
      undo: { operation: "changeAssignment", from: { employees_assignment: "employees_assignment" } },
      done: "has the new assignment",
    },
    softDelete: {
      title: "Delete Project",
      danger: "destructive",
      takes: "Its subprojects, its tasks and the time that was logged on it go with it.",
      done: "deleted",
      removes: true,
    },
  },
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
