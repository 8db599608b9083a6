import * as z from "zod";
import * as f from "../../api/fields";
import { optionalRecordId, recordId } from "../../api/ids";
import { unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { projectStatus } from "./projects";

/** Rows of the export of projects. Described as a schema in every version, yet no official operation returns it. */
export const exportableProjects = defineResource({
  module: "project_management",
  path: "exportable_projects",
  names: { one: "exportable project", many: "exportable projects" },
  icon: "export",
  record: z.object({
    id: recordId,
    date: f.optionalDate,
    project_name: f.text,
    project_code: f.optionalText,
    project_start_date: f.optionalDate,
    project_due_date: f.optionalDate,
    project_status: projectStatus.nullish(),
    subproject_name: f.optionalText,
    employee_name: f.optionalText,
    employee_id: optionalRecordId,
    // A decimal in a string, by the description; the community SDK reads a number. The unit is not stated.
    inputed_time: z.union([z.string(), z.number().transform(String)]).nullish(),
    client_id: optionalRecordId,
  }),
  row: ({ project_name, project_code }) => ({
    label: project_name,
    description: project_code ?? undefined,
  }),
  operations: {
    list: unofficial.list(),
    get: unofficial.get(),
    create: unofficial.create({}),
    update: unofficial.update({}),
    delete: unofficial.remove(),
  },
});
