/** Ids in a body have to be ids of something. */

import type { Call } from "./call.js";
import type { Company } from "./company/company.js";
import type { Row, Table } from "./company/table.js";
import { invalid, notFound } from "./errors.js";

const REFERENCES: Readonly<Record<string, (company: Company) => Table<Row>>> = {
  project_id: (company) => company.projects,
  project_ids: (company) => company.projects,
  subproject_id: (company) => company.subprojects,
  project_task_id: (company) => company.projectTasks,
  project_worker_id: (company) => company.projectWorkers,
  project_worker_ids: (company) => company.projectWorkers,
  attendance_shift_id: (company) => company.shifts,
  flexible_time_record_id: (company) => company.timeRecords,
  time_record_id: (company) => company.timeRecords,
  employee_id: (company) => company.employees,
  employee_ids: (company) => company.employees,
  owner_id: (company) => company.employees,
  assignee_employee_ids: (company) => company.employees,
  project_admins: (company) => company.employees,
  project_managers: (company) => company.employees,
  project_viewers: (company) => company.employees,
  legal_entity_id: (company) => company.legalEntities,
  location_id: (company) => company.locations,
  team_id: (company) => company.teams,
  it_asset_model_id: (company) => company.assetModels,
  asset_category_id: (company) => company.assetCategories,
  schema_id: (company) => company.customSchemas,
  custom_resource_id: (company) => company.customResources,
  sync_run_id: (company) => company.syncRuns,
  process_id: (company) => company.reviewProcesses,
  review_process_id: (company) => company.reviewProcesses,
  performance_review_process_id: (company) => company.reviewProcesses,
};

/** An employee who isn't there, or isn't visible, is a 404 in the real API; other references are a matter of validation. */
export function checkReferences(call: Call): void {
  for (const name of Object.keys(call.body.fields)) {
    const table = REFERENCES[name]?.(call.company);
    if (!table) continue;
    const ids = call.body.texts(name) ?? [call.body.text(name)];
    for (const id of ids) {
      if (id === undefined || table.get(id)) continue;
      throw name.startsWith("employee_id") ? notFound("Employee not found") : invalid(name, "must exist");
    }
  }
}
