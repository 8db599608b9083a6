import { beforeEach, describe, expect, it, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { allOperations } from "../../../src/actions/operations/operation-list";
import { eventually } from "../support/eventually";
import { openDesk, sandbox, startOver, writes } from "./desk";
import { messages, person } from "./person";
import { InputBox, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

function idOf(name: string): string {
  return sandbox.company.projects.all().find((each) => each.name === name)?.id ?? "";
}

describe("Run Operation", () => {
  it("offers every operation, and those of no official description only on demand", async () => {
    const desk = await openDesk();
    const running = desk.run("runOperation");
    const rows = await person.rows();
    expect(rows).toContain("Projects: change status | POST /project_management/projects/change_status");
    expect(rows).toHaveLength(allOperations(false).length);
    person.escape();
    await running;
    screen.settings.showUnofficial = true;
    const again = desk.run("runOperation");
    expect(await person.rows()).toContainEqual(expect.stringMatching(/not in Factorial's official API$/));
    person.escape();
    await again;
  });

  it("reads at once, and shows the answer as JSON", async () => {
    const desk = await openDesk();
    const running = desk.run("runOperation");
    await person.choose(/Projects: get \|/);
    await eventually(() => {
      expect(screen.newest?.title).toBe("Projects: get");
    });
    await person.choose("Umbra");
    await running;
    expect(screen.messages).toEqual([]);
    expect(screen.documents[0]?.path).toMatch(/projects\.get\.json$/);
    expect(JSON.parse(screen.documents[0]?.text ?? "")).toMatchObject({ id: idOf("Umbra"), name: "Umbra" });
    expect(desk.changes).toEqual([]);
  });

  it("asks what must be sent, then what else, and shows a write before it goes out", async () => {
    const desk = await openDesk();
    const running = desk.run("runOperation");
    await person.choose(/Projects: create \|/);
    await person.type("Nova");
    await person.check("Code", "Billable");
    await person.enter();
    await eventually(() => {
      expect(screen.newest).toBeInstanceOf(InputBox);
    });
    await person.type("NOV");
    await eventually(async () => {
      expect((await person.list()).placeholder).toMatch(/^Billable/);
    });
    person.back();
    await person.type("NVA");
    screen.presses = ["Send"];
    await eventually(async () => {
      expect((await person.list()).placeholder).toMatch(/^Billable/);
    });
    await person.enter();
    await running;
    expect(screen.messages[0]).toBe(
      [
        "modal",
        "Send this to Factorial?",
        `Projects: create\nPOST /project_management/projects\n\n{\n  "name": "Nova",\n  "code": "NVA",\n  "is_billable": true\n}`,
        "[Send]",
      ].join(" | "),
    );
    expect(screen.messages[1]).toBe("info | Done: Projects: create.");
    expect(writes()).toEqual(["POST projects"]);
    expect(desk.changes).toHaveLength(1);
  });

  it("goes back to what must be sent, and to the operation", async () => {
    const desk = await openDesk();
    const running = desk.run("runOperation");
    await person.choose(/Projects: create \|/);
    await person.type("Nova");
    await eventually(async () => {
      expect((await person.list()).canSelectMany).toBe(true);
    });
    person.back();
    expect((await person.box()).value).toBe("Nova");
    person.back();
    await eventually(async () => {
      expect((await person.list()).title).toBe("Run Operation");
    });
    expect((await person.list()).activeItems[0]?.label).toBe("Projects: create");
    person.escape();
    await running;
    expect(writes()).toEqual([]);
  });

  it("asks nothing that a keybinding says, but still before it writes", async () => {
    const desk = await openDesk();
    const given = { resource: "projects", operation: "close", input: { id: idOf("ACME") } };
    await desk.run("runOperation", given);
    expect(screen.inputs).toEqual([]);
    expect(writes()).toEqual([]);
    screen.settings.confirm = "never";
    await desk.run("runOperation", given);
    expect(writes()).toEqual(["POST projects/close"]);
    expect(desk.changes).toMatchObject([{ targetIds: [idOf("ACME")] }]);
    await desk.run("runOperation", { resource: "projects", operation: "explode" });
    expect(screen.messages.at(-1)).toBe("warning | Factorial's API has no operation explode of projects.");
  });

  it("does not offer to send again what may have been done", async () => {
    const desk = await openDesk();
    screen.settings.confirm = "never";
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" } });
    await desk.run("runOperation", { resource: "projects", operation: "close", input: { id: idOf("ACME") } });
    expect(await messages()).toEqual([
      "warning | No answer came, so it is not known whether this was done. It is not sent again.",
    ]);
    expect(desk.changes).toHaveLength(1);
    sandbox.behave();
    sandbox.misbehave({ kind: "rateLimit", match: { method: "POST" }, times: 1 });
    screen.presses = ["Try Again"];
    await desk.run("runOperation", {
      resource: "projects",
      operation: "close",
      input: { id: idOf("Umbra") },
    });
    expect(await messages(3)).toContain("info | Done: Projects: close.");
  });
});

it("registers a command for each action, and Run Operation", async () => {
  await openDesk();
  expect([...screen.commands.keys()].sort()).toEqual(
    ["factorial.runOperation", ...ACTIONS.map(({ id }) => id)].sort(),
  );
});
