/** What a day of somebody is like: what it is meant to hold, what was tracked, bank holidays, and who is on leave. */

import type { Call } from "../call.js";
import { daysBetween, isDay, isWorkingDay, weekDay } from "../clock.js";
import { COMPANY_ID } from "../company/company.js";
import type { Leave } from "../company/records.js";
import type { Row } from "../company/table.js";
import { invalid } from "../errors.js";
import { byText, flagged, notAfter, notBefore, shapesAnswer, type Filter } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { visibleShift } from "./shifts.js";

const MINUTES_A_DAY = 480;

/** The flag lets in what does not pass. */
function unlessAsked<T extends Row>(passes: (record: T, call: Call) => boolean): Filter<T> {
  return (call, name) => (call.query.flag(name) === true ? undefined : (record) => passes(record, call));
}

/** A row for each employee that the caller answers for and each day of the question; they are in no table. */
function daily(rowOf: (call: Call, employeeId: string, date: string) => Readonly<Record<string, unknown>>) {
  return resource<Row>({
    // Its rows are worked out; of what the table holds nothing is shown.
    table: (company) => company.bankHolidays,
    shows: (row, call) =>
      typeof row.employee_id === "string" && visibleShift({ employee_id: row.employee_id }, call),
    filters: {
      start_on: notBefore("date"),
      end_on: notAfter("date"),
      include_time_range_category: shapesAnswer,
      include_non_attendable_employees: unlessAsked(
        (row, { company }) => company.employees.get(String(row.employee_id))?.attendable === true,
      ),
    },
    besides: (call) => {
      const [from = call.company.today, to = call.company.today] = [
        call.query.text("start_on"),
        call.query.text("end_on"),
      ];
      for (const [name, day] of [
        ["start_on", from],
        ["end_on", to],
      ] as const) {
        if (!isDay(day)) throw invalid(name, "is not a valid date");
      }
      const wanted = call.query.list("employee_ids[]") ?? call.company.employees.all().map(({ id }) => id);
      return wanted.flatMap((employeeId) =>
        daysBetween(from, to).map((date) => ({
          id: `${employeeId}_${date}`,
          employee_id: employeeId,
          company_id: COMPANY_ID,
          date,
          time_unit: "minute",
          ...rowOf(call, employeeId, date),
        })),
      );
    },
  });
}

const estimatedTimes = daily((_, __, date) => {
  // Bank holidays and leave are not taken off, in neither number.
  const minutes = isWorkingDay(date) ? MINUTES_A_DAY : 0;
  return {
    expected_minutes: minutes,
    regular_minutes: minutes,
    overtime_minutes: 0,
    minutes,
    breaks: [],
    shifts: [],
    estimated_half_days: minutes > 0 ? 2 : 0,
    source: "contract_hours",
  };
});

const workedTimes = daily(({ company }, employeeId, date) => {
  const minutes = company.shifts
    .where((shift) => shift.employee_id === employeeId && shift.date === date && shift.workable)
    .reduce((sum, shift) => sum + shift.minutes, 0);
  return {
    tracked_minutes: minutes,
    multiplied_minutes: minutes,
    pending_minutes: 0,
    minutes,
    worked_time_blocks: [],
    day_type: dayType(company, date),
  };
});

function dayType(company: Call["company"], date: string): string {
  if (company.bankHolidays.find((holiday) => holiday.date === date)) return "bank_holiday";
  const weekday = weekDay(date);
  return weekday === 6 ? "saturday" : weekday === 0 ? "sunday" : "workday";
}

const leaves = resource<Leave>({
  table: (company) => company.leaves,
  shows: (leave, call) => visibleShift(leave, call),
  filters: {
    "leave_type_id[]": (call, name) => {
      const wanted = call.query.list(name);
      return wanted && ((leave) => wanted.includes(leave.leave_type_id));
    },
    from: byText((leave, day) => leave.finish_on === undefined || leave.finish_on >= day),
    to: notAfter("start_on"),
    only_active: (call, name) =>
      call.query.flag(name) === true
        ? ({ employee_id }) => call.company.employees.get(employee_id)?.active === true
        : undefined,
    include_deleted_leaves: unlessAsked((leave) => leave.deleted_at === undefined),
    approved: flagged("approved"),
    include_pending: (call, name) =>
      call.query.flag(name) === false ? (leave) => leave.approved !== undefined : undefined,
    include_leave_type: shapesAnswer,
    include_duration: shapesAnswer,
    include_duration_by_day: shapesAnswer,
    type_is_workable: flagged("is_workable"),
    type_is_payable: flagged("is_payable"),
    forced_finish_on: shapesAnswer,
  },
  present: (leave, { company, query, version }) => ({
    company_id: COMPANY_ID,
    leave_type_name: query.flag("include_leave_type") === true ? leave.leave_type_name : undefined,
    employee_full_name: company.employees.get(leave.employee_id)?.full_name,
    days_taken: leave.half_day === undefined ? 1 : 0.5,
    // The two spellings that the descriptions have.
    half_day: version < "2026-10-01" ? leave.half_day?.replace("beginning", "beggining") : leave.half_day,
  }),
});

export const workCalendarResources: Resources = {
  "attendance/estimated_times": estimatedTimes,
  "attendance/worked_times": workedTimes,
  "timeoff/leaves": leaves,
};
