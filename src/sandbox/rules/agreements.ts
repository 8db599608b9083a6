/** What manager and participant agree on after a review: an action plan. */

import type { Call } from "../call.js";
import type { Company } from "../company/company.js";
import type { Row } from "../company/table.js";
import { isFields } from "../body.js";
import { invalid, notFound } from "../errors.js";
import { resource, type Resource } from "../resource.js";
import { named } from "./checks.js";
import { byAccess } from "./review-people.js";
import { checkStatus, processNamed } from "./review-processes.js";

export function agreementOf(company: Company, targetId: string): Row | undefined {
  return company.agreements.find((agreement) => agreement.target_id === targetId);
}

function processWithPlans(call: Call): Row {
  const process = processNamed(call, "process_id");
  const { agreements_configuration: configuration } = process;
  if (!isFields(configuration) || configuration.enabled !== true)
    throw invalid("base", "Action plans are not enabled for the process");
  checkStatus(process, "active", "finished");
  return process;
}

/** Initiating again changes nothing. */
function initiate({ company }: Call, process: Row, target: Row): Row {
  const evaluation = (kind: string): string | undefined =>
    company.evaluations.find(
      (each) => each.review_process_target_id === target.id && each.evaluation_type === kind,
    )?.id;
  return (
    agreementOf(company, target.id) ??
    company.agreements.insert({
      id: `agreement-${target.id}`,
      process_id: process.id,
      target_id: target.id,
      reviewer_id: byAccess(company, target.access_id)?.manager_id,
      status: "pending",
      locked: false,
      self_evaluation_id: evaluation("self"),
      manager_evaluation_id: evaluation("manager"),
      self_comments: [],
      manager_comments: [],
    })
  );
}

export const agreements: Resource = resource({
  table: (company) => company.agreements,
  actions: {
    initiate: (call) => {
      const process = processWithPlans(call);
      const target = named(call.company.reviewTargets, call.body.text("target_id"));
      if (target.performance_review_process_id !== process.id) throw notFound();
      return initiate(call, process, target);
    },
    // The caller's direct reports; for the company itself everybody in the process.
    bulk_initiate: (call) => {
      const process = processWithPlans(call);
      const manager = call.viewer.employee;
      return call.company.reviewTargets
        .where((target) => target.performance_review_process_id === process.id)
        .filter((target) => !manager || byAccess(call.company, target.access_id)?.manager_id === manager.id)
        .map((target) => initiate(call, process, target));
    },
  },
});
