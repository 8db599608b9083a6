import { beforeEach, describe, expect, it, vi } from "vitest";
import { projects } from "../../../src/resources/project-management/projects";
import { openSession, sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import { pages, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

describe("New Project", () => {
  it("asks to sign in where nobody is", async () => {
    const desk = await openFormDesk();
    desk.signOut();
    await desk.run("projects.create");
    expect(desk.parts.signIn).toHaveBeenCalledOnce();
    expect(pages.all).toHaveLength(0);
  });

  it("opens a page that may run its own script and nothing else", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    const { html } = page.webview;
    const nonce = /<script nonce="([^"]+)" src="webview:\/ext\/dist\/webview\/form\.js">/.exec(html)?.[1];
    expect(nonce).toMatch(/^.{20,}$/);
    expect(html).toContain(
      `default-src 'none'; script-src 'nonce-${nonce ?? ""}'; style-src 'nonce-${nonce ?? ""}' https://page.example"`,
    );
    expect(html).not.toMatch(/unsafe|<style|style=|onload|<script>/);
    expect(page.options).toMatchObject({
      enableScripts: true,
      localResourceRoots: [{ path: "/ext/dist/webview" }],
    });
    expect(page.options).not.toHaveProperty("retainContextWhenHidden");
  });

  it("takes kind and need from the operation, order and words from the declaration", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    expect(page.fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ["name", "text", true],
      ["code", "text", false],
      ["description", "longtext", false],
      ["start_date", "date", false],
      ["due_date", "date", false],
      ["employees_assignment", "choice", false],
      ["is_billable", "flag", false],
      ["legal_entity_id", "names", false],
      ["project_admins", "names", false],
      ["project_managers", "names", false],
      ["project_viewers", "names", false],
    ]);
    expect(page.field("code")).toMatchObject({ help: expect.stringContaining("No two projects") as string });
    expect(page.field("employees_assignment").value).toBe("manual");
    expect(page.shown.form).toMatchObject({ title: "New Project", place: "Brisa" });
  });

  it("tells the page everything each time it is ready, and brings an open form to the front", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    page.say({ kind: "ready" });
    expect(page.shown).toMatchObject({
      fill: false,
      saving: false,
      unsaved: false,
      problems: { fields: {} },
    });
    await desk.open("projects.create");
    expect(pages.all).toHaveLength(1);
    expect(page.revealed).toBe(1);
    page.dispose();
    await desk.open("projects.create");
    expect(pages.all).toHaveLength(2);
  });

  it("saves once, puts the answer in the store, closes and offers to undo", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    const values = page.values({ name: "Nova", start_date: "fri", is_billable: true });
    page.say({ kind: "save", values });
    page.say({ kind: "save", values: page.values({ name: "Nova" }) });
    expect(page.shown.saving).toBe(true);
    await eventually(() => {
      expect(page.isOpen).toBe(false);
    });
    expect(desk.session?.store.all(projects)).toMatchObject([
      { name: "Nova", start_date: "2026-11-20", is_billable: true, employees_assignment: "manual" },
    ]);
    expect(screen.messages[0]).toBe("info | Project created: Nova. | [Show] | [Undo]");
    expect(desk.changes.map(({ action }) => action.id)).toContain("factorial.projects.create");
    expect(writes()).toEqual(["POST projects"]);
    expect(desk.drafts.read(page.shown.form.key)).toBeUndefined();
  });

  it("is taken back by a button", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    screen.presses.push("Undo");
    await page.save({ name: "Nova" });
    await eventually(() => {
      expect(writes()).toEqual(["POST projects", "POST projects/soft_delete"]);
    });
  });

  it("sends nothing that the operation refuses", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    await page.save({ name: " ", due_date: "2026-02-30" });
    expect(Object.keys(page.shown.problems.fields)).toEqual(["name", "due_date"]);
    expect(page.shown.saving).toBe(false);
    expect(writes()).toEqual([]);
  });

  it("keeps what was typed when Factorial refuses it, and says why beside the field", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    await page.save({ name: "Nova", code: "ACM" });
    expect(page.shown.problems.fields).toEqual({ code: "has already been taken" });
    expect(page.field("name").value).toBe("Nova");
    expect(page.isOpen).toBe(true);
    expect(screen.messages).toEqual([]);
  });

  it("opens the form again when its tab was closed during a save that failed", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST" } });
    page.say({ kind: "save", values: page.values({ name: "Nova" }) });
    page.dispose();
    await eventually(() => {
      expect(pages.all).toHaveLength(2);
    });
    pages.newest.say({ kind: "ready" });
    expect(pages.newest.field("name").value).toBe("Nova");
    expect(pages.newest.shown.problems.message).toMatch(/does not allow/);
    expect(screen.messages[0]).toMatch(/\| \[Copy Text for the Administrator\]$/);
  });

  it("saves to no other account than the one that it was opened for", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    desk.signIn(openSession({ accountId: "a2" }));
    page.say({ kind: "save", values: page.values({ name: "Nova" }) });
    expect(page.shown.problems.message).toBe("Not saved: this window has left Brisa.");
    expect(writes()).toEqual([]);
    desk.signIn();
    page.say({ kind: "save", values: page.values({ name: "Nova" }) });
    await eventually(() => {
      expect(page.isOpen).toBe(false);
    });
  });

  it("logs and ignores a message that it does not know", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    const heard = page.heard.length;
    page.say({ kind: "unheard of" });
    expect(desk.logged).toHaveLength(1);
    expect(page.heard).toHaveLength(heard);
  });

  it("is filled by what a command brings along, and is passed by where that is to be sent", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create", { input: { name: "Nova", due_date: "2026-12-01" } });
    expect(page.field("name").value).toBe("Nova");
    expect(page.shown).toMatchObject({ fill: true, unsaved: true });
    expect(page.title).toBe("● New Project");
    await desk.run("projects.create", { input: { name: "Orbit" }, send: true });
    expect(writes()).toEqual(["POST projects"]);
    expect(pages.all).toHaveLength(1);
  });

  it("reads what is typed, and searches for names", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    page.say({ kind: "read", name: "due_date", text: "1 dec" });
    expect(page.heard.at(-1)).toMatchObject({ kind: "reading", reading: "Tue, Dec 1, 2026 · in 13 days" });
    page.say({ kind: "read", name: "due_date", text: "never" });
    expect(page.heard.at(-1)).toMatchObject({
      kind: "reading",
      problem: expect.stringContaining("never") as string,
    });
    page.say({ kind: "search", name: "legal_entity_id", text: "" });
    await eventually(() => {
      expect(page.heard.at(-1)).toMatchObject({
        kind: "found",
        name: "legal_entity_id",
        text: "",
        more: false,
      });
    });
  });
});
