import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

export const teams = defineResource({
  module: "teams",
  path: "teams",
  names: { one: "team", many: "teams" },
  icon: "organization",
  record: z.object({
    id: recordId,
    name: f.text,
    description: f.optionalText,
    /** A picture's address. */
    avatar: f.optionalText,
    employee_ids: z.array(recordId).nullish(),
    /** Employees' ids. */
    lead_ids: z.array(recordId).nullish(),
    company_id: optionalRecordId,
  }),
  row: ({ name, description }) => ({ label: name, description: description ?? undefined }),
  fields: { avatar: { hidden: true } },
  operations: {
    list: list({ ids: z.array(id).optional() }),
    get: get(),
  },
});
