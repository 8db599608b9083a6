import * as z from "zod";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { create, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Which row has a value, and for whom; answers do not carry the value itself. */
export const customResourceValues = defineResource({
  module: "custom_resources",
  path: "values",
  names: { one: "custom resource value", many: "custom resource values" },
  icon: "symbol-field",
  record: z.object({
    id: recordId,
    /** A custom resource. */
    resource_id: recordId,
    /** What it hangs on, such as an employee. */
    attachable_id: optionalRecordId,
  }),
  operations: {
    list: list({ ids: z.array(id).optional(), employee_ids: z.array(id).optional() }),
    get: get(),
    create: create({
      schema_id: id,
      employee_id: id,
      /** The row to write to. */
      custom_resource_id: id.optional(),
      /** A custom field's id. */
      field_id: id,
      value: z.string(),
    }),
  },
});
