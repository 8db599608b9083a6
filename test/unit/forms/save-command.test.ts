import { beforeEach, describe, expect, it, vi } from "vitest";
import { openSession, sandbox, writes } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver, type FormDesk } from "./form-desk";
import type { FormPage } from "./form-pages";
import { pages, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const saveNow = { kind: "save-now" };

/** Opens a form, whose page has loaded. */
async function openLoaded(desk: FormDesk, ...given: Parameters<FormDesk["open"]>): Promise<FormPage> {
  const page = await desk.open(...given);
  page.say({ kind: "ready" });
  return page;
}

/** The command; whether it has ended. */
function runSave(desk: FormDesk): { readonly done: Promise<void>; readonly hasEnded: () => boolean } {
  let ended = false;
  const done = desk.forms.saveActive().then(() => {
    ended = true;
  });
  return { done, hasEnded: () => ended };
}

/** Long enough for whatever is due without the server. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const answer = (page: FormPage, name: string) => {
  page.say({ kind: "save", values: page.values({ name }) });
};

describe("Save Form", () => {
  it("asks the page in front, and ends when its form is saved", async () => {
    const desk = await openFormDesk();
    const other = await openLoaded(desk, "projects.update", { ids: ["1201"] });
    const page = await openLoaded(desk, "projects.create");
    const { done, hasEnded } = runSave(desk);
    await settle();
    expect(page.heard.at(-1)).toEqual(saveNow);
    expect(other.heard).not.toContainEqual(saveNow);
    expect(hasEnded()).toBe(false);
    answer(page, "Nova");
    await done;
    expect(writes()).toEqual(["POST projects"]);
    expect(page.isOpen).toBe(false);
  });

  it("does nothing where no form is in front", async () => {
    const desk = await openFormDesk();
    const page = await openLoaded(desk, "projects.create");
    page.active = false;
    await desk.forms.saveActive();
    expect(page.heard).not.toContainEqual(saveNow);
  });

  it("ends when the page shows what is wrong, and when the host or Factorial does", async () => {
    const desk = await openFormDesk();
    const page = await openLoaded(desk, "projects.create");
    const first = runSave(desk);
    page.say({ kind: "held-back" });
    await first.done;
    const second = runSave(desk);
    answer(page, " ");
    await second.done;
    expect(Object.keys(page.shown.problems.fields)).toEqual(["name"]);
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST" } });
    const third = runSave(desk);
    answer(page, "Nova");
    await third.done;
    expect(page.shown.problems.message).toMatch(/does not allow/);
  });

  it("ends where the window has left the company", async () => {
    const desk = await openFormDesk();
    const page = await openLoaded(desk, "projects.create");
    desk.signIn(openSession({ accountId: "a2" }));
    const { done } = runSave(desk);
    answer(page, "Nova");
    await done;
    expect(page.shown.problems.message).toMatch(/has left Brisa/);
  });

  it("waits for a save that is under way, which is not done twice", async () => {
    const desk = await openFormDesk();
    const page = await openLoaded(desk, "projects.create");
    sandbox.misbehave({ kind: "latency", ms: 50, match: { method: "POST" } });
    answer(page, "Nova");
    const saves = [runSave(desk), runSave(desk)];
    await settle();
    expect(saves.map(({ hasEnded }) => hasEnded())).toEqual([false, false]);
    await Promise.all(saves.map(({ done }) => done));
    expect(writes()).toEqual(["POST projects"]);
  });

  it("asks a page that is still loading once, when it is there", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.update", { ids: ["1201"] });
    const { done } = runSave(desk);
    await settle();
    expect(page.heard).not.toContainEqual(saveNow);
    page.say({ kind: "ready" });
    page.say({ kind: "save", values: page.values({ description: "Phase two" }) });
    await done;
    expect(page.heard.filter(({ kind }) => kind === "save-now")).toHaveLength(1);
    expect(writes()).toEqual(["PUT projects/1201"]);
  });

  it("asks once more when the page is made anew, and ends when its tab is closed", async () => {
    const desk = await openFormDesk();
    const page = await openLoaded(desk, "projects.create");
    const { done } = runSave(desk);
    await settle();
    page.say({ kind: "ready" });
    expect(page.heard.filter(({ kind }) => kind === "save-now")).toHaveLength(2);
    page.dispose();
    await done;
    expect(writes()).toEqual([]);
  });
});

describe("a form that is closed while it is not known whether it was saved", () => {
  it("is opened again as it was, and looks before it sends", async () => {
    const desk = await openFormDesk();
    const page = await desk.open("projects.create");
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    sandbox.misbehave({ kind: "latency", ms: 100, match: { method: "POST" }, times: 1 });
    page.say({ kind: "save", values: page.values({ name: "Nova" }) });
    await eventually(() => {
      expect(sandbox.requests.some(({ method }) => method === "POST")).toBe(true);
    });
    // Nor can the list be read, to look for it.
    sandbox.misbehave({ kind: "status", status: 503, match: { method: "GET" }, times: 1 });
    await eventually(() => {
      expect(screen.messages.at(-1)).toMatch(/not known whether it was saved/);
    });
    page.dispose();
    const again = await desk.open("projects.create");
    expect(pages.all).toHaveLength(2);
    expect(again.shown.problems.message).toMatch(/not known whether it was saved/);
    await again.save();
    expect(again.isOpen).toBe(false);
    expect(writes()).toEqual(["POST projects"]);
    expect(screen.messages.at(-1)).toMatch(/Project created: Nova/);
  });
});
