/** Custom resources: tables of its own that a company hangs on its people. */

import type { Call } from "../call.js";
import { COMPANY_ID } from "../company/company.js";
import type { Row } from "../company/table.js";
import { invalid } from "../errors.js";
import { byList } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkFilled } from "./checks.js";

const ofEmployees = byList<Row>((record, ids) => ids.has(String(record.attachable_id)));

const schemas = resource({
  table: (company) => company.customSchemas,
  check: (call) => {
    checkFilled(call, "name");
    if (call.body.text("company_id") !== COMPANY_ID) throw invalid("company_id", "must exist");
  },
  // At the end of the profile, unless a place is asked for.
  defaults: ({ company }) => ({ position: company.customSchemas.size + 1 }),
});

const rows = resource({
  table: (company) => company.customResources,
  filters: { "employee_ids[]": ofEmployees },
});

const values = resource({
  table: (company) => company.customValues,
  filters: { "employee_ids[]": ofEmployees },
  check: (call) => {
    // Fields belong to a part of the API that the sandbox does not have, so every id of one is taken.
    checkFilled(call, "field_id");
  },
  create: (call) => {
    const { body, company } = call;
    const row = rowOf(call);
    // The value's own content is shown nowhere in this part of the API.
    return company.customValues.insert({
      resource_id: row.id,
      attachable_id: row.attachable_id,
      field_id: body.text("field_id"),
      value: body.text("value"),
    });
  },
});

/** The row that the value goes to; a value that names none begins a new one. */
function rowOf({ body, company }: Call): Row {
  const [schema, employee] = [body.text("schema_id"), body.text("employee_id")];
  const row = company.customResources.get(body.text("custom_resource_id") ?? "");
  if (!row) {
    return company.customResources.insert({
      schema_id: schema,
      attachable_type: "Employee",
      attachable_id: employee,
    });
  }
  if (row.schema_id !== schema) throw invalid("custom_resource_id", "belongs to another schema");
  if (row.attachable_id !== employee) throw invalid("custom_resource_id", "belongs to another employee");
  return row;
}

export const customResources: Resources = {
  "custom_resources/schemas": schemas,
  "custom_resources/resources": rows,
  "custom_resources/values": values,
};
