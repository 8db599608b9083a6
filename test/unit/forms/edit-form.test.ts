import { beforeEach, describe, expect, it, vi } from "vitest";
import { sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver, type FormDesk } from "./form-desk";
import { pages, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const ACME = "1201";
const stored = () => sandbox.company.projects.get(ACME);

/** Somebody else does something. */
function elsewhere(changes: Record<string, unknown>): void {
  const row = stored();
  if (row) sandbox.company.projects.patch(row, changes);
}

async function openAcme(desk?: FormDesk) {
  const at = desk ?? (await openFormDesk());
  return { desk: at, page: await at.open("projects.update", { ids: [ACME] }) };
}

describe("Edit Project", () => {
  it("is filled with what the server holds", async () => {
    const { page } = await openAcme();
    expect(page.title).toBe("Edit Project: ACME");
    expect(page.field("name").value).toBe("ACME");
    expect(page.field("code").value).toBe("ACM");
    expect(page.shown.unsaved).toBe(false);
  });

  it("sends what was changed, and stays with what the server holds then", async () => {
    const { page, desk } = await openAcme();
    page.type({ description: "Phase two" });
    expect(page.title).toBe("● Edit Project: ACME");
    await page.save({ description: "Phase two" });
    expect(stored()).toMatchObject({ name: "ACME", code: "ACM", description: "Phase two" });
    expect(page.isOpen).toBe(true);
    expect(page.title).toBe("Edit Project: ACME");
    expect(page.shown).toMatchObject({ unsaved: false, fill: true, saving: false });
    expect(desk.changes).not.toEqual([]);
    expect(screen.status).toContain("Saved: ACME");
    const put = sandbox.requests.filter(({ method }) => method === "PUT");
    expect(put.map(({ body }) => body)).toEqual([{ id: ACME, name: "ACME", description: "Phase two" }]);
  });

  it("sends nothing where nothing was changed, however often somebody saves", async () => {
    const { page } = await openAcme();
    await page.save();
    expect(writes()).toEqual([]);
    expect(screen.status).toContain("Nothing to save: ACME");
    await page.save({ description: "Phase two" });
    await page.save();
    await page.save();
    expect(writes()).toEqual(["PUT projects/1201"]);
    expect(page.shown).toMatchObject({ unsaved: false, saving: false });
  });

  it("shows what was changed elsewhere where it sends nothing", async () => {
    const { page } = await openAcme();
    elsewhere({ code: "ACX" });
    await page.save();
    expect(page.field("code").value).toBe("ACX");
    expect(writes()).toEqual([]);
  });

  it("does not empty a comment that was just saved", async () => {
    const desk = await openFormDesk();
    // The newest: its day is not signed off.
    const record = sandbox.company.timeRecords
      .all()
      .findLast(({ employee_id, observations }) => employee_id === "302" && observations !== undefined);
    const page = await desk.open("timeRecords.updateObservations", { ids: [record?.id] });
    await page.save({ observations: "Kept" });
    await page.save();
    expect(record?.observations).toBe("Kept");
    expect(writes()).toHaveLength(1);
  });

  it("empties a text, and says where Factorial cannot", async () => {
    elsewhere({ description: "Old", due_date: "2026-12-24" });
    const { page } = await openAcme();
    await page.save({ description: "", due_date: "" });
    expect(page.shown.problems.fields).toEqual({ due_date: "Factorial cannot make this empty again." });
    await page.save({ description: "", due_date: "2026-12-24" });
    expect(stored()).toMatchObject({ description: "", due_date: "2026-12-24" });
  });

  it("takes what was changed elsewhere where nothing was typed", async () => {
    const { page } = await openAcme();
    elsewhere({ code: "ACX" });
    await page.save({ description: "Mine" });
    expect(stored()).toMatchObject({ code: "ACX", description: "Mine" });
    expect(page.field("code").value).toBe("ACX");
  });

  it("shows what was changed elsewhere too, and saves what is chosen", async () => {
    const { page } = await openAcme();
    elsewhere({ description: "Theirs", code: "THE" });
    await page.save({ description: "Mine", code: "MIN" });
    expect(page.shown.conflicts).toEqual([
      { name: "code", label: "Code", mine: "MIN", theirs: "THE" },
      { name: "description", label: "Description", mine: "Mine", theirs: "Theirs" },
    ]);
    expect(writes()).toEqual([]);
    await page.saved({ kind: "resolve", theirs: ["code"], values: page.values() });
    expect(stored()).toMatchObject({ description: "Mine", code: "THE" });
    expect(page.shown).toMatchObject({ conflicts: [], unsaved: false });
    expect(page.field("code").value).toBe("THE");
  });

  it("looks once more before it saves what was chosen", async () => {
    const { page } = await openAcme();
    elsewhere({ code: "THE" });
    await page.save({ code: "MIN" });
    elsewhere({ code: "ONE" });
    await page.saved({ kind: "resolve", theirs: [], values: page.values() });
    expect(page.shown.conflicts).toMatchObject([{ mine: "MIN", theirs: "ONE" }]);
    expect(writes()).toEqual([]);
  });

  it("goes back to what the server holds", async () => {
    const { page, desk } = await openAcme();
    page.type({ name: "Typed" });
    elsewhere({ code: "NEW" });
    page.say({ kind: "discard" });
    await eventually(() => {
      expect(page.field("code").value).toBe("NEW");
    });
    expect(page.field("name").value).toBe("ACME");
    expect(page.shown.unsaved).toBe(false);
    expect(desk.drafts.read(page.shown.form.key)).toBeUndefined();
  });

  it("opens one for each chosen row", async () => {
    const desk = await openFormDesk();
    await desk.run("projects.update", { ids: [ACME, "1202"] });
    expect(pages.all.map(({ title }) => title)).toEqual(["Edit Project: ACME", expect.any(String)]);
    await desk.run("projects.update", { ids: ["1", "2", "3", "4", "5", "6"] });
    expect(screen.messages.at(-1)).toMatch(/Choose 5 at most/);
  });
});
