import * as z from "zod";
import { id, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Who would take part in a process that has not started. */
export const reviewProcessEstimatedTargets = defineResource({
  module: "performance",
  path: "review_process_estimated_targets",
  names: { one: "expected participant", many: "expected participants" },
  icon: "person-add",
  sensitive: true,
  record: z.object({
    /** `<process>-<access>`. */
    id: recordId,
    performance_review_process_id: recordId,
    access_id: recordId,
    employee_id: recordId,
  }),
  row: ({ employee_id, performance_review_process_id }, wording) => ({
    label: wording.name("employees", employee_id),
    within: wording.name("reviewProcesses", performance_review_process_id),
    icon: "person",
  }),
  places: [
    {
      parent: "reviewProcesses",
      by: "performance_review_process_ids",
      group: "Expected participants",
      empty: "Nobody would take part.",
      states: ["draft", "scheduled"],
    },
  ],
  fields: { access_id: { hidden: true } },
  operations: {
    list: list({
      performance_review_process_ids: z.array(id).optional(),
      access_ids: z.array(id).optional(),
    }),
  },
});
