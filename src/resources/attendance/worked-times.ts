import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** What was tracked on a day of somebody, and what kind of day it is. */
export const workedTimes = defineResource({
  module: "attendance",
  path: "worked_times",
  names: { one: "worked day", many: "worked days" },
  icon: "calendar",
  record: z.object({
    /** Of employee and day: `1_2026-01-31`. */
    id: recordId,
    employee_id: recordId,
    company_id: optionalRecordId,
    date: f.text,
    tracked_minutes: f.optionalMinutes,
    multiplied_minutes: f.optionalMinutes,
    pending_minutes: f.optionalMinutes,
    minutes: f.optionalMinutes,
    time_unit: f.openEnum("minute", "half_day", "none").nullish(),
    worked_time_blocks: z.array(z.unknown()).nullish(),
    day_type: f.openEnum("workday", "saturday", "sunday", "bank_holiday").nullish(),
  }),
  operations: {
    list: list({
      start_on: f.date.optional(),
      end_on: f.date.optional(),
      employee_ids: z.array(id).optional(),
      include_time_range_category: z.boolean(),
      include_non_attendable_employees: z.boolean(),
    }),
  },
});
