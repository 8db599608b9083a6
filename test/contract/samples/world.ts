import { isBefore, type ApiVersion } from "../../../src/api/versions";
import type { Row, Table } from "../../../src/sandbox/company/table";
import type { Sandbox } from "../../../src/sandbox/index";

/** A Wednesday, eleven in the morning in Madrid. */
export const NOW = "2026-11-18T10:00:00Z";
export const TODAY = "2026-11-18";
export const YESTERDAY = "2026-11-17";
export const LAST_MONDAY = "2026-11-16";
/** The day before it. */
export const LAST_SUNDAY = "2026-11-15";

export function only<T>(what: string, row: T | undefined): T {
  if (row === undefined) throw new Error(`The demo company has no ${what}`);
  return row;
}

/** The demo company as samples speak of it: by names, so that they don't depend on the order in which it is founded. */
export function worldOf(sandbox: Sandbox, version: ApiVersion) {
  const { company } = sandbox;
  const named = <T extends Row>(table: Table<T>, name: string): T =>
    only(
      name,
      table.find((row) => row.name === name),
    );
  const employee = (first: string) =>
    only(
      first,
      company.employees.find((row) => row.first_name === first),
    );
  const project = (name: string) => named(company.projects, name);
  const process = (name: string) => named(company.reviewProcesses, name);
  const target = (processName: string, first: string) =>
    only(
      `${first} in ${processName}`,
      company.reviewTargets.get(`${process(processName).id}-${employee(first).access_id}`),
    );
  return {
    company,
    version,
    employee,
    project,
    process,
    target,
    /** The fields that a version has and the ones before it don't. */
    since: <T extends object>(first: ApiVersion, fields: T): Partial<T> =>
      isBefore(version, first) ? {} : fields,
    /** An id as a JSON body of the version has it: a bare integer up to 2026-04-01. */
    idText: (id: string): string => (isBefore(version, "2026-07-01") ? id : JSON.stringify(id)),
    part: (name: string) => named(company.subprojects, name),
    worker: (projectName: string, first: string) =>
      only(
        `${first} on ${projectName}`,
        company.projectWorkers.find(
          (row) => row.project_id === project(projectName).id && row.employee_id === employee(first).id,
        ),
      ),
    team: (name: string) => named(company.teams, name),
    location: (name: string) => named(company.locations, name),
    task: (name: string) => named(company.tasks, name),
    projectTask: (name: string) =>
      only(
        name,
        company.projectTasks.find((row) => row.task_id === named(company.tasks, name).id),
      ),
    /** The first shift of somebody's day. */
    shift: (first: string, date: string) =>
      only(
        `shift of ${first} on ${date}`,
        company.shifts.find((row) => row.employee_id === employee(first).id && row.date === date),
      ),
    /** Some plain time of somebody's in the days that are not signed off, with a comment or without. */
    time: (first: string, { commented }: { readonly commented: boolean }) =>
      only(
        `time of ${first}`,
        company.timeRecords.find(
          (row) =>
            row.employee_id === employee(first).id &&
            row.date >= "2026-11-01" &&
            (row.observations !== undefined) === commented,
        ),
      ),
    evaluation: (processName: string, first: string, kind: string) =>
      only(
        `${kind} review of ${first} in ${processName}`,
        company.evaluations.find(
          (row) =>
            row.review_process_target_id === target(processName, first).id && row.evaluation_type === kind,
        ),
      ),
  };
}

export type World = ReturnType<typeof worldOf>;

/** What a list of these rows has to answer. */
export function idsOf(rows: readonly { readonly id: string }[]): { id: string }[] {
  return rows.map(({ id }) => ({ id }));
}
