import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** The firms that a company is made of, each with its country and currency. */
export const legalEntities = defineResource({
  module: "companies",
  path: "legal_entities",
  names: { one: "legal entity", many: "legal entities" },
  icon: "law",
  record: z.object({
    id: recordId,
    company_id: optionalRecordId,
    /** Two lower-case letters. */
    country: f.optionalText,
    legal_name: f.text,
    /** ISO 4217. */
    currency: f.optionalText,
    /** Tax number. */
    tin: f.optionalText,
    city: f.optionalText,
    state: f.optionalText,
    postal_code: f.optionalText,
    address_line_1: f.optionalText,
    address_line_2: f.optionalText,
  }),
  row: ({ legal_name, currency }) => ({ label: legal_name, description: currency ?? undefined }),
  operations: {
    list: list({
      ids: z.array(id).optional(),
      employees_ids: z.array(id).optional(),
      companies_ids: z.array(id).optional(),
      /** Country codes, for all its name. */
      country_ids: z.array(z.string()).optional(),
    }),
    get: get(),
  },
});
