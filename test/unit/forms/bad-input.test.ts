import { beforeEach, describe, expect, it, vi } from "vitest";
import { sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import type { FormPage } from "./form-pages";
import { pages, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const ACME = { ids: ["1201"] };
const project = (id: string) => sandbox.company.projects.get(id);

/** What the page is told of a text while it is typed. */
function heard(page: FormPage, name: string, text: string): unknown {
  page.say({ kind: "read", name, text });
  return page.heard.at(-1);
}

describe("a text of a million characters", () => {
  const MILLION = "wörd 👩‍👧 <b>&amp;</b> ".repeat(50_000).slice(0, 1_000_000).trim();

  it("is kept, saved and shown again, and cut where it is only named", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    page.type({ name: MILLION });
    const again = await (await desk.restart()).open("projects.create");
    expect(again.field("name").value).toBe(MILLION);
    await again.save();
    const made = sandbox.company.projects.find(({ name }) => name === MILLION);
    expect(made).toBeDefined();
    for (const message of screen.messages) expect(message.length).toBeLessThan(500);

    const edit = await desk.open("projects.update", { ids: [made?.id] });
    expect(edit.field("name").value).toBe(MILLION);
    expect(edit.title.length).toBeLessThan(400);
    await edit.save({ description: MILLION });
    expect(project(made?.id ?? "")).toMatchObject({ description: MILLION });
    for (const text of screen.status) expect(text.length).toBeLessThan(400);
  });

  it("stays in the form when it is more than the server takes", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    sandbox.misbehave({ kind: "status", status: 413, match: { method: "POST" } });
    await page.save({ name: MILLION });
    expect(page.shown.problems.message).toBeTruthy();
    expect(page.field("name").value).toBe(MILLION);
    expect((await (await desk.restart()).open("projects.create")).field("name").value).toBe(MILLION);
  });
});

describe("names with signs that mean something to VS Code", () => {
  it("are text in titles and messages", async () => {
    const desk = await openFormDesk();
    const name = "$(bug) [x](command:factorial.signOut)\u202e\nnext";
    const row = project("1201");
    if (row) sandbox.company.projects.patch(row, { name });
    const page = await desk.open("projects.update", ACME);
    expect(page.title).toBe("Edit Project: $(bug) [x](command:factorial.signOut) next");
    await page.save({ description: "Other" });
    expect(screen.status.at(-1)).toBe("Saved: \\$(bug) [x](command:factorial.signOut) next");
    page.type({ description: "More" });
    page.dispose();
    expect(screen.messages.at(-1)).not.toContain("](command:");
  });
});

describe("a picker whose search fails", () => {
  it("says why, keeps what was picked, and finds again later", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projectTasks.create", ACME);
    page.type({ assignee_employee_ids: [{ id: "302", label: "Nora Vidal" }] });
    sandbox.misbehave({ kind: "status", status: 500, match: { method: "GET", path: "employees" } });
    page.say({ kind: "search", name: "assignee_employee_ids", text: "lu" });
    const found = () => page.heard.findLast((message) => message.kind === "found");
    await eventually(() => {
      expect(found()).toMatchObject({
        text: "lu",
        options: [],
        problem: expect.stringMatching(/\w/) as string,
      });
    });
    expect(page.values().assignee_employee_ids).toMatchObject([{ id: "302" }]);
    expect(screen.messages).toEqual([]);
    sandbox.behave();
    page.say({ kind: "search", name: "assignee_employee_ids", text: "lu" });
    await eventually(() => {
      expect(found()).toMatchObject({ options: [{ label: expect.stringContaining("Lu") as string }] });
    });
  });
});

describe("a page that lies", () => {
  it("about the record: the form's own is written", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    const before = project("1202");
    await page.save({ description: "Mine", id: "1202", project_id: "1202", status: "closed" });
    expect(writes()).toEqual(["PUT projects/1201"]);
    const put = sandbox.requests.find(({ method }) => method === "PUT");
    expect(put?.body).toEqual({ id: "1201", name: "ACME", description: "Mine" });
    expect(project("1202")).toEqual(before);
    expect(project("1201")).toMatchObject({ description: "Mine", status: "active" });
  });

  it("about fields: those that are none, or of another kind, change nothing", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    const messages = [
      {
        kind: "change",
        values: JSON.parse('{"__proto__": "x", "constructor": "y", "toString": "z"}') as object,
        turn: 1,
      },
      { kind: "change", values: { name: true, code: ["a"], legal_entity_id: "61" }, turn: 2 },
      { kind: "change", values: { name: { id: "1" } }, turn: 3 },
      { kind: "save", values: "all" },
      { kind: "resolve", theirs: ["__proto__"], values: 7 },
      { kind: "show", form: page.shown.form },
      { kind: "save-now" },
      null,
      "save",
    ];
    // As a page could: what is no message by our types.
    for (const message of messages) page.say(message as never);
    for (const name of ["gone", "__proto__", "name"]) {
      page.say({ kind: "search", name, text: "x" });
      page.say({ kind: "read", name, text: "x" });
      page.say({ kind: "choose-files", name });
    }
    expect(page.shown).toMatchObject({ unsaved: false, problems: { fields: {} } });
    expect(page.heard.filter(({ kind }) => kind === "reading" || kind === "found")).toEqual([]);
    await page.saved({ kind: "resolve", theirs: ["name", "constructor"], values: {} });
    expect(writes().filter((one) => one !== "PUT projects/1201")).toEqual([]);
    expect(project("1201")).toMatchObject({ name: "ACME", code: "ACM" });
  });

  it("about which form it is: nothing opens but a form of this company", async () => {
    const desk = await openFormDesk();
    const keys = [
      ["a1", "factorial.projects.softDelete", "1201"],
      ["a1", "factorial.signOut"],
      ["a1", "factorial.projects.update", "no such project"],
      ["a1", "factorial.projects.update"],
      ["a1", "factorial.projects.create", "1201", 7],
      ["a1"],
    ];
    for (const key of keys) {
      const tab = pages.open("?", {});
      // As much of a panel as forms touch.
      await desk.forms.restore(tab as never, { form: JSON.stringify(key), values: { name: "Lie" } });
      expect(tab.isOpen, JSON.stringify(key)).toBe(false);
    }
    const elsewhere = pages.open("?", {});
    const key = JSON.stringify(["a2", "factorial.projects.update", "1201"]);
    await desk.forms.restore(elsewhere as never, { form: key, values: { name: "Lie" } });
    expect(elsewhere.heard).toEqual([]);
    expect(writes()).toEqual([]);
  });

  it("about what was there: a value that only the page keeps is no draft", async () => {
    const desk = await openFormDesk();
    const key = JSON.stringify(["a1", "factorial.projects.update", "1201"]);
    const tab = pages.open("?", {});
    await desk.forms.restore(tab as never, { form: key, values: { name: "Lie" } });
    expect(tab.field("name").value).toBe("ACME");
    expect(tab.shown.unsaved).toBe(false);
  });
});

describe("somebody who has left", () => {
  it("is shown by name where a record has them, and stays there", async () => {
    const { employees, assets } = sandbox.company;
    const gone = employees.find(({ active }) => !active);
    const asset = assets.find(({ status }) => status === "assigned");
    if (asset) assets.patch(asset, { owner_id: gone?.id });
    const desk = await openFormDesk();
    const page = await desk.open("itAssets.update", { ids: [asset?.id] });
    expect(page.field("owner_id").value).toMatchObject([{ id: gone?.id, label: gone?.full_name }]);
    await page.save({ notes: "Ask for it" });
    expect(page.shown.problems).toEqual({ fields: {} });
    expect(assets.get(asset?.id ?? "")).toMatchObject({ notes: "Ask for it", owner_id: gone?.id });
  });
});

describe("amounts that cannot be", () => {
  it.each(["-5", "- 5 €", "−1.234,56", "EUR -3"])("money: %s", async (text) => {
    const [budget] = sandbox.company.budgetStrategies.all();
    const desk = await openFormDesk();
    const page = await desk.open("budgetStrategies.update", { ids: [budget?.id] });
    const problem = expect.stringMatching(/\w/) as string;
    expect(heard(page, "planned_cents", text)).toMatchObject({ kind: "reading", problem });
    await page.save({ planned_cents: text });
    expect(page.shown.problems.fields).toEqual({ planned_cents: problem });
    expect(page.field("planned_cents").value).toBe(text);
    expect(writes()).toEqual([]);
  });

  it.each(["25h", "24h30", "1500m", "25:00", "-2h", "9h75"])("a day of %s", async (text) => {
    const [planned] = sandbox.company.plannedRecords.all();
    const desk = await openFormDesk();
    const page = await desk.open("plannedRecords.update", { ids: [planned?.id] });
    const problem = expect.stringMatching(/\w/) as string;
    expect(heard(page, "daily_minutes", text)).toMatchObject({ kind: "reading", problem });
    await page.save({ daily_minutes: text });
    expect(page.shown.problems.fields).toEqual({ daily_minutes: problem });
    expect(writes()).toEqual([]);
  });

  it.each(["fri 25:00", "tomorrow 9:61", "30 feb 10:00", "2026-13-01"])("a moment: %s", async (text) => {
    const desk = await openFormDesk();
    const page = await desk.open("reviewProcesses.create");
    const problem = expect.stringMatching(/\w/) as string;
    expect(heard(page, "ends_at", text)).toMatchObject({ kind: "reading", problem });
  });
});
