import { beforeEach, describe, expect, it } from "vitest";
import type { LoggableProject } from "../../../src/time/grammar/types";
import {
  RecentProjects,
  suggestProjects,
  type Memory,
  type RecentProject,
} from "../../../src/time/recent-projects";

class MapMemory implements Memory {
  readonly values = new Map<string, unknown>();
  get(key: string): unknown {
    return this.values.get(key);
  }
  update(key: string, value: unknown): Promise<void> {
    // As VS Code keeps it: as JSON.
    this.values.set(key, JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  }
}

const KEY = "factorial.recentProjects:account";

let workspace: MapMemory;
let everywhere: MapMemory;
beforeEach(() => {
  workspace = new MapMemory();
  everywhere = new MapMemory();
});

const open = (accountId = "account", folder = workspace) => new RecentProjects(folder, everywhere, accountId);

describe("recent projects", () => {
  it("are none at first", () => {
    expect(open().inWorkspace).toEqual([]);
    expect(open().elsewhere).toEqual([]);
  });

  it("come back newest first, each once, five at most", async () => {
    const recent = open();
    for (const projectId of ["1", "2", "3", "1", "4", "5", "6"]) await recent.remember({ projectId });
    const expected = ["6", "5", "4", "1", "3"].map((projectId) => ({ projectId }));
    expect(recent.inWorkspace).toEqual(expected);
    expect(recent.elsewhere).toEqual(expected);
    expect(open().inWorkspace).toEqual(expected);
  });

  it("tell a subproject from another, and from the project alone", async () => {
    const recent = open();
    await recent.remember({ projectId: "1", subprojectId: "a" });
    await recent.remember({ projectId: "1", subprojectId: "b" });
    await recent.remember({ projectId: "1", subprojectId: undefined });
    await recent.remember({ projectId: "1", subprojectId: "a" });
    expect(recent.inWorkspace).toEqual([
      { projectId: "1", subprojectId: "a" },
      { projectId: "1" },
      { projectId: "1", subprojectId: "b" },
    ]);
  });

  it("of another workspace are elsewhere; of another account nowhere", async () => {
    await open().remember({ projectId: "1" });
    const otherFolder = open("account", new MapMemory());
    expect(otherFolder.inWorkspace).toEqual([]);
    expect(otherFolder.elsewhere).toEqual([{ projectId: "1" }]);
    expect(open("somebody").elsewhere).toEqual([]);
  });

  it.each([
    ["null", null, []],
    ["a text", "1", []],
    ["an object", { projectId: "1" }, []],
    ["ids alone, as of an older version", ["1", "2"], []],
    ["numbers for ids", [{ projectId: 1 }], []],
    ["a wrong subproject", [{ projectId: "1", subprojectId: 2 }], []],
    ["null for a subproject", [{ projectId: "1", subprojectId: null }], []],
    ["some that are right", [null, { projectId: "1" }, 7, { name: "x" }, []], [{ projectId: "1" }]],
  ])("survive a memory of %s", async (_, value, expected: RecentProject[]) => {
    workspace.values.set(KEY, value);
    const recent = open();
    expect(recent.inWorkspace).toEqual(expected);
    await recent.remember({ projectId: "9" });
    expect(recent.inWorkspace).toEqual([{ projectId: "9" }, ...expected]);
  });
});

describe("suggestProjects", () => {
  const project = (id: string, ...parts: string[]): LoggableProject => ({
    projectId: id,
    projectWorkerId: `worker of ${id}`,
    name: `Project ${id}`,
    subprojects: parts.map((part) => ({ id: part, name: part })),
  });
  const projects = [project("1", "a", "b"), project("2"), project("3", "c")];

  /** `1/a workspace`: project, subproject, why. */
  const suggested = (inWorkspace: string[], elsewhere: string[], last?: string) =>
    suggestProjects(
      projects,
      { inWorkspace: inWorkspace.map(used), elsewhere: elsewhere.map(used) },
      last === undefined ? undefined : used(last),
    ).map(({ project: { projectId }, subproject, why }) =>
      [subproject ? `${projectId}/${subproject.id}` : projectId, why].join(" "),
    );
  const used = (text: string): RecentProject => {
    const [projectId = "", subprojectId] = text.split("/");
    return { projectId, subprojectId };
  };

  it.each<[string, string[], string[], string | undefined, string[]]>([
    ["all that are assigned", [], [], undefined, ["1 assigned", "2 assigned", "3 assigned"]],
    ["the workspace's first", ["2"], [], undefined, ["2 workspace", "1 assigned", "3 assigned"]],
    ["then what was used elsewhere", ["2"], ["3"], undefined, ["2 workspace", "3 recent", "1 assigned"]],
    ["then what was logged last", ["2"], ["3"], "1", ["2 workspace", "3 recent", "1 last-logged"]],
    ["each once, for its best reason", ["2"], ["2"], "2", ["2 workspace", "1 assigned", "3 assigned"]],
    [
      "subprojects by themselves, and the project after",
      ["1/b"],
      ["1/a"],
      "1/b",
      ["1/b workspace", "1/a recent", "1 assigned", "2 assigned", "3 assigned"],
    ],
    ["not what is closed by now", ["7"], ["8/x"], "9", ["1 assigned", "2 assigned", "3 assigned"]],
    [
      "the project of a subproject that has gone",
      ["3/z"],
      ["3"],
      undefined,
      ["3 workspace", "1 assigned", "2 assigned"],
    ],
  ])("%s", (_, inWorkspace, elsewhere, last, expected) => {
    expect(suggested(inWorkspace, elsewhere, last)).toEqual(expected);
  });

  it("of no projects are none", () => {
    expect(suggestProjects([], { inWorkspace: [{ projectId: "1" }], elsewhere: [] }, undefined)).toEqual([]);
  });
});
