import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";
import { versionsFrom } from "../../api/versions";
import { PROJECT_ICONS, projectStatus } from "./projects";

const FROM_JULY = { versions: versionsFrom("2026-07-01") };

/** Projects that time can be put on. */
export const imputableProjects = defineResource({
  module: "project_management",
  path: "imputable_projects",
  names: { one: "imputable project", many: "imputable projects" },
  icon: "project",
  record: z.object({
    id: recordId,
    name: f.text,
    code: f.optionalText,
    start_date: f.optionalDate,
    due_date: f.optionalDate,
    status: projectStatus,
    currency: f.optionalText,
    client_id: optionalRecordId,
  }),
  row: ({ name, code, status }, wording) => ({
    label: name,
    description: joined(code, status !== "active" && wording.word(status)),
    icon: iconOf(PROJECT_ICONS, status),
    status: wording.word(status),
  }),
  finding: { search: "name_or_code" },
  operations: {
    list: list(
      {
        ids: z.array(id).optional(),
        name_or_code: z.string().optional(),
        only_active: z.boolean().optional(),
        /** true keeps projects with at least one assigned worker. */
        assigned: z.boolean().optional(),
        /** Projects on which these employees are workers. */
        employee_ids: z.array(id).optional(),
      },
      FROM_JULY,
    ),
    get: get(FROM_JULY),
  },
});
