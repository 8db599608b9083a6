/** All resources of performance; those without a file of their own are here. */

import { COMPANY_ID } from "../company/company.js";
import { without } from "../company/table.js";
import { invalid } from "../errors.js";
import { contains } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { agreements } from "./agreements.js";
import { named } from "./checks.js";
import { personWith } from "./review-people.js";
import { processNamed, reviewProcesses } from "./review-processes.js";
import { reviewQuestionnaires, worded } from "./review-questionnaires.js";
import { estimatedTargets, reviewEvaluations, reviewTargets, targetManagers } from "./review-targets.js";

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

const visibilitySettings = resource({
  table: (company) => company.visibilitySettings,
  check: (call, setting) => {
    const process = call.body.text("performance_review_process_id");
    if (process !== undefined && process !== setting?.id)
      throw invalid("performance_review_process_id", "can't be changed");
  },
  fields: (call) => without(call.body.fields, "performance_review_process_id"),
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

export const performanceResources: Resources = {
  "performance/review_processes": reviewProcesses,
  "performance/review_evaluations": reviewEvaluations,
  "performance/review_evaluation_answers": resource({
    table: (company) => company.evaluationAnswers,
    present: (answers, { version }) => worded(version, answers),
  }),
  "performance/review_evaluation_scores": resource({
    table: (company) => company.evaluationScores,
    present: () => ({ company_id: COMPANY_ID }),
  }),
  "performance/review_process_targets": reviewTargets,
  "performance/review_process_estimated_targets": estimatedTargets,
  "performance/review_process_custom_templates": resource({
    table: (company) => company.reviewTemplates,
    filters: { search: contains("name") },
  }),
  "performance/review_owners": owners,
  "performance/review_questionnaire_by_strategies": reviewQuestionnaires,
  "performance/review_visibility_settings": visibilitySettings,
  "performance/agreements": agreements,
  "performance/company_employee_score_scales": companyScales,
  "performance/employee_score_scales": resource({ table: (company) => company.scoreScales }),
  "performance/target_managers": targetManagers,
};
