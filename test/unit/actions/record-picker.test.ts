import { beforeEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../support/eventually";
import { openDesk, sandbox, startOver, type Desk } from "./desk";
import { person, said } from "./person";
import { QuickPick, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

function lists(path: string): string[] {
  return sandbox.requests
    .filter(({ method, path: at }) => method === "GET" && at.endsWith(path))
    .map(({ query }) => query);
}

async function open(command: string): Promise<{ desk: Desk; running: Promise<unknown> }> {
  const desk = await openDesk();
  const running = desk.run(command);
  await person.list();
  return { desk, running };
}

function typeKeys(text: string): void {
  const list = screen.newest;
  if (!(list instanceof QuickPick)) throw new Error("No list.");
  for (let length = 1; length <= text.length; length++) {
    list.value = text.slice(0, length);
    list.changed.fire(list.value);
  }
}

describe("a list that the server searches", () => {
  it("asks once for a text, after a pause, and shows rows in the server's order", async () => {
    const { running } = await open("projects.close");
    expect(lists("/projects")).toEqual(["include_inputed_minutes=false&limit=100"]);
    typeKeys("umb");
    expect((screen.newest as QuickPick).busy).toBe(true);
    expect(await person.rows()).toEqual(["Umbra | UMB"]);
    expect(lists("/projects").slice(1)).toEqual(["name_or_code=umb&include_inputed_minutes=false&limit=100"]);
    expect(screen.newest).toMatchObject({ sortByLabel: false });
    expect((await person.list()).items.every(({ alwaysShow }) => alwaysShow)).toBe(true);
    typeKeys("nothing like it");
    expect(await person.rows()).toEqual(["$(info) No project matches “nothing like it”."]);
    person.escape();
    await running;
  });

  it("takes what a fast Enter was for, and no other row", async () => {
    // Umbra is not among the first, and Enter is pressed before the server was even asked.
    sandbox.misbehave({ kind: "latency", ms: 50, match: { path: "/projects" } });
    const { running } = await open("projects.close");
    (screen.newest as QuickPick).items = [];
    typeKeys("umbra");
    screen.newest?.accepted.fire();
    await running;
    expect(screen.messages).toEqual(["info | Umbra closed. | [Undo]"]);
  });

  it("takes a fast Enter back where one types on", async () => {
    const { running } = await open("projects.close");
    typeKeys("umbr");
    (screen.newest as QuickPick).items = [];
    screen.newest?.accepted.fire();
    typeKeys("nothing like it");
    expect(await person.rows()).toEqual(["$(info) No project matches “nothing like it”."]);
    person.escape();
    await running;
    expect(screen.messages).toEqual([]);
  });

  it("drops an answer that comes after the next text was typed", async () => {
    const { running } = await open("projects.close");
    sandbox.misbehave({ kind: "latency", ms: 400, match: { path: "/projects" }, times: 1 });
    await person.search("acme");
    await eventually(() => {
      expect(lists("/projects")).toHaveLength(2);
    });
    typeKeys("umbra");
    expect(await person.rows()).toEqual(["Umbra | UMB"]);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(await person.rows()).toEqual(["Umbra | UMB"]);
    person.escape();
    await running;
  });

  it("shows a failure with a way to try again, and keeps what was typed", async () => {
    const { running } = await open("projects.close");
    sandbox.misbehave({ kind: "htmlError", match: { path: "/projects" }, times: 1 });
    await person.search("umbra");
    expect(await person.rows()).toEqual([
      "$(error) Factorial is not available at the moment. | Try again. What you typed is kept.",
    ]);
    await person.enter();
    expect(await person.rows()).toEqual(["Umbra | UMB"]);
    expect((await person.list()).value).toBe("umbra");
    await person.enter();
    await running;
    expect(screen.messages).toEqual(["info | Umbra closed. | [Undo]"]);
  });

  it("makes no picture and no command of a name", async () => {
    const umbra = sandbox.company.projects.all().find(({ name }) => name === "Umbra");
    if (!umbra) throw new Error("No Umbra.");
    sandbox.company.projects.patch(umbra, { name: "$(bug) [x](command:y)" });
    const { running } = await open("projects.close");
    await person.choose("\\$(bug)");
    await running;
    expect(screen.messages[0]).toContain("$(bug) [x]\u200B(command:y) closed.");
  });

  it("offers further pages, and goes on by itself until there is something to choose", async () => {
    const { projects } = sandbox.company;
    const all = projects.all();
    for (const project of all) projects.patch(project, { status: "closed" });
    for (let at = 0; at < 250; at++) {
      projects.insert({
        id: String(900_000 + at),
        employees_assignment: "manual",
        is_billable: false,
        legal_entity_id: "1",
        name: `Project ${at}`,
        status: at < 120 ? "closed" : "active",
      });
    }
    const { running } = await open("projects.close");
    const rows = await person.rows();
    expect(rows.at(-1)).toBe("$(ellipsis) Load more…");
    expect(rows[0]).toMatch(/^Project 120/);
    await person.choose("Load more");
    await eventually(async () => {
      expect((await person.rows()).length).toBeGreaterThan(rows.length);
    });
    expect((await person.list()).items.map(said)).not.toContain("$(ellipsis) Load more…");
    person.escape();
    await running;
  });
});

describe("a list that the server does not search", () => {
  it("is fetched once and searched here, whatever the accents and the case", async () => {
    const desk = await openDesk();
    const running = desk.run("itAssets.update", { send: true });
    const before = await person.rows();
    const count = lists("/it_assets").length;
    const wanted = (before[0] ?? "").split(" | ")[0] ?? "";
    await person.search(wanted.toUpperCase());
    expect((await person.rows())[0]).toBe(before[0]);
    await person.search("qqqq");
    expect(await person.rows()).toEqual(["$(info) No asset matches “qqqq”."]);
    expect(lists("/it_assets")).toHaveLength(count);
    person.escape();
    await running;
  });
});

describe("a list of several", () => {
  it("keeps what was chosen when VS Code says of new rows that none is checked", async () => {
    const desk = await openDesk();
    const running = desk.run("projectWorkers.bulkCreate", { send: true });
    await person.choose("Brisa Platform");
    await person.search("marc");
    await person.check("Marc Soler");
    await person.search("aiko");
    const list = await person.list();
    const checked = list.selectedItems;
    expect(checked.map(({ label }) => label)).toEqual(["Marc Soler"]);
    list.selected.fire([]);
    list.selected.fire(checked);
    await person.check("Aiko Tanaka");
    await person.enter();
    await running;
    const [sent] = sandbox.requests.filter(({ path }) => path.endsWith("/project_workers/bulk_create"));
    expect(sent?.text?.match(/"employee_ids":\[[^\]]*\]/)?.[0].split(",")).toHaveLength(2);
  });

  it("lets go of what somebody unchecks", async () => {
    const desk = await openDesk();
    const running = desk.run("projectWorkers.bulkCreate", { send: true });
    await person.choose("Brisa Platform");
    await person.search("marc");
    await person.check("Marc Soler");
    await person.uncheck("Marc Soler");
    await person.check("Marc Soler");
    await person.enter();
    await running;
    expect(screen.messages.join()).toContain("Brisa Platform has more people.");
  });
});
