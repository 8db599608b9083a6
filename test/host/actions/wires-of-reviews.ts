import { byId, day, each, gone, once, type Samples } from "./sample";

const R = "performance/review_processes";

/** Nora's login, who is signed in. */
const ME = { author_access_id: "1302" };

const SOON = "2030-01-15T17:00:00+01:00";
const LATER = "2030-02-15T17:00:00+01:00";

const visibility = {
  restrict_answers_visibility_to_reportees: true,
  early_access_to_answers_for_managers: false,
  anonymous_peer_evaluation_for_target: false,
};

const QUESTIONS = [
  {
    uuid: "11111111-1111-4111-8111-111111111101",
    type: "section",
    section_title: "Work",
    questions: [
      {
        uuid: "11111111-1111-4111-8111-111111111102",
        mandatory: true,
        title: "What went well?",
        answer_type: "text",
      },
    ],
  },
];

export const reviewSamples: Samples = {
  "reviewProcesses.create": once(`POST ${R}`, ME, {
    name: "Onboarding review",
    reviewer_strategies: ["self"],
  }),
  "reviewProcesses.createFromTemplate": each(
    `POST ${R}/create_from_template`,
    ({ id }) => ({ template_id: id, template_type: "custom", ...ME }),
    { name: "From the template" },
  ),
  "reviewProcesses.start": each(`POST ${R}/start`, byId, undefined, {
    fits: ({ start_validation_errors: errors }) => Array.isArray(errors) && errors.length === 0,
  }),
  "reviewProcesses.stop": each(`POST ${R}/stop`, byId),
  "reviewProcesses.reopen": each(`POST ${R}/reopen`, byId, { ends_at: LATER }),
  "reviewProcesses.schedule": each(
    `POST ${R}/schedule`,
    byId,
    { starts_at: `${day(5)}T09:00:00+01:00` },
    {
      fits: ({ name }) => name === "Year-end review",
    },
  ),
  "reviewProcesses.updateSchedule": each(`POST ${R}/update_schedule`, byId, {
    starts_at: `${day(5)}T09:00:00+01:00`,
  }),
  "reviewProcesses.removeSchedule": each(`POST ${R}/remove_schedule`, byId),
  "reviewProcesses.updateDeadline": each(`POST ${R}/update_deadline`, byId, { ends_at: SOON }),
  "reviewProcesses.updateBasicInfo": each(`POST ${R}/update_basic_info`, byId, { name: "Renamed" }),
  "reviewProcesses.updateReviewerStrategies": each(`POST ${R}/update_reviewer_strategies`, byId, {
    reviewer_strategies: ["self", "manager"],
  }),
  "reviewProcesses.updateTargetStrategy": each(`POST ${R}/update_target_strategy`, byId, {
    target_strategy: "by_teams",
    arguments: ["91"],
  }),
  "reviewProcesses.updateAgreementsConfiguration": each(`POST ${R}/update_agreements_configuration`, byId, {
    enabled: true,
  }),
  "reviewProcesses.updateCompetenciesAssessmentsConfiguration": each(
    `POST ${R}/update_competencies_assessments_configuration`,
    byId,
    { enabled: true },
  ),
  "reviewProcesses.updateEmployeeScoreConfiguration": each(
    `POST ${R}/update_employee_score_configuration`,
    byId,
    { enabled: true },
  ),
  "reviewProcesses.remindInBulk": each(`POST ${R}/remind_in_bulk`, byId, { evaluation_types: ["self"] }),
  "reviewProcesses.archive": each(`POST ${R}/toggle_archive`, byId),
  "reviewProcesses.unarchive": each(`POST ${R}/toggle_archive`, byId),
  "reviewProcesses.duplicate": each(`POST ${R}/duplicate`, ({ id }) => ({ id, ...ME })),
  "reviewProcesses.delete": gone(R),
  "reviewProcessTargets.bulkCreate": each(
    "POST performance/review_process_targets/bulk_create",
    ({ id }) => ({ performance_review_process_id: id }),
    { targets_access_ids: ["1302"] },
  ),
  "reviewProcessTargets.addPeers": each(
    "POST performance/review_process_targets/add_peers",
    byId,
    { peer_access_ids: ["1301"] },
    { rowsFrom: "performance_review_process_ids[]=102", fits: ({ access_id }) => access_id !== "1301" },
  ),
  "reviewProcessTargets.removePeerEvaluations": each(
    "POST performance/review_process_targets/remove_peer_evaluations",
    byId,
    { evaluation_ids: ["15036"] },
    { rowsFrom: "ids[]=102-1304" },
  ),
  "reviewProcessTargets.delete": gone("performance/review_process_targets", {
    rowsFrom: "performance_review_process_ids[]=102",
  }),
  "reviewEvaluations.replaceReviewer": each(
    "POST performance/review_evaluations/replace_reviewer",
    byId,
    { new_reviewer_access_id: "1308" },
    {
      rowsFrom: "performance_review_process_ids[]=102&reviewer_strategies[]=manager&published=false",
      fits: ({ target_access_id, reviewer_access_id }) =>
        target_access_id !== "1308" && reviewer_access_id !== "1308",
    },
  ),
  "reviewOwners.bulkCreate": each(
    "POST performance/review_owners/bulk_create",
    ({ id }) => ({ review_process_id: id }),
    { owner_access_ids: ["1302"] },
  ),
  "reviewOwners.delete": gone("performance/review_owners", {
    first: [
      () => ({
        wire: "POST performance/review_owners/bulk_create",
        body: { review_process_id: "102", owner_access_ids: ["1302"] },
      }),
    ],
    rowsFrom: "performance_review_process_ids[]=102",
  }),
  "agreements.initiate": each(
    "POST performance/agreements/initiate",
    ({ id, performance_review_process_id }) => ({ target_id: id, process_id: performance_review_process_id }),
    undefined,
    { rowsFrom: "performance_review_process_ids[]=102" },
  ),
  "agreements.bulkInitiate": each(
    "POST performance/agreements/bulk_initiate",
    ({ id }) => ({ process_id: id }),
    undefined,
    { fits: ({ id }) => id === "101" || id === "102" },
  ),
  "reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy": each(
    "POST performance/review_questionnaire_by_strategies/update_questionnaire_for_strategy",
    ({ id }) => ({ performance_review_process_id: id }),
    { strategy: "self", questionnaire_content: QUESTIONS },
    // Of a draft.
    { rowsFrom: "ids[]=103" },
  ),
  "reviewQuestionnaireByStrategies.updateDefaultRatingScale": each(
    "POST performance/review_questionnaire_by_strategies/update_default_rating_scale",
    ({ id }) => ({ performance_review_process_id: id }),
    {
      default_rating_scale: [
        { value: 1, text: "No" },
        { value: 2, text: "Yes" },
      ],
    },
    { rowsFrom: "ids[]=102" },
  ),
  "reviewVisibilitySettings.update": each(
    "PUT performance/review_visibility_settings/{id}",
    byId,
    visibility,
  ),
  "companyEmployeeScoreScales.set": each("POST performance/company_employee_score_scales/set", byId, {
    scale_id: "12",
  }),
};
