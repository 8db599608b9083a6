import * as z from "zod";
import * as f from "../../api/fields";
import { id } from "../../api/ids";
import { list, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined } from "../row-text";

/** Rows of the export of project expenses: they have no id, and amounts are text as the export prints them. */
export const exportableExpenses = defineResource({
  module: "project_management",
  path: "exportable_expenses",
  names: { one: "exportable expense", many: "exportable expenses" },
  icon: "export",
  record: z.object({
    date: f.optionalDate,
    project_name: f.optionalText,
    subproject_name: f.optionalText,
    employee_name: f.optionalText,
    preferred_name: f.optionalText,
    amount: f.optionalText,
    currency: f.optionalText,
    expense_category: f.optionalText,
    expense_subcategory: f.optionalText,
    expense_status: f.optionalText,
    expense_link: f.optionalText,
  }),
  row: ({ employee_name, amount, currency, expense_category }) => ({
    label: employee_name ?? "",
    description: joined([amount, currency].filter(Boolean).join(" "), expense_category),
  }),
  operations: {
    list: list({ start_date: f.date, end_date: f.date, project_ids: z.array(id) }),
    get: unofficial.get(),
    create: unofficial.create({}),
    update: unofficial.update({}),
    delete: unofficial.remove(),
  },
});
