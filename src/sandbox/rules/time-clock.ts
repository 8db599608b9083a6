/** The time clock: in, out, breaks. */

import { Body } from "../body.js";
import type { Call } from "../call.js";
import { addDays, type WallTime } from "../clock.js";
import type { Employee, Shift } from "../company/records.js";
import { without } from "../company/table.js";
import { conflict, invalid, notFound } from "../errors.js";
import { checkUnlocked } from "./checks.js";
import {
  carryOver,
  checkNoOverlap,
  checkNotAhead,
  employeeOf,
  minutesOf,
  momentOf,
  openShiftOf,
} from "./shifts.js";
import { logTime, recordOfShift } from "./time-records.js";

function momentAsked(call: Call, field: string): WallTime {
  const { company } = call;
  const moment = momentOf(call, field, company.today);
  if (!moment) throw invalid(field, "can't be blank");
  checkNotAhead(company, moment, field);
  return moment;
}

interface Opening {
  readonly workable: boolean;
  readonly worker: string | undefined;
  readonly subproject: string | undefined;
}

function open(call: Call, employee: Employee, at: WallTime, opening: Opening): Shift {
  const { body, company } = call;
  checkUnlocked(company, employee.id, at.date);
  const times = { employee_id: employee.id, date: at.date, clock_in: at.time, clock_out: undefined };
  checkNoOverlap(company, times);
  const shift = company.shifts.insert({
    ...times,
    reference_date: at.date,
    workable: opening.workable,
    minutes: 0,
    observations: body.text("observations"),
    location_type: body.text("location_type"),
    workplace_id: body.text("workplace_id"),
    time_settings_break_configuration_id: body.text("time_settings_break_configuration_id"),
    in_source: "api",
    in_location_latitude: body.number("latitude"),
    in_location_longitude: body.number("longitude"),
    in_location_accuracy: body.number("accuracy"),
  });
  if (opening.worker !== undefined) attach(call, shift, opening.worker, opening.subproject);
  return shift;
}

function attach(call: Call, shift: Shift, worker: string, subproject: string | undefined): void {
  const fields = { project_worker_id: worker, attendance_shift_id: shift.id };
  logTime(call, new Body(subproject === undefined ? fields : { ...fields, subproject_id: subproject }));
}

/** Ends a shift. One that ran past midnight becomes two, and the answer is the later one alone. */
function close(call: Call, shift: Shift, at: WallTime): Shift {
  const { body, company } = call;
  if (at.date < shift.date || (at.date === shift.date && at.time < (shift.clock_in ?? ""))) {
    throw invalid("clock_out", "must be after clock in");
  }
  const ending = {
    out_source: "api",
    out_location_latitude: body.number("latitude"),
    out_location_longitude: body.number("longitude"),
    out_location_accuracy: body.number("accuracy"),
  };
  const end = (part: Shift, time: string): Shift =>
    carryOver(
      company,
      company.shifts.patch(part, { ...ending, clock_out: time, minutes: minutesOf(part.clock_in, time) }),
    );
  let part = shift;
  while (part.date < at.date) {
    const next = addDays(part.date, 1);
    end(part, "00:00:00");
    const record = recordOfShift(company, part.id);
    part = company.shifts.insert({
      ...without(part, "id", "created_at", "updated_at"),
      employee_id: shift.employee_id,
      workable: shift.workable,
      minutes: 0,
      date: next,
      reference_date: shift.reference_date,
      clock_in: "00:00:00",
      clock_out: undefined,
    });
    if (record) attach(call, part, record.project_worker_id, record.subproject_id);
  }
  const observations = body.text("observations");
  return company.shifts.patch(end(part, at.time), observations === undefined ? {} : { observations });
}

function openShift(call: Call, employee: Employee): Shift {
  const shift = openShiftOf(call.company, employee.id);
  if (!shift) throw invalid("base", "There is no open shift");
  return shift;
}

export function clockIn(call: Call): Shift {
  const employee = employeeOf(call);
  const at = momentAsked(call, "now");
  if (openShiftOf(call.company, employee.id)) throw conflict("There is already an open shift");
  return open(call, employee, at, {
    workable: true,
    worker: call.body.text("project_worker_id"),
    subproject: call.body.text("subproject_id"),
  });
}

export function clockOut(call: Call): Shift {
  const employee = employeeOf(call);
  return close(call, openShift(call, employee), momentAsked(call, "now"));
}

/** A break is a shift that isn't workable: it ends the work before it, and its end begins the work after it. */
export function startBreak(call: Call): Shift {
  const employee = employeeOf(call);
  const at = momentAsked(call, "now");
  const working = openShift(call, employee);
  if (!working.workable) throw conflict("There is already an open break");
  const worker = recordOfShift(call.company, working.id);
  close(call.with(new Body({})), working, at);
  const pause = open(call, employee, at, { workable: false, worker: undefined, subproject: undefined });
  // What was worked on before the break is what one comes back to.
  return worker
    ? call.company.shifts.patch(pause, {
        interrupted: { worker: worker.project_worker_id, subproject: worker.subproject_id },
      })
    : pause;
}

export function endBreak(call: Call): Shift {
  const { body } = call;
  const employee = employeeOf(call);
  const at = momentAsked(call, "now");
  const pause = openShift(call, employee);
  if (pause.workable) throw invalid("base", "There is no open break");
  close(call.with(new Body({})), pause, at);
  const before = pause.interrupted;
  const asked = body.text("project_worker_id");
  return open(call, employee, at, {
    workable: true,
    worker: asked ?? before?.worker,
    subproject: asked === undefined ? before?.subproject : body.text("subproject_id"),
  });
}

export function toggleClock(call: Call): Shift {
  const { body, company } = call;
  const employee = employeeOf(call);
  const at = momentAsked(call, "clock_time");
  const running = openShiftOf(company, employee.id);
  if (running) return close(call, running, at);
  const projectId = body.text("project_id");
  if (projectId === undefined)
    return open(call, employee, at, { workable: true, worker: undefined, subproject: undefined });
  const worker = company.projectWorkers.find(
    (candidate) =>
      candidate.project_id === projectId && candidate.employee_id === employee.id && candidate.assigned,
  );
  // Not 422: an employee who isn't on the project is answered like a project that isn't there.
  if (!worker) throw notFound();
  return open(call, employee, at, { workable: true, worker: worker.id, subproject: undefined });
}
