import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Days that a manager has signed off: they are closed for everybody until the sign-off is taken back. */
export const attendanceReviews = defineResource({
  module: "attendance",
  path: "reviews",
  names: { one: "signed-off day", many: "signed-off days" },
  icon: "lock",
  record: z.object({
    id: recordId,
    employee_id: recordId,
    date: f.text,
    reviewed_at: f.optionalInstant,
    author_id: optionalRecordId,
  }),
  operations: {
    list: list({
      employee_ids: z.array(id).optional(),
      start_on: f.date.optional(),
      end_on: f.date.optional(),
      reviewed_at: z.string().optional(),
    }),
  },
});
