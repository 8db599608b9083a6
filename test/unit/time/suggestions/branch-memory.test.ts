import { beforeEach, describe, expect, it } from "vitest";
import type { LoggableProject } from "../../../../src/time/grammar/types";
import type { Memory } from "../../../../src/time/recent-projects";
import { BranchMemory, issueKeyOf, prefixOf } from "../../../../src/time/suggestions/branch-memory";
import { projectByRules } from "../../../../src/time/suggestions/project-rules";

class MapMemory implements Memory {
  readonly values = new Map<string, unknown>();
  get(key: string): unknown {
    return this.values.get(key);
  }
  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.parse(JSON.stringify(value))); // as VS Code keeps it
    return Promise.resolve();
  }
}

const API = { projectId: "1", subprojectId: "7" };
const WEB = { projectId: "1", subprojectId: "8" };
const on = (branch: string, repository = "git@example.com:acme.git") => ({ repository, branch });

let values: MapMemory;
const open = (account = "account") => new BranchMemory(values, account);
beforeEach(() => {
  values = new MapMemory();
});

describe("the issue key of a branch", () => {
  it.each([
    ["feat/PROJ-123-login", "PROJ-123"],
    ["proj-7", "PROJ-7"],
    ["user/fix_ABC2-9_x", "ABC2-9"],
    ["main", undefined],
    ["release-2026", "RELEASE-2026"],
    ["feature/utf-8x", undefined],
    ["v1-2", "V1-2"],
  ])("%s: %s", (branch, key) => {
    expect(issueKeyOf(branch)).toBe(key);
  });

  it("has a prefix", () => {
    expect(prefixOf("feat/PROJ-123-login")).toBe("PROJ-");
    expect(prefixOf("main")).toBeUndefined();
  });
});

describe("branch memory", () => {
  it("knows what was logged from a branch of a repository, for each account", async () => {
    await open().learn(on("main"), API);
    expect(open().ofBranch(on("main"))).toEqual(API);
    expect(open().ofBranch(on("main", "elsewhere"))).toBeUndefined();
    expect(open().ofBranch(on("other"))).toBeUndefined();
    expect(open("another").ofBranch(on("main"))).toBeUndefined();
    await open().learn(on("main"), WEB);
    expect(open().ofBranch(on("main"))).toEqual(WEB);
  });

  it("asks about a kind of issue after the second time in a row, and never again", async () => {
    expect(await open().learn(on("feat/PROJ-1"), API)).toBeUndefined();
    expect(open().ofPrefix(on("feat/PROJ-9"))).toBeUndefined();
    expect(await open().learn(on("feat/PROJ-2"), API)).toBe("PROJ-");
    expect(await open().learn(on("feat/PROJ-3"), API)).toBeUndefined();
    await open().answer("PROJ-", "always");
    expect(open().ofPrefix(on("feat/PROJ-9"))).toEqual(API);
    expect(open().ofPrefix(on("feat/OTHER-9"))).toBeUndefined();
    // What is so always is not unlearned by one exception.
    expect(await open().learn(on("feat/PROJ-4"), WEB)).toBeUndefined();
    expect(open().ofPrefix(on("feat/PROJ-9"))).toEqual(API);
  });

  it("takes no for an answer, until another project is meant", async () => {
    await open().learn(on("PROJ-1"), API);
    await open().learn(on("PROJ-2"), API);
    await open().answer("PROJ-", "never");
    expect(await open().learn(on("PROJ-3"), API)).toBeUndefined();
    expect(open().ofPrefix(on("PROJ-9"))).toBeUndefined();
    expect(await open().learn(on("PROJ-4"), WEB)).toBeUndefined();
    expect(await open().learn(on("PROJ-5"), WEB)).toBe("PROJ-");
  });

  it("keeps the newest branches only, and reads what it cannot know as nothing", async () => {
    for (let at = 0; at < 205; at++) await open().learn(on(`b${at}`), API);
    expect(open().ofBranch(on("b4"))).toBeUndefined();
    expect(open().ofBranch(on("b5"))).toEqual(API);
    values.values.set("factorial.branches:account", { branches: "nonsense" });
    expect(open().ofBranch(on("b5"))).toBeUndefined();
    await open().learn(on("b6"), API);
    expect(open().ofBranch(on("b6"))).toEqual(API);
  });
});

describe("rules of the settings", () => {
  const projects: LoggableProject[] = [
    {
      projectId: "1",
      projectWorkerId: "11",
      name: "ACME",
      code: "ACM",
      subprojects: [{ id: "7", name: "API" }],
    },
    { projectId: "2", projectWorkerId: "22", name: "Umbra", subprojects: [] },
  ];

  it.each<[unknown, unknown]>([
    [[{ match: "^feat/", project: "acme" }], { projectId: "1" }],
    [[{ match: "^feat/", project: "ACM", subproject: "api" }], API],
    [
      [
        { match: "^fix/", project: "ACME" },
        { match: "PROJ-\\d", project: "2" },
      ],
      { projectId: "2" },
    ],
    [
      [
        { match: "(", project: "ACME" },
        { match: "feat", project: "Umbra" },
      ],
      { projectId: "2" },
    ],
    [[{ match: "feat", project: "Unknown" }], undefined],
    [[{ match: "feat", project: "ACME", subproject: "Cellar" }], undefined],
    [[{ match: 7 }, "nonsense", null], undefined],
    ["nonsense", undefined],
    [undefined, undefined],
  ])("%j", (rules, expected) => {
    expect(projectByRules(rules, "feat/PROJ-1", projects)).toEqual(expected);
  });
});
