/** The participants of review processes, what is written about them, and their managers. */

import type { Call } from "../call.js";
import type { Row } from "../company/table.js";
import { invalid, malformed } from "../errors.js";
import { byList, byText, oneOf, onlyIf, type Filter } from "../filters.js";
import { resource, type Resource } from "../resource.js";
import { agreementOf } from "./agreements.js";
import { named } from "./checks.js";
import {
  activePerson,
  addEvaluation,
  addParticipant,
  byAccess,
  listOf,
  participants,
  removeEvaluation,
  removePartsOf,
} from "./review-people.js";
import { runningProcess } from "./review-processes.js";

/** Participants whom a manager has under them: directly, or at any depth. */
function managedBy(accessField: string): Filter {
  return (call, name) => {
    const managerId = call.query.nested(name, "manager_employee_id");
    if (managerId === undefined) return undefined;
    const direct = call.query.nested(name, "only_direct_reports") === "true";
    return (record) => {
      let employee = byAccess(call.company, record[accessField]);
      while (employee?.manager_id !== undefined) {
        if (employee.manager_id === managerId) return true;
        if (direct) return false;
        employee = call.company.employees.get(employee.manager_id);
      }
      return false;
    };
  };
}

function evaluationsOf(call: Call, targetId: unknown, kind: unknown): readonly Row[] {
  return call.company.evaluations.where(
    (evaluation) => evaluation.review_process_target_id === targetId && evaluation.evaluation_type === kind,
  );
}

function replaceReviewer(call: Call): Row {
  const evaluation = named(call.company.evaluations, call.body.text("id"));
  const field = "new_reviewer_access_id";
  const reviewer = activePerson(call, call.body.text(field), field);
  runningProcess(call, evaluation.performance_review_process_id);
  if (evaluation.published === true) throw invalid("base", "The evaluation is already published");
  if (evaluation.evaluation_type === "self") throw invalid("base", "A self evaluation keeps its reviewer");
  if (reviewer.access_id === evaluation.target_access_id) throw invalid(field, "can't be the participant");
  const others = evaluationsOf(call, evaluation.review_process_target_id, evaluation.evaluation_type);
  if (others.some((each) => each !== evaluation && each.reviewer_access_id === reviewer.access_id))
    throw invalid(field, "has already been taken");
  return call.company.evaluations.patch(evaluation, { reviewer_access_id: reviewer.access_id });
}

export const reviewEvaluations: Resource = resource({
  table: (company) => company.evaluations,
  filters: {
    "reviewer_ids[]": oneOf("reviewer_access_id"),
    "reviewer_strategies[]": oneOf("evaluation_type"),
    with_targets_managed_by_filter: managedBy("target_access_id"),
    "exclude_ids[]": byList((evaluation, ids) => !ids.has(evaluation.id)),
  },
  actions: { replace_reviewer: replaceReviewer },
});

function addTargets(call: Call): readonly Row[] {
  const { body, company } = call;
  const process = runningProcess(call, body.text("performance_review_process_id"));
  return (body.texts("targets_access_ids") ?? []).map((accessId) => {
    const employee = activePerson(call, accessId, "targets_access_ids");
    const known = company.reviewTargets.get(`${process.id}-${employee.access_id}`);
    return known ?? addParticipant(company, process, employee);
  });
}

/** Who is a peer already stays one, and gets no second review to write. */
function addPeers(call: Call): Row {
  const { body, company } = call;
  const target = named(company.reviewTargets, body.text("id"));
  const process = runningProcess(call, target.performance_review_process_id);
  if (!listOf(process.reviewer_strategies).includes("peers"))
    throw invalid("base", "The process has no peer reviews");
  const peers = new Set(evaluationsOf(call, target.id, "peers").map((each) => each.reviewer_access_id));
  for (const accessId of body.texts("peer_access_ids") ?? []) {
    const peer = activePerson(call, accessId, "peer_access_ids");
    if (peer.access_id === target.access_id)
      throw invalid("peer_access_ids", "can't include the participant");
    if (!peers.has(peer.access_id)) addEvaluation(company, target, "peers", peer.access_id);
    peers.add(peer.access_id);
  }
  return target;
}

/** What a peer has already handed in goes too. */
function removePeers(call: Call): Row {
  const { body, company } = call;
  const target = named(company.reviewTargets, body.text("id"));
  runningProcess(call, target.performance_review_process_id);
  const byPeers = new Map(evaluationsOf(call, target.id, "peers").map((each) => [each.id, each]));
  // Found before any goes: an id that is listed twice is gone after the first.
  const chosen = (body.texts("evaluation_ids") ?? []).map((id) => named(byPeers, id));
  for (const evaluation of new Set(chosen)) removeEvaluation(company, evaluation);
  return target;
}

function agreementStatus(call: Call, target: Row): string {
  const agreement = agreementOf(call.company, target.id);
  if (agreement) return agreement.status === "signed" ? "hassignedagreement" : "haspendingagreement";
  const submitted = evaluationsOf(call, target.id, "manager").some(
    (evaluation) => evaluation.published === true,
  );
  return submitted ? "canbeinitiated" : "notinitiated";
}

export const reviewTargets: Resource = resource({
  table: (company) => company.reviewTargets,
  filters: {
    only_for_peer_assignment: onlyIf((target, call) =>
      listOf(
        call.company.reviewProcesses.get(String(target.performance_review_process_id))?.reviewer_strategies,
      ).includes("peers"),
    ),
    without_manager: onlyIf(
      (target, call) => byAccess(call.company, target.access_id)?.manager_id === undefined,
    ),
    pending_peer_evaluations: onlyIf((target, call) => evaluationsOf(call, target.id, "peers").length === 0),
    managed_by_filter: managedBy("access_id"),
    agreement_completion_status: byText((target, wanted, call) => agreementStatus(call, target) === wanted),
  },
  beforeDelete: (target, call) => {
    runningProcess(call, target.performance_review_process_id);
    removePartsOf(call.company, target);
  },
  actions: { bulk_create: addTargets, add_peers: addPeers, remove_peer_evaluations: removePeers },
});

/** Expected participants of a process that has not begun: worked out each time, as people come and go. */
export const estimatedTargets: Resource = resource({
  table: (company) => company.estimatedTargets,
  besides: (call) =>
    call.company.reviewProcesses
      .where((process) => process.status === "draft" || process.status === "scheduled")
      .flatMap((process) =>
        participants(call.company, process).map((employee) => ({
          id: `${process.id}-${employee.access_id}`,
          performance_review_process_id: process.id,
          access_id: employee.access_id,
          employee_id: employee.id,
        })),
      ),
});

/** Managers of the participants of the one process that is asked for. They are in no table. */
export const targetManagers: Resource = resource<Row>({
  table: (company) => company.employees,
  shows: (record, call) => call.operation.kind === "get" || record.isTargetManager === true,
  present: (record, call) => {
    if (call.operation.kind === "list") return {};
    const process = call.company.reviewProcesses.all()[0];
    return {
      performance_review_process_id: process?.id,
      manager_access_id: record.access_id,
      manager_full_name: record.full_name,
    };
  },
  besides: (call) => {
    const processes = call.query.list("performance_review_process_ids[]") ?? [];
    const [processId] = processes;
    if (processId === undefined || processes.length > 1)
      throw malformed("Exactly one performance_review_process_id is allowed");
    const managers = new Map<string, Row>();
    for (const target of call.company.reviewTargets.all()) {
      if (target.performance_review_process_id !== processId) continue;
      const manager = call.company.employees.get(byAccess(call.company, target.access_id)?.manager_id ?? "");
      if (!manager) continue;
      managers.set(manager.id, {
        id: manager.id,
        performance_review_process_id: processId,
        manager_access_id: manager.access_id,
        manager_full_name: manager.full_name,
        isTargetManager: true,
      });
    }
    return [...managers.values()];
  },
});
