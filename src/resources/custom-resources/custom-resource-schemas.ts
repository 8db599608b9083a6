import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { create, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Tables that a company adds to its people's profiles. They cannot be changed nor deleted through the API. */
export const customResourceSchemas = defineResource({
  module: "custom_resources",
  path: "schemas",
  names: { one: "custom resource schema", many: "custom resource schemas" },
  icon: "symbol-structure",
  record: z.object({
    id: recordId,
    name: f.text,
    company_id: optionalRecordId,
    hidden: f.optionalFlag,
    /** Its place in the profile. */
    position: f.optionalNumber,
  }),
  row: ({ name, hidden }, wording) => ({
    label: name,
    description: hidden === true ? wording.text("hidden") : undefined,
  }),
  fields: {
    company_id: { hidden: true },
    hidden: { label: "Hidden in profiles" },
    position: { help: "Its place among the tables of a profile." },
    effective_at_id: { label: "Field of the effective date", help: "The id of a custom field." },
    usage_group_slug: { label: "Usage group" },
  },
  actions: {
    create: {
      title: "New Custom Resource Schema",
      on: null,
      company: "company_id",
      form: true,
      asks: ["name", "hidden", "position", "effective_at_id", "usage_group_slug"],
      danger: "none",
      done: "Custom resource schema added",
    },
  },
  operations: {
    list: list({ ids: z.array(id).optional() }),
    get: get(),
    create: create({
      name: z.string().min(1),
      company_id: id,
      /** A custom field's id. */
      effective_at_id: id.optional(),
      hidden: z.boolean(),
      position: z.int().optional(),
      usage_group_slug: z.string().optional(),
    }),
  },
});
