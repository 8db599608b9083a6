import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { action, bulkAction, create, get, list, remove, since, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { timeRow } from "./time-row";
import { versionsFrom } from "../../api/versions";

const OCTOBER = "2026-10-01";

/** Subprojects and tasks are those of the project that is chosen with the person. */
const PROJECT_OF_WORKER = {
  input: "project_worker_id",
  resource: "projectWorkers",
  by: { project_ids: "project_id" },
};

/** Time on a project: by a shift (then the shift says how long), or, from 2026-10-01, by plain minutes of a day. */
export const timeRecords = defineResource({
  module: "project_management",
  path: "time_records",
  names: { one: "time record", many: "time records" },
  icon: "clock",
  record: z.object({
    id: recordId,
    project_worker_id: recordId,
    /** From 2026-10-01. */
    employee_id: optionalRecordId,
    /** From 2026-10-01. */
    project_id: optionalRecordId,
    attendance_shift_id: optionalRecordId,
    subproject_id: optionalRecordId,
    /** From 2026-10-01. */
    project_task_id: optionalRecordId,
    date: f.optionalDate,
    imputed_minutes: f.optionalMinutes,
    /** The time of day counts; the day is often 2000-01-01. Wall clock of the company, though it says UTC. */
    clock_in: f.optionalInstant,
    clock_out: f.optionalInstant,
    /** From 2026-07-01. */
    observations: f.optionalText,
  }),
  row: (record, wording) => timeRow({ ...record, comment: record.observations }, wording),
  states: ({ attendance_shift_id }) => [typeof attendance_shift_id === "string" ? "byShift" : "plain"],
  finding: {
    query: (today) => ({ year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) }),
  },
  fields: {
    observations: { label: "Comment", long: true },
    project_worker_id: { label: "Person and project" },
    attendance_shift_id: {
      label: "Shift",
      names: "shifts",
      help: "It says which day it was and how long: then leave those empty.",
    },
    date: { label: "Day" },
    imputed_minutes: { label: "Time" },
  },
  actions: {
    create: {
      title: "New Time Record",
      on: "projectWorkers",
      target: "project_worker_id",
      form: true,
      asks: ["attendance_shift_id", "date", "imputed_minutes", "subproject_id", "project_task_id"],
      choices: {
        attendance_shift_id: { by: { employee_ids: "employee_id" }, fixed: { workable: true } },
        subproject_id: { by: { project_ids: "project_id" } },
        project_task_id: { by: { project_ids: "project_id" } },
      },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has a new time record",
      rowsOnly: true,
    },
    updateProjectWorker: {
      title: "Move Time Record",
      // The description speaks of the records of shifts only.
      states: ["byShift"],
      form: true,
      asks: ["project_worker_id", "subproject_id", "project_task_id"],
      choices: {
        project_worker_id: { by: { employee_ids: "employee_id" }, fixed: { assigned: true } },
        subproject_id: { of: PROJECT_OF_WORKER },
        project_task_id: { of: PROJECT_OF_WORKER },
      },
      danger: "reversible",
      undo: {
        operation: "updateProjectWorker",
        from: {
          project_worker_id: "project_worker_id",
          subproject_id: "subproject_id",
          project_task_id: "project_task_id",
        },
      },
      done: "moved",
    },
    updateObservations: {
      title: "Change Comment of Time Record",
      states: ["plain"],
      form: true,
      asks: ["observations"],
      danger: "reversible",
      undo: { operation: "updateObservations", from: { observations: "observations" } },
      done: "has the new comment",
    },
    delete: {
      title: "Delete Time Record",
      danger: "destructive",
      takes: "A shift that it hangs on stays.",
      done: "deleted",
      removes: true,
    },
    bulkDelete: {
      title: "Delete a Day's Time",
      rowsOnly: true,
      on: "projectWorkers",
      target: "project_worker_id",
      asks: ["date"],
      danger: "destructive",
      takes: "All time that was logged on the project on that day goes.",
      done: "has no time on that day any more",
    },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      project_worker_ids: z.array(id).optional(),
      subproject_ids: z.array(id).optional(),
      project_task_ids: since(OCTOBER, z.array(id).optional()),
      attendance_shift_ids: z.array(id).optional(),
      /** To be deprecated, says the description's text; `project_worker_ids` replaces it. */
      employee_ids: z.array(id).optional(),
      /** 1 to 12, together with `year`: there is no filter by day. */
      month: z.int().min(1).max(12).optional(),
      year: z.int().optional(),
      updated_after: z.string().optional(),
    }),
    get: get(),
    /** One record a shift; or `imputed_minutes` and `date` without a shift. */
    create: create({
      project_worker_id: id,
      attendance_shift_id: id.optional(),
      subproject_id: id.optional(),
      project_task_id: since(OCTOBER, id.optional()),
      imputed_minutes: since(OCTOBER, f.minutes.optional()),
      date: since(OCTOBER, f.date.optional()),
    }),
    delete: remove(),
    /** Deletes every record that a worker has on a day. */
    bulkDelete: bulkAction("bulk_delete", {
      date: f.date,
      project_worker_id: id,
      subproject_id: id.optional(),
    }),
    /**
     * An item without `time_record_id` creates, one with nothing else deletes, one with other fields changes. Of two
     * items for one shift only the last counts, except a deletion followed by a change.
     */
    bulkProcess: bulkAction("bulk_process", {
      items: z.array(
        z.strictObject({
          time_record_id: id.optional(),
          attendance_shift_id: id.optional(),
          project_worker_id: id.optional(),
          subproject_id: id.optional(),
          project_task_id: since(OCTOBER, id.optional()),
          imputed_minutes: since(OCTOBER, f.minutes.optional()),
          date: since(OCTOBER, f.date.optional()),
        }),
      ),
    }),
    updateProjectWorker: action("update_project_worker", {
      id,
      project_worker_id: id,
      subproject_id: id.optional(),
      project_task_id: since(OCTOBER, id.optional()),
    }),
    /** Only for records without a shift; a shift has observations of its own. */
    updateObservations: action(
      "update_observations",
      { id, observations: z.string().optional() },
      { versions: versionsFrom(OCTOBER) },
    ),
    update: unofficial.update({}),
  },
});
