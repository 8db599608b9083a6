import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { action, bulkAction, create, get, list, remove, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";

export const TASK_STATUSES = ["todo", "in_progress", "done", "discarded"] as const;

const TASK_CATEGORIES = [
  "benefits",
  "complaints",
  "compensation",
  "documents",
  "engagement",
  "finance",
  "organization",
  "performance",
  "policies",
  "recruitment",
  "software",
  "spending",
  "surveys",
  "timeoff",
  "time_planning",
  "time_tracking",
  "training",
] as const;

const details = {
  content: z.string().optional(),
  due_on: f.date.optional(),
  /** Access ids, not employee ids. */
  assignee_ids: z.array(id).optional(),
};

const TASK_ICONS = {
  todo: "circle-large-outline",
  in_progress: "play-circle",
  done: "pass",
  discarded: "circle-slash",
};

/** Ordinary tasks: a project task has its name here. */
export const tasks = defineResource({
  module: "tasks",
  path: "tasks",
  names: { one: "task", many: "tasks" },
  icon: "checklist",
  record: z.object({
    id: recordId,
    name: f.text,
    company_id: optionalRecordId,
    content: f.optionalText,
    due_on: f.optionalDate,
    /** Access ids, not employee ids. */
    assignee_ids: z.array(recordId).nullish(),
    author_employee_id: optionalRecordId,
    completed_at: f.optionalInstant,
    completed_by_id: optionalRecordId,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
    status: f.openEnum(...TASK_STATUSES).nullish(),
  }),
  row: ({ name, status, due_on }, wording) => ({
    label: name,
    description: joined(
      wording.word(status),
      typeof due_on === "string" && `${wording.text("due")} ${wording.day(due_on) ?? ""}`,
    ),
    icon: iconOf(TASK_ICONS, status),
    status: wording.word(status),
  }),
  states: ({ status }) => [status ?? "todo"],
  fields: { content: { long: true }, mentioned_access_ids: { label: "Mentions" } },
  actions: {
    changeStatus: {
      title: "Change Task Status",
      operation: "update",
      on: "projectTasks",
      from: { id: "task_id" },
      asks: ["status"],
      danger: "none",
      done: "has the new status",
      rowsOnly: true,
    },
    createComment: {
      title: "Comment on Task",
      on: "projectTasks",
      target: "resource_id",
      from: { resource_id: "task_id" },
      me: "author_id",
      company: "company_id",
      form: true,
      asks: ["content", "mentioned_access_ids"],
      danger: "none",
      done: "has a comment",
    },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      company_id: id.optional(),
      /** An access id. */
      assignee_id: id.optional(),
      due_on: f.date.optional(),
      already_due: z.boolean().optional(),
      task_status: z.enum(TASK_STATUSES).optional(),
      /** The access id of an assignee or of somebody affected. */
      involvee_id: id.optional(),
      category: z.enum(TASK_CATEGORIES).optional(),
    }),
    get: get(),
    create: create({ name: z.string().min(1), ...details, status: z.enum(TASK_STATUSES) }),
    /** The only way to change the status. */
    update: update({
      name: z.string().min(1).optional(),
      ...details,
      status: z.enum(TASK_STATUSES).optional(),
    }),
    delete: remove(),
    // Described with the body of one task, for all its name.
    bulkCreate: bulkAction("bulk_create", {
      name: z.string().min(1),
      ...details,
      status: z.enum(TASK_STATUSES),
    }),
    bulkUpdate: bulkAction("bulk_update", {
      tasks: z.array(
        z.strictObject({
          id,
          name: z.string().min(1).optional(),
          ...details,
          status: z.enum(TASK_STATUSES).optional(),
        }),
      ),
    }),
    bulkDelete: bulkAction("bulk_delete", { ids: z.array(id) }),
    copy: action("copy", { id, name: z.string().min(1).optional() }),
    createComment: action("create_comment", {
      content: z.string().min(1),
      /** An access id. */
      author_id: id,
      /** The task's id. */
      resource_id: id,
      company_id: id,
      mentioned_access_ids: z.array(id).optional(),
    }),
  },
});
