import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Shifts that have begun and not ended. */
export const openShifts = defineResource({
  module: "attendance",
  path: "open_shifts",
  names: { one: "open shift", many: "open shifts" },
  icon: "watch",
  record: z.object({
    id: recordId,
    employee_id: recordId,
    date: f.optionalDate,
    reference_date: f.optionalDate,
    /** Only the time of day means anything. */
    clock_in: f.optionalInstant,
    clock_out: f.optionalInstant,
    status: f.openEnum("opened", "closed", "created").nullish(),
    /** false for a break. */
    workable: f.optionalFlag,
    automatic_clock_in: f.optionalFlag,
    location_type: f.optionalText,
    workplace_id: optionalRecordId,
    time_settings_break_configuration_id: optionalRecordId,
  }),
  row: ({ employee_id, date }, wording) => ({
    label: wording.name("employees", employee_id),
    description: wording.day(date),
  }),
  operations: { list: list({ employee_ids: z.array(id).optional() }) },
});
