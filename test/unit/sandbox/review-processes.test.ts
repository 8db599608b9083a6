/** The life of a review process: what it takes to start one, which ways lead where, and what is copied and removed. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { open, type Answer, type Fields, type Talk } from "./harness.js";

let company: Talk;
beforeEach(async () => {
  company = await open();
});
afterEach(() => company.sandbox.stop());

const PROCESSES = "performance/review_processes";
const QUESTIONNAIRES = "performance/review_questionnaire_by_strategies";
const FINISHED = "101";
const ACTIVE = "102";
const DRAFT = "103";
const SCHEDULED = "104";

const act = (action: string, fields: Fields | Record<string, unknown>): Promise<Answer> =>
  company.post(`${PROCESSES}/${action}`, fields);

const refusal = (answer: Answer): unknown => [answer.status, answer.body.errors];

const basics = {
  author_access_id: "1301",
  name: "Quarter",
  reviewer_strategies: ["self", "manager"],
  target_strategy: "by_teams",
  arguments: ["91"],
  ends_at: "2027-01-31T00:00:00Z",
};

async function make(fields: Record<string, unknown> = {}): Promise<Fields> {
  const made = await company.post(PROCESSES, { ...basics, ...fields });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

async function complaintsAbout(id: unknown): Promise<unknown> {
  return (await company.get(`${PROCESSES}/${String(id)}`)).body.start_validation_errors;
}

async function ofProcess(
  id: unknown,
  resource: string,
  field = "performance_review_process_ids[]",
): Promise<readonly Fields[]> {
  return (await company.get(`performance/${resource}?${field}=${String(id)}&limit=100`)).body.data;
}

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
    const written = (await company.get(`${QUESTIONNAIRES}/${String(id)}`)).body;
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

describe("the ways from one status to another", () => {
  const soon = "2026-12-01T00:00:00Z";
  const later = "2027-03-01T00:00:00Z";

  it.each([
    ["schedule", { starts_at: soon }, [ACTIVE, FINISHED, SCHEDULED], "draft"],
    ["update_schedule", { starts_at: soon }, [DRAFT, ACTIVE, FINISHED], "scheduled"],
    ["remove_schedule", {}, [DRAFT, ACTIVE, FINISHED], "scheduled"],
    ["start", {}, [ACTIVE, FINISHED], "draft or scheduled"],
    ["stop", {}, [DRAFT, SCHEDULED, FINISHED], "active"],
    ["reopen", { ends_at: later }, [DRAFT, SCHEDULED, ACTIVE], "finished"],
    ["remind_in_bulk", {}, [DRAFT, SCHEDULED, FINISHED], "active"],
    ["update_deadline", { ends_at: later }, [FINISHED], "draft or scheduled or active"],
    ["update_reviewer_strategies", { reviewer_strategies: ["self"] }, [SCHEDULED, ACTIVE, FINISHED], "draft"],
    ["update_target_strategy", { target_strategy: "all_employees" }, [SCHEDULED, ACTIVE, FINISHED], "draft"],
  ] as const)("%s", async (action, fields, refused, allowed) => {
    const statuses: Readonly<Record<string, string>> = {
      [FINISHED]: "finished",
      [ACTIVE]: "active",
      [DRAFT]: "draft",
      [SCHEDULED]: "scheduled",
    };
    for (const id of refused) {
      expect(refusal(await act(action, { id, ...fields }))).toEqual([
        422,
        { status: [`is ${statuses[id] ?? ""}, must be ${allowed}`] },
      ]);
    }
    const rest = Object.keys(statuses).filter((id) => !refused.some((other) => other === id));
    for (const id of rest) expect([id, (await act(action, { id, ...fields })).status]).toEqual([id, 200]);
  });

  it("of a scheduled process: later, back to draft, or at once", async () => {
    const moved = await act("update_schedule", { id: SCHEDULED, starts_at: soon });
    expect(moved.body).toMatchObject({ status: "scheduled", starts_at: "2026-12-01T00:00:00.000Z" });
    const back = await act("remove_schedule", { id: SCHEDULED });
    expect([back.body.status, back.body.starts_at ?? null]).toEqual(["draft", null]);
    await act("schedule", { id: SCHEDULED, starts_at: soon });
    expect((await act("start", { id: SCHEDULED })).body.status).toBe("active");
    expect(await ofProcess(SCHEDULED, "review_evaluations")).toHaveLength(4);
    expect(await ofProcess(SCHEDULED, "review_process_estimated_targets")).toEqual([]);
  });

  it("lead into the future only", async () => {
    const past = "2026-11-18T10:00:00Z";
    const future = [422, { starts_at: ["must be in the future"] }];
    expect(refusal(await act("schedule", { id: DRAFT, starts_at: past }))).toEqual(future);
    expect(refusal(await act("update_schedule", { id: SCHEDULED, starts_at: past }))).toEqual(future);
    const deadline = [422, { ends_at: ["must be in the future"] }];
    expect(refusal(await act("reopen", { id: FINISHED, ends_at: past }))).toEqual(deadline);
    expect(refusal(await act("update_deadline", { id: ACTIVE, ends_at: past }))).toEqual(deadline);
    expect(refusal(await act("update_deadline", { id: SCHEDULED, ends_at: "2026-11-28T07:00:00Z" }))).toEqual(
      [422, { ends_at: ["must be after the start"] }],
    );
    expect(refusal(await act("schedule", { id: DRAFT, starts_at: "2026-13-01T00:00:00Z" }))).toEqual([
      422,
      { starts_at: ["is not a valid date"] },
    ]);
    expect(refusal(await act("update_deadline", { id: ACTIVE, ends_at: "soon" }))).toEqual([
      422,
      { ends_at: ["is not a valid date"] },
    ]);
    // An offset is heard.
    const same = await act("update_deadline", { id: ACTIVE, ends_at: "2026-12-24T00:00:00.000+01:00" });
    expect(same.body.ends_at).toBe("2026-12-23T23:00:00.000Z");
  });

  it("end where somebody stops it, and go on with a new deadline", async () => {
    expect((await act("stop", { id: ACTIVE })).body.status).toBe("finished");
    const again = await act("reopen", { id: ACTIVE, ends_at: later });
    expect(again.body).toMatchObject({ status: "active", ends_at: "2027-03-01T00:00:00.000Z" });
  });
});

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
      Object.entries((await company.get(`${QUESTIONNAIRES}/${String(id)}`)).body)
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

describe("a new process", () => {
  const questionsOf = async (id: unknown): Promise<Fields> =>
    (await company.get(`${QUESTIONNAIRES}/${String(id)}`)).body;

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
