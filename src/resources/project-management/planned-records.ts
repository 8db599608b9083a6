import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { bulkAction, get, list, remove, update } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Time that somebody is meant to spend on a project: so many minutes a day, on some weekdays of a period. */
export const plannedRecords = defineResource({
  module: "project_management",
  path: "planned_records",
  names: { one: "planned record", many: "planned records" },
  icon: "calendar",
  record: z.object({
    id: recordId,
    daily_minutes: z.number(),
    start_date: f.text,
    end_date: f.text,
    project_worker_id: recordId,
    subproject_id: optionalRecordId,
    /** 0 = Sunday to 6 = Saturday. */
    week_days: z.array(z.number()).nullish(),
  }),
  operations: {
    list: list({
      ids: z.array(id).optional(),
      project_worker_ids: z.array(id).optional(),
      start_date: f.date.optional(),
      end_date: f.date.optional(),
      subproject_ids: z.array(id).optional(),
    }),
    get: get(),
    update: update({
      start_date: f.date,
      end_date: f.date,
      daily_minutes: f.minutes,
      project_worker_id: id.optional(),
      week_days: z.array(f.weekday).optional(),
    }),
    delete: remove(),
    bulkCreate: bulkAction("bulk_create", {
      project_worker_ids: z.array(id),
      start_date: f.date,
      end_date: f.date,
      daily_minutes: f.minutes,
      subproject_id: id.optional(),
      week_days: z.array(f.weekday).optional(),
    }),
  },
});
