import { beforeEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../support/eventually";
import { openDesk, sandbox, startOver } from "./desk";
import { messages, person } from "./person";
import { InputBox, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

/** The bodies of what was written. */
function sent(): unknown[] {
  return sandbox.requests.filter(({ method }) => method !== "GET").map(({ body }) => body);
}

function process(name: string) {
  const found = sandbox.company.reviewProcesses.all().find((each) => each.name === name);
  return { resourceName: "reviewProcesses", recordId: found?.id ?? "" };
}

function project(name: string) {
  const found = sandbox.company.projects.all().find((each) => each.name === name);
  return { resourceName: "projects", recordId: found?.id ?? "" };
}

/** Asks by steps where a form would open. */
const STEPS = { send: true };

async function step(text: string): Promise<void> {
  await eventually(() => {
    expect(screen.newest).toMatchObject({ isOpen: true });
    const { title, step: at, totalSteps } = screen.newest ?? {};
    expect(`${title ?? ""} ${at ?? "-"}/${totalSteps ?? "-"}`).toBe(text);
  });
}

describe("a text", () => {
  it("starts with what it is now, is checked as it is typed, and trimmed", async () => {
    const desk = await openDesk();
    const { recordId } = project("ACME");
    const part = sandbox.company.subprojects.all().find((each) => each.project_id === recordId);
    const running = desk.run("subprojects.rename", { resourceName: "subprojects", recordId: part?.id ?? "" });
    const box = await person.box();
    expect(box).toMatchObject({ value: part?.name, title: `Rename Subproject: ${String(part?.name)}` });
    await person.type("  ");
    expect(box.validationMessage).toBe("This must not be empty.");
    await person.type(" Portal ");
    await running;
    expect(sent()).toEqual([{ id: part?.id, name: "Portal" }]);
  });

  it("keeps what was answered when the person goes back, and sends nothing when they leave", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.updateBasicInfo", process("Spring review"), undefined, STEPS);
    await step("Edit Review: Spring review 1/2");
    expect(screen.newest?.buttons).toHaveLength(0);
    await person.type("Spring 2026");
    await step("Edit Review: Spring review 2/2");
    expect(screen.newest?.buttons).toHaveLength(1);
    person.back();
    await step("Edit Review: Spring review 1/2");
    expect((await person.box()).value).toBe("Spring 2026");
    person.escape();
    await running;
    expect(sent()).toEqual([]);
    expect(screen.messages).toEqual([]);
  });

  it("of several lines keeps its line breaks in a box that has one, and may be emptied", async () => {
    const desk = await openDesk();
    const spring = sandbox.company.reviewProcesses.all().find((each) => each.name === "Spring review");
    if (!spring) throw new Error("No such process.");
    sandbox.company.reviewProcesses.patch(spring, { description: "One\nTwo" });
    const running = desk.run("reviewProcesses.updateBasicInfo", process("Spring review"), undefined, STEPS);
    await person.type("Spring review");
    await eventually(() => {
      expect((screen.newest as InputBox).value).toBe("One⏎Two");
    });
    await person.type("One⏎Two ⏎ Three");
    await running;
    expect(sent()).toMatchObject([{ description: "One\nTwo\nThree" }]);
    const again = desk.run("reviewProcesses.updateBasicInfo", process("Spring review"), undefined, STEPS);
    await person.type("Spring review");
    await eventually(() => {
      expect((screen.newest as InputBox).value).toContain("Three");
    });
    await person.type("");
    await again;
    expect(sent()[1]).toMatchObject({ description: "" });
  });
});

describe("a choice", () => {
  it("marks what is now, and proposes something else", async () => {
    const desk = await openDesk();
    const running = desk.run("projects.changeStatus", project("ACME"));
    expect(await person.rows()).toEqual(["active | now", "closed", "draft"]);
    expect((await person.list()).activeItems[0]?.label).toBe("closed");
    await person.choose("draft");
    await running;
    expect(sent()).toEqual([{ id: project("ACME").recordId, status: "draft" }]);
  });

  it("of several words has those checked that are now", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.updateReviewerStrategies", process("Year-end review"));
    const list = await person.list();
    expect(list.selectedItems.map(({ label }) => label)).toEqual(["self review", "by the manager"]);
    await person.uncheck("self review");
    await person.uncheck("by the manager");
    await person.enter();
    expect(list.title).toMatch(/Choose at least one\.$/);
    await person.check("peers");
    await person.enter();
    await running;
    expect(sent()).toMatchObject([{ reviewer_strategies: ["peers"] }]);
  });
});

describe("yes or no", () => {
  it("alone is two rows", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.updateAgreementsConfiguration", process("Year-end review"));
    expect(await person.rows()).toEqual(["Yes: Turned on", "No"]);
    await person.enter();
    await running;
    expect(sent()).toMatchObject([{ enabled: true }]);
  });

  it("several times is one step, with what holds now checked", async () => {
    const desk = await openDesk();
    const setting = sandbox.company.visibilitySettings.all()[0];
    const running = desk.run("reviewVisibilitySettings.update", { ids: [setting?.id], send: true });
    const list = await person.list();
    expect(list.canSelectMany).toBe(true);
    expect(list.items).toHaveLength(3);
    list.selectedItems = list.items.slice(1, 2);
    await person.enter();
    await running;
    expect(Object.values(sent()[0] ?? {}).filter((value) => value === true)).toHaveLength(1);
    expect(Object.values(sent()[0] ?? {}).filter((value) => value === false)).toHaveLength(2);
  });
});

describe("a moment", () => {
  it("shows how it is read before Enter, and is sent with the offset of that day", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.reopen", process("Spring review"));
    const proposed = await person.rows();
    expect(proposed[0]).toMatch(/ · now$/);
    expect(proposed).toContainEqual(expect.stringMatching(/^Thu, Nov 19, 2026, 23:59 \| tomorrow/));
    await person.search("fri 18:00");
    expect(await person.rows()).toEqual([expect.stringMatching(/^Fri, Nov 20, 2026, 18:00 \| in 2 days/)]);
    await person.search("nonsense");
    expect(await person.rows()).toEqual([
      "$(warning) “nonsense” is no day. Type it like fri, 1 dec or 2026-12-01.",
    ]);
    await person.enter();
    await person.search("1 jul 9:00");
    await person.enter();
    await running;
    expect(sent()).toMatchObject([{ ends_at: "2027-07-01T09:00:00+02:00" }]);
  });

  it("that something starts at is in the morning", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.schedule", process("Year-end review"));
    await person.search("1 dec");
    await person.enter();
    await running;
    expect(sent()).toMatchObject([{ starts_at: "2026-12-01T09:00:00+01:00" }]);
  });
});

describe("days, minutes and weekdays", () => {
  it("are asked one after the other, and skipped where they may be", async () => {
    const desk = await openDesk();
    const worker = sandbox.company.projectWorkers.all()[0];
    const row = { resourceName: "projectWorkers", recordId: worker?.id ?? "" };
    const running = desk.run("plannedRecords.bulkCreate", row, undefined, STEPS);
    expect(await person.rows()).toEqual([
      "Wed, Nov 18, 2026 | today",
      "Thu, Nov 19, 2026 | tomorrow",
      "Fri, Nov 20, 2026 | in 2 days",
      "Mon, Nov 30, 2026 | in 12 days",
    ]);
    await person.choose("Nov 19");
    await eventually(() => {
      expect(screen.newest?.step).toBe(2);
    });
    await person.search("31 dec");
    expect(await person.rows()).toEqual(["Thu, Dec 31, 2026 | in 6 weeks"]);
    await person.enter();
    await eventually(() => {
      expect(screen.newest?.step).toBe(3);
    });
    await person.search("8");
    expect(await person.rows()).toEqual(["8h", "8m"]);
    await person.search("30h");
    expect((await person.rows())[0]).toMatch(/^\$\(warning\) "30h" is more than 24 hours/);
    await person.search("7h30");
    await person.enter();
    await eventually(() => {
      expect(screen.newest?.step).toBe(4);
    });
    expect((await person.list()).items.map(({ label }) => label)[0]).toBe("Monday");
    await person.check("Monday", "Sunday");
    await person.enter();
    await eventually(() => {
      expect(screen.newest?.step).toBe(5);
    });
    await person.choose(/Skip/);
    await running;
    expect(sent()).toEqual([
      {
        project_worker_ids: [worker?.id],
        start_date: "2026-11-19",
        end_date: "2026-12-31",
        daily_minutes: 450,
        week_days: [1, 0],
      },
    ]);
  });
});

describe("money", () => {
  it("is typed in the currency's own units and sent in cents", async () => {
    const desk = await openDesk();
    const running = desk.run("runOperation");
    await person.choose(/Projects: create \|/);
    await eventually(() => {
      expect(screen.newest).toBeInstanceOf(InputBox);
    });
    await person.type("Nova");
    await eventually(async () => {
      expect(await person.rows()).toContainEqual(expect.stringMatching(/fixed_cost_cents$/));
    });
    await person.check(/fixed_cost_cents$/);
    await person.enter();
    await eventually(() => {
      expect(screen.newest?.placeholder).toMatch(/^Fixed cost: 1234\.56/);
    });
    await person.search("1.234");
    expect(await person.rows()).toEqual(["1,234.00", "1.23 | rounded to whole cents"]);
    await person.search("-5");
    expect(await person.rows()).toEqual([
      "$(warning) “-5” is negative. Factorial takes amounts from zero on.",
    ]);
    screen.presses = ["Send"];
    await person.search("1.234,56 €");
    await person.enter();
    await running;
    expect(sent()).toEqual([{ name: "Nova", fixed_cost_cents: 123_456 }]);
  });
});

describe("people", () => {
  it("are searched by name, kept checked over searches, and sent as the ids that the input wants", async () => {
    const desk = await openDesk();
    const running = desk.run("projectWorkers.bulkCreate", project("Northwind Support"), undefined, STEPS);
    await person.list();
    await person.search("aiko");
    await person.check("Aiko");
    await person.search("sofia");
    await person.check(/Sof[ií]a/);
    const list = await person.list();
    expect(list.selectedItems).toHaveLength(2);
    await person.enter();
    await running;
    const ids = sandbox.company.employees
      .all()
      .filter(({ full_name }) => /^(Aiko|Sof[ií]a)/.test(full_name))
      .map(({ id }) => id);
    expect(sent()).toEqual([{ project_id: project("Northwind Support").recordId, employee_ids: ids }]);
    expect(await messages()).toEqual(["info | Northwind Support has more people. | [Undo]"]);
  });

  it("are sent by the ids of their logins where the input wants those", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewOwners.bulkCreate", process("Spring review"));
    await person.list();
    await person.enter();
    expect(await person.rows()).toContain("$(warning) Choose at least one.");
    await person.check("Aiko");
    await person.enter();
    await running;
    const aiko = sandbox.company.employees.all().find(({ full_name }) => full_name.startsWith("Aiko"));
    expect(sent()).toMatchObject([{ owner_access_ids: [aiko?.access_id] }]);
  });
});

describe("choices", () => {
  it("are narrowed to what belongs to the row", async () => {
    const desk = await openDesk();
    const peer = sandbox.company.evaluations.all().find((each) => each.evaluation_type === "peers");
    const targetId = String(peer?.review_process_target_id);
    const running = desk.run("reviewProcessTargets.removePeerEvaluations", {
      resourceName: "reviewProcessTargets",
      recordId: targetId,
    });
    const list = await person.list();
    expect(list.items.length).toBeGreaterThan(0);
    const asked = sandbox.requests.find(({ path }) => path.endsWith("/review_evaluations"));
    const query = new URLSearchParams(asked?.query);
    expect(query.getAll("review_process_target_ids[]")).toEqual([targetId]);
    expect(query.getAll("reviewer_strategies[]")).toEqual(["peers"]);
    person.escape();
    await running;
  });

  it("say which one it is now", async () => {
    const desk = await openDesk();
    const asset = sandbox.company.assets
      .all()
      .find((each) => each.owner_id !== undefined && each.status === "assigned");
    const running = desk.run("itAssets.assign", { resourceName: "itAssets", recordId: asset?.id ?? "" });
    const marked = (await person.rows()).filter((row) => row.endsWith(" now"));
    expect(marked).toHaveLength(1);
    person.escape();
    await running;
  });
});

describe("what depends on an answer before it", () => {
  it("is asked about the kind of record that was chosen, and not at all where none is meant", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.updateTargetStrategy", process("Year-end review"));
    await person.choose("chosen teams");
    await eventually(async () => {
      expect((await person.list()).placeholder).toMatch(/^Which ones: type to search/);
    });
    const teams = sandbox.company.teams.all();
    await person.check(String(teams[0]?.name));
    person.back();
    await eventually(async () => {
      expect((await person.list()).canSelectMany).toBe(false);
    });
    await person.choose("chosen locations");
    await eventually(async () => {
      expect((await person.list()).canSelectMany).toBe(true);
    });
    const locations = sandbox.company.locations.all();
    await person.check(String(locations[0]?.name));
    await person.enter();
    await running;
    expect(sent()).toMatchObject([{ target_strategy: "by_locations", arguments: [locations[0]?.id] }]);
  });

  it("is neither asked nor sent where no record is meant", async () => {
    const desk = await openDesk();
    const running = desk.run("reviewProcesses.updateTargetStrategy", process("Year-end review"));
    await person.choose("picked by hand");
    await running;
    expect(sent()).toEqual([
      { id: process("Year-end review").recordId, target_strategy: "manual_selection" },
    ]);
  });
});

describe("a file", () => {
  it("is chosen in VS Code's own dialog and sent with its name", async () => {
    const desk = await openDesk();
    screen.files.push("/home/me/people.csv");
    const run = sandbox.company.syncRuns.all()[0];
    const row = { resourceName: "syncRuns", recordId: run?.id ?? "" };
    const running = desk.run("syncRunOutputs.create", row, undefined, STEPS);
    await person.type("people.csv");
    await running;
    expect(screen.messages[0]).toMatch(/has the file\.$/);
    expect(sent()).toMatchObject([{ file: { name: "people.csv" }, file_name: "people.csv" }]);
  });
});
