/** What it takes to start a review process, and what it complains of until then. */

import { describe, expect, it } from "vitest";
import { refusal } from "./harness.js";
import { ACTIVE, FINISHED, PROCESSES, QUESTIONNAIRES, reviewsBeforeEach } from "./review-processes.js";

const { company, act, make, complaintsAbout, ofProcess, questionsOf } = reviewsBeforeEach();

describe("a process that is to start", () => {
  it("starts with nothing more than the basics, and makes the reviews", async () => {
    const { id, start_validation_errors: errors } = await make();
    expect(errors).toEqual([]);
    expect((await act("start", { id })).body).toMatchObject({
      status: "active",
      starts_at: "2026-11-18T10:00:00.000Z",
    });
    expect(await ofProcess(id, "review_process_targets")).toHaveLength(5);
    const evaluations = await ofProcess(id, "review_evaluations");
    expect(evaluations.map((each) => [each.target_access_id, each.reviewer_access_id]).slice(0, 4)).toEqual([
      ["1302", "1302"],
      ["1302", "1301"],
      ["1304", "1304"],
      ["1304", "1302"],
    ]);
  });

  it.each([
    ["missing_deadline", { ends_at: null }],
    ["invalid_deadline", { ends_at: "2026-11-18T09:59:59Z" }],
    ["missing_title", { name: " " }],
    ["missing_title", { name: null }],
    ["missing_target_strategy", { target_strategy: null, arguments: null }],
    ["missing_target_strategy_members", { arguments: [] }],
    ["missing_reviewer_strategy", { reviewer_strategies: [] }],
    // Nobody of Guillermo and Ivo has anybody under them.
    [
      "missing_potential_reviewers",
      {
        target_strategy: "by_employees",
        arguments: ["313", "303"],
        reviewer_strategies: ["self", "direct_reports"],
      },
    ],
  ])("complains of %s", async (complaint, fields) => {
    const { id, start_validation_errors: errors } = await make(fields);
    expect(errors).toEqual([complaint]);
    expect(refusal(await act("start", { id }))).toEqual([422, { start_validation_errors: [complaint] }]);
    expect((await company.get(`${PROCESSES}/${String(id)}`)).body.status).toBe("draft");
  });

  it("complains of a deadline before the start that is scheduled", async () => {
    const { id } = await make();
    const late = await act("schedule", { id, starts_at: "2027-01-31T00:00:00Z" });
    expect(late.body.start_validation_errors).toEqual(["invalid_deadline"]);
  });

  it("does without reviewers for peers", async () => {
    const { start_validation_errors: errors } = await make({ reviewer_strategies: ["peers"] });
    expect(errors).toEqual([]);
  });

  it("complains of a questionnaire that was emptied, not of one that nobody has touched", async () => {
    const { id } = await make();
    const empty = { performance_review_process_id: id, strategy: "manager", questionnaire_content: [] };
    await company.post(`${QUESTIONNAIRES}/update_questionnaire_for_strategy`, empty);
    expect(await complaintsAbout(id)).toEqual(["missing_questions"]);
    // Another kind of reviewer gets its first questions; what was emptied stays so.
    const wider = await act("update_reviewer_strategies", {
      id,
      reviewer_strategies: ["self", "manager", "peers"],
    });
    expect(wider.body.start_validation_errors).toEqual(["missing_questions"]);
    const written = await questionsOf(id);
    expect(written.manager_questionnaire).toEqual({ reviewer_strategy: "manager", content: [] });
    expect(written.peers_questionnaire).toMatchObject({
      content: [{ questions: [{ answer_type: "text" }] }],
    });
    const section = { uuid: "s", type: "section", section_title: "Empty", questions: [] };
    await company.post(`${QUESTIONNAIRES}/update_questionnaire_for_strategy`, {
      ...empty,
      questionnaire_content: [section],
    });
    expect(await complaintsAbout(id)).toEqual(["missing_questions"]);
  });

  it("complains of weights that are not 100 in all, where there are weights", async () => {
    const { id } = await make();
    const question = { uuid: "q", mandatory: true, title: "How?", answer_type: "text" };
    const weigh = async (...weights: readonly number[]): Promise<unknown> => {
      const content = weights.map((weight, index) => ({
        uuid: `s${index}`,
        type: "section",
        section_title: "Part",
        weight,
        questions: [question],
      }));
      // Later versions close the inside of a questionnaire, and describe no weight.
      const answer = await company
        .at("2026-07-01")
        .post(`${QUESTIONNAIRES}/update_questionnaire_for_strategy`, {
          performance_review_process_id: id,
          strategy: "self",
          questionnaire_content: content,
        });
      expect(answer.status, answer.text).toBe(200);
      return await complaintsAbout(id);
    };
    expect(await weigh(60, 30)).toEqual(["invalid_section_weights_sum"]);
    expect(await weigh(60, 40)).toEqual([]);
    expect(await weigh(33.4, 33.3, 33.3)).toEqual([]);
  });

  it("complains no more once it runs", async () => {
    expect(await complaintsAbout(ACTIVE)).toEqual([]);
    expect(await complaintsAbout(FINISHED)).toEqual([]);
    expect(await complaintsAbout("106")).toEqual([
      "missing_deadline",
      "missing_target_strategy",
      "missing_reviewer_strategy",
    ]);
  });
});
