import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { action, create, get, list, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";

const UNTIL_APRIL = { versions: ["2026-04-01"] } as const;

export const flexibleTimeRecordComments = defineResource({
  module: "project_management",
  path: "flexible_time_record_comments",
  names: { one: "comment", many: "comments" },
  icon: "comment",
  record: z.object({ id: recordId, content: f.text, flexible_time_record_id: recordId }),
  row: ({ content }) => ({ label: content }),
  places: [
    {
      parent: "flexibleTimeRecords",
      by: "flexible_time_record_id",
      group: "Comments",
      empty: "No comments.",
    },
  ],
  fields: { content: { label: "Comment", long: true } },
  actions: {
    create: {
      title: "Comment on Flexible Time Record",
      on: "flexibleTimeRecords",
      target: "flexible_time_record_id",
      form: true,
      asks: ["content"],
      danger: "reversible",
      undo: { operation: "deleteByFlexibleTimeRecord" },
      done: "has a comment",
    },
    updateByFlexibleTimeRecord: {
      title: "Edit Comment",
      // The comment's own id does not say which record it is of.
      target: "flexible_time_record_id",
      from: { flexible_time_record_id: "flexible_time_record_id" },
      form: true,
      asks: ["content"],
      danger: "reversible",
      undo: {
        operation: "updateByFlexibleTimeRecord",
        from: { flexible_time_record_id: "flexible_time_record_id", content: "content" },
      },
      done: "changed",
    },
    deleteByFlexibleTimeRecord: {
      title: "Delete Comment of Flexible Time Record",
      on: "flexibleTimeRecords",
      target: "flexible_time_record_id",
      danger: "destructive",
      done: "has no comment any more",
    },
  },
  operations: {
    list: list({ ids: z.array(id).optional(), flexible_time_record_id: id.optional() }, UNTIL_APRIL),
    get: get(UNTIL_APRIL),
    create: create({ content: z.string().min(1), flexible_time_record_id: id }, UNTIL_APRIL),
    updateByFlexibleTimeRecord: action(
      "update_by_flexible_time_record",
      { flexible_time_record_id: id, content: z.string().min(1) },
      UNTIL_APRIL,
    ),
    deleteByFlexibleTimeRecord: action(
      "delete_by_flexible_time_record",
      { flexible_time_record_id: id },
      UNTIL_APRIL,
    ),
    update: unofficial.update({}),
    delete: unofficial.remove(),
  },
});
