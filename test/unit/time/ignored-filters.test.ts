import { afterEach, describe, expect, it } from "vitest";
import { projects } from "../../../src/resources/project-management/projects";
import { projectWorkers } from "../../../src/resources/project-management/project-workers";
import { timeRecords } from "../../../src/resources/project-management/time-records";
import { Store } from "../../../src/store/store";
import { fetchLoggableProjects } from "../../../src/time/loggable-projects";
import { strategyFor } from "../../../src/time/strategies/choose";
import { TimeLog } from "../../../src/time/time-log";
import { json, pageOf, startStandIn, type StandIn } from "../api/stand-in";
import { clockAt, NOW } from "./desk";

/** A server that does not know a filter ignores it, with a 200: the whole company comes. */

const ME = "1";
const DAY = "2026-11-01";

let server: StandIn | undefined;
afterEach(async () => {
  await server?.stop();
});

/** Answers each list with everything, by the last part of its path, whatever was asked. */
async function companyOf(lists: Readonly<Record<string, readonly unknown[]>>) {
  server = await startStandIn((response, { url }) => {
    json(response, pageOf(lists[url.pathname.split("/").at(-1) ?? ""] ?? []));
  });
  return { server, client: server.client(), store: new Store() };
}

const worker = (id: string, changes: object = {}) => ({
  id,
  project_id: `p${id}`,
  employee_id: ME,
  assigned: true,
  ...changes,
});
const project = (id: string, changes: object = {}) => ({
  id: `p${id}`,
  name: `Project ${id}`,
  status: "active",
  ...changes,
});
const part = (id: string, projectId: string, changes: object = {}) => ({
  id,
  name: `Part ${id}`,
  project_id: `p${projectId}`,
  status: "active",
  ...changes,
});

describe("the projects to log on", () => {
  it("are the person's own, assigned and active", async () => {
    const { client, store } = await companyOf({
      project_workers: [
        worker("1"),
        worker("2", { assigned: false }),
        worker("3", { employee_id: "2" }),
        worker("4"),
        worker("5"),
        worker("6"),
        worker("7", { assigned: null }),
        worker("8"),
      ],
      projects: [
        project("1", { code: "ONE" }),
        project("2"),
        project("3"),
        project("4", { status: "closed" }),
        project("5", { status: "draft" }),
        project("6", { status: "in_a_state_to_come" }),
        project("7", { code: null }),
        // p8 does not come: this account may not see it.
      ],
      subprojects: [
        part("11", "1"),
        part("12", "1", { status: "closed" }),
        part("13", "1", { status: null }),
        part("14", "3"),
        part("15", "7", { id: null }),
      ],
    });
    expect(await fetchLoggableProjects(client, store, ME)).toEqual([
      {
        projectId: "p1",
        projectWorkerId: "1",
        name: "Project 1",
        code: "ONE",
        subprojects: [
          { id: "11", name: "Part 11" },
          { id: "13", name: "Part 13" },
        ],
      },
      { projectId: "p7", projectWorkerId: "7", name: "Project 7", subprojects: [] },
    ]);
    expect(store.get(projects, "p1")?.name).toBe("Project 1");
    expect(store.get(projectWorkers, "3")).toBeUndefined();
  });

  it("of many are asked for in batches of fifty, each once", async () => {
    const ids = Array.from({ length: 101 }, (_, index) => String(index + 1));
    const { server, client, store } = await companyOf({
      project_workers: ids.map((id) => worker(id)),
      projects: ids.map((id) => project(id)),
      subprojects: ids.map((id) => part(id, id)),
    });
    const found = await fetchLoggableProjects(client, store, ME);
    expect(found.map(({ projectId }) => projectId)).toEqual(ids.map((id) => `p${id}`));
    expect(found.every(({ subprojects }) => subprojects.length === 1)).toBe(true);
    for (const [list, filter] of [
      ["projects", "ids[]"],
      ["subprojects", "project_ids[]"],
    ] as const) {
      const asked = server.requests.filter(({ url }) => url.pathname.endsWith(`/${list}`));
      const batches = asked.map(({ url }) => url.searchParams.getAll(filter));
      expect(batches.map((batch) => batch.length).sort()).toEqual([1, 50, 50]);
      expect(new Set(batches.flat()).size).toBe(101);
    }
    expect(server.requests).toHaveLength(1 + 3 + 3);
  });

  it("of nobody are none, and two requests are saved", async () => {
    const { server, client, store } = await companyOf({
      project_workers: [worker("1", { employee_id: "2" })],
    });
    expect(await fetchLoggableProjects(client, store, ME)).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a day", () => {
  const log = (
    parts: Awaited<ReturnType<typeof companyOf>>,
    mode: "attendance" | "flexible",
    version: "2026-04-01" | "2026-10-01",
  ) => {
    const { client, store } = parts;
    const clock = clockAt(NOW);
    const strategy = strategyFor(mode, { client, store, version, employeeId: ME, clock });
    return new TimeLog({ client, strategy, employeeId: ME, clock });
  };

  it("of time records has only the person's, of that day", async () => {
    const record = { project_worker_id: "7", date: DAY, imputed_minutes: 60 };
    const parts = await companyOf({
      time_records: [
        { ...record, id: "1", employee_id: ME },
        { ...record, id: "2", employee_id: "2" },
        { ...record, id: "3", employee_id: ME, date: "2026-11-02" },
        // Before 2026-10-01 a record does not say whose it is.
        { ...record, id: "4" },
      ],
    });
    const { logged } = await log(parts, "flexible", "2026-10-01").readDay(DAY);
    expect(logged.map(({ id }) => id)).toEqual(["1", "4"]);
  });

  it("of flexible time records has only the person's, of that day, on whatever project", async () => {
    const record = { date: DAY, imputed_minutes: 60 };
    const parts = await companyOf({
      project_workers: [worker("7"), worker("8", { assigned: false }), worker("9", { employee_id: "2" })],
      flexible_time_records: [
        { ...record, id: "1", project_worker_id: "7" },
        { ...record, id: "2", project_worker_id: "8" },
        { ...record, id: "3", project_worker_id: "9" },
        { ...record, id: "4", project_worker_id: "7", date: "2026-11-02" },
      ],
    });
    const { logged } = await log(parts, "flexible", "2026-04-01").readDay(DAY);
    expect(logged.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("of flexible time records is asked for fifty projects at a time", async () => {
    const workers = Array.from({ length: 51 }, (_, index) => worker(String(index + 1)));
    const parts = await companyOf({ project_workers: workers });
    await log(parts, "flexible", "2026-04-01").readDay(DAY);
    const asked = parts.server.requests.filter(({ url }) => url.pathname.endsWith("/flexible_time_records"));
    expect(asked.map(({ url }) => url.searchParams.getAll("project_worker_ids[]").length).sort()).toEqual([
      1, 50,
    ]);
  });

  it("of flexible time records counts each once, though every batch brings them all", async () => {
    const workers = Array.from({ length: 101 }, (_, index) => worker(String(index + 1)));
    const record = { id: "1", project_worker_id: "7", date: DAY, imputed_minutes: 60 };
    const parts = await companyOf({ project_workers: workers, flexible_time_records: [record] });
    expect((await log(parts, "flexible", "2026-04-01").readDay(DAY)).logged).toHaveLength(1);
  });

  it("of shifts has only the person's, of that day, with what hangs on them", async () => {
    const shift = { employee_id: ME, date: DAY, clock_in: "09:00", clock_out: "10:00", workable: true };
    const parts = await companyOf({
      shifts: [
        { ...shift, id: "1", minutes: 60, observations: null },
        { ...shift, id: "2", employee_id: "2" },
        { ...shift, id: "3", date: "2026-11-02" },
        { ...shift, id: "4", date: "2026-11-02", reference_date: DAY, clock_in: "22:00", clock_out: "00:00" },
        { ...shift, id: "5", workable: false },
        { ...shift, id: "6", clock_out: null },
      ],
      time_records: [
        { id: "71", project_worker_id: "7", attendance_shift_id: "1" },
        { id: "72", project_worker_id: "9", attendance_shift_id: "2" },
      ],
    });
    const { logged } = await log(parts, "attendance", "2026-10-01").readDay(DAY);
    expect(logged).toEqual([
      {
        id: "71",
        day: DAY,
        minutes: 60,
        projectWorkerId: "7",
        shiftId: "1",
        range: { from: "09:00", to: "10:00" },
      },
      { id: "4", day: DAY, minutes: 120, shiftId: "4", range: { from: "22:00", to: "00:00" } },
      { id: "6", day: DAY, minutes: 0, shiftId: "6" },
    ]);
    expect(parts.store.get(timeRecords, "72")).toBeUndefined();
  });

  it("is closed by the person's own sign-off of that day alone", async () => {
    const review = (employee_id: string, date: string) => ({ id: "1", employee_id, date });
    for (const [reviews, locked] of [
      [[review("2", DAY), review(ME, "2026-11-02")], false],
      [[review("2", DAY), review(ME, DAY)], true],
    ] as const) {
      const parts = await companyOf({ reviews });
      expect((await log(parts, "attendance", "2026-10-01").readDay(DAY)).locked).toBe(locked);
      await server?.stop();
    }
  });

  it("takes nobody for assigned who is not", async () => {
    const parts = await companyOf({ project_workers: [worker("7", { assigned: false }), worker("8")] });
    const entry = { projectId: "p7", projectWorkerId: "7", day: DAY, minutes: 60 };
    const { problems } = await log(parts, "flexible", "2026-10-01").check(entry);
    expect(problems).toEqual([{ kind: "not-loggable", projectId: "p7" }]);
    const other = { ...entry, projectId: "p8", projectWorkerId: "8" };
    expect((await log(parts, "flexible", "2026-10-01").check(other)).problems).toEqual([]);
  });
});

describe("sign-offs that this account may not read", () => {
  it.each([403, 404, 422])("answered with %i leave the day open", async (status) => {
    server = await startStandIn((response, { url }) => {
      if (url.pathname.endsWith("/reviews")) json(response, { errors: ["No"] }, status);
      else json(response, pageOf([]));
    });
    const client = server.client();
    const clock = clockAt(NOW);
    const strategy = strategyFor("flexible", {
      client,
      store: new Store(),
      version: "2026-10-01",
      employeeId: ME,
      clock,
    });
    expect(await new TimeLog({ client, strategy, employeeId: ME, clock }).readDay(DAY)).toEqual({
      day: DAY,
      logged: [],
      locked: false,
    });
  });

  it("that cannot be read now leave the day unknown", async () => {
    server = await startStandIn((response, { url }) => {
      if (url.pathname.endsWith("/reviews")) json(response, {}, 503);
      else json(response, pageOf([]));
    });
    const client = server.client();
    const clock = clockAt(NOW);
    const strategy = strategyFor("flexible", {
      client,
      store: new Store(),
      version: "2026-10-01",
      employeeId: ME,
      clock,
    });
    const log = new TimeLog({ client, strategy, employeeId: ME, clock });
    await expect(log.readDay(DAY)).rejects.toMatchObject({ kind: "unavailable" });
  });
});
