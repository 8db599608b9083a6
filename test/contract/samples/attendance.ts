import type { Samples } from "./sample";
import { idsOf, LAST_MONDAY, LAST_SUNDAY, only, TODAY, YESTERDAY, type World } from "./world";

type Attendance = Pick<
  Samples,
  "shifts" | "openShifts" | "attendanceReviews" | "estimatedTimes" | "workedTimes" | "leaves"
>;

export function attendanceSamples(world: World): Attendance {
  const { company, employee, location, project, shift, since, worker } = world;
  const [nora, lucia, ivo, irene, marc] = [
    employee("Nora"),
    employee("Lucía"),
    employee("Ivo"),
    employee("Irene"),
    employee("Marc"),
  ];
  const [morning, running] = [shift("Nora", YESTERDAY), shift("Lucía", TODAY)];
  const ofNora = company.shifts.where((row) => row.employee_id === nora.id && row.date >= LAST_MONDAY);
  const shiftsOf = (employeeId: string) => company.shifts.where((row) => row.employee_id === employeeId);
  const review = only(
    "day that is signed off",
    company.reviews.find((row) => row.employee_id === nora.id),
  );
  const holiday = only(
    "bank holiday",
    company.bankHolidays.find(() => true),
  );
  const leave = only(
    "leave of whole days",
    company.leaves.find((row) => row.employee_id === nora.id && row.half_day === undefined),
  );
  const timeOf = (found: { readonly id: string } | undefined) =>
    company.timeRecords.find((row) => row.attendance_shift_id === found?.id);
  return {
    shifts: {
      list: {
        input: { employee_ids: [nora.id], start_on: LAST_MONDAY, end_on: TODAY, workable: true },
        answer: idsOf(ofNora),
      },
      get: { input: { id: morning.id }, answer: [{ id: morning.id, employee_id: nora.id, date: YESTERDAY }] },
      create: {
        input: {
          employee_id: irene.id,
          date: YESTERDAY,
          reference_date: YESTERDAY,
          clock_in: "09:00",
          clock_out: "12:15",
          observations: "Stock-taking",
          workable: true,
          location_type: "office",
          source: "api",
          ...since("2026-10-01", {
            workplace_id: location("Barcelona").id,
            project_worker_id: worker("Internal", "Irene").id,
          }),
        },
        answer: [
          { employee_id: irene.id, date: YESTERDAY, clock_in: "09:00", clock_out: "12:15", minutes: 195 },
        ],
        sees: () => shiftsOf(irene.id),
        becomes: [
          {
            date: YESTERDAY,
            observations: "Stock-taking",
            ...since("2026-10-01", { workplace_id: location("Barcelona").id }),
          },
        ],
      },
      update: {
        input: {
          id: morning.id,
          clock_out: "13:00",
          observations: "Left early",
          location_type: "business_trip",
        },
        answer: [{ id: morning.id, clock_out: "13:00", minutes: 240, observations: "Left early" }],
        sees: () => morning,
        becomes: { clock_out: "13:00:00", minutes: 240, location_type: "business_trip" },
      },
      delete: {
        input: { id: morning.id },
        answer: [{ id: morning.id }],
        sees: () => company.shifts.get(morning.id),
        becomes: undefined,
      },
      autofill: {
        input: { employee_ids: [irene.id], start_on: LAST_MONDAY, end_on: YESTERDAY, source: "api" },
        answer: [LAST_MONDAY, LAST_MONDAY, YESTERDAY, YESTERDAY].map((date) => ({
          employee_id: irene.id,
          date,
        })),
        sees: () => shiftsOf(irene.id).length,
        becomes: 4,
      },
      clockIn: {
        input: {
          employee_id: ivo.id,
          now: `${TODAY}T10:40:00+01:00`,
          observations: "Late train",
          latitude: 38.72,
          longitude: -9.14,
          accuracy: 12,
          location_type: "work_from_home",
          project_worker_id: worker("Brisa Platform", "Ivo").id,
        },
        answer: [{ employee_id: ivo.id, clock_in: "10:40", in_location_latitude: 38.72 }],
        sees: () => [shiftsOf(ivo.id), timeOf(shiftsOf(ivo.id).at(-1))],
        becomes: [
          [{ clock_in: "10:40:00", observations: "Late train", in_location_accuracy: 12 }],
          { project_worker_id: worker("Brisa Platform", "Ivo").id },
        ],
      },
      clockOut: {
        input: { employee_id: lucia.id, now: `${TODAY}T10:55:00+01:00`, latitude: 41.4 },
        answer: [{ id: running.id, clock_out: "10:55", out_location_latitude: 41.4 }],
        sees: () => running.clock_out,
        becomes: "10:55:00",
      },
      breakStart: {
        input: { employee_id: lucia.id, now: `${TODAY}T10:30:00+01:00`, observations: "Coffee" },
        answer: [{ employee_id: lucia.id, clock_in: "10:30", workable: false, observations: "Coffee" }],
        sees: () => shiftsOf(lucia.id).slice(-2),
        becomes: [
          { id: running.id, clock_out: "10:30:00" },
          { workable: false, clock_in: "10:30:00" },
        ],
      },
      breakEnd: {
        before: () => {
          company.shifts.patch(running, { workable: false });
        },
        input: { employee_id: lucia.id, now: `${TODAY}T10:45:00+01:00` },
        answer: [{ employee_id: lucia.id, clock_in: "10:45", workable: true }],
        sees: () => shiftsOf(lucia.id).slice(-2),
        becomes: [
          { id: running.id, clock_out: "10:45:00" },
          { workable: true, clock_in: "10:45:00" },
        ],
      },
      toggleClock: {
        input: {
          employee_id: marc.id,
          clock_time: `${TODAY}T09:05:00+01:00`,
          location_type: "office",
          project_id: project("ACME").id,
        },
        answer: [{ employee_id: marc.id, date: TODAY, clock_in: "09:05", location_type: "office" }],
        sees: () => timeOf(shiftsOf(marc.id).at(-1)),
        becomes: { project_worker_id: worker("ACME", "Marc").id, date: TODAY },
      },
    },
    openShifts: {
      list: {
        input: { employee_ids: [lucia.id, nora.id] },
        answer: [{ id: running.id, employee_id: lucia.id, status: "opened" }],
      },
    },
    attendanceReviews: {
      list: {
        input: { employee_ids: [nora.id], start_on: review.date, end_on: review.date },
        answer: [{ id: review.id, employee_id: nora.id, date: review.date }],
      },
    },
    estimatedTimes: {
      list: {
        input: { employee_ids: [nora.id], start_on: LAST_SUNDAY, end_on: LAST_MONDAY },
        answer: [
          { employee_id: nora.id, date: LAST_SUNDAY, expected_minutes: 0 },
          { employee_id: nora.id, date: LAST_MONDAY, expected_minutes: 480, time_unit: "minute" },
        ],
      },
    },
    workedTimes: {
      list: {
        input: {
          employee_ids: [nora.id],
          start_on: holiday.date,
          end_on: holiday.date,
          include_time_range_category: false,
          include_non_attendable_employees: true,
        },
        answer: [{ employee_id: nora.id, date: holiday.date, day_type: "bank_holiday" }],
      },
    },
    leaves: {
      list: {
        input: {
          employee_ids: [nora.id],
          from: leave.start_on,
          to: leave.start_on,
          approved: true,
          type_is_workable: false,
          include_leave_type: true,
          include_deleted_leaves: false,
        },
        answer: [{ id: leave.id, employee_id: nora.id, leave_type_name: "Annual leave" }],
      },
    },
  };
}
