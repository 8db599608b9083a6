import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { create, get, list, remove, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { timeRow } from "./time-row";

const UNTIL_APRIL = { versions: ["2026-04-01"] } as const;

/** Minutes of a day on a project without a shift; gone since 2026-07-01. */
export const flexibleTimeRecords = defineResource({
  module: "project_management",
  path: "flexible_time_records",
  names: { one: "flexible time record", many: "flexible time records" },
  icon: "clock",
  record: z.object({
    id: recordId,
    date: f.text,
    imputed_minutes: z.number(),
    project_worker_id: recordId,
    subproject_id: optionalRecordId,
  }),
  row: timeRow,
  finding: { query: (today) => ({ starts_on: `${today.slice(0, 8)}01`, ends_on: today }) },
  fields: { imputed_minutes: { label: "Time" } },
  actions: {
    create: {
      title: "New Flexible Time Record",
      on: "projectWorkers",
      target: "project_worker_id",
      form: true,
      asks: ["date", "imputed_minutes", "subproject_id"],
      choices: { subproject_id: { by: { project_ids: "project_id" } } },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has a new flexible time record",
      rowsOnly: true,
    },
    update: {
      title: "Change Minutes",
      asks: ["imputed_minutes"],
      danger: "reversible",
      undo: { operation: "update", from: { imputed_minutes: "imputed_minutes" } },
      done: "changed",
    },
    delete: { title: "Delete Flexible Time Record", danger: "destructive", done: "deleted", removes: true },
  },
  operations: {
    // `ids[]` is declared required beside `project_worker_ids[]`: surely one of the two, as both together could
    // never list what is not known yet.
    list: list(
      {
        ids: z.array(id).optional(),
        project_worker_ids: z.array(id).optional(),
        starts_on: f.date.optional(),
        ends_on: f.date.optional(),
        updated_after: z.string().optional(),
      },
      UNTIL_APRIL,
    ),
    get: get(UNTIL_APRIL),
    create: create(
      { project_worker_id: id, date: f.date, imputed_minutes: f.minutes, subproject_id: id.optional() },
      UNTIL_APRIL,
    ),
    update: update({ imputed_minutes: f.minutes }, UNTIL_APRIL),
    delete: remove(UNTIL_APRIL),
  },
});
