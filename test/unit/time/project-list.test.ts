import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sandbox } from "../../../src/sandbox/index";
import type { LoggableProject } from "../../../src/time/grammar/types";
import { ProjectList, type ProjectListMemory } from "../../../src/time/project-list";
import { companies, NORA, sitDown, WAYS, type Desk } from "./desk";

const company = companies();

const REMEMBERED: readonly LoggableProject[] = [
  {
    projectId: "1",
    projectWorkerId: "2",
    name: "Old",
    code: "OLD",
    subprojects: [{ id: "3", name: "Part" }],
  },
  { projectId: "4", projectWorkerId: "5", name: "Older", subprojects: [] },
];

let sandbox: Sandbox;
let desk: Desk;
let memory: ProjectListMemory & { value: unknown };

beforeEach(() => {
  const [way] = WAYS;
  if (!way) throw new Error("No way");
  sandbox = company("flexible");
  desk = sitDown(sandbox, way);
  memory = {
    value: undefined,
    read: () => memory.value,
    write: (projects) => {
      memory.value = projects;
    },
  };
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-02T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const openList = () => new ProjectList(desk.client, desk.store, NORA, memory);

describe("the project list", () => {
  it("is fetched where none is known: three requests, and none after", async () => {
    const list = openList();
    expect(list.known).toBeUndefined();
    expect(list.isFresh).toBe(false);
    const projects = await list.get();
    expect(sandbox.requests).toHaveLength(3);
    expect(projects.map(({ name }) => name)).toEqual([
      "ACME",
      "Brisa Platform",
      "Helios Migration",
      "Internal",
      "Umbra",
    ]);
    expect(projects[0]).toEqual({
      projectId: "1201",
      projectWorkerId: "20001",
      name: "ACME",
      code: "ACM",
      subprojects: [
        { id: "5001", name: "API" },
        { id: "5002", name: "Web" },
        { id: "5003", name: "Mobile" },
      ],
    });
    // Above 2^53: every digit of it counts.
    expect(projects[4]?.projectId).toBe("18446744073709551617");
    expect(await list.get()).toBe(projects);
    expect(list.known).toBe(projects);
    expect(sandbox.requests).toHaveLength(3);
  });

  it("leaves closed subprojects out", async () => {
    const mobile = sandbox.company.subprojects.get("5003");
    if (!mobile) throw new Error("No subproject");
    mobile.status = "closed";
    try {
      const [acme] = await openList().get();
      expect(acme?.subprojects.map(({ name }) => name)).toEqual(["API", "Web"]);
    } finally {
      mobile.status = "active";
    }
  });

  it("outlives the window", async () => {
    const projects = await openList().get();
    expect(memory.value).toEqual(projects);
    memory.value = JSON.parse(JSON.stringify(memory.value));
    sandbox.requests.length = 0;
    const next = openList();
    expect(next.known).toEqual(projects);
    expect(await next.get()).toEqual(projects);
    expect(sandbox.requests).toEqual([]);
    // Known, but not fresh: it may be from last week.
    expect(next.isFresh).toBe(false);
  });

  it("knows what it remembers", () => {
    memory.value = REMEMBERED;
    expect(openList().known).toEqual(REMEMBERED);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "ACME"],
    ["an object", { projects: REMEMBERED }],
    ["numbers for ids", [{ ...REMEMBERED[1], projectId: 4 }]],
    ["no subprojects, as of an older version", [{ projectId: "4", projectWorkerId: "5", name: "Older" }]],
    ["a part that is wrong", [REMEMBERED[0], null]],
    ["a wrong subproject", [{ ...REMEMBERED[0], subprojects: ["Part"] }]],
    ["a wrong code", [{ ...REMEMBERED[0], code: 7 }]],
  ])("fetches anew where the memory holds %s", async (_, value) => {
    memory.value = value;
    const list = openList();
    expect(list.known).toBeUndefined();
    expect(await list.get()).toHaveLength(5);
  });

  it("is fresh for ten minutes, or until something says that it is not", async () => {
    const list = openList();
    await list.refresh();
    expect(list.isFresh).toBe(true);
    vi.setSystemTime(new Date("2026-11-02T12:09:59Z"));
    expect(list.isFresh).toBe(true);
    vi.setSystemTime(new Date("2026-11-02T12:10:00Z"));
    expect(list.isFresh).toBe(false);
    await list.refresh();
    expect(list.isFresh).toBe(true);
    list.expire();
    expect(list.isFresh).toBe(false);
    expect(list.known).toHaveLength(5);
  });

  it("is fetched once for all who ask at the same time", async () => {
    const list = openList();
    const heard: (readonly LoggableProject[])[] = [];
    list.onDidChange((projects) => heard.push(projects));
    const [one, two, three] = await Promise.all([list.refresh(), list.get(), list.refresh()]);
    expect(two).toBe(one);
    expect(three).toBe(one);
    expect(heard).toEqual([one]);
    expect(sandbox.requests).toHaveLength(3);
    await list.refresh();
    expect(sandbox.requests).toHaveLength(6);
  });

  it("keeps what it knows when a refresh fails, and may be refreshed again", async () => {
    memory.value = REMEMBERED;
    const list = openList();
    const heard: unknown[] = [];
    list.onDidChange((projects) => heard.push(projects));
    sandbox.misbehave({ kind: "htmlError" });
    await expect(list.refresh()).rejects.toMatchObject({ kind: "unavailable" });
    expect(list.known).toEqual(REMEMBERED);
    expect(list.isFresh).toBe(false);
    expect(memory.value).toBe(REMEMBERED);
    expect(heard).toEqual([]);
    sandbox.behave();
    expect(await list.refresh()).toHaveLength(5);
    expect(list.known).toHaveLength(5);
  });

  it("is silent once it is disposed of", async () => {
    const list = openList();
    const heard: unknown[] = [];
    list.onDidChange((projects) => heard.push(projects));
    list.dispose();
    await list.refresh();
    expect(heard).toEqual([]);
  });
});
