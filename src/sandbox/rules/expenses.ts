/** Money spent on projects. All of it is read-only: expenses are entered elsewhere. */

import { byList, notAfter, notBefore, oneOf } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { workerNamed } from "./staffing.js";

const expenseRecords = resource({
  table: (company) => company.expenseRecords,
  filters: {
    start_date: notBefore("effective_on"),
    end_date: notAfter("effective_on"),
    "project_ids[]": byList((record, projects, call) =>
      projects.has(call.company.projectWorkers.get(String(record.project_worker_id))?.project_id ?? ""),
    ),
    employee_user_name_like: workerNamed((record) => String(record.project_worker_id)),
  },
});

const exportableExpenses = resource({
  table: (company) => company.exportableExpenses,
  // The answer has no project id, only its name.
  filters: {
    start_date: notBefore("date"),
    end_date: notAfter("date"),
    "project_ids[]": oneOf("project_id"),
  },
});

/** No official operation returns these rows of the project export; one SDK names the route. */
const exportableProjects = resource({ table: (company) => company.exportableProjects });

export const expenseResources: Resources = {
  "project_management/expense_records": expenseRecords,
  "project_management/exportable_expenses": exportableExpenses,
  "project_management/exportable_projects": exportableProjects,
};
