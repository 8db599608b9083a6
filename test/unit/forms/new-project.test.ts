import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { projects } from "../../../src/resources/project-management/projects";
import { tokenCredentials } from "../../../src/api/credentials";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import { startSandbox } from "../../../src/sandbox/index";
import { Session } from "../../../src/session/session";
import { pages, shown } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { NewProject } = await import("../../../src/forms/new-project");

const sandbox = await startSandbox();
afterAll(() => sandbox.stop());

function sessionOf(accountId: string): Session {
  return new Session({
    accountId,
    companyName: "Brisa",
    person: undefined,
    actsForOther: false,
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_TOKEN),
    version: "2026-10-01",
    timeZone: "Europe/Madrid",
    timeMode: "auto",
    projectListMemory: { read: () => undefined, write: () => undefined },
    timeZoneMemory: { read: () => undefined, write: () => undefined },
    onRequest: () => undefined,
    onWait: () => undefined,
  });
}

function start() {
  const log = { warn: vi.fn(), error: vi.fn() };
  const signIn = vi.fn();
  type Parts = ConstructorParameters<typeof NewProject>[0];
  // The parts of an address and of a log that forms use.
  const parts = { extensionUri: { path: "/ext" }, log, signIn } as unknown as Parts;
  const newProject = new NewProject(parts);
  const session = sessionOf("a1");
  newProject.setSession(session);
  return { newProject, session, log, signIn };
}

function created(): number {
  return sandbox.requests.filter(({ method }) => method === "POST").length;
}

beforeEach(() => {
  sandbox.reset();
  pages.all.length = 0;
  shown.length = 0;
});
afterEach(() => {
  sandbox.behave();
});

describe("New Project", () => {
  it("asks to sign in where nobody is", async () => {
    const { newProject, signIn } = start();
    newProject.setSession(undefined);
    await newProject.show();
    expect(signIn).toHaveBeenCalledOnce();
    expect(pages.all).toHaveLength(0);
  });

  it("opens a page that may run its own script and nothing else", async () => {
    const { newProject } = start();
    await newProject.show();
    const { html } = pages.newest.webview;
    const nonce = /<script nonce="([^"]+)" src="webview:\/ext\/dist\/webview\/form\.js">/.exec(html)?.[1];
    expect(nonce).toMatch(/^.{20,}$/);
    expect(html).toContain(
      `default-src 'none'; script-src 'nonce-${nonce ?? ""}'; style-src 'nonce-${nonce ?? ""}' https://page.example"`,
    );
    expect(html).not.toMatch(/unsafe|<style|style=|onload|<script>/);
    expect(pages.newest.options).toMatchObject({
      enableScripts: true,
      localResourceRoots: [{ path: "/ext/dist/webview" }],
    });
    expect(pages.newest.options).not.toHaveProperty("retainContextWhenHidden");
  });

  it("tells the page everything each time it is ready, and brings an open form to the front", async () => {
    const { newProject } = start();
    await newProject.show();
    pages.newest.say({ kind: "ready" });
    expect(pages.newest.last).toMatchObject({
      form: { title: "New Project", place: "Brisa" },
      saving: false,
      problems: { fields: {} },
    });
    await newProject.show();
    expect(pages.all).toHaveLength(1);
    expect(pages.newest.revealed).toBe(1);
    pages.newest.dispose();
    await newProject.show();
    expect(pages.all).toHaveLength(2);
  });

  it("saves once, puts the answer in the store, closes and says so", async () => {
    const { newProject, session } = start();
    await newProject.show();
    const page = pages.newest;
    page.say({ kind: "save", values: { name: "Nova", start_date: "2026-11-20", is_billable: true } });
    page.say({ kind: "save", values: { name: "Nova" } });
    expect(page.last.saving).toBe(true);
    await vi.waitFor(() => {
      expect(page.isOpen).toBe(false);
    });
    expect(created()).toBe(1);
    expect(session.store.all(projects)).toMatchObject([
      { name: "Nova", start_date: "2026-11-20", is_billable: true, employees_assignment: "manual" },
    ]);
    expect(shown).toEqual(["Project “Nova” created."]);
    await newProject.show();
    expect(pages.all).toHaveLength(2);
  });

  it("sends nothing that the operation refuses", async () => {
    const { newProject } = start();
    await newProject.show();
    pages.newest.say({ kind: "save", values: { name: " ", due_date: "2026-02-30" } });
    await vi.waitFor(() => {
      expect(Object.keys(pages.newest.last.problems.fields)).toEqual(["name", "due_date"]);
    });
    expect(pages.newest.last.saving).toBe(false);
    expect(created()).toBe(0);
  });

  it("keeps what was typed when Factorial refuses it, and says why beside the field", async () => {
    const { newProject } = start();
    await newProject.show();
    pages.newest.say({ kind: "save", values: { name: "Nova", code: "ACM" } });
    await vi.waitFor(() => {
      expect(pages.newest.last.problems.fields).toEqual({ code: "has already been taken" });
    });
    const typed = pages.newest.last.form.fields.map(({ name, value }) => [name, value]);
    expect(typed).toContainEqual(["name", "Nova"]);
    expect(pages.newest.isOpen).toBe(true);
    expect(shown).toEqual([]);
  });

  it("opens the form again when its tab was closed during a save that failed", async () => {
    const { newProject } = start();
    await newProject.show();
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST" } });
    pages.newest.say({ kind: "save", values: { name: "Nova" } });
    pages.newest.dispose();
    await vi.waitFor(() => {
      expect(pages.all).toHaveLength(2);
    });
    pages.newest.say({ kind: "ready" });
    expect(pages.newest.last.form.fields[0]).toMatchObject({ name: "name", value: "Nova" });
    expect(pages.newest.last.problems.message).toMatch(/does not allow/);
    expect(shown[0]).toMatch(/\| Copy Text for the Administrator$/);
  });

  it("says that it may be saved when the answer was lost", async () => {
    const { newProject, log } = start();
    await newProject.show();
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" } });
    pages.newest.say({ kind: "save", values: { name: "Nova" } });
    await vi.waitFor(() => {
      expect(pages.newest.last.problems.message).toContain("It may be saved nevertheless");
    });
    expect(created()).toBe(1);
    expect(log.error).toHaveBeenCalledOnce();
  });

  it("saves to no other account than the one that it was opened for", async () => {
    const { newProject } = start();
    await newProject.show();
    const page = pages.newest;
    newProject.setSession(sessionOf("a2"));
    page.say({ kind: "save", values: { name: "Nova" } });
    await vi.waitFor(() => {
      expect(page.last.problems.message).toBe("Not saved: this window has left Brisa.");
    });
    expect(created()).toBe(0);
    newProject.setSession(sessionOf("a1"));
    page.say({ kind: "save", values: { name: "Nova" } });
    await vi.waitFor(() => {
      expect(page.isOpen).toBe(false);
    });
  });

  it("logs and ignores a message that it does not know", async () => {
    const { newProject, log } = start();
    await newProject.show();
    pages.newest.say({ kind: "unheard of" });
    expect(log.warn).toHaveBeenCalledOnce();
    expect(pages.newest.heard).toEqual([]);
  });

  it("closes its tabs with the extension", async () => {
    const { newProject } = start();
    await newProject.show();
    newProject.dispose();
    expect(pages.newest.isOpen).toBe(false);
  });
});
