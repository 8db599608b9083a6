/** What every change to a shift has to respect, whoever makes it and by whatever operation. */

import { answersFor } from "../access.js";
import type { Call } from "../call.js";
import { dressedAsUtc, minuteOfDay, readTime, type WallTime } from "../clock.js";
import type { Company } from "../company/company.js";
import type { Employee, Shift } from "../company/records.js";
import { invalid, malformed, notFound } from "../errors.js";
import { checkUnlocked } from "./checks.js";
import { recordOfShift, timesOf } from "./time-records.js";

/** A client's clock may be a little ahead of the server's. */
const TOLERATED_MINUTES = 2;

/** Whose shift it is: the body's employee, else the caller's own. A key belongs to nobody and has to say. */
export function employeeOf(call: Call): Employee {
  const id = call.body.text("employee_id") ?? call.viewer.employee?.id;
  if (id === undefined) throw malformed("Missing required prop employee_id");
  const employee = call.company.employees.get(id);
  // One who isn't visible to the credential is answered like one who isn't there.
  if (!employee || !answersFor(call.viewer, employee)) throw notFound("Employee not found");
  return employee;
}

/** A moment of the request; a bare time is on `day`. */
export function momentOf(call: Call, field: string, day: string): WallTime | undefined {
  const text = call.body.text(field);
  if (text === undefined) return undefined;
  const read = readTime(text);
  if (!read) throw invalid(field, "is not a valid time");
  return { date: read.date ?? day, time: read.time };
}

export function checkNotAhead(company: Company, moment: WallTime, field: string): void {
  const now = company.wall();
  const isAhead =
    moment.date > now.date ||
    (moment.date === now.date && minuteOfDay(moment.time) > minuteOfDay(now.time) + TOLERATED_MINUTES);
  if (isAhead) throw invalid(field, "can't be in the future");
}

/** Minutes of a shift; none while it runs. */
export function minutesOf(clockIn: string | undefined, clockOut: string | undefined): number {
  return clockIn === undefined || clockOut === undefined
    ? 0
    : minuteOfDay(clockOut, "end") - minuteOfDay(clockIn);
}

/** Shifts of one person don't overlap; the text names the one in the way. */
export function checkNoOverlap(
  company: Company,
  shift: Pick<Shift, "employee_id" | "date" | "clock_in" | "clock_out">,
  except?: Shift,
): void {
  if (shift.clock_in === undefined) return;
  const from = minuteOfDay(shift.clock_in);
  const to = shift.clock_out === undefined ? from + 1 : minuteOfDay(shift.clock_out, "end");
  for (const other of company.shifts.all()) {
    if (other === except || other.employee_id !== shift.employee_id || other.date !== shift.date) continue;
    if (other.clock_in === undefined) continue;
    const otherEnd = other.clock_out === undefined ? 24 * 60 : minuteOfDay(other.clock_out, "end");
    if (from < otherEnd && minuteOfDay(other.clock_in) < to) {
      const end = other.clock_out?.slice(0, 5) ?? "now";
      throw invalid("base", `Overlaps with the shift from ${other.clock_in.slice(0, 5)} to ${end}`);
    }
  }
}

/** Brings the project's time in line after its shift has changed. */
export function carryOver(company: Company, shift: Shift): Shift {
  const record = recordOfShift(company, shift.id);
  if (record) company.timeRecords.patch(record, timesOf(shift));
  return shift;
}

/** With the shift goes the time that hangs on it. */
export function removeWithRecord(company: Company, shift: Shift): void {
  checkUnlocked(company, shift.employee_id, shift.date);
  const record = recordOfShift(company, shift.id);
  if (record) company.timeRecords.remove(record);
}

export function openShiftOf(company: Company, employeeId: string): Shift | undefined {
  return company.shifts.find((shift) => shift.employee_id === employeeId && isOpen(shift));
}

export function isOpen(shift: Shift): boolean {
  return shift.clock_in !== undefined && shift.clock_out === undefined;
}

/** Employees see their own shifts and those of the people they answer for. */
export function visibleShift(shift: { readonly employee_id: string }, call: Call): boolean {
  const employee = call.company.employees.get(shift.employee_id);
  return employee !== undefined && answersFor(call.viewer, employee);
}

/** Answers give `HH:MM`; the seconds are in a field of their own, a wall clock dressed as UTC. */
export function presentShift(shift: Shift): Record<string, unknown> {
  return {
    clock_in: shift.clock_in?.slice(0, 5),
    clock_out: shift.clock_out?.slice(0, 5),
    clock_in_with_seconds: shift.clock_in && `${shift.date}T${shift.clock_in}+00:00`,
  };
}

export function presentOpenShift(shift: Shift): Record<string, unknown> {
  return {
    clock_in: dressedAsUtc(shift.clock_in ?? "00:00:00"),
    status: "opened",
    automatic_clock_in: false,
  };
}
