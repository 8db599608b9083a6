import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { bulkAction, create, get, list, unofficial, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { TASK_STATUSES } from "../tasks/tasks";

const details = {
  name: z.string().min(1),
  content: z.string().optional(),
  starts_on: f.date.optional(),
  follow_up: z.boolean().optional(),
  due_on: f.date.optional(),
  assignee_employee_ids: z.array(id).optional(),
  project_id: id,
  subproject_id: id.optional(),
};

/** Ties an ordinary task (tasks/tasks, where its name is) to a project. */
export const projectTasks = defineResource({
  module: "project_management",
  path: "project_tasks",
  names: { one: "task", many: "tasks" },
  icon: "checklist",
  record: z.object({
    id: recordId,
    project_id: recordId,
    subproject_id: optionalRecordId,
    /** The ordinary task behind it. */
    task_id: optionalRecordId,
    /** Tells the author of status changes. */
    follow_up: f.optionalFlag,
  }),
  // The name and the status are the ordinary task's.
  row: ({ task_id, project_id }, wording) => ({
    ...wording.rowOf("tasks", task_id),
    within: wording.name("projects", project_id),
  }),
  places: [{ parent: "projects", by: "project_ids", group: "Tasks", empty: "No tasks." }],
  finding: { search: "search" },
  fields: {
    exclude_assignees: { label: "Without the people that they are assigned to" },
    content: { label: "Description", long: true },
    assignee_employee_ids: { label: "Assigned to" },
    starts_on: { label: "Start", help: "Factorial keeps it, but does not show it here again." },
    due_on: { label: "Due" },
    follow_up: { label: "Tell the author when the status changes" },
    files_to_add: { label: "More files" },
  },
  actions: {
    create: {
      title: "New Task",
      on: "projects",
      target: "project_id",
      form: true,
      asks: [
        "name",
        "content",
        "status",
        "assignee_employee_ids",
        "starts_on",
        "due_on",
        "subproject_id",
        "follow_up",
        "files",
      ],
      sections: { assignee_employee_ids: "Who and when", subproject_id: "More" },
      choices: { subproject_id: { by: { project_ids: "id" } } },
      danger: "reversible",
      undo: { operation: "bulkDestroy", answer: "ids" },
      done: "has a new task",
    },
    update: {
      title: "Edit Task",
      form: true,
      // Its name and more are the ordinary task's.
      alsoIn: { resource: "tasks", by: "task_id" },
      from: { project_id: "project_id" },
      now: { assignee_employee_ids: "assignee_ids" },
      asks: [
        "name",
        "content",
        "status",
        "assignee_employee_ids",
        "starts_on",
        "due_on",
        "subproject_id",
        "follow_up",
        "files_to_add",
      ],
      sections: { assignee_employee_ids: "Who and when", subproject_id: "More" },
      choices: { subproject_id: { by: { project_ids: "project_id" } } },
      danger: "none",
      done: "changed",
    },
    bulkDuplicate: {
      title: "Duplicate Tasks",
      target: "ids",
      asks: ["project_id", "exclude_assignees"],
      danger: "reversible",
      undo: { operation: "bulkDestroy", answer: "ids" },
      done: "duplicated",
    },
    bulkDestroy: {
      title: "Delete Tasks",
      target: "ids",
      danger: "destructive",
      done: "deleted",
      removes: true,
    },
  },
  operations: {
    // The description marks most of these filters as required. The server does not enforce that for filters of
    // other lists, and a call that had to send all of them could never list a project's open and done tasks.
    list: list({
      ids: z.array(id).optional(),
      project_ids: z.array(id).optional(),
      subproject_ids: z.array(id).optional(),
      task_ids: z.array(id).optional(),
      completed: z.boolean().optional(),
      overdue: z.boolean().optional(),
      search: z.string().optional(),
      due_status: z.enum(["no_due", "due_today", "over_due", "due_in_future"]).optional(),
      client_ids: z.array(id).optional(),
    }),
    get: get(),
    create: create(
      {
        ...details,
        files: z.array(z.file()).optional(),
        status: z.enum(TASK_STATUSES),
      },
      { send: "form" },
    ),
    update: update(
      {
        ...details,
        files_to_add: z.array(z.file()).optional(),
        files_to_remove: z.array(id).optional(),
        status: z.enum(TASK_STATUSES).optional(),
      },
      { send: "form" },
    ),
    bulkDestroy: bulkAction("bulk_destroy", { ids: z.array(id) }),
    bulkDuplicate: bulkAction("bulk_duplicate", {
      ids: z.array(id),
      /** Where the copies go; their own project when left out. */
      project_id: id.optional(),
      subproject_id: id.optional(),
      exclude_assignees: z.boolean().optional(),
    }),
    delete: unofficial.remove(),
  },
});
