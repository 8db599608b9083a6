/** What is changed of a review process, and until when. */

import { describe, expect, it } from "vitest";
import { refusal, type Answer } from "./harness.js";
import { ACTIVE, DRAFT, FINISHED, QUESTIONNAIRES, SCHEDULED, reviewsBeforeEach } from "./review-processes.js";

const { company, act, make, ofProcess, questionsOf } = reviewsBeforeEach();

describe("what is changed of a process", () => {
  it("is its archive flag, there and back", async () => {
    expect((await act("toggle_archive", { id: FINISHED })).body.archived).toBe(true);
    expect((await act("toggle_archive", { id: FINISHED })).body.archived).toBe(false);
  });

  it("is when it reminded its reviewers, of the kinds that it has", async () => {
    const all = await act("remind_in_bulk", { id: ACTIVE, evaluation_types: ["self", "peers"] });
    expect(all.body.last_bulk_reminder).toBe("2026-11-18T10:00:00.000Z");
    expect(
      refusal(await act("remind_in_bulk", { id: ACTIVE, evaluation_types: ["direct_reports"] })),
    ).toEqual([422, { evaluation_types: ["direct_reports is no reviewer strategy of the process"] }]);
  });

  it("is its name, which only a process that waits may lack", async () => {
    expect((await act("update_basic_info", { id: DRAFT, name: "" })).body.start_validation_errors).toEqual([
      "missing_title",
    ]);
    expect(refusal(await act("update_basic_info", { id: ACTIVE, name: " " }))).toEqual([
      422,
      { name: ["can't be blank"] },
    ]);
    const described = await act("update_basic_info", { id: ACTIVE, description: "New words" });
    expect(described.body).toMatchObject({ name: "Mid-year review", description: "New words" });
  });

  it("are its participants: what isn't sent stays", async () => {
    const few = await act("update_target_strategy", {
      id: DRAFT,
      target_strategy: "by_teams",
      arguments: ["91"],
    });
    expect(few.body.target_strategy).toEqual({ strategy: "by_teams", arguments: ["91"] });
    expect(
      (await act("update_target_strategy", { id: DRAFT, arguments: ["92"] })).body.target_strategy,
    ).toEqual({
      strategy: "by_teams",
      arguments: ["92"],
    });
    const others = await act("update_target_strategy", { id: DRAFT, target_strategy: "by_locations" });
    expect(others.body.target_strategy).toEqual({ strategy: "by_locations", arguments: [] });
    expect(others.body.start_validation_errors).toEqual(["missing_target_strategy_members"]);
    const none = await act("update_target_strategy", { id: DRAFT, target_strategy: null });
    expect(none.body.target_strategy ?? null).toBeNull();
  });

  it("are its closing questions, by switches that no answer shows", async () => {
    const { id } = await make({ employee_potential_score_enabled: true });
    const closing = async (): Promise<readonly string[]> =>
      Object.entries(await questionsOf(id))
        .filter(([name, value]) => name.startsWith("employee_") && value !== null)
        .map(([name]) => name);
    expect(await closing()).toEqual(["employee_potential_score_manager_questionnaire"]);
    const on = await act("update_employee_score_configuration", { id, enabled: true });
    expect(Object.keys(on.body)).not.toContain("employee_score_configuration");
    expect(await closing()).toEqual([
      "employee_score_self_questionnaire",
      "employee_score_manager_questionnaire",
      "employee_potential_score_manager_questionnaire",
    ]);
  });

  it("is who sees what, by the id of the process", async () => {
    const settings = {
      restrict_answers_visibility_to_reportees: true,
      early_access_to_answers_for_managers: false,
      anonymous_peer_evaluation_for_target: false,
    };
    const path = `performance/review_visibility_settings/${ACTIVE}`;
    const changed = await company.put(path, { id: ACTIVE, ...settings });
    expect(changed.body).toMatchObject({ id: ACTIVE, performance_review_process_id: ACTIVE, ...settings });
    expect(await ofProcess(ACTIVE, "review_visibility_settings")).toMatchObject([
      { id: ACTIVE, ...settings },
    ]);
    expect(
      refusal(await company.put(path, { ...settings, performance_review_process_id: FINISHED })),
    ).toEqual([422, { performance_review_process_id: ["can't be changed"] }]);
  });

  it("are its questions, until it is scheduled", async () => {
    const write = (id: string): Promise<Answer> =>
      company.post(`${QUESTIONNAIRES}/update_questionnaire_for_strategy`, {
        performance_review_process_id: id,
        strategy: "self",
        questionnaire_content: [],
      });
    expect((await write(DRAFT)).body.self_questionnaire).toMatchObject({ content: [] });
    expect(refusal(await write(SCHEDULED))).toEqual([422, { status: ["is scheduled, must be draft"] }]);
    expect(refusal(await write(ACTIVE))).toEqual([422, { status: ["is active, must be draft"] }]);
  });

  it("is its rating scale, of steps from 0 to 10", async () => {
    const scale = (...values: readonly number[]): Promise<Answer> =>
      company.post(`${QUESTIONNAIRES}/update_default_rating_scale`, {
        performance_review_process_id: DRAFT,
        default_rating_scale: values.map((value) => ({ value, text: String(value) })),
      });
    expect((await scale(0, 10)).body.default_rating_scale).toHaveLength(2);
    expect(refusal(await scale(1, 11))).toEqual([
      422,
      { default_rating_scale: ["must have values from 0 to 10"] },
    ]);
    expect(refusal(await scale())).toEqual([422, { default_rating_scale: ["can't be blank"] }]);
  });
});

it("has an owner who is somebody, and never none", async () => {
  const [owner] = await ofProcess(DRAFT, "review_owners");
  const last = await company.remove(`performance/review_owners/${String(owner?.id)}`);
  expect(refusal(last)).toEqual([422, { base: ["The last owner of a process can't be removed"] }]);
  const add = (...ids: readonly string[]): Promise<Answer> =>
    company.post("performance/review_owners/bulk_create", {
      review_process_id: DRAFT,
      owner_access_ids: ids,
    });
  await add("1301", "1302", "1302");
  expect(await ofProcess(DRAFT, "review_owners")).toHaveLength(2);
  expect((await add("999")).status).toBe(404);
  expect((await company.remove(`performance/review_owners/${String(owner?.id)}`)).status).toBe(200);
  expect(await ofProcess(DRAFT, "review_owners")).toMatchObject([{ access_id: "1302" }]);
});
