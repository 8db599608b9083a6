/** What a new review process takes over from another or a template, and what goes with one that is deleted. */

import { describe, expect, it } from "vitest";
import { refusal } from "./harness.js";
import { basics, FINISHED, PROCESSES, QUESTIONNAIRES, reviewsBeforeEach } from "./review-processes.js";

const { company, act, questionsOf, ofProcess } = reviewsBeforeEach();

describe("a new process", () => {
  it("that is a copy has questions, visibility and configuration of the other, and no dates", async () => {
    await company.put(`performance/review_visibility_settings/${FINISHED}`, {
      restrict_answers_visibility_to_reportees: true,
      early_access_to_answers_for_managers: false,
      anonymous_peer_evaluation_for_target: false,
    });
    const copy = (await act("duplicate", { id: FINISHED, author_access_id: "1302" })).body;
    expect(copy).toMatchObject({
      name: "Spring review (copy)",
      status: "draft",
      archived: false,
      agreements_configuration: { enabled: true },
      target_strategy: { strategy: "by_teams" },
      start_validation_errors: ["missing_deadline"],
    });
    expect([copy.starts_at ?? null, copy.ends_at ?? null]).toEqual([null, null]);
    const [before, after] = [await questionsOf(FINISHED), await questionsOf(copy.id)];
    expect(after).toMatchObject({ id: copy.id, performance_review_process_id: copy.id });
    expect(after.self_questionnaire).toEqual(before.self_questionnaire);
    expect(after.employee_potential_score_manager_questionnaire).toBeDefined();
    expect(await ofProcess(copy.id, "review_visibility_settings")).toMatchObject([
      {
        id: copy.id,
        restrict_answers_visibility_to_reportees: true,
        early_access_to_answers_for_managers: false,
      },
    ]);
    expect(await ofProcess(copy.id, "review_owners")).toMatchObject([{ access_id: "1302" }]);
    // What is written into the copy is not written into the other.
    await company.post(`${QUESTIONNAIRES}/update_questionnaire_for_strategy`, {
      performance_review_process_id: copy.id,
      strategy: "self",
      questionnaire_content: [],
    });
    expect((await questionsOf(FINISHED)).self_questionnaire).toEqual(before.self_questionnaire);
  });

  it("from a template has the template's questions, visibility and switches", async () => {
    const template = { template_id: "52", template_type: "custom", author_access_id: "1301" };
    const made = (await act("create_from_template", template)).body;
    expect(made).toMatchObject({
      name: "With peers",
      reviewer_strategies: ["self", "manager", "peers"],
      agreements_configuration: { enabled: true },
      start_validation_errors: ["missing_deadline"],
    });
    const questions = await questionsOf(made.id);
    expect(questions.peers_questionnaire).toMatchObject({ content: [{ section_title: "Looking back" }, {}] });
    expect(questions.employee_potential_score_manager_questionnaire).toBeDefined();
    expect(await ofProcess(made.id, "review_visibility_settings")).toMatchObject([
      { anonymous_peer_evaluation_for_target: false },
    ]);
    expect((await act("create_from_template", { ...template, name: "Mine" })).body.name).toBe("Mine");
    expect((await act("create_from_template", { ...template, template_id: "99" })).status).toBe(404);
    expect((await act("create_from_template", { ...template, author_access_id: "99" })).status).toBe(404);
    const plain = await act("create_from_template", { ...template, template_type: "predefined" });
    expect(plain.body.reviewer_strategies).toEqual(["self", "manager"]);
  });

  it("takes its deadline as a moment, or not at all", async () => {
    const wrong = await company.post(PROCESSES, { ...basics, ends_at: "2027-02-30T00:00:00Z" });
    expect(refusal(wrong)).toEqual([422, { ends_at: ["is not a valid date"] }]);
  });
});

it("a process that is deleted takes along all that hangs on it", async () => {
  expect(await ofProcess(FINISHED, "agreements", "process_ids[]")).toHaveLength(2);
  expect((await company.remove(`${PROCESSES}/${FINISHED}`)).body.name).toBe("Spring review");
  for (const resource of [
    "review_owners",
    "review_process_targets",
    "review_evaluations",
    "review_visibility_settings",
  ])
    expect([resource, await ofProcess(FINISHED, resource)]).toEqual([resource, []]);
  expect(await ofProcess(FINISHED, "agreements", "process_ids[]")).toEqual([]);
  expect(await ofProcess(FINISHED, "review_evaluation_scores", "review_process_ids[]")).toEqual([]);
  expect((await company.get(`${QUESTIONNAIRES}/${FINISHED}`)).status).toBe(404);
  const { evaluations, evaluationAnswers } = company.sandbox.company;
  expect(evaluationAnswers.all().map(({ id }) => id)).toEqual(evaluations.all().map(({ id }) => id));
  expect(evaluations.size).toBeGreaterThan(0);
});
