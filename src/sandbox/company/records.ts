/**
 * Records whose rules need to know their fields. Ids are text throughout, whatever a version makes of them; days are
 * `YYYY-MM-DD`, clock times `HH:MM:SS` of the company's wall clock, durations whole minutes.
 */

import type { Row } from "./table.js";

export const PROJECT_STATUSES = ["active", "closed", "draft", "processing"] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export type TaskStatus = "todo" | "in_progress" | "done" | "discarded";

export interface Employee extends Row {
  access_id: string;
  first_name: string;
  last_name: string;
  full_name: string;
  preferred_name?: string | undefined;
  login_email: string;
  location_id: string;
  legal_entity_id: string;
  manager_id?: string | undefined;
  active: boolean;
  attendable?: boolean | undefined;
}

export interface Project extends Row {
  name: string;
  code?: string | undefined;
  status: ProjectStatus;
  employees_assignment: "manual" | "company";
  client_id?: string | undefined;
  start_date?: string | undefined;
  due_date?: string | undefined;
  legal_entity_id: string;
  is_billable: boolean;
  /** Soft-deleted: kept, yet shown nowhere. */
  deleted?: boolean;
}

export interface Subproject extends Row {
  name: string;
  project_id: string;
  status: ProjectStatus;
}

export interface ProjectWorker extends Row {
  project_id: string;
  employee_id: string;
  assigned: boolean;
}

export interface TimeRecord extends Row {
  project_worker_id: string;
  employee_id: string;
  project_id: string;
  subproject_id?: string | undefined;
  project_task_id?: string | undefined;
  /** With a shift, day, minutes and clock times follow the shift. */
  attendance_shift_id?: string | undefined;
  date: string;
  imputed_minutes: number;
  clock_in?: string | undefined;
  clock_out?: string | undefined;
  observations?: string | undefined;
}

export interface PlannedRecord extends Row {
  project_worker_id: string;
  subproject_id?: string | undefined;
  start_date: string;
  end_date: string;
  daily_minutes: number;
  week_days: readonly number[];
}

export interface ProjectTask extends Row {
  project_id: string;
  subproject_id?: string | undefined;
  task_id: string;
  follow_up: boolean;
}

export interface Task extends Row {
  name: string;
  content?: string | undefined;
  due_on?: string | undefined;
  status: TaskStatus;
  /** Access ids, not employee ids. */
  assignee_ids: readonly string[];
  author_employee_id?: string | undefined;
  completed_at?: string | undefined;
  completed_by_id?: string | undefined;
}

export interface Shift extends Row {
  employee_id: string;
  date: string;
  reference_date: string;
  clock_in?: string | undefined;
  clock_out?: string | undefined;
  /** False for a break. */
  workable: boolean;
  minutes: number;
  observations?: string | undefined;
  location_type?: string | undefined;
  half_day?: string | undefined;
  /** Of a break: the project that it interrupts. */
  interrupted?: { readonly worker: string; readonly subproject: string | undefined } | undefined;
}

/** A day that was signed off: nobody changes its shifts or its time any more. */
export interface BankHoliday extends Row {
  date: string;
}

export interface Leave extends Row {
  employee_id: string;
  start_on: string;
  /** The last day; missing while nobody knows it. */
  finish_on?: string | undefined;
  half_day?: "beginning_of_day" | "end_of_day" | undefined;
  leave_type_id: string;
  leave_type_name: string;
  /** Missing while nobody has decided. */
  approved?: boolean | undefined;
  /** One works during it, as on a business trip. */
  is_workable: boolean;
  is_payable: boolean;
  deleted_at?: string | undefined;
  hours_amount_in_cents?: number | undefined;
}

export interface Review extends Row {
  employee_id: string;
  date: string;
  reviewed_at: string;
  author_id: string;
}
