import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { list, since } from "../../api/operation";
import { defineResource } from "../../api/resource";

const OCTOBER = "2026-10-01";

/** Days that somebody has off: holidays, sick leave and the like. Why, in their own words, is dropped on arrival. */
export const leaves = defineResource({
  module: "timeoff",
  path: "leaves",
  names: { one: "leave", many: "leaves" },
  icon: "calendar",
  record: z.object({
    id: recordId,
    company_id: optionalRecordId,
    employee_id: recordId,
    start_on: f.text,
    /** The last day; missing while nobody knows it. */
    finish_on: f.optionalDate,
    /** The first or the second half; missing on whole days. Spelled `beggining_of_day` in some versions. */
    half_day: f.optionalText,
    leave_type_id: optionalRecordId,
    leave_type_name: f.optionalText,
    /** False when refused, missing while nobody has decided. */
    approved: f.optionalFlag,
    employee_full_name: f.optionalText,
    start_time: f.optionalText,
    /** Of a leave by the hour: hundredths of an hour. */
    hours_amount_in_cents: f.optionalNumber,
    updated_at: f.optionalInstant,
    created_at: f.optionalInstant,
    deleted_at: f.optionalInstant,
    duration_attributes: f.optionalText,
    days_taken: f.optionalNumber,
    duration_by_day_attributes: z.unknown().optional(),
  }),
  operations: {
    list: list({
      ids: z.array(id).optional(),
      employee_ids: z.array(id).optional(),
      leave_type_id: z.array(id).optional(),
      from: f.date.optional(),
      to: f.date.optional(),
      only_active: z.boolean().optional(),
      include_deleted_leaves: z.boolean(),
      approved: z.boolean().optional(),
      include_pending: z.boolean().optional(),
      include_leave_type: z.boolean().optional(),
      include_duration: z.boolean().optional(),
      include_duration_by_day: since(OCTOBER, z.boolean().optional()),
      type_is_workable: z.boolean().optional(),
      type_is_payable: z.boolean().optional(),
      forced_finish_on: since(OCTOBER, f.date.optional()),
    }),
  },
});
