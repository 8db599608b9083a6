import { beforeEach, describe, expect, it, vi } from "vitest";
import { nameOfResource } from "../../../src/resources/any-client";
import { projects } from "../../../src/resources/project-management/projects";
import { DEMO_RESTRICTED_TOKEN } from "../../../src/sandbox/demo-credentials";
import { tokenCredentials } from "../../../src/api/credentials";
import { eventually } from "../support/eventually";
import { openDesk, openSession, sandbox, startOver, writes } from "./desk";
import { messages, person } from "./person";
import { screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

function idOf(name: string): string {
  const { projects: all, reviewProcesses } = sandbox.company;
  const row = [...all.all(), ...reviewProcesses.all()].find((each) => each.name === name);
  if (!row) throw new Error(`The demo company has no ${name}.`);
  return row.id;
}

function statusOf(name: string): unknown {
  return sandbox.company.projects.all().find((each) => each.name === name)?.status;
}

function row(name: string, resourceName = "projects") {
  return { resourceName, recordId: idOf(name) };
}

const ACTIVE = ["ACME", "Brisa Platform", "Helios Migration"];

describe("an action on a row", () => {
  it("runs at once, is told with the row's name, and its Undo takes it back", async () => {
    const desk = await openDesk();
    screen.presses = ["Undo"];
    await desk.run("projects.close", row("ACME"));
    expect(screen.messages).toEqual(["info | ACME closed. | [Undo]"]);
    expect(screen.status[0]).toBe("Close Project: ACME");
    expect(await messages(2)).toContain("info | Undone: ACME.");
    expect(writes()).toEqual(["POST projects/close", "POST projects/activate"]);
    expect(statusOf("ACME")).toBe("active");
    expect(desk.session?.store.get(projects, idOf("ACME"))?.status).toBe("active");
    expect(desk.changes.map(({ action, targetIds }) => [action.id, targetIds])).toEqual([
      ["factorial.projects.close", [idOf("ACME")]],
      ["factorial.projects.close", [idOf("ACME")]],
    ]);
    expect(desk.busy.slice(0, 2)).toEqual([`busy ${idOf("ACME")}`, `free ${idOf("ACME")}`]);
  });

  it("takes an id above what a JavaScript number holds", async () => {
    const desk = await openDesk();
    await desk.run("projects.close", row("Umbra"));
    expect(screen.messages).toEqual(["info | Umbra closed. | [Undo]"]);
    expect(statusOf("Umbra")).toBe("closed");
  });

  it("takes all selected rows of its kind where the row is among them, and only the row where it is not", async () => {
    const desk = await openDesk();
    const rows = [...ACTIVE.map((name) => row(name)), row("Spring review", "reviewProcesses")];
    await desk.run("projects.close", row("ACME"), rows);
    expect(screen.messages).toEqual(["info | 3 projects closed. | [Undo]"]);
    expect(screen.progress).toMatchObject([
      { title: "Close Project: 3 projects", cancellable: true, reports: ["1 of 3", "2 of 3", "3 of 3"] },
    ]);
    await desk.run("projects.close", row("Umbra"), rows);
    expect(screen.messages.at(-1)).toBe("info | Umbra closed. | [Undo]");
  });

  it("takes a group for the record that it belongs to", async () => {
    const desk = await openDesk();
    await desk.run("projects.close", { parent: row("ACME"), label: "People" });
    expect(statusOf("ACME")).toBe("closed");
  });

  it("leaves out rows in a state that does not allow it, and names them", async () => {
    const desk = await openDesk();
    await desk.run("projects.close", row("ACME"), [row("ACME"), row("Fjord Audit")]);
    expect(screen.messages).toEqual([
      "info | ACME closed. Fjord Audit was left out, as it is not active. | [Undo]",
    ]);
    expect(writes()).toHaveLength(1);
  });

  it("sends nothing where no row allows it, and says which state is needed", async () => {
    const desk = await openDesk();
    await desk.run("reviewProcesses.start", row("Spring review", "reviewProcesses"));
    await desk.run("projects.close", row("Fjord Audit"), [row("Fjord Audit"), row("Quantum Landing Page")]);
    expect(screen.messages).toEqual([
      "info | “Spring review” is finished, not archived: Start Review is for those that are draft or scheduled.",
      "info | None of the 2 projects is active, and Close Project is for those only.",
    ]);
    expect(writes()).toEqual([]);
  });

  it("asks to sign in where nobody is, and for the row where what it is given is none", async () => {
    const desk = await openDesk();
    desk.session = undefined;
    await desk.run("projects.close", row("ACME"));
    expect(desk.parts.signIn).toHaveBeenCalledOnce();
    desk.session = openSession();
    for (const nonsense of [
      undefined,
      7,
      "x",
      {},
      { recordId: 3 },
      row("Spring review", "reviewProcesses"),
    ]) {
      const running = desk.run("projects.close", nonsense);
      await person.list();
      person.escape();
      await running;
    }
    expect(writes()).toEqual([]);
  });
});

describe("an action without a row", () => {
  it("asks which record is meant among those that allow it, also where there is one", async () => {
    const desk = await openDesk();
    const running = desk.run("projects.close");
    const rows = await person.rows();
    expect(rows).toContain("ACME | ACM");
    expect(rows.join()).not.toContain("Fjord Audit");
    expect((await person.list()).title).toBe("Close Project");
    await person.choose("Umbra");
    await running;
    expect(screen.messages).toEqual(["info | Umbra closed. | [Undo]"]);
  });

  it("says so where there is none", async () => {
    const desk = await openDesk();
    const all = sandbox.company.projects;
    for (const project of all.all()) all.patch(project, { status: "closed" });
    const running = desk.run("projects.close");
    expect(await person.rows()).toEqual(["$(info) No project is active."]);
    await person.enter();
    person.escape();
    await running;
    expect(writes()).toEqual([]);
  });

  it("goes back from the first question to the choice of the record", async () => {
    const desk = await openDesk();
    const running = desk.run("projects.changeStatus");
    await person.choose("ACME");
    await eventually(() => {
      expect(screen.newest).toMatchObject({ title: "Change Project Status: ACME", step: 2, totalSteps: 2 });
    });
    person.back();
    await eventually(() => {
      expect(screen.newest).toMatchObject({ title: "Change Project Status", step: 1, totalSteps: 2 });
    });
    await person.choose("Umbra");
    await eventually(() => {
      expect(screen.newest?.title).toBe("Change Project Status: Umbra");
    });
    await person.choose("draft");
    await running;
    expect(statusOf("Umbra")).toBe("draft");
    expect(statusOf("ACME")).toBe("active");
    expect(screen.messages).toEqual(["info | Umbra has the new status. | [Undo]"]);
  });
});

describe("input from a keybinding", () => {
  it("is asked for nothing any more, and Undo puts back what was", async () => {
    const desk = await openDesk();
    screen.presses = ["Undo"];
    await desk.run("projects.changeStatus", { ids: [idOf("ACME")], input: { status: "draft" } });
    await messages(2);
    expect(screen.inputs).toEqual([]);
    expect(sandbox.requests.filter(({ method }) => method === "POST").map(({ body }) => body)).toEqual([
      { id: idOf("ACME"), status: "draft" },
      { id: idOf("ACME"), status: "active" },
    ]);
  });

  it("is refused before it is sent where the operation does not take it", async () => {
    const desk = await openDesk();
    await desk.run("projects.changeStatus", { ids: [idOf("ACME")], input: { status: "gone" } });
    expect(screen.messages[0]).toMatch(/^error \| status: /);
    expect(writes()).toEqual([]);
  });
});

describe("what cannot be taken back", () => {
  it("asks first, names what goes and what goes with it, and does nothing on a no", async () => {
    const desk = await openDesk();
    await desk.run("projects.softDelete", row("ACME"));
    expect(screen.messages).toEqual([
      "modal | Delete Project: ACME? | Its subprojects, its tasks and the time that was logged on it go with it. | [Delete Project]",
    ]);
    expect(writes()).toEqual([]);
    screen.presses = ["Delete Project"];
    await desk.run("projects.softDelete", row("ACME"));
    expect(screen.messages.at(-1)).toBe("info | ACME deleted.");
    expect(desk.session?.store.get(projects, idOf("Umbra"))).toBeUndefined();
    expect(sandbox.requests.at(-1)?.path).toMatch(/soft_delete$/);
  });

  it("names at most five", async () => {
    const desk = await openDesk();
    const names = [...ACTIVE, "Internal", "Northwind Support", "Umbra", "Fjord Audit"];
    await desk.run("projects.softDelete", { ids: names.map(idOf) });
    expect(screen.messages[0]).toMatch(
      /^modal \| Delete Project: 7 projects\? \| ACME, Brisa Platform, Helios Migration, Internal, Northwind Support and 2 more\n\nIts/,
    );
  });

  it("asks as often as the setting wants it", async () => {
    const desk = await openDesk();
    screen.settings.confirm = "several";
    await desk.run("projects.softDelete", row("ACME"));
    await desk.run("projects.softDelete", { ids: [idOf("Umbra"), idOf("Internal")] });
    screen.settings.confirm = "never";
    await desk.run("projects.softDelete", { ids: [idOf("Umbra"), idOf("Internal")] });
    expect(screen.messages.map((text) => text.split(" | ").slice(0, 2).join(" | "))).toEqual([
      "info | ACME deleted.",
      "modal | Delete Project: 2 projects?",
      "info | 2 projects deleted.",
    ]);
  });
});

describe("the end", () => {
  it("tells what was refused in the server's words, and shows all of it in the log", async () => {
    const desk = await openDesk();
    sandbox.misbehave({
      kind: "status",
      status: 422,
      body: { errors: ["has open tasks"] },
      match: { method: "POST" },
      times: 1,
    });
    screen.presses = ["Show All"];
    await desk.run("projects.close", { ids: ACTIVE.map(idOf) });
    expect(screen.messages).toEqual([
      "warning | 2 closed, 1 refused: ACME: has open tasks. | [Undo] | [Show All]",
    ]);
    await eventually(() => {
      expect(desk.logged).toContain("shown");
    });
    expect(desk.logged).toContain("factorial.projects.close: ACME: has open tasks");
  });

  it("tells a single failure as every other one, and tries again with what was answered", async () => {
    const desk = await openDesk();
    sandbox.misbehave({ kind: "rateLimit", retryAfter: 3, match: { method: "POST" }, times: 1 });
    screen.presses = ["Try Again"];
    await desk.run("projects.changeStatus", { ids: [idOf("ACME")], input: { status: "draft" } });
    expect(await messages(2)).toEqual([
      "error | Factorial asks us to wait 3 s. | [Try Again]",
      "info | ACME has the new status. | [Undo]",
    ]);
    expect(screen.inputs).toEqual([]);
  });

  it("does not send the others where they would be refused too", async () => {
    const desk = await openDesk(openSession({ credentials: tokenCredentials("nobody's") }));
    await desk.run("projects.close", { ids: ACTIVE.map(idOf) }).catch(() => undefined);
    expect(screen.messages[0]).toMatch(/^error \| Your Factorial sign-in has ended/);
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST" } });
    const other = await openDesk();
    await other.run("projects.close", { ids: ACTIVE.map(idOf) });
    expect(screen.messages.at(-1)).toMatch(
      /^error \| Factorial does not allow this account to do that\..* 2 others were not sent\. \| \[Copy Text/,
    );
    expect(writes()).toHaveLength(1);
  });

  it("says that it is not known where the answer was lost, and looks on demand instead of sending again", async () => {
    const desk = await openDesk();
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" } });
    screen.presses = ["Look"];
    await desk.run("projects.close", row("ACME"));
    expect(screen.messages[0]).toBe(
      "warning | No answer came, so it is not known whether ACME was closed. It is not sent again. | [Look]",
    );
    expect((await messages(2))[1]).toMatch(/^info \| ACME: closed/);
    expect(writes()).toEqual(["POST projects/close"]);
    expect(desk.session?.store.get(projects, idOf("ACME"))?.status).toBe("closed");
    expect(desk.changes.length).toBeGreaterThan(0);
  });

  it("stops before the next one when it is cancelled, and says how far it got", async () => {
    const desk = await openDesk();
    sandbox.misbehave({ kind: "latency", ms: 60, match: { method: "POST" } });
    const running = desk.run("projects.close", { ids: ACTIVE.map(idOf) });
    await eventually(() => {
      expect(screen.progress).toHaveLength(1);
    });
    screen.progress[0]?.cancel();
    await running;
    expect(screen.messages).toEqual(["warning | Stopped after 1 of 3. | [Undo]"]);
    expect(writes()).toHaveLength(1);
  });

  it("does nothing for another account than the one that was asked", async () => {
    const desk = await openDesk();
    const running = desk.run("projects.changeStatus", row("ACME"));
    await person.list();
    desk.session = openSession({ accountId: "a2" });
    await person.choose("draft");
    await running;
    expect(screen.messages).toEqual(["warning | Not done: this window has left Brisa."]);
    expect(writes()).toEqual([]);
  });
});

describe("Undo", () => {
  it("deletes what was copied", async () => {
    const desk = await openDesk();
    const before = sandbox.company.reviewProcesses.all().length;
    screen.presses = ["Undo"];
    await desk.run("reviewProcesses.duplicate", row("Spring review", "reviewProcesses"));
    expect(screen.messages).toEqual(["info | Spring review duplicated. | [Undo]"]);
    expect(await messages(2)).toContain("info | Undone: Spring review.");
    expect(sandbox.company.reviewProcesses.all()).toHaveLength(before);
  });

  it("is not offered where the record had nothing to go back to", async () => {
    const desk = await openDesk();
    await desk.run("reviewProcesses.updateDeadline", {
      ids: [idOf("New joiners")],
      input: { ends_at: "2027-01-31T23:59:00+01:00" },
    });
    expect(screen.messages).toEqual(["info | New joiners has the new deadline."]);
  });
});

describe("who is signed in", () => {
  it("is sent where an action wants it, and asked for where nobody is", async () => {
    const desk = await openDesk();
    const nora = sandbox.company.employees.all().find(({ id }) => id === "302");
    await desk.run("reviewProcesses.duplicate", row("Spring review", "reviewProcesses"));
    expect(sandbox.requests.at(-1)?.body).toMatchObject({ author_access_id: nora?.access_id });
    desk.session = openSession({ person: undefined });
    const running = desk.run("reviewProcesses.duplicate", row("Spring review", "reviewProcesses"));
    await person.choose("Carmen");
    await running;
    const carmen = sandbox.company.employees.all().find(({ full_name }) => full_name.startsWith("Carmen"));
    expect(sandbox.requests.at(-1)?.body).toMatchObject({ author_access_id: carmen?.access_id });
  });
});

describe("sensitive records", () => {
  it("are not named in the log", async () => {
    const desk = await openDesk(openSession({ credentials: tokenCredentials(DEMO_RESTRICTED_TOKEN) }));
    await desk.run("reviewProcesses.stop", row("Mid-year review", "reviewProcesses"));
    expect(screen.messages[0]).toMatch(/^error/);
    expect(desk.logged.join()).not.toContain("Mid-year");
  });
});

it("names resources as rows of trees do", () => {
  expect(nameOfResource(projects)).toBe("projects");
});
