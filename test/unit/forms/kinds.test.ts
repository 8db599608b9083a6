import { beforeEach, describe, expect, it, vi } from "vitest";
import { sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import type { FormPage } from "./form-pages";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

async function found(page: FormPage, name: string, text: string) {
  page.say({ kind: "search", name, text });
  return eventually(() => {
    const last = page.heard.at(-1);
    if (last?.kind !== "found" || last.text !== text) throw new Error("Nothing found yet.");
    return last;
  });
}

const questionnaire = () => {
  const draft = sandbox.company.reviewProcesses.find(({ name }) => name === "Year-end review");
  return { ids: [draft?.id ?? ""] };
};

describe("fields", () => {
  it("of names are found by the server's search, and sent as ids", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projectTasks.create", { ids: ["1201"] });
    const { options } = await found(page, "assignee_employee_ids", "nora");
    expect(options).toMatchObject([{ id: "302", label: expect.stringContaining("Nora") as string }]);
    const parts = await found(page, "subproject_id", "");
    const own = sandbox.company.subprojects.where(({ project_id }) => project_id === "1201");
    expect(parts.options.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
  });

  it("of names are those of what is chosen in another field", async () => {
    const desk = await openFormDesk();
    const { company } = sandbox;
    const [record] = company.timeRecords.where(({ employee_id }) => employee_id === "302");
    const shift = company.shifts.where(({ employee_id }) => employee_id === "302")[0];
    const id = record?.id ?? "";
    if (record && shift) company.timeRecords.patch(record, { attendance_shift_id: shift.id });
    const page = await desk.open("timeRecords.updateProjectWorker", { ids: [id] });
    const { options: workers } = await found(page, "project_worker_id", "");
    for (const worker of workers) {
      page.type({ project_worker_id: [worker] });
      const { options } = await found(page, "subproject_id", "");
      const projectId = company.projectWorkers.get(worker.id)?.project_id;
      const own = company.subprojects.where(({ project_id }) => project_id === projectId);
      expect(options.map((one) => one.id).sort()).toEqual(own.map((one) => one.id).sort());
    }
    expect(workers.length).toBeGreaterThan(1);
  });

  it("of amounts say how they are read", async () => {
    const desk = await openFormDesk();
    const [budget] = sandbox.company.budgetStrategies.where(({ planned_minutes }) =>
      Boolean(planned_minutes),
    );
    const page = await desk.open("budgetStrategies.update", { ids: [budget?.id] });
    expect(page.field("planned_minutes")).toMatchObject({
      kind: "typed",
      reading: expect.any(String) as string,
    });
    page.say({ kind: "read", name: "planned_minutes", text: "120h30" });
    expect(page.heard.at(-1)).toMatchObject({ reading: "120h30" });
    page.say({ kind: "read", name: "planned_cents", text: "much" });
    expect(page.heard.at(-1)).toMatchObject({
      problem: "“much” is no amount. Type it like 1234.56 or 1.234,56.",
    });
  });

  it("are those of the chosen kind, and keep what was picked for the others", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("reviewProcesses.create");
    expect(page.fields.map(({ name }) => name)).not.toContain("arguments:by_teams");
    page.type({ target_strategy: "by_teams" });
    expect(page.field("arguments:by_teams")).toMatchObject({ kind: "names", label: "Which ones: teams" });
    page.type({ "arguments:by_teams": [{ id: "91", label: "A team" }] });
    page.type({ target_strategy: "by_locations" });
    expect(page.field("arguments:by_locations").value).toEqual([]);
    page.type({ target_strategy: "by_teams" });
    expect(page.field("arguments:by_teams").value).toMatchObject([{ id: "91" }]);
  });

  it("of messages are a line each", async () => {
    const desk = await openFormDesk();
    const [result] = sandbox.company.syncableSyncRuns.all();
    const page = await desk.open("syncableSyncRuns.update", { ids: [result?.id] });
    await page.save({ status: "failed", error_messages: "no colon" });
    expect(page.shown.problems.fields).toEqual({
      error_messages: "“no colon” has no colon with a text behind it.",
    });
    expect(writes()).toEqual([]);
  });
});

describe("Edit Questions", () => {
  it("shows those of the chosen kind of reviewer; looking changes nothing", async () => {
    const desk = await openFormDesk();
    const page = await desk.open(
      "reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy",
      questionnaire(),
    );
    expect(page.field("questionnaire_content:self")).toMatchObject({ kind: "questions" });
    page.type({ strategy: "manager" });
    expect(page.fields.map(({ name }) => name)).toEqual(["strategy", "questionnaire_content:manager"]);
    expect(page.shown.unsaved).toBe(false);
  });

  it("sends back with a question what it was read with", async () => {
    const { ids } = questionnaire();
    const row = sandbox.company.questionnaires.get(ids[0] ?? "");
    const question = {
      uuid: "22222222-2222-4222-8222-222222222202",
      title: "How much?",
      answer_type: "rating",
      mandatory: true,
      with_comment: true,
      scale: [{ value: 1, text: "Little" }],
    };
    const content = [
      { uuid: "22222222-2222-4222-8222-222222222201", type: "question", questions: [question] },
    ];
    if (row) sandbox.company.questionnaires.patch(row, { self_questionnaire: { content } });
    const desk = await openFormDesk();
    const page = await desk.open("reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy", { ids });
    const field = page.field("questionnaire_content:self");
    if (field.kind !== "questions") throw new Error("No questions.");
    const value = structuredClone(field.value);
    for (const section of value) for (const one of section.questions) one.title = "How little?";
    await page.save({ "questionnaire_content:self": value });
    expect(page.shown.problems).toEqual({ fields: {} });
    expect(sandbox.company.questionnaires.get(ids[0] ?? "")).toMatchObject({
      self_questionnaire: {
        content: [{ type: "question", questions: [{ ...question, title: "How little?" }] }],
      },
    });
  });
});
