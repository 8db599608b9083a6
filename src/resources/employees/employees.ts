import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/**
 * People. The API sends much more (bank account, home address, identity number…); it is not declared, so that it
 * is dropped on arrival: nothing here needs it, and what is not kept cannot leak.
 */
export const employees = defineResource({
  module: "employees",
  path: "employees",
  names: { one: "employee", many: "employees" },
  icon: "person",
  record: z.object({
    id: recordId,
    /** The id of the login: tasks and reviews name people by it. */
    access_id: optionalRecordId,
    first_name: f.optionalText,
    last_name: f.optionalText,
    full_name: f.optionalText,
    preferred_name: f.optionalText,
    email: f.optionalText,
    login_email: f.optionalText,
    company_id: optionalRecordId,
    legal_entity_id: optionalRecordId,
    location_id: optionalRecordId,
    manager_id: optionalRecordId,
    company_identifier: f.optionalText,
    /** false once terminated. */
    active: f.optionalFlag,
    terminated_on: f.optionalDate,
    /** Under a time tracking policy. */
    attendable: f.optionalFlag,
  }),
  row: (employee) => ({
    label: employee.preferred_name ?? employee.full_name ?? employee.first_name ?? "",
    description: employee.email ?? undefined,
  }),
  finding: { search: "full_text_name", query: () => ({ only_active: true }) },
  fields: { access_id: { hidden: true }, company_id: { hidden: true } },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      access_ids: z.array(id).optional(),
      emails: z.array(z.string()).optional(),
      full_text_name: z.string().optional(),
      updated_at_gteq: z.string().optional(),
      legal_entity_ids: z.array(id).optional(),
      company_identifier: z.string().optional(),
      // Declared required, not enforced by the server; `false` has no effect.
      only_active: z.boolean().optional(),
      team_ids: z.array(id).optional(),
      location_ids: z.array(id).optional(),
      only_managers: z.boolean().optional(),
      name_starts_with: z.string().optional(),
    }),
    get: get(),
  },
});
