import * as z from "zod";
import { id, recordId, textId } from "../../api/ids";
import { action, bulkAction, get, list, remove } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { managedByFilter } from "./filters";

const AGREEMENT_STATUSES = [
  "canbeinitiated",
  "notinitiated",
  "haspendingagreement",
  "hassignedagreement",
  "haspendingesignaturesagreement",
  "haspartiallyesignedagreement",
  "hasesignedagreement",
  "hasdeclinedagreement",
  "hasbouncedemailagreement",
  "hascancelledagreement",
  "haserroragreement",
  "hasexpiredagreement",
] as const;

/** Who is reviewed in a process that has started. */
export const reviewProcessTargets = defineResource({
  module: "performance",
  path: "review_process_targets",
  names: { one: "participant", many: "participants" },
  icon: "organization",
  sensitive: true,
  record: z.object({
    /** `<process>-<access>`, text in every version. */
    id: recordId,
    access_id: recordId,
    performance_review_process_id: recordId,
    materialized_process_target_id: recordId,
  }),
  row: ({ access_id, performance_review_process_id }, wording) => ({
    label: wording.name("accesses", access_id),
    within: wording.name("reviewProcesses", performance_review_process_id),
    icon: "person",
  }),
  places: [
    {
      parent: "reviewProcesses",
      by: "performance_review_process_ids",
      group: "Participants",
      empty: "Nobody takes part.",
      states: ["active", "finished", "starting"],
    },
  ],
  fields: {
    materialized_process_target_id: { hidden: true },
    targets_access_ids: { label: "People" },
    peer_access_ids: { label: "Peers" },
    evaluation_ids: { label: "Whose reviews" },
  },
  actions: {
    bulkCreate: {
      title: "Add Participants",
      on: "reviewProcesses",
      target: "performance_review_process_id",
      states: ["active"],
      asks: ["targets_access_ids"],
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has more participants",
    },
    addPeers: {
      title: "Add Peers",
      asks: ["peer_access_ids"],
      danger: "none",
      done: "is reviewed by more peers",
    },
    removePeerEvaluations: {
      title: "Remove Peers",
      asks: ["evaluation_ids"],
      choices: {
        evaluation_ids: {
          by: { review_process_target_ids: "id" },
          fixed: { reviewer_strategies: ["peers"] },
        },
      },
      danger: "destructive",
      takes: "What these peers wrote goes too.",
      done: "has fewer peers",
    },
    delete: {
      title: "Remove Participant",
      danger: "destructive",
      takes: "What was handed in about them goes too.",
      done: "removed",
      removes: true,
    },
  },
  operations: {
    list: list({
      ids: z.array(textId).optional(),
      access_ids: z.array(id).optional(),
      only_for_peer_assignment: z.boolean().optional(),
      without_manager: z.boolean().optional(),
      performance_review_process_ids: z.array(id).optional(),
      agreement_completion_status: z.enum(AGREEMENT_STATUSES).optional(),
      pending_peer_evaluations: z.boolean().optional(),
      managed_by_filter: managedByFilter.optional(),
    }),
    get: get(),
    /** Makes their reviews too; the process must be active. */
    bulkCreate: bulkAction("bulk_create", {
      performance_review_process_id: id,
      targets_access_ids: z.array(id),
    }),
    addPeers: action("add_peers", { id: textId, peer_access_ids: z.array(id) }),
    /** Removes the peers with their reviews. */
    removePeerEvaluations: action("remove_peer_evaluations", { id: textId, evaluation_ids: z.array(id) }),
    /** What was already handed in about the participant goes too. */
    delete: remove(),
  },
});
