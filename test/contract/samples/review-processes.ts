import { COMPANY_ID } from "../../../src/sandbox/company/company";
import { isBefore } from "../../../src/api/versions";
import type { Samples } from "./sample";
import { idsOf, only, type World } from "./world";

type Processes = Pick<
  Samples,
  | "reviewProcesses"
  | "reviewProcessCustomTemplates"
  | "reviewOwners"
  | "reviewVisibilitySettings"
  | "reviewQuestionnaireByStrategies"
  | "employeeScoreScales"
  | "companyEmployeeScoreScales"
>;

const QUESTIONS = [
  {
    uuid: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    type: "section" as const,
    section_title: "Work",
    questions: [
      {
        uuid: "7c9e6679-7425-40de-944b-e07fc1f90ae8",
        mandatory: true,
        title: "What are you proud of?",
        answer_type: "text" as const,
      },
    ],
  },
];

const SHORT_SCALE = [
  { value: 1, text: "Not yet" },
  { value: 2, text: "Yes" },
];

export function reviewProcessSamples(world: World): Processes {
  const { company, employee, idText, location, process, team, version } = world;
  const carmen = employee("Carmen");
  const [spring, midYear, yearEnd, delivery, joiners] = [
    process("Spring review"),
    process("Mid-year review"),
    process("Year-end review"),
    process("Delivery check-in"),
    process("New joiners"),
  ];
  const called = (name: string) => company.reviewProcesses.find((row) => row.name === name);
  const template = only(
    "template",
    company.reviewTemplates.find(({ name }) => name === "With peers"),
  );
  const ownersOf = (id: string) =>
    company.reviewOwners.where(({ performance_review_process_id }) => performance_review_process_id === id);
  const [owner = { id: "" }] = ownersOf(midYear.id);
  const visibility = only("visibility", company.visibilitySettings.get(midYear.id));
  const questionnaire = only("questionnaire", company.questionnaires.get(yearEnd.id));
  const otherScale = only(
    "other scale",
    company.scoreScales.find(({ is_default }) => is_default === false),
  );
  const companyScale = only("scale of the company", company.companyScoreScales.get(COMPANY_ID));
  return {
    reviewProcesses: {
      list: { input: { search: "review", ids: [spring.id, joiners.id] }, answer: [{ id: spring.id }] },
      get: {
        input: { id: midYear.id },
        answer: [{ id: midYear.id, name: "Mid-year review", status: "active" }],
      },
      create: {
        input: {
          author_access_id: carmen.access_id,
          name: "Probation",
          description: "After three months",
          reviewer_strategies: ["self", "manager"],
          target_strategy: "by_teams",
          arguments: [team("Product").id],
          ends_at: "2027-01-31T22:00:00Z",
          agreements_enabled: true,
          employee_score_enabled: true,
          ...(isBefore(version, "2026-10-01") && { cycle_id: "88" }),
        },
        answer: [{ name: "Probation", status: "draft", reviewer_strategies: ["self", "manager"] }],
        sees: () => called("Probation"),
        becomes: {
          description: "After three months",
          target_strategy: { strategy: "by_teams", arguments: [team("Product").id] },
          agreements_configuration: { enabled: true },
        },
      },
      createFromTemplate: {
        input: {
          author_access_id: carmen.access_id,
          template_id: template.id,
          template_type: "custom",
          name: "With peers, 2027",
        },
        answer: [
          { name: "With peers, 2027", status: "draft", reviewer_strategies: ["self", "manager", "peers"] },
        ],
        sees: () => called("With peers, 2027"),
        becomes: { reviewer_strategies: ["self", "manager", "peers"] },
      },
      duplicate: {
        input: { id: spring.id, author_access_id: carmen.access_id },
        answer: [{ status: "draft", reviewer_strategies: ["self", "manager"] }],
        sees: () => called("Spring review (copy)"),
        becomes: { status: "draft", target_strategy: spring.target_strategy },
        text: `{"id":${idText(spring.id)},"author_access_id":${idText(carmen.access_id)}}`,
      },
      start: {
        input: { id: yearEnd.id },
        answer: [{ id: yearEnd.id, status: "active" }],
        sees: () => [
          yearEnd.status,
          company.reviewTargets.where((row) => row.performance_review_process_id === yearEnd.id).length,
        ],
        becomes: ["active", company.employees.where(({ active }) => active).length],
      },
      stop: {
        input: { id: midYear.id },
        answer: [{ id: midYear.id, status: "finished" }],
        sees: () => midYear.status,
        becomes: "finished",
      },
      reopen: {
        input: { id: spring.id, ends_at: "2026-12-31T22:00:00Z" },
        answer: [{ id: spring.id, status: "active" }],
        sees: () => spring,
        becomes: { status: "active", ends_at: "2026-12-31T22:00:00.000Z" },
      },
      schedule: {
        input: { id: yearEnd.id, starts_at: "2026-12-01T08:00:00+01:00" },
        answer: [{ id: yearEnd.id, status: "scheduled" }],
        sees: () => yearEnd,
        becomes: { status: "scheduled", starts_at: "2026-12-01T07:00:00.000Z" },
      },
      updateSchedule: {
        input: { id: delivery.id, starts_at: "2026-12-02T08:00:00+01:00" },
        answer: [{ id: delivery.id, status: "scheduled" }],
        sees: () => delivery.starts_at,
        becomes: "2026-12-02T07:00:00.000Z",
      },
      removeSchedule: {
        input: { id: delivery.id },
        answer: [{ id: delivery.id, status: "draft" }],
        sees: () => delivery,
        becomes: { status: "draft", starts_at: undefined },
      },
      updateDeadline: {
        input: { id: midYear.id, ends_at: "2026-12-31T22:00:00Z" },
        answer: [{ id: midYear.id }],
        sees: () => midYear.ends_at,
        becomes: "2026-12-31T22:00:00.000Z",
      },
      updateBasicInfo: {
        input: { id: joiners.id, name: "Newcomers", description: "Everybody since summer" },
        answer: [{ id: joiners.id, name: "Newcomers", description: "Everybody since summer" }],
        sees: () => joiners,
        becomes: { name: "Newcomers", description: "Everybody since summer" },
      },
      updateReviewerStrategies: {
        input: { id: yearEnd.id, reviewer_strategies: ["self", "direct_reports"] },
        answer: [{ id: yearEnd.id, reviewer_strategies: ["self", "direct_reports"] }],
        sees: () => yearEnd.reviewer_strategies,
        becomes: ["self", "direct_reports"],
      },
      updateTargetStrategy: {
        input: { id: yearEnd.id, target_strategy: "by_locations", arguments: [location("Lisbon").id] },
        answer: [{ id: yearEnd.id }],
        sees: () => yearEnd.target_strategy,
        becomes: { strategy: "by_locations", arguments: [location("Lisbon").id] },
      },
      updateAgreementsConfiguration: {
        input: { id: yearEnd.id, enabled: true },
        answer: [{ id: yearEnd.id }],
        sees: () => yearEnd.agreements_configuration,
        becomes: { enabled: true },
      },
      updateCompetenciesAssessmentsConfiguration: {
        input: { id: yearEnd.id, enabled: true },
        answer: [{ id: yearEnd.id }],
        sees: () => yearEnd.competencies_assessments_configuration,
        becomes: { enabled: true },
      },
      updateEmployeeScoreConfiguration: {
        input: { id: yearEnd.id, enabled: true },
        answer: [{ id: yearEnd.id }],
        sees: () => yearEnd.employee_score_configuration,
        becomes: { enabled: true },
      },
      remindInBulk: {
        input: { id: midYear.id, evaluation_types: ["manager", "peers"] },
        answer: [{ id: midYear.id, status: "active" }],
        sees: () => typeof midYear.last_bulk_reminder,
        becomes: "string",
      },
      toggleArchive: {
        input: { id: spring.id },
        answer: [{ id: spring.id, archived: true }],
        sees: () => spring.archived,
        becomes: true,
      },
      delete: {
        input: { id: joiners.id },
        answer: [{ id: joiners.id, name: "New joiners" }],
        sees: () => company.reviewProcesses.get(joiners.id),
        becomes: undefined,
      },
    },
    reviewProcessCustomTemplates: {
      list: { input: { search: "peers" }, answer: [{ id: template.id, name: "With peers" }] },
      get: { input: { id: template.id }, answer: [{ id: template.id, name: "With peers" }] },
    },
    reviewOwners: {
      list: {
        input: { performance_review_process_ids: [midYear.id] },
        answer: [{ id: owner.id, access_id: carmen.access_id, performance_review_process_id: midYear.id }],
      },
      bulkCreate: {
        input: {
          review_process_id: midYear.id,
          owner_access_ids: ["Nora", "Sofia"].map((first) => employee(first).access_id),
        },
        answer: [{ access_id: employee("Nora").access_id }, { access_id: employee("Sofia").access_id }],
        sees: () => ownersOf(midYear.id).map(({ access_id }) => access_id),
        becomes: ["Carmen", "Nora", "Sofia"].map((first) => employee(first).access_id),
      },
      delete: {
        // The last owner can't go.
        before: () => {
          company.reviewOwners.insert({
            access_id: employee("Nora").access_id,
            performance_review_process_id: midYear.id,
          });
        },
        input: { id: owner.id },
        answer: [{ id: owner.id }],
        sees: () => ownersOf(midYear.id).map(({ access_id }) => access_id),
        becomes: [employee("Nora").access_id],
      },
    },
    reviewVisibilitySettings: {
      list: {
        input: { performance_review_process_ids: [midYear.id] },
        answer: [{ id: visibility.id, performance_review_process_id: midYear.id }],
      },
      update: {
        input: {
          id: visibility.id,
          performance_review_process_id: midYear.id,
          restrict_answers_visibility_to_reportees: true,
          early_access_to_answers_for_managers: false,
          anonymous_peer_evaluation_for_target: false,
        },
        answer: [{ id: visibility.id, restrict_answers_visibility_to_reportees: true }],
        sees: () => visibility,
        becomes: {
          restrict_answers_visibility_to_reportees: true,
          early_access_to_answers_for_managers: false,
          anonymous_peer_evaluation_for_target: false,
        },
      },
    },
    reviewQuestionnaireByStrategies: {
      list: {
        input: { ids: [yearEnd.id, spring.id] },
        answer: idsOf([spring, yearEnd]),
      },
      get: {
        input: { id: yearEnd.id },
        answer: [{ id: yearEnd.id, performance_review_process_id: yearEnd.id }],
      },
      updateDefaultRatingScale: {
        input: { performance_review_process_id: yearEnd.id, default_rating_scale: SHORT_SCALE },
        answer: [{ id: yearEnd.id, default_rating_scale: SHORT_SCALE }],
        sees: () => questionnaire.default_rating_scale,
        becomes: SHORT_SCALE,
      },
      updateQuestionnaireForStrategy: {
        input: {
          performance_review_process_id: yearEnd.id,
          strategy: "self",
          questionnaire_content: QUESTIONS,
        },
        answer: [{ id: yearEnd.id, self_questionnaire: { reviewer_strategy: "self", content: QUESTIONS } }],
        sees: () => questionnaire.self_questionnaire,
        becomes: { content: QUESTIONS },
      },
    },
    employeeScoreScales: {
      list: { input: { ids: [otherScale.id] }, answer: [{ id: otherScale.id, is_default: false }] },
      get: { input: { id: otherScale.id }, answer: [{ id: otherScale.id, is_default: false }] },
    },
    companyEmployeeScoreScales: {
      list: {
        input: { ids: [companyScale.id] },
        answer: [{ id: companyScale.id, scale_id: String(companyScale.scale_id) }],
      },
      get: { input: { id: companyScale.id }, answer: [{ id: companyScale.id, is_default: true }] },
      set: {
        input: { id: companyScale.id, scale_id: otherScale.id },
        answer: [{ id: companyScale.id, scale_id: otherScale.id }],
        sees: () => companyScale.scale_id,
        becomes: otherScale.id,
      },
    },
  };
}
