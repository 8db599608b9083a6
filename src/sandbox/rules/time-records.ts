/** Time on projects: records of a shift, records of plain minutes, and the older names of the latter. */

import { answersFor } from "../access.js";
import type { Body } from "../body.js";
import type { Call } from "../call.js";
import { dressedAsUtc, isDay } from "../clock.js";
import type { Company } from "../company/company.js";
import type { ProjectWorker, Shift, TimeRecord } from "../company/records.js";
import { forbidden, invalid, malformed, notFound } from "../errors.js";
import { byText, notAfter, notBefore, oneOf } from "../filters.js";
import { checkReferences } from "../references.js";
import { resource, type Resources } from "../resource.js";
import { checkMinutes, checkNotFuture, checkUnlocked, named } from "./checks.js";
import { visibleProject } from "./projects.js";

/** What a record takes from its shift: day, minutes and clock times are computed, never sent. */
export function timesOf(
  shift: Shift,
): Pick<TimeRecord, "date" | "imputed_minutes" | "clock_in" | "clock_out"> {
  return {
    date: shift.date,
    imputed_minutes: shift.minutes,
    clock_in: shift.clock_in,
    clock_out: shift.clock_out,
  };
}

export function recordOfShift(company: Company, shiftId: string): TimeRecord | undefined {
  return company.timeRecords.find((record) => record.attendance_shift_id === shiftId);
}

/** The worker who may take time now: assigned, to an active project, and somebody the caller answers for. */
function checkWorker(call: Call, worker: ProjectWorker): void {
  const employee = named(call.company.employees, worker.employee_id);
  if (!answersFor(call.viewer, employee))
    throw forbidden("You are not allowed to log time for this employee");
  if (!worker.assigned) throw invalid("project_worker", "is not assigned to the project");
  const project = visibleProject(call.company, worker.project_id);
  if (project?.status !== "active") throw invalid("project", "must be active");
}

function checkParts(call: Call, body: Body, worker: ProjectWorker): void {
  const { subprojects, projectTasks } = call.company;
  const subproject = subprojects.get(body.text("subproject_id") ?? "");
  if (subproject && subproject.project_id !== worker.project_id) {
    throw invalid("subproject", "does not belong to the project");
  }
  const task = projectTasks.get(body.text("project_task_id") ?? "");
  if (task && task.project_id !== worker.project_id)
    throw invalid("project_task", "does not belong to the project");
}

/** Attaches a project to a shift, or logs plain minutes; the body decides which. */
export function logTime(call: Call, body: Body): TimeRecord {
  const { company } = call;
  const worker = named(company.projectWorkers, body.text("project_worker_id"));
  checkWorker(call, worker);
  checkParts(call, body, worker);
  const shiftId = body.text("attendance_shift_id");
  const times = shiftId === undefined ? plainMinutes(call, body, worker) : shiftTimes(call, shiftId, worker);
  return company.timeRecords.insert({
    project_worker_id: worker.id,
    employee_id: worker.employee_id,
    project_id: worker.project_id,
    subproject_id: body.text("subproject_id"),
    project_task_id: body.text("project_task_id"),
    attendance_shift_id: shiftId,
    ...times,
  });
}

function shiftTimes(call: Call, shiftId: string, worker: ProjectWorker): ReturnType<typeof timesOf> {
  const shift = named(call.company.shifts, shiftId);
  if (shift.employee_id !== worker.employee_id)
    throw invalid("attendance_shift", "belongs to another employee");
  if (!shift.workable) throw invalid("attendance_shift", "is a break");
  if (recordOfShift(call.company, shiftId)) throw invalid("attendance_shift_id", "has already been taken");
  checkUnlocked(call.company, worker.employee_id, shift.date);
  return timesOf(shift);
}

function plainMinutes(
  call: Call,
  body: Body,
  worker: ProjectWorker,
): Pick<TimeRecord, "date" | "imputed_minutes"> {
  const { company } = call;
  if (company.mode === "attendance") throw invalid("attendance_shift_id", "can't be blank");
  const [minutes, date] = [body.number("imputed_minutes"), body.text("date")];
  // 2026-07-01 has neither field, so there a record without a shift can't be made.
  if (minutes === undefined) throw invalid("attendance_shift_id", "can't be blank");
  if (date === undefined) throw invalid("date", "can't be blank");
  checkPlain(company, worker.employee_id, date, minutes, undefined);
  return { date, imputed_minutes: minutes };
}

function checkPlain(
  company: Company,
  employeeId: string,
  date: string,
  minutes: number,
  changed: TimeRecord | undefined,
): void {
  if (!isDay(date)) throw invalid("date", "is not a valid date");
  checkMinutes(minutes, "imputed_minutes");
  checkNotFuture(company, date);
  checkUnlocked(company, employeeId, date);
  let total = minutes;
  for (const record of company.timeRecords.all()) {
    if (record.employee_id === employeeId && record.date === date && record !== changed)
      total += record.imputed_minutes;
  }
  if (total > 24 * 60) throw invalid("imputed_minutes", "makes more than 24 hours on this day");
}

/** Before a record is changed or goes. */
function checkMutable(call: Call, record: TimeRecord): void {
  const employee = named(call.company.employees, record.employee_id);
  if (!answersFor(call.viewer, employee)) throw forbidden("You are not allowed to change this time record");
  checkUnlocked(call.company, record.employee_id, record.date);
}

function deleteRecord(call: Call, record: TimeRecord): TimeRecord {
  checkMutable(call, record);
  return call.company.timeRecords.remove(record);
}

/** Moves a record to another worker, and with it to another project. */
function moveRecord(call: Call, record: TimeRecord, body: Body): void {
  checkMutable(call, record);
  const worker = named(
    call.company.projectWorkers,
    body.text("project_worker_id") ?? record.project_worker_id,
  );
  checkWorker(call, worker);
  checkParts(call, body, worker);
  if (worker.employee_id !== record.employee_id)
    throw invalid("project_worker", "belongs to another employee");
  const stays = worker.project_id === record.project_id;
  call.company.timeRecords.patch(record, {
    project_worker_id: worker.id,
    project_id: worker.project_id,
    subproject_id: body.has("subproject_id") || !stays ? body.text("subproject_id") : record.subproject_id,
    project_task_id:
      body.has("project_task_id") || !stays ? body.text("project_task_id") : record.project_task_id,
  });
}

function changeMinutes(call: Call, record: TimeRecord, minutes: number, date: string): void {
  if (record.attendance_shift_id !== undefined) throw invalid("imputed_minutes", "follow from the shift");
  checkMutable(call, record);
  checkPlain(call.company, record.employee_id, date, minutes, record);
  call.company.timeRecords.patch(record, { imputed_minutes: minutes, date });
}

/**
 * Items without `time_record_id` create, with nothing but that delete, with more they update. Of two items for one
 * shift only the last runs, unless the first is a delete.
 */
function bulkProcess(call: Call): readonly TimeRecord[] {
  const { timeRecords } = call.company;
  const items = call.body.bodies("items");
  const isDelete = (item: Body): boolean =>
    Object.keys(item.fields).every((name) => name === "time_record_id");
  const shiftOf = (item: Body): string | undefined =>
    item.text("attendance_shift_id") ??
    timeRecords.get(item.text("time_record_id") ?? "")?.attendance_shift_id;
  const done: TimeRecord[] = [];
  for (const [index, item] of items.entries()) {
    const shift = shiftOf(item);
    const repeated = shift !== undefined && items.slice(index + 1).some((later) => shiftOf(later) === shift);
    if (repeated && !isDelete(item)) continue;
    done.push(processItem(call, item, isDelete(item)));
  }
  return done;
}

function processItem(call: Call, item: Body, isDelete: boolean): TimeRecord {
  checkReferences(call.with(item));
  const id = item.text("time_record_id");
  if (id === undefined) {
    if (isDelete) throw malformed("An item needs something to do");
    return logTime(call, item);
  }
  const record = named(call.company.timeRecords, id);
  if (isDelete) return deleteRecord(call, record);
  const [minutes, date] = [item.number("imputed_minutes"), item.text("date")];
  if (minutes !== undefined || date !== undefined) {
    changeMinutes(call, record, minutes ?? record.imputed_minutes, date ?? record.date);
  }
  if (["project_worker_id", "subproject_id", "project_task_id"].some((name) => item.has(name))) {
    moveRecord(call, record, item);
  }
  return record;
}

function visible(record: TimeRecord, call: Call): boolean {
  return call.viewer.role !== "restricted" || record.employee_id === call.viewer.employee.id;
}

const timeRecords = resource<TimeRecord>({
  table: (company) => company.timeRecords,
  shows: visible,
  present: (record) => ({
    clock_in: record.clock_in && dressedAsUtc(record.clock_in),
    clock_out: record.clock_out && dressedAsUtc(record.clock_out),
  }),
  filters: {
    "employee_ids[]": oneOf("employee_id"),
    month: byText((record, month) => Number(record.date.slice(5, 7)) === Number(month)),
    year: byText((record, year) => record.date.startsWith(`${year}-`)),
  },
  create: (call) => logTime(call, call.body),
  beforeDelete: (record, call) => {
    checkMutable(call, record);
  },
  actions: {
    bulk_process: bulkProcess,
    bulk_delete: (call) => {
      const { body, company } = call;
      const subproject = body.text("subproject_id");
      return company.timeRecords
        .where(
          (record) =>
            record.project_worker_id === body.text("project_worker_id") &&
            record.date === body.text("date") &&
            (subproject === undefined || record.subproject_id === subproject),
        )
        .map((record) => deleteRecord(call, record));
    },
    update_project_worker: (call) => {
      const record = named(call.company.timeRecords, call.body.text("id"));
      if (record.attendance_shift_id === undefined) throw invalid("base", "The time record has no shift");
      moveRecord(call, record, call.body);
      return record;
    },
    update_observations: (call) => {
      const record = named(call.company.timeRecords, call.body.text("id"));
      if (record.attendance_shift_id !== undefined) {
        throw invalid("observations", "can only be set on a time record without a shift");
      }
      checkMutable(call, record);
      return call.company.timeRecords.patch(record, { observations: call.body.text("observations") });
    },
  },
});

/** The feature that the older resources need; without it they answer 403, whatever one asks. */
function checkFlexible(call: Call): void {
  if (call.company.mode !== "flexible") throw forbidden("Feature projects_flexible_tracking is not enabled");
}

/** Until 2026-04-01 records of plain minutes had a resource of their own. It is the same time. */
const flexibleTimeRecords = resource<TimeRecord>({
  table: (company) => company.timeRecords,
  guard: checkFlexible,
  shows: (record, call) => record.attendance_shift_id === undefined && visible(record, call),
  filters: { starts_on: notBefore("date"), ends_on: notAfter("date") },
  create: (call) => logTime(call, call.body),
  update: (record, call) => {
    changeMinutes(call, record, call.body.number("imputed_minutes") ?? record.imputed_minutes, record.date);
  },
  beforeDelete: (record, call) => {
    checkMutable(call, record);
  },
});

/** A comment is what later versions call the record's observations; it has the record's id. */
const comments = resource<TimeRecord>({
  table: (company) => company.timeRecords,
  guard: checkFlexible,
  shows: (record, call) =>
    record.attendance_shift_id === undefined && record.observations !== undefined && visible(record, call),
  present: (record) => ({ content: record.observations, flexible_time_record_id: record.id }),
  filters: { flexible_time_record_id: byText((record, id) => record.id === id) },
  create: (call) => {
    const record = commented(call, false);
    return comment(call, record, call.body.text("content"));
  },
  actions: {
    update_by_flexible_time_record: (call) => comment(call, commented(call, true), call.body.text("content")),
    delete_by_flexible_time_record: (call) => removeComment(commented(call, true), call),
  },
  // Neither of these is in any official description.
  discard: removeComment,
  update: (record, call) => {
    comment(call, record, call.body.text("content"));
  },
});

function commented(call: Call, hasComment: boolean): TimeRecord {
  const record = named(call.company.timeRecords, call.body.text("flexible_time_record_id"));
  if (record.attendance_shift_id !== undefined) throw notFound();
  if (hasComment && record.observations === undefined) throw notFound();
  if (!hasComment && record.observations !== undefined)
    throw invalid("flexible_time_record_id", "has already been taken");
  return record;
}

function comment(call: Call, record: TimeRecord, content: string | undefined): TimeRecord {
  checkMutable(call, record);
  if (content?.trim() === "") throw invalid("content", "can't be blank");
  return call.company.timeRecords.patch(record, { observations: content });
}

/** The record stays; the answer shows the comment as it was. */
function removeComment(record: TimeRecord, call: Call): TimeRecord {
  const before = { ...record };
  comment(call, record, undefined);
  return before;
}

export const timeResources: Resources = {
  "project_management/time_records": timeRecords,
  "project_management/flexible_time_records": flexibleTimeRecords,
  "project_management/flexible_time_record_comments": comments,
};
