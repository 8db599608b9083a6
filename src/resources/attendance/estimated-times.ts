import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** What a day of somebody is meant to hold, by contract, schedule or planned shifts. */
export const estimatedTimes = defineResource({
  module: "attendance",
  path: "estimated_times",
  names: { one: "expected day", many: "expected days" },
  icon: "calendar",
  record: z.object({
    /** Of employee and day: `1_2026-01-31`. */
    id: recordId,
    employee_id: recordId,
    company_id: optionalRecordId,
    date: f.text,
    /** Before leave and bank holidays are taken off. */
    expected_minutes: f.optionalMinutes,
    regular_minutes: f.optionalMinutes,
    overtime_minutes: f.optionalMinutes,
    minutes: f.optionalMinutes,
    breaks: z.array(z.unknown()).nullish(),
    shifts: z.array(z.unknown()).nullish(),
    /** `none`: nobody has said how long this person works. */
    time_unit: f.openEnum("minute", "half_day", "none").nullish(),
    estimated_half_days: f.optionalNumber,
    source: f.openEnum("contract_hours", "work_schedule", "shift_management", "none").nullish(),
  }),
  operations: {
    list: list({ start_on: f.date, end_on: f.date, employee_ids: z.array(id) }),
  },
});
