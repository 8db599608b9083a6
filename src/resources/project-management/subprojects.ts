import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { action, create, get, list, remove, requiredSince, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { PROJECT_STATUSES, projectStatus } from "./projects";

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
  row: (subproject) => ({ label: subproject.name, description: subproject.code ?? undefined }),
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
