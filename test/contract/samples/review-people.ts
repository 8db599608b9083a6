import type { Samples } from "./sample";
import { idsOf, only, type World } from "./world";

type People = Pick<
  Samples,
  | "reviewProcessTargets"
  | "reviewProcessEstimatedTargets"
  | "reviewEvaluations"
  | "reviewEvaluationAnswers"
  | "reviewEvaluationScores"
  | "agreements"
  | "targetManagers"
>;

export function reviewPeopleSamples(world: World): People {
  const { company, employee, evaluation, idText, process, target } = world;
  const [spring, midYear, yearEnd] = [
    process("Spring review"),
    process("Mid-year review"),
    process("Year-end review"),
  ];
  const [nora, ivo, pau, aiko, sofia] = [
    employee("Nora"),
    employee("Ivo"),
    employee("Pau"),
    employee("Aiko"),
    employee("Sofia"),
  ];
  const [luciaInMidYear, pauInMidYear, ivoInMidYear] = [
    target("Mid-year review", "Lucía"),
    target("Mid-year review", "Pau"),
    target("Mid-year review", "Ivo"),
  ];
  const reviewOfPau = evaluation("Mid-year review", "Pau", "manager");
  const peersOf = (targetId: string) =>
    company.evaluations.where(
      (row) => row.review_process_target_id === targetId && row.evaluation_type === "peers",
    );
  const byAiko = only(
    "review of Lucía by Aiko",
    peersOf(luciaInMidYear.id).find(({ reviewer_access_id }) => reviewer_access_id === aiko.access_id),
  );
  const scores = company.evaluationScores.where(({ review_process_id }) => review_process_id === spring.id);
  const [score = { id: "", review_evaluation_id: "" }] = scores;
  const plan = only(
    "action plan",
    company.agreements.find(({ status }) => status === "signed"),
  );
  const plansOf = (processId: string) =>
    company.agreements.where(({ process_id }) => process_id === processId);
  return {
    reviewProcessTargets: {
      list: {
        input: {
          performance_review_process_ids: [midYear.id],
          managed_by_filter: { manager_employee_id: nora.id, only_direct_reports: true },
        },
        answer: idsOf(["Lucía", "Marc", "Aiko", "Pau"].map((first) => target("Mid-year review", first))),
      },
      get: {
        input: { id: pauInMidYear.id },
        answer: [
          { id: pauInMidYear.id, access_id: pau.access_id, performance_review_process_id: midYear.id },
        ],
      },
      bulkCreate: {
        // Everybody takes part, so somebody has to go first.
        before: () => {
          company.reviewTargets.remove(ivoInMidYear);
        },
        input: { performance_review_process_id: midYear.id, targets_access_ids: [ivo.access_id] },
        answer: [{ id: ivoInMidYear.id, access_id: ivo.access_id }],
        sees: () => company.reviewTargets.get(ivoInMidYear.id),
        becomes: { access_id: ivo.access_id, performance_review_process_id: midYear.id },
      },
      addPeers: {
        input: { id: pauInMidYear.id, peer_access_ids: [aiko.access_id, sofia.access_id] },
        answer: [{ id: pauInMidYear.id }],
        sees: () => peersOf(pauInMidYear.id).map(({ reviewer_access_id }) => reviewer_access_id),
        becomes: [aiko.access_id, sofia.access_id],
      },
      removePeerEvaluations: {
        input: { id: luciaInMidYear.id, evaluation_ids: [byAiko.id] },
        answer: [{ id: luciaInMidYear.id }],
        sees: () => company.evaluations.get(byAiko.id),
        becomes: undefined,
        // The key of a participant has two parts and is text in every version.
        text: `{"id":"${luciaInMidYear.id}","evaluation_ids":[${idText(byAiko.id)}]}`,
      },
      delete: {
        input: { id: ivoInMidYear.id },
        answer: [{ id: ivoInMidYear.id }],
        sees: () => company.reviewTargets.get(ivoInMidYear.id),
        becomes: undefined,
      },
    },
    reviewProcessEstimatedTargets: {
      list: {
        input: { performance_review_process_ids: [yearEnd.id], access_ids: [nora.access_id, pau.access_id] },
        answer: [
          { access_id: nora.access_id, employee_id: nora.id, performance_review_process_id: yearEnd.id },
          { access_id: pau.access_id, employee_id: pau.id },
        ],
      },
    },
    reviewEvaluations: {
      list: {
        input: {
          review_process_target_ids: [luciaInMidYear.id],
          reviewer_strategies: ["peers"],
          exclude_ids: [byAiko.id],
        },
        answer: idsOf(peersOf(luciaInMidYear.id).filter((row) => row !== byAiko)),
      },
      get: {
        input: { id: reviewOfPau.id },
        answer: [{ id: reviewOfPau.id, evaluation_type: "manager", target_access_id: pau.access_id }],
      },
      replaceReviewer: {
        input: { id: reviewOfPau.id, new_reviewer_access_id: sofia.access_id },
        answer: [{ id: reviewOfPau.id, reviewer_access_id: sofia.access_id }],
        sees: () => reviewOfPau.reviewer_access_id,
        becomes: sofia.access_id,
      },
    },
    reviewEvaluationAnswers: {
      list: {
        input: { performance_review_evaluation_ids: [reviewOfPau.id, byAiko.id] },
        answer: [reviewOfPau, byAiko].map(({ id }) => ({ performance_review_evaluation_id: id })),
      },
    },
    reviewEvaluationScores: {
      list: { input: { review_process_ids: [spring.id] }, answer: idsOf(scores) },
      get: {
        input: { id: score.id },
        answer: [{ id: score.id, review_evaluation_id: String(score.review_evaluation_id) }],
      },
    },
    agreements: {
      list: { input: { process_ids: [spring.id] }, answer: idsOf(plansOf(spring.id)) },
      get: { input: { id: plan.id }, answer: [{ id: plan.id, status: "signed" }] },
      initiate: {
        input: { process_id: midYear.id, target_id: pauInMidYear.id },
        answer: [{ process_id: midYear.id, target_id: pauInMidYear.id, status: "pending" }],
        sees: () => plansOf(midYear.id),
        becomes: [{ target_id: pauInMidYear.id, reviewer_id: nora.id }],
        text: `{"process_id":${idText(midYear.id)},"target_id":"${pauInMidYear.id}"}`,
      },
      bulkInitiate: {
        // Carmen asks: for her own reports.
        input: { process_id: midYear.id },
        answer: ["Nora", "Ivo", "Sofia", "Irene"].map((first) => ({
          target_id: target("Mid-year review", first).id,
          status: "pending",
        })),
        sees: () => plansOf(midYear.id).length,
        becomes: 4,
      },
    },
    targetManagers: {
      list: {
        input: { performance_review_process_ids: [spring.id] },
        // Of the team and of Nora, who leads it.
        answer: [
          { manager_access_id: employee("Carmen").access_id, performance_review_process_id: spring.id },
          { manager_access_id: nora.access_id, manager_full_name: "Nora Vidal" },
        ],
      },
      get: { input: { id: nora.id }, answer: [{ id: nora.id, manager_full_name: "Nora Vidal" }] },
    },
  };
}
