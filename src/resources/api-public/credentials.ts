import * as z from "zod";
import * as f from "../../api/fields";
import { optionalRecordId, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Who is asking: a list of one. An API key and a company's token belong to nobody, so most fields are missing. */
export const credentials = defineResource({
  module: "api_public",
  path: "credentials",
  names: { one: "credential", many: "credentials" },
  icon: "key",
  record: z.object({
    id: recordId,
    company_id: recordId,
    /** Declared required, yet only a person's token has one. */
    employee_id: optionalRecordId,
    email: f.optionalText,
    login_email: f.optionalText,
    full_name: f.optionalText,
    first_name: f.optionalText,
    last_name: f.optionalText,
    role: f.optionalText,
    gdpr_tos: f.optionalFlag,
    /** The company's, as is everything below. */
    legal_name: f.optionalText,
    locale: f.optionalText,
    logo: f.optionalText,
    name: f.optionalText,
    onboarded_on: f.optionalText,
    subscription_plan: f.optionalText,
    tin: f.optionalText,
    to_be_deleted: f.optionalText,
    tos: f.optionalFlag,
  }),
  row: (credential) => ({ label: credential.full_name ?? credential.name ?? credential.id }),
  operations: { list: list({}) },
});
