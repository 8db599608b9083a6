import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { action, create, get, list, remove, requiredSince, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";
import { PROJECT_ICONS, PROJECT_STATUSES, projectStatus } from "./projects";

export const subprojects = defineResource({
  module: "project_management",
  path: "subprojects",
  names: { one: "subproject", many: "subprojects" },
  icon: "folder",
  record: z.object({
    // The description leaves `id` out of `required`; with `include_no_subproject` a row stands for "none".
    id: recordId.nullish(),
    name: f.text,
    project_id: recordId,
    inputed_minutes: f.optionalMinutes,
    labor_cost_cents: f.optionalCents,
    description: f.optionalText,
    status: projectStatus.nullish(),
    code: f.optionalText,
    start_date: f.optionalDate,
    due_date: f.optionalDate,
    is_billable: f.optionalFlag,
  }),
  row: ({ name, code, status, project_id }, wording) => ({
    label: name,
    description: joined(code, status !== "active" && wording.word(status)),
    within: wording.name("projects", project_id),
    icon: iconOf({ ...PROJECT_ICONS, active: "folder" }, status),
    status: wording.word(status),
  }),
  states: ({ status }) => [status ?? "active"],
  places: [{ parent: "projects", by: "project_ids", group: "Subprojects", empty: "No subprojects." }],
  finding: { search: "name" },
  fields: {
    // Zero unless a list asks for it.
    inputed_minutes: { hidden: true },
    labor_cost_cents: { hidden: true },
    description: { long: true },
    status: { choices: PROJECT_STATUSES.slice(0, 3).map((value) => ({ value, label: value })) },
  },
  actions: {
    create: {
      title: "New Subproject",
      on: "projects",
      target: "project_id",
      asks: ["name"],
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has a new subproject",
    },
    rename: {
      title: "Rename Subproject",
      asks: ["name"],
      danger: "reversible",
      undo: { operation: "rename", from: { name: "name" } },
      rowsOnly: true,
      done: "renamed",
    },
    update: {
      title: "Edit Subproject",
      form: true,
      asks: ["name", "code", "description", "status", "start_date", "due_date"],
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          name: "name",
          code: "code",
          description: "description",
          status: "status",
          start_date: "start_date",
          due_date: "due_date",
        },
      },
      done: "changed",
    },
    delete: {
      title: "Delete Subproject",
      danger: "destructive",
      done: "deleted",
      removes: true,
    },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      project_ids: z.array(id).optional(),
      name: z.string().optional(),
      include_no_subproject: z.boolean().optional(),
      include_inputed_minutes: z.boolean().optional(),
      include_cost: z.boolean().optional(),
      updated_after: z.string().optional(),
    }),
    get: get(),
    create: create({ name: z.string().min(1), project_id: id }),
    update: update({
      name: requiredSince("2026-10-01", z.string().min(1)),
      description: z.string().optional(),
      status: requiredSince("2026-10-01", z.enum(PROJECT_STATUSES)),
      code: z.string().optional(),
      start_date: f.date.optional(),
      due_date: f.date.optional(),
    }),
    rename: action("rename", { id, name: z.string().min(1) }),
    delete: remove(),
  },
});
