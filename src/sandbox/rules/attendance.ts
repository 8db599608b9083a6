/** Attendance: shifts, the time clock, and the days that were signed off. */

import { Body } from "../body.js";
import type { Call } from "../call.js";
import { daysBetween, isDay, isWorkingDay } from "../clock.js";
import { COMPANY_ID } from "../company/company.js";
import type { Review, Shift } from "../company/records.js";
import { invalid, notFound } from "../errors.js";
import { byText, notAfter, notBefore, onlyIf, shapesAnswer, type Filter } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkChoice, checkDays, checkUnlocked, isLocked, named } from "./checks.js";
import {
  carryOver,
  checkNoOverlap,
  checkNotAhead,
  employeeOf,
  isOpen,
  minutesOf,
  momentOf,
  presentOpenShift,
  presentShift,
  removeWithRecord,
  visibleShift,
} from "./shifts.js";
import { clockIn, clockOut, endBreak, startBreak, toggleClock } from "./time-clock.js";
import { logTime } from "./time-records.js";

function createShift(call: Call): Shift {
  const { body, company } = call;
  const employee = employeeOf(call);
  checkDays(call, "date", "reference_date");
  checkChoice(call, "half_day", ["beginning_of_day", "end_of_day"]);
  const date = body.text("date") ?? company.today;
  const [start, end] = [momentOf(call, "clock_in", date), momentOf(call, "clock_out", date)];
  if (end && !start) throw invalid("clock_in", "can't be blank");
  if (start) checkNotAhead(company, { date, time: start.time }, "clock_in");
  if (end) checkNotAhead(company, { date, time: end.time }, "clock_out");
  if (date > company.today) throw invalid("date", "can't be in the future");
  const times = { employee_id: employee.id, date, clock_in: start?.time, clock_out: end?.time };
  checkTimes(call, times);
  const source = body.text("source") ?? "api";
  const shift = company.shifts.insert({
    ...times,
    reference_date: body.text("reference_date") ?? date,
    workable: body.flag("workable") ?? true,
    minutes: minutesOf(times.clock_in, times.clock_out),
    observations: body.text("observations"),
    half_day: body.text("half_day"),
    location_type: body.text("location_type"),
    workplace_id: body.text("workplace_id"),
    time_settings_break_configuration_id: body.text("time_settings_break_configuration_id"),
    in_source: source,
    out_source: end ? source : undefined,
  });
  const worker = body.text("project_worker_id");
  if (worker !== undefined) {
    logTime(call, new Body({ project_worker_id: worker, attendance_shift_id: shift.id }));
  }
  return shift;
}

function checkTimes(
  call: Call,
  times: Pick<Shift, "employee_id" | "date" | "clock_in" | "clock_out">,
  changed?: Shift,
): void {
  checkUnlocked(call.company, times.employee_id, times.date);
  if (times.clock_out !== undefined && minutesOf(times.clock_in, times.clock_out) <= 0) {
    throw invalid("clock_out", "must be after clock in");
  }
  checkNoOverlap(call.company, times, changed);
}

function updateShift(shift: Shift, call: Call): void {
  const { body, company } = call;
  checkDays(call, "date", "reference_date");
  checkUnlocked(company, shift.employee_id, shift.date);
  const date = body.text("date") ?? shift.date;
  const [start, end] = [momentOf(call, "clock_in", date), momentOf(call, "clock_out", date)];
  const times = {
    employee_id: shift.employee_id,
    date,
    clock_in: body.has("clock_in") ? start?.time : shift.clock_in,
    clock_out: body.has("clock_out") ? end?.time : shift.clock_out,
  };
  if (times.clock_out !== undefined) checkNotAhead(company, { date, time: times.clock_out }, "clock_out");
  checkTimes(call, times, shift);
  const sent = ["observations", "location_type", "workplace_id", "time_settings_break_configuration_id"];
  company.shifts.patch(shift, {
    ...times,
    reference_date: body.text("reference_date") ?? (body.has("date") ? date : shift.reference_date),
    minutes: minutesOf(times.clock_in, times.clock_out),
    ...Object.fromEntries(sent.filter((field) => body.has(field)).map((field) => [field, body.text(field)])),
  });
  carryOver(company, shift);
}

const MORNING = { clock_in: "09:00:00", clock_out: "13:30:00" };
const AFTERNOON = { clock_in: "14:30:00", clock_out: "18:00:00" };

/** Fills the working days that have nothing yet with the usual hours. */
function autofill(call: Call): readonly Shift[] {
  const { body, company } = call;
  const [from, to] = [body.text("start_on") ?? "", body.text("end_on") ?? ""];
  for (const [field, day] of [
    ["start_on", from],
    ["end_on", to],
  ] as const) {
    if (!isDay(day)) throw invalid(field, "is not a valid date");
  }
  const made: Shift[] = [];
  for (const id of body.texts("employee_ids") ?? []) {
    const employee = employeeOf(call.with(new Body({ employee_id: id })));
    const busy = new Set(
      company.shifts.where((shift) => shift.employee_id === id).map((shift) => shift.date),
    );
    for (const date of daysBetween(from, to)) {
      if (date >= company.today || !isWorkingDay(date) || busy.has(date)) continue;
      if (isLocked(company, id, date)) continue;
      for (const part of [MORNING, AFTERNOON]) {
        const source = body.text("source") ?? "api";
        const minutes = minutesOf(part.clock_in, part.clock_out);
        made.push(
          company.shifts.insert({
            ...part,
            employee_id: employee.id,
            date,
            reference_date: date,
            workable: true,
            minutes,
            in_source: source,
            out_source: source,
          }),
        );
      }
    }
  }
  return made;
}

/** `true` keeps the last shift of each person among those that the rest of the query asks for. */
function latestOfEach(counts: (shift: Shift) => boolean): Filter<Shift> {
  return (call, name) => {
    if (call.query.flag(name) !== true) return undefined;
    const latest = new Map<string, Shift>();
    for (const shift of call.company.shifts.all()) {
      const before = latest.get(shift.employee_id);
      if (counts(shift) && (!before || momentText(shift) >= momentText(before)))
        latest.set(shift.employee_id, shift);
    }
    return (shift) => latest.get(shift.employee_id) === shift;
  };
}

function momentText(shift: Shift): string {
  return `${shift.date}T${shift.clock_in ?? ""}`;
}

const shifts = resource<Shift>({
  table: (company) => company.shifts,
  shows: visibleShift,
  present: (shift) => ({ ...presentShift(shift), company_id: COMPANY_ID }),
  // Whatever page one asks for, the whole answer comes.
  unpaged: true,
  filters: {
    start_on: notBefore("date"),
    end_on: notAfter("date"),
    // `false` asks for nothing here.
    half_day: onlyIf((shift) => shift.half_day !== undefined),
    latest_shift: latestOfEach(() => true),
    last_working_shift: latestOfEach((shift) => shift.workable),
    breaks_with_time_configuration: onlyIf(
      (shift) => shift.workable || shift.time_settings_break_configuration_id !== undefined,
    ),
    updated_at: notBefore("updated_at"),
    sort_created_at_asc: shapesAnswer,
  },
  create: createShift,
  update: updateShift,
  beforeDelete: (shift, call) => {
    removeWithRecord(call.company, shift);
  },
  actions: {
    autofill,
    clock_in: clockIn,
    clock_out: clockOut,
    break_start: startBreak,
    break_end: endBreak,
    toggle_clock: toggleClock,
  },
});

const openShifts = resource<Shift>({
  table: (company) => company.shifts,
  shows: (shift, call) => isOpen(shift) && visibleShift(shift, call),
  present: presentOpenShift,
});

const reviews = resource<Review>({
  table: (company) => company.reviews,
  shows: visibleShift,
  filters: {
    start_on: notBefore("date"),
    end_on: notAfter("date"),
    reviewed_at: byText((review, day) => review.reviewed_at.slice(0, 10) === day.slice(0, 10)),
  },
});

/** Signs a day off, as a manager does in the app. */
export function lockDay(company: Call["company"], employeeId: string, date: string): Review {
  const employee = company.employees.get(employeeId);
  if (!employee) throw notFound("Employee not found");
  if (!isDay(date)) throw invalid("date", "is not a valid date");
  const existing = company.reviews.find(
    (review) => review.employee_id === employeeId && review.date === date,
  );
  const author = named(company.employees, employee.manager_id ?? employeeId);
  return (
    existing ??
    company.reviews.insert({
      employee_id: employeeId,
      date,
      reviewed_at: company.now().toISOString(),
      author_id: author.id,
    })
  );
}

export const attendanceResources: Resources = {
  "attendance/shifts": shifts,
  "attendance/open_shifts": openShifts,
  "attendance/reviews": reviews,
};
