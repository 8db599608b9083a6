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
  row: ({ attachable_id }, wording) => ({
    label: wording.name("employees", attachable_id),
    // Which field it is of, and what is in it, the API does not tell.
    description: wording.text("a value is set"),
  }),
  fields: {
    attachable_id: { label: "Belongs to", names: "employees" },
    resource_id: { label: "Custom resource", names: "customResources" },
    value: { long: true },
    field_id: {
      label: "Field's id",
      help: "Of the custom field; Factorial's web app shows it in the address.",
    },
  },
  places: [
    {
      parent: "customResources",
      by: "employee_ids",
      from: "attachable_id",
      where: { resource_id: "id" },
      group: "Values",
      empty: "No values.",
    },
  ],
  actions: {
    create: {
      title: "Set Custom Resource Value",
      on: "customResources",
      target: "custom_resource_id",
      from: { schema_id: "schema_id", employee_id: "attachable_id" },
      form: true,
      asks: ["field_id", "value"],
      danger: "none",
      done: "has the value",
    },
  },
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
