import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openSession, sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import type { FormPage } from "./form-pages";
import { pages, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const ACME = { ids: ["1201"] };

/** The tab as VS Code brings it back. */
function broughtBack(): FormPage &
  Parameters<Awaited<ReturnType<typeof openFormDesk>>["forms"]["restore"]>[0] {
  // As much of a panel as forms touch.
  return pages.open("?", {}) as never;
}

describe("what is typed", () => {
  it("is on disk with the change, and there again after a crash", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ name: "ACME II" });
    const again = await desk.restart();
    const reopened = await again.open("projects.update", ACME);
    expect(reopened.field("name").value).toBe("ACME II");
    expect(reopened.shown).toMatchObject({ unsaved: true, fill: false });
    expect(reopened.title).toBe("● Edit Project: ACME");
  });

  it("is kept without what came from the server", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ description: "Typed here" });
    const files = readdirSync(desk.drafts.folder);
    const [text = ""] = files.map((name) => readFileSync(`${desk.drafts.folder}/${name}`, "utf8"));
    expect(text).toContain("Typed here");
    expect(text).not.toContain("ACM");
  });

  it("is not kept where it is as it was", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ name: "ACME II" });
    page.type({ name: "ACME" });
    expect(page.shown.unsaved).toBe(false);
    expect(readdirSync(desk.drafts.folder)).toEqual([]);
  });

  it("never shows in another form, nor in another account", async () => {
    const desk = await openFormDesk();
    (await desk.open("projects.update", ACME)).type({ name: "Typed" });
    const other = await desk.open("projects.update", { ids: ["1202"] });
    expect(other.field("name").value).not.toBe("Typed");
    desk.signIn(openSession({ accountId: "a2" }));
    const elsewhere = await desk.open("projects.update", ACME);
    expect(elsewhere.field("name").value).toBe("ACME");
  });

  it("does not go over what somebody else changed while it lay on disk", async () => {
    const desk = await openFormDesk();
    (await desk.open("projects.update", ACME)).type({ description: "Mine" });
    const row = sandbox.company.projects.get("1201");
    if (row) sandbox.company.projects.patch(row, { description: "Theirs" });
    const page = await (await desk.restart()).open("projects.update", ACME);
    await page.save();
    expect(page.shown.conflicts).toMatchObject([{ mine: "Mine", theirs: "Theirs" }]);
    expect(writes()).toEqual([]);
  });

  it("in the moment after a discard stays", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ name: "Wrong", description: "Wrong" });
    sandbox.misbehave({ kind: "latency", ms: 50, match: { method: "GET" } });
    page.say({ kind: "discard" });
    page.type({ name: "Right" });
    const row = sandbox.company.projects.get("1201");
    if (row) sandbox.company.projects.patch(row, { code: "NEW" });
    await eventually(() => {
      expect(page.field("code").value).toBe("NEW");
    });
    expect(page.field("name").value).toBe("Right");
    expect(page.field("description").value).not.toBe("Wrong");
    expect(page.shown.unsaved).toBe(true);
    expect(desk.drafts.read(page.shown.form.key)).toContain("Right");
  });

  it("is told to be on disk, each time", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ name: "ACME I" });
    page.type({ name: "ACME II" });
    expect(page.heard.filter(({ kind }) => kind === "kept")).toHaveLength(2);
  });

  it("stays while the account is signed out and in again", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ name: "ACME II" });
    desk.signOut();
    page.type({ name: "ACME III" });
    await page.save();
    expect(page.shown.problems.message).toMatch(/has left Brisa/);
    desk.signIn();
    await page.save();
    expect(sandbox.company.projects.get("1201")).toMatchObject({ name: "ACME III" });
  });
});

describe("a tab that is closed", () => {
  it("says that it was not saved, and opens again", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    page.type({ name: "ACME II" });
    screen.presses.push("Open Again");
    page.dispose();
    expect(screen.messages.at(-1)).toBe(
      "warning | “Edit Project: ACME” was not saved. What you typed is kept. | [Open Again] | [Discard]",
    );
    await eventually(() => {
      expect(pages.newest).not.toBe(page);
      expect(pages.newest.field("name").value).toBe("ACME II");
    });
  });

  it("forgets what was typed only where that is wanted", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", ACME);
    screen.presses.push("Discard");
    page.say({ kind: "leave", values: page.values({ name: "ACME II" }) });
    expect(page.isOpen).toBe(false);
    await eventually(() => {
      expect(readdirSync(desk.drafts.folder)).toEqual([]);
    });
  });

  it("says nothing where nothing was typed", async () => {
    const desk = await openFormDesk();
    (await desk.open("projects.update", ACME)).dispose();
    expect(screen.messages).toEqual([]);
  });
});

describe("a tab that VS Code brings back", () => {
  it("is the form that it was", async () => {
    const desk = await openFormDesk();
    const before = await desk.open("projects.update", ACME);
    before.type({ name: "ACME II" });
    const { key } = before.shown.form;
    const again = await desk.restart();
    const tab = broughtBack();
    await again.forms.restore(tab, { form: key, values: {} });
    expect(tab.title).toBe("● Edit Project: ACME");
    expect(tab.field("name").value).toBe("ACME II");
  });

  it("waits for its account", async () => {
    const desk = await openFormDesk();
    const { key } = (await desk.open("projects.create")).shown.form;
    const again = await desk.restart();
    again.signOut();
    const tab = broughtBack();
    await again.forms.restore(tab, { form: key, values: {} });
    expect(tab.heard).toEqual([]);
    expect(tab.webview.html).toContain("what you typed is kept");
    expect(tab.webview.html).not.toContain("<script");
    again.signIn();
    await eventually(() => {
      expect(tab.shown.form.title).toBe("New Project");
    });
  });

  it("is closed where nobody knows what it was", async () => {
    const desk = await openFormDesk();
    for (const state of [
      undefined,
      {},
      { form: "x", values: {} },
      { form: '["a1","no.such"]', values: {} },
    ]) {
      const tab = broughtBack();
      await desk.forms.restore(tab, state);
      expect(tab.isOpen).toBe(false);
    }
  });
});
