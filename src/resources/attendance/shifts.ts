import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { action, bulkAction, create, get, list, remove, since, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { daysBefore } from "../days";
import { joined } from "../row-text";

const OCTOBER = "2026-10-01";
const LOCATION_TYPES = ["office", "business_trip", "work_from_home"] as const;
const SOURCES = [
  "desktop",
  "mobile",
  "face_recognition",
  "qr_code",
  "mobile_geolocation",
  "shared_device",
  "api",
  "system",
] as const;

/** Seen to work: ISO with an offset, ISO without one, and `HH:MM`. We send ISO with an offset. */
const clockTime = z.string().min(1);

/** What every clock action takes; `now` is the instant of the action. */
const clockAction = { employee_id: id.optional(), now: f.instant, observations: z.string().optional() };

const position = {
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  accuracy: z.number().optional(),
};

/** Attendance: when somebody was at work. A break is a shift with `workable` false. */
export const shifts = defineResource({
  module: "attendance",
  path: "shifts",
  names: { one: "shift", many: "shifts" },
  icon: "watch",
  record: z.object({
    id: recordId,
    employee_id: recordId,
    date: f.optionalDate,
    /** The day that the shift counts for. */
    reference_date: f.optionalDate,
    /** Wall clock, `HH:MM`. */
    clock_in: f.optionalText,
    clock_out: f.optionalText,
    in_source: f.optionalText,
    out_source: f.optionalText,
    observations: f.optionalText,
    location_type: f.openEnum(...LOCATION_TYPES).nullish(),
    half_day: f.openEnum("beginning_of_day", "end_of_day").nullish(),
    in_location_latitude: f.optionalNumber,
    in_location_longitude: f.optionalNumber,
    in_location_accuracy: f.optionalNumber,
    out_location_latitude: f.optionalNumber,
    out_location_longitude: f.optionalNumber,
    out_location_accuracy: f.optionalNumber,
    workable: f.optionalFlag,
    created_at: f.optionalInstant,
    workplace_id: optionalRecordId,
    time_settings_break_configuration_id: optionalRecordId,
    company_id: optionalRecordId,
    updated_at: f.optionalInstant,
    minutes: f.optionalMinutes,
    clock_in_with_seconds: f.optionalInstant,
  }),
  row: ({ employee_id, date, clock_in, clock_out, minutes }, wording) => ({
    label: joined(
      wording.day(date),
      [clock_in, clock_out].filter(Boolean).join("–"),
      wording.minutes(minutes),
    ),
    description: wording.name("employees", employee_id),
  }),
  finding: { query: (today) => ({ start_on: daysBefore(today, 60), end_on: today }) },
  operations: {
    /**
     * Always give the days: the list is not paged and without bounds it is the whole company's. The two flags
     * that the description calls required are not enforced.
     */
    list: list({
      employee_ids: z.array(id).optional(),
      start_on: f.date.optional(),
      end_on: f.date.optional(),
      ids: z.array(id).optional(),
      half_day: z.boolean().optional(),
      workable: z.boolean().optional(),
      latest_shift: z.boolean().optional(),
      sort_created_at_asc: z.boolean().optional(),
      breaks_with_time_configuration: z.boolean().optional(),
      last_working_shift: z.boolean().optional(),
      updated_at: z.string().optional(),
    }),
    get: get(),
    create: create({
      employee_id: id.optional(),
      date: f.date,
      reference_date: f.date.optional(),
      day: z.int().optional(),
      clock_in: clockTime.optional(),
      clock_out: clockTime.optional(),
      observations: z.string().optional(),
      half_day: z.string().optional(),
      workable: z.boolean().optional(),
      location_type: z.enum(LOCATION_TYPES).optional(),
      source: z.enum(SOURCES).optional(),
      time_settings_break_configuration_id: id.optional(),
      workplace_id: since(OCTOBER, id.optional()),
      /** Also creates a time record for that project. */
      project_worker_id: since(OCTOBER, id.optional()),
    }),
    update: update({
      clock_in: clockTime.optional(),
      clock_out: clockTime.optional(),
      date: f.date.optional(),
      reference_date: f.date.optional(),
      observations: z.string().optional(),
      location_type: z.enum(LOCATION_TYPES).optional(),
      workplace_id: id.optional(),
      time_settings_break_configuration_id: id.optional(),
    }),
    delete: remove(),
    autofill: bulkAction("autofill", {
      employee_ids: z.array(id),
      start_on: f.date,
      end_on: f.date,
      source: z.string().optional(),
    }),
    clockIn: action("clock_in", {
      ...clockAction,
      ...position,
      location_type: z.enum(LOCATION_TYPES).optional(),
      workplace_id: id.optional(),
      time_settings_break_configuration_id: id.optional(),
      project_worker_id: id.optional(),
      subproject_id: id.optional(),
    }),
    clockOut: action("clock_out", { ...clockAction, ...position }),
    breakStart: action("break_start", {
      ...clockAction,
      time_settings_break_configuration_id: id.optional(),
    }),
    breakEnd: action("break_end", {
      ...clockAction,
      project_worker_id: id.optional(),
      subproject_id: id.optional(),
    }),
    toggleClock: action("toggle_clock", {
      employee_id: id,
      clock_time: f.instant,
      location_type: z.enum(LOCATION_TYPES).optional(),
      observations: z.string().optional(),
      time_settings_break_configuration_id: id.optional(),
      /** Used when it clocks in; the employee must be a worker of the project, else 404. */
      project_id: id.optional(),
    }),
  },
});
