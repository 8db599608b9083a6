import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import type { FormPage } from "./form-pages";
import { removedFiles, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(() => {
  startOver();
  removedFiles.clear();
});

const ACME = { ids: ["1201"] };
const GONE = "notes.md is not there any more. Choose it again.";

/** Chooses in VS Code's dialog, and plays the page, which tells of what it was shown. */
async function choose(page: FormPage, ...paths: readonly string[]): Promise<void> {
  const before = page.heard.length;
  screen.files.splice(0, Infinity, ...paths);
  page.say({ kind: "choose-files", name: "files" });
  await eventually(() => {
    expect(page.heard.slice(before).map(({ kind }) => kind)).toContain("show");
  });
  page.type({ files: page.field("files").value });
}

const namesIn = (page: FormPage) => {
  const field = page.field("files");
  return field.kind === "files" ? field.value.map(({ name }) => name) : [];
};

async function taskWith(...paths: readonly string[]) {
  const desk = await openFormDesk();
  const page = await desk.open("projectTasks.create", ACME);
  page.type({ name: "Write it down" });
  await choose(page, ...paths);
  return { desk, page };
}

const sentFiles = () => sandbox.requests.findLast(({ method }) => method === "POST")?.body;

describe("chosen files", () => {
  it("are in the draft by name and place, without what is in them", async () => {
    const { desk, page } = await taskWith("/home/me/notes.md");
    expect(page.shown.unsaved).toBe(true);
    const [file = ""] = readdirSync(desk.drafts.folder);
    const text = readFileSync(`${desk.drafts.folder}/${file}`, "utf8");
    expect(text).toContain("file:/home/me/notes.md");
    expect(text).not.toContain("in /home/me");
    expect(JSON.stringify(page.heard), "the page learns no places").not.toContain("/home/me");
  });

  it("are there again after a restart, and are sent", async () => {
    const { desk } = await taskWith("/home/me/notes.md", "/home/me/plan.md");
    const page = await (await desk.restart()).open("projectTasks.create", ACME);
    expect(namesIn(page)).toEqual(["notes.md", "plan.md"]);
    expect(page.shown).toMatchObject({ unsaved: true, problems: { fields: {} } });
    await page.save();
    expect(page.isOpen).toBe(false);
    expect(JSON.stringify(sentFiles())).toMatch(/notes\.md.*plan\.md/);
  });

  it("alone make a draft, too", async () => {
    const desk = await openFormDesk();
    await choose(await desk.open("projectTasks.create", ACME), "/home/me/notes.md");
    const page = await (await desk.restart()).open("projectTasks.create", ACME);
    expect(namesIn(page)).toEqual(["notes.md"]);
  });

  it("that are gone are said to be, are not left out silently, and are chosen again", async () => {
    const { desk } = await taskWith("/home/me/notes.md", "/home/me/plan.md");
    removedFiles.add("/home/me/notes.md");
    const page = await (await desk.restart()).open("projectTasks.create", ACME);
    expect(page.shown.problems).toEqual({ fields: { files: GONE } });
    await page.save();
    expect(page.shown.problems.fields).toEqual({ files: GONE });
    expect(writes()).toEqual([]);
    await choose(page, "/home/me/moved/notes.md");
    expect(namesIn(page)).toEqual(["plan.md", "notes.md"]);
    await page.save();
    expect(page.isOpen).toBe(false);
    expect(JSON.stringify(sentFiles())).toMatch(/plan\.md.*notes\.md/);
  });

  it("that were gone are found once they are back", async () => {
    const { desk } = await taskWith("/home/me/notes.md");
    removedFiles.add("/home/me/notes.md");
    const without = await desk.restart();
    (await without.open("projectTasks.create", ACME)).type({ name: "Other" });
    removedFiles.clear();
    const page = await (await without.restart()).open("projectTasks.create", ACME);
    expect(page.shown.problems).toEqual({ fields: {} });
    await page.save();
    expect(JSON.stringify(sentFiles())).toContain("notes.md");
  });

  it("are those that the person chose: a page cannot name others", async () => {
    const { desk, page } = await taskWith("/home/me/plan.md");
    const lie = [{ id: "file:/etc/passwd", name: "notes.md", size: "1 B" }];
    page.type({ files: lie });
    await page.save();
    expect(page.shown.problems.fields).toEqual({ files: GONE });
    const again = await (await desk.restart()).open("projectTasks.create", ACME);
    expect(again.shown.problems.fields).toEqual({ files: GONE });
    expect(writes()).toEqual([]);
  });

  it("that cannot be read are refused beside the field", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projectTasks.create", ACME);
    screen.files.push("/home/me/");
    page.say({ kind: "choose-files", name: "files" });
    await eventually(() => {
      expect(page.shown.problems).toEqual({ fields: { files: "me cannot be read." } });
    });
    expect(namesIn(page)).toEqual([]);
    await choose(page, "/home/me/notes.md");
    expect(page.shown.problems).toEqual({ fields: {} });
  });
});
