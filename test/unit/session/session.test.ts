import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import { timeRecords } from "../../../src/resources/project-management/time-records";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import type { Session } from "../../../src/session/session";
import { sandboxOfFile } from "../support/sandbox";
import { NORA, openSession, type SessionChanges } from "../support/session";

const NOW = "2026-11-02T17:00:00+01:00";
const TODAY = "2026-11-02";

const sandbox = await sandboxOfFile({ now: NOW });
let remembered: unknown;
let rememberedZone: unknown;
beforeEach(() => {
  remembered = undefined;
  rememberedZone = undefined;
});

const open = (changes: SessionChanges = {}) =>
  openSession({
    baseUrl: sandbox.url,
    person: NORA,
    credentials: tokenCredentials(DEMO_TOKEN),
    timeMode: "auto",
    projectListMemory: {
      read: () => remembered,
      write: (projects) => {
        remembered = projects;
      },
    },
    timeZoneMemory: {
      read: () => rememberedZone,
      write: (zone) => {
        rememberedZone = zone;
      },
    },
    patience: { retryDelays: [1, 1], settleDelays: [1, 1] },
    instant: () => Temporal.Instant.from(NOW),
    ...changes,
  });

const timeOf = async (session: Session) => {
  const time = await session.time();
  if (!time) throw new Error("Nobody's time");
  return time;
};

describe("a session", () => {
  it("is ready to log after four requests, and later after none", async () => {
    const session = open();
    const { finding, person, log } = await timeOf(session);
    expect(finding).toEqual({ mode: "flexible", evidence: "records" });
    expect(person.name).toBe("Nora Vidal");
    expect(log.strategy.kind).toBe("time-records");
    expect(sandbox.requests).toHaveLength(4);
    expect(await session.time()).toMatchObject({ finding, person, log });
    expect(await session.projectList?.get()).toHaveLength(5);
    expect(sandbox.requests).toHaveLength(4);
    session.dispose();
  });

  it("in a window opened anew asks only how time is logged", async () => {
    await timeOf(open());
    sandbox.requests.length = 0;
    const session = open();
    expect(session.projectList?.known).toHaveLength(5);
    expect(sandbox.requests).toEqual([]);
    await timeOf(session);
    expect(sandbox.requests).toHaveLength(1);
  });

  it("asks nothing where a setting says how time is logged", async () => {
    for (const [timeMode, kind] of [
      ["attendance", "shifts"],
      ["flexible", "time-records"],
    ] as const) {
      const { finding, log } = await timeOf(open({ timeMode }));
      expect(finding).toEqual({ mode: timeMode, evidence: "setting" });
      expect(log.strategy.kind).toBe(kind);
    }
    expect(sandbox.requests).toEqual([]);
  });

  it("finds it out once for all who ask", async () => {
    const session = open();
    const [one, other] = await Promise.all([session.time(), session.time()]);
    expect(other).toBe(one);
    expect(sandbox.requests).toHaveLength(4);
  });

  it("tries again after a failure", async () => {
    const session = open();
    sandbox.misbehave({ kind: "htmlError" });
    await expect(Promise.all([session.time(), session.time()])).rejects.toMatchObject({
      kind: "unavailable",
    });
    sandbox.behave();
    expect((await timeOf(session)).finding.mode).toBe("flexible");
  });

  it("has nobody's time where nobody was chosen", () => {
    const session = open({ person: undefined });
    expect(session.projectList).toBeUndefined();
    expect(session.time()).toBeUndefined();
    session.dispose();
  });

  it("logs, in the company's calendar, into its own store", async () => {
    const session = open();
    expect(session.clock.today()).toBe(TODAY);
    const { log } = await timeOf(session);
    const [project] = (await session.projectList?.get()) ?? [];
    if (!project) throw new Error("No project");
    const { projectId, projectWorkerId } = project;
    const entry = { projectId, projectWorkerId, day: TODAY, minutes: 30, comment: "Standup" };
    const { day, problems } = await log.check(entry);
    expect(problems).toEqual([]);
    // The answer is lost, and yet it waits for nobody: the session's patience is the log's.
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    const outcome = await log.save(entry, day);
    expect(outcome).toMatchObject({ kind: "saved", logged: { minutes: 30, comment: "Standup" } });
    if (outcome.kind !== "saved") return;
    expect(session.store.get(timeRecords, outcome.logged.id)?.observations).toBe("Standup");
    await log.undo(entry, outcome.receipt);
    expect(session.store.get(timeRecords, outcome.logged.id)).toBeUndefined();
  });

  it("tells of its requests", async () => {
    const paths: string[] = [];
    await timeOf(
      open({ onRequest: ({ path, status }) => paths.push(`${path.split("/").at(-1) ?? ""} ${status ?? 0}`) }),
    );
    expect(paths.sort()).toEqual([
      "project_workers 200",
      "projects 200",
      "subprojects 200",
      "time_records 200",
    ]);
  });

  it("is silent once it is disposed of", async () => {
    const session = open();
    const { log } = await timeOf(session);
    const heard: unknown[] = [];
    log.onDidChange((day) => heard.push(day));
    session.store.onDidChange((change) => heard.push(change));
    session.projectList?.onDidChange((projects) => heard.push(projects));
    session.dispose();
    await Promise.resolve();
    await session.projectList?.refresh();
    await log.undo({ projectId: "", projectWorkerId: "", day: TODAY, minutes: 1 }, {});
    expect(heard).toEqual([]);
  });
});

describe("the calendar's time zone", () => {
  const locationReads = () =>
    sandbox.requests.filter(({ path }) => path.endsWith("/locations/locations")).length;

  it("is that of the person's location, asked for once and remembered", async () => {
    const session = open({ timeZone: "" });
    await session.time();
    expect(session.clock.zone).toBe("Europe/Madrid");
    expect(rememberedZone).toBe("Europe/Madrid");
    expect(locationReads()).toBe(1);
    session.dispose();
    const later = open({ timeZone: "" });
    expect(later.clock.zone).toBe("Europe/Madrid");
    await later.time();
    expect(locationReads()).toBe(1);
    later.dispose();
  });

  it("is the setting's where there is one, without a request", async () => {
    const session = open({ timeZone: "Asia/Kolkata" });
    await session.time();
    expect(session.clock.zone).toBe("Asia/Kolkata");
    expect(locationReads()).toBe(0);
    session.dispose();
  });

  it("is the machine's where the location may not be seen", async () => {
    sandbox.misbehave({ kind: "status", status: 403, match: { path: "/locations" } });
    const session = open({ timeZone: "" });
    await session.time();
    expect(session.clock.zone).toBe(Temporal.Now.timeZoneId());
    session.dispose();
  });
});
