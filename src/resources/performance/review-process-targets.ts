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
  record: z.object({
    /** `<process>-<access>`, text in every version. */
    id: recordId,
    access_id: recordId,
    performance_review_process_id: recordId,
    materialized_process_target_id: recordId,
  }),
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
