import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { bulkAction, get, list, remove, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined } from "../row-text";

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
  row: ({ daily_minutes, start_date, end_date, project_worker_id, subproject_id }, wording) => {
    const { label: who, within } = wording.rowOf("projectWorkers", project_worker_id);
    const days = start_date === end_date ? [start_date] : [start_date, end_date];
    return {
      label: joined(`${wording.minutes(daily_minutes) ?? ""}/${wording.text("day")}`, who),
      description: joined(
        days.map((day) => wording.day(day)).join(" – "),
        wording.name("subprojects", subproject_id),
      ),
      within,
    };
  },
  fields: {
    daily_minutes: { label: "Time a day" },
    project_worker_id: { label: "Person and project" },
  },
  actions: {
    bulkCreate: {
      title: "Plan Time",
      on: "projectWorkers",
      target: "project_worker_ids",
      form: true,
      asks: ["start_date", "end_date", "daily_minutes", "week_days", "subproject_id"],
      choices: { subproject_id: { by: { project_ids: "project_id" } } },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has planned time",
    },
    update: {
      title: "Edit Planned Time",
      form: true,
      asks: ["project_worker_id", "start_date", "end_date", "daily_minutes", "week_days"],
      choices: { project_worker_id: { fixed: { assigned: true } } },
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          project_worker_id: "project_worker_id",
          start_date: "start_date",
          end_date: "end_date",
          daily_minutes: "daily_minutes",
          week_days: "week_days",
        },
      },
      done: "changed",
    },
    delete: { title: "Delete Planned Time", danger: "destructive", done: "deleted", removes: true },
  },
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
