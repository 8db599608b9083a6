import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { list, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined } from "../row-text";

/** Who sees the answers of a review process, and when. */
export const reviewVisibilitySettings = defineResource({
  module: "performance",
  path: "review_visibility_settings",
  names: { one: "visibility setting", many: "visibility settings" },
  icon: "eye",
  sensitive: true,
  record: z.object({
    /** The review process's. */
    id: recordId,
    performance_review_process_id: recordId,
    /** Employees do not see their results. */
    restrict_answers_visibility_to_reportees: f.optionalFlag,
    /** Managers see the results of their reports before the deadline. */
    early_access_to_answers_for_managers: f.optionalFlag,
    /** Employees do not see which peer wrote what. */
    anonymous_peer_evaluation_for_target: f.optionalFlag,
  }),
  row: (setting, wording) => ({
    label: wording.text("Who sees the answers"),
    description: joined(
      wording.text(
        setting.restrict_answers_visibility_to_reportees === true
          ? "employees do not see their results"
          : "employees see their results",
      ),
      setting.early_access_to_answers_for_managers === true && wording.text("managers before the deadline"),
      setting.anonymous_peer_evaluation_for_target === true && wording.text("peers stay anonymous"),
    ),
    within: wording.name("reviewProcesses", setting.performance_review_process_id),
  }),
  places: [
    {
      parent: "reviewProcesses",
      by: "performance_review_process_ids",
      group: "Visibility",
      empty: "No settings.",
    },
  ],
  fields: {
    restrict_answers_visibility_to_reportees: { label: "Employees do not see their results" },
    early_access_to_answers_for_managers: { label: "Managers see results before the deadline" },
    anonymous_peer_evaluation_for_target: { label: "Employees do not see which peer wrote what" },
  },
  actions: {
    update: {
      title: "Change Who Sees Answers",
      form: true,
      asks: [
        "restrict_answers_visibility_to_reportees",
        "early_access_to_answers_for_managers",
        "anonymous_peer_evaluation_for_target",
      ],
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          restrict_answers_visibility_to_reportees: "restrict_answers_visibility_to_reportees",
          early_access_to_answers_for_managers: "early_access_to_answers_for_managers",
          anonymous_peer_evaluation_for_target: "anonymous_peer_evaluation_for_target",
        },
      },
      done: "changed",
    },
  },
  operations: {
    list: list({ performance_review_process_ids: z.array(id).optional() }),
    update: update({
      performance_review_process_id: id.optional(),
      restrict_answers_visibility_to_reportees: z.boolean(),
      early_access_to_answers_for_managers: z.boolean(),
      anonymous_peer_evaluation_for_target: z.boolean(),
    }),
  },
});
