import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Rows of the tables that a company adds to its people's profiles; a schema says what a table is. */
export const customResources = defineResource({
  module: "custom_resources",
  path: "resources",
  names: { one: "custom resource", many: "custom resources" },
  icon: "symbol-object",
  record: z.object({
    id: recordId,
    // Required by the description; the community SDK's model lacks these three.
    schema_id: optionalRecordId,
    /** What the row hangs on, such as `Employee`. */
    attachable_type: f.optionalText,
    attachable_id: optionalRecordId,
    // Only the community SDK's model has these four.
    name: f.optionalText,
    company_id: optionalRecordId,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
  }),
  row: ({ name, attachable_id, schema_id }, wording) => ({
    label: name ?? wording.name("employees", attachable_id),
    within: wording.name("customResourceSchemas", schema_id),
  }),
  fields: { attachable_id: { label: "Belongs to", names: "employees" }, company_id: { hidden: true } },
  places: [
    {
      parent: "customResourceSchemas",
      where: { schema_id: "id" },
      group: "Resources",
      empty: "Nobody has one.",
    },
  ],
  operations: {
    list: list({ ids: z.array(id).optional(), employee_ids: z.array(id).optional() }),
    get: get(),
  },
});
