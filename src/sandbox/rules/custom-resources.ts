/** Custom resources: tables of its own that a company hangs on its people. */

import type { Call } from "../call.js";
import type { Row } from "../company/table.js";
import { byList } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkFilled } from "./checks.js";

const ofEmployees = byList<Row>((record, ids) => ids.has(String(record.attachable_id)));

const schemas = resource({
  table: (company) => company.customSchemas,
  check: (call) => {
    checkFilled(call, "name");
  },
});

const rows = resource({
  table: (company) => company.customResources,
  filters: { "employee_ids[]": ofEmployees },
});

const values = resource({
  table: (company) => company.customValues,
  filters: { "employee_ids[]": ofEmployees },
  create: (call) => {
    const { body, company } = call;
    const employeeId = body.text("employee_id");
    // The value's own content is shown nowhere in this part of the API.
    return company.customValues.insert({
      resource_id: body.text("custom_resource_id") ?? newRow(call, employeeId).id,
      attachable_id: employeeId,
      field_id: body.text("field_id"),
      value: body.text("value"),
    });
  },
});

/** A value without a row to belong to begins a new one. */
function newRow(call: Call, employeeId: string | undefined): Row {
  return call.company.customResources.insert({
    schema_id: call.body.text("schema_id"),
    attachable_type: "Employee",
    attachable_id: employeeId,
  });
}

export const customResources: Resources = {
  "custom_resources/schemas": schemas,
  "custom_resources/resources": rows,
  "custom_resources/values": values,
};
