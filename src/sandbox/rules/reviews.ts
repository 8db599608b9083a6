/** What a review process consists of: participants, evaluations, scores, owners, questionnaires, agreements. */

import type { Call } from "../call.js";
import { COMPANY_ID } from "../company/company.js";
import type { Employee } from "../company/records.js";
import type { Row } from "../company/table.js";
import { invalid, malformed, notFound } from "../errors.js";
import { byList, byText, contains, oneOf, onlyIf, type Filter } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { named } from "./checks.js";
import {
  addEvaluation,
  addParticipant,
  listOf,
  participants,
  processNamed,
  reviewProcesses,
} from "./review-processes.js";

function byAccess(call: Call, accessId: unknown): Employee | undefined {
  return call.company.employees.find((employee) => employee.access_id === accessId);
}

function personWith(call: Call, accessId: string | undefined): Employee {
  const employee = byAccess(call, accessId);
  if (!employee) throw notFound("Employee not found");
  return employee;
}

/** Participants whom a manager has under them: directly, or at any depth. */
function managedBy(accessField: string): Filter {
  return (call, name) => {
    const managerId = call.query.nested(name, "manager_employee_id");
    if (managerId === undefined) return undefined;
    const direct = call.query.nested(name, "only_direct_reports") === "true";
    return (record) => {
      let employee = byAccess(call, record[accessField]);
      while (employee?.manager_id !== undefined) {
        if (employee.manager_id === managerId) return true;
        if (direct) return false;
        employee = call.company.employees.get(employee.manager_id);
      }
      return false;
    };
  };
}

function isActive(call: Call, processId: unknown): boolean {
  return call.company.reviewProcesses.get(String(processId))?.status === "active";
}

const evaluations = resource({
  table: (company) => company.evaluations,
  filters: {
    "reviewer_ids[]": oneOf("reviewer_access_id"),
    "reviewer_strategies[]": oneOf("evaluation_type"),
    with_targets_managed_by_filter: managedBy("target_access_id"),
    "exclude_ids[]": byList((evaluation, ids) => !ids.has(evaluation.id)),
  },
  actions: {
    replace_reviewer: (call) => {
      const evaluation = named(call.company.evaluations, call.body.text("id"));
      const reviewer = personWith(call, call.body.text("new_reviewer_access_id"));
      if (!isActive(call, evaluation.performance_review_process_id))
        throw invalid("base", "The process is not active");
      if (evaluation.published === true) throw invalid("base", "The evaluation is already published");
      if (evaluation.evaluation_type === "self")
        throw invalid("base", "A self evaluation keeps its reviewer");
      return call.company.evaluations.patch(evaluation, { reviewer_access_id: reviewer.access_id });
    },
  },
});

function evaluationsOf(call: Call, target: Row, kind: string): readonly Row[] {
  return call.company.evaluations.where(
    (evaluation) => evaluation.review_process_target_id === target.id && evaluation.evaluation_type === kind,
  );
}

const targets = resource({
  table: (company) => company.reviewTargets,
  filters: {
    only_for_peer_assignment: onlyIf((target, call) =>
      listOf(
        call.company.reviewProcesses.get(String(target.performance_review_process_id))?.reviewer_strategies,
      ).includes("peers"),
    ),
    without_manager: onlyIf((target, call) => byAccess(call, target.access_id)?.manager_id === undefined),
    pending_peer_evaluations: onlyIf((target, call) => evaluationsOf(call, target, "peers").length === 0),
    managed_by_filter: managedBy("access_id"),
    agreement_completion_status: byText((target, wanted, call) => agreementStatus(call, target) === wanted),
  },
  beforeDelete: (target, call) => {
    const { company } = call;
    if (!isActive(call, target.performance_review_process_id))
      throw invalid("base", "The process is not active");
    for (const row of company.evaluations.where((each) => each.review_process_target_id === target.id)) {
      company.evaluations.remove(row);
    }
  },
  actions: {
    bulk_create: (call) => {
      const process = processNamed(call, "performance_review_process_id");
      if (process.status !== "active") throw invalid("base", "The process is not active");
      return (call.body.texts("targets_access_ids") ?? []).map((accessId) => {
        const employee = personWith(call, accessId);
        const known = call.company.reviewTargets.get(`${process.id}-${employee.access_id}`);
        return known ?? addParticipant(call.company, process, employee);
      });
    },
    add_peers: (call) => {
      const target = named(call.company.reviewTargets, call.body.text("id"));
      const already = new Set(evaluationsOf(call, target, "peers").map((each) => each.reviewer_access_id));
      for (const accessId of call.body.texts("peer_access_ids") ?? []) {
        const peer = personWith(call, accessId);
        if (!already.has(peer.access_id)) addEvaluation(call.company, target, "peers", peer.access_id);
      }
      return target;
    },
    remove_peer_evaluations: (call) => {
      const target = named(call.company.reviewTargets, call.body.text("id"));
      const ids = call.body.texts("evaluation_ids") ?? [];
      for (const evaluation of evaluationsOf(call, target, "peers")) {
        if (ids.includes(evaluation.id)) call.company.evaluations.remove(evaluation);
      }
      return target;
    },
  },
});

function agreementOf(call: Call, targetId: string): Row | undefined {
  return call.company.agreements.find((agreement) => agreement.target_id === targetId);
}

function agreementStatus(call: Call, target: Row): string {
  const agreement = agreementOf(call, target.id);
  if (agreement) return agreement.status === "signed" ? "hassignedagreement" : "haspendingagreement";
  const submitted = evaluationsOf(call, target, "manager").some(
    (evaluation) => evaluation.published === true,
  );
  return submitted ? "canbeinitiated" : "notinitiated";
}

/** Expected participants of a process that has not begun: worked out each time, as people come and go. */
const estimatedTargets = resource({
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

const owners = resource({
  table: (company) => company.reviewOwners,
  beforeDelete: (owner, call) => {
    const ofProcess = call.company.reviewOwners.where(
      (other) => other.performance_review_process_id === owner.performance_review_process_id,
    );
    if (ofProcess.length === 1) throw invalid("base", "The last owner of a process can't be removed");
  },
  actions: {
    bulk_create: (call) => {
      const process = processNamed(call, "review_process_id");
      return (call.body.texts("owner_access_ids") ?? []).map((accessId) => {
        const { reviewOwners } = call.company;
        const known = reviewOwners.find(
          (owner) => owner.access_id === accessId && owner.performance_review_process_id === process.id,
        );
        const employee = personWith(call, accessId);
        return (
          known ??
          reviewOwners.insert({ access_id: employee.access_id, performance_review_process_id: process.id })
        );
      });
    },
  },
});

const QUESTIONNAIRE_OF: Readonly<Record<string, string>> = {
  self: "self_questionnaire",
  manager: "manager_questionnaire",
  direct_reports: "direct_report_questionnaire",
  peers: "peers_questionnaire",
};

const questionnaires = resource({
  table: (company) => company.questionnaires,
  actions: {
    update_default_rating_scale: (call) => {
      const process = processNamed(call, "performance_review_process_id");
      const questionnaire = named(call.company.questionnaires, process.id);
      return call.company.questionnaires.patch(questionnaire, {
        default_rating_scale: call.body.fields.default_rating_scale,
      });
    },
    update_questionnaire_for_strategy: (call) => {
      const process = processNamed(call, "performance_review_process_id");
      if (process.status !== "draft") throw invalid("status", `is ${String(process.status)}, must be draft`);
      const questionnaire = named(call.company.questionnaires, process.id);
      const strategy = call.body.text("strategy") ?? "";
      return call.company.questionnaires.patch(questionnaire, {
        [QUESTIONNAIRE_OF[strategy] ?? strategy]: {
          reviewer_strategy: strategy,
          content: call.body.fields.questionnaire_content,
        },
      });
    },
  },
});

function initiate(call: Call, process: Row, target: Row): Row {
  const known = agreementOf(call, target.id);
  if (known) return known;
  const manager = byAccess(call, target.access_id)?.manager_id;
  return call.company.agreements.insert({
    id: `agreement-${target.id}`,
    process_id: process.id,
    target_id: target.id,
    reviewer_id: manager,
    status: "pending",
    locked: false,
    self_evaluation_id: evaluationsOf(call, target, "self")[0]?.id,
    manager_evaluation_id: evaluationsOf(call, target, "manager")[0]?.id,
    self_comments: [],
    manager_comments: [],
  });
}

const agreements = resource({
  table: (company) => company.agreements,
  actions: {
    initiate: (call) => {
      const process = processNamed(call, "process_id");
      return initiate(call, process, named(call.company.reviewTargets, call.body.text("target_id")));
    },
    // The caller's direct reports; for the company itself everybody in the process.
    bulk_initiate: (call) => {
      const process = processNamed(call, "process_id");
      const manager = call.viewer.employee;
      return call.company.reviewTargets
        .where((target) => target.performance_review_process_id === process.id)
        .filter((target) => !manager || byAccess(call, target.access_id)?.manager_id === manager.id)
        .map((target) => initiate(call, process, target));
    },
  },
});

const companyScales = resource({
  table: (company) => company.companyScoreScales,
  actions: {
    set: (call) => {
      const { companyScoreScales, scoreScales } = call.company;
      const scale = named(scoreScales, call.body.text("scale_id"));
      return companyScoreScales.patch(named(companyScoreScales, call.body.text("id")), {
        scale_id: scale.id,
        is_default: scale.is_default,
      });
    },
  },
});

/** Managers of the participants of the one process that is asked for. They are in no table. */
const targetManagers = resource<Row>({
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
      const manager = call.company.employees.get(byAccess(call, target.access_id)?.manager_id ?? "");
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

export const performanceResources: Resources = {
  "performance/review_processes": reviewProcesses,
  "performance/review_evaluations": evaluations,
  "performance/review_evaluation_answers": resource({ table: (company) => company.evaluationAnswers }),
  "performance/review_evaluation_scores": resource({
    table: (company) => company.evaluationScores,
    present: () => ({ company_id: COMPANY_ID }),
  }),
  "performance/review_process_targets": targets,
  "performance/review_process_estimated_targets": estimatedTargets,
  "performance/review_process_custom_templates": resource({
    table: (company) => company.reviewTemplates,
    filters: { search: contains("name") },
  }),
  "performance/review_owners": owners,
  "performance/review_questionnaire_by_strategies": questionnaires,
  "performance/review_visibility_settings": resource({ table: (company) => company.visibilitySettings }),
  "performance/agreements": agreements,
  "performance/company_employee_score_scales": companyScales,
  "performance/employee_score_scales": resource({ table: (company) => company.scoreScales }),
  "performance/target_managers": targetManagers,
};
