import { beforeEach, describe, expect, it, vi } from "vitest";
import { sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import { screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const ACME = { ids: ["1201"] };

describe("an answer that is lost", () => {
  it("of a creation: the new record is found, and nothing is sent again", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    await page.save({ name: "Nova", code: "NOV" });
    expect(page.isOpen).toBe(false);
    expect(writes()).toEqual(["POST projects"]);
    expect(screen.messages.at(-1)).toBe("info | Project created: Nova. | [Show] | [Undo]");
  });

  it("of a creation that was not done: it is not known, and what was typed stays", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    sandbox.misbehave({ kind: "status", status: 502, match: { method: "POST" }, times: 1 });
    await page.save({ name: "Nova" });
    expect(page.shown.problems.message).toMatch(/It is not known whether it was saved/);
    expect(page.field("name").value).toBe("Nova");
    expect(screen.messages).toEqual([
      "warning | “New Project”: it is not known whether it was saved. | [Look Again]",
    ]);
    expect(page.shown.unsaved).toBe(true);
    await page.save();
    expect(writes()).toEqual(["POST projects", "POST projects"]);
    expect(page.isOpen).toBe(false);
  });

  it("of a creation: is looked for also after a restart", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    sandbox.misbehave({ kind: "latency", ms: 100, match: { method: "POST" }, times: 1 });
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    page.say({ kind: "save", values: page.values({ name: "Nova", code: "NOV" }) });
    await eventually(() => {
      expect(writes()).toEqual(["POST projects"]);
    });
    // Nor can it be looked for, as long as this window runs.
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "GET" } });
    await eventually(() => {
      expect(screen.messages.at(-1)).toMatch(/it is not known whether it was saved/);
    });
    sandbox.behave();
    const again = await (await desk.restart()).open("projects.create");
    expect(again.shown.problems.message).toMatch(
      /it is not known whether it was saved. Save looks for it first/,
    );
    expect(again.field("name").value).toBe("Nova");
    await again.save();
    expect(again.isOpen).toBe(false);
    expect(writes()).toEqual(["POST projects"]);
  });

  it("of a change: what the record holds tells that it was saved", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "PUT" }, times: 1 });
    await page.save({ description: "Phase two" });
    expect(page.shown).toMatchObject({ unsaved: false, problems: { fields: {} } });
    expect(writes()).toEqual(["PUT projects/1201"]);
  });

  it("of a change: what the record holds tells that it was not", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    sandbox.misbehave({ kind: "status", status: 502, match: { method: "PUT" }, times: 1 });
    await page.save({ description: "Phase two" });
    expect(page.shown.problems.message).toMatch(/Not saved: Factorial holds what it held before/);
    expect(page.shown.unsaved).toBe(true);
    await page.save();
    expect(sandbox.company.projects.get("1201")).toMatchObject({ description: "Phase two" });
  });

  it("of a change that cannot be looked for: a button looks again", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    sandbox.misbehave({ kind: "latency", ms: 100, match: { method: "PUT" }, times: 1 });
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "PUT" }, times: 1 });
    screen.presses.push("Look Again");
    page.say({ kind: "save", values: page.values({ description: "Phase two" }) });
    await eventually(() => {
      expect(sandbox.requests.some(({ method }) => method === "PUT")).toBe(true);
    });
    // The record cannot be read either, until somebody looks again.
    sandbox.misbehave({ kind: "status", status: 503, match: { method: "GET" }, times: 1 });
    await eventually(() => {
      expect(screen.messages.at(-1)).toMatch(/it is not known whether it was saved/);
    });
    await eventually(() => {
      expect(page.shown).toMatchObject({ unsaved: false, saving: false });
    });
    expect(writes()).toEqual(["PUT projects/1201"]);
  });
});
