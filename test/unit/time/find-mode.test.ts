import { beforeEach, describe, expect, it } from "vitest";
import type { Mode, Sandbox } from "../../../src/sandbox/index";
import { findMode, strategyFor } from "../../../src/time/strategies/choose";
import type { CompanyClock } from "../../../src/time/company-clock";
import { clockAt, companies, NORA, NOW, sitDown, WAYS, writes, type Desk } from "./desk";

const company = companies();

const FLEXIBLE_RECORDS = { path: /\/flexible_time_records$/ };
/** A worker of Nora's. */
const WORKERS = ["20001"];

let sandbox: Sandbox;
let desk: Desk;

/** A company in which Nora has no time since the day. */
function open(mode: Mode, since: string): void {
  sandbox = company(mode);
  const way = WAYS.find((candidate) => candidate.mode === mode);
  if (!way) throw new Error("No way");
  desk = sitDown(sandbox, way);
  const { timeRecords } = sandbox.company;
  for (const record of timeRecords.where((row) => row.employee_id === NORA && row.date >= since))
    timeRecords.remove(record);
}

async function find(projectWorkerIds: readonly string[] = WORKERS, clock: CompanyClock = clockAt(NOW)) {
  sandbox.requests.length = 0;
  const finding = await findMode(desk.client, { employeeId: NORA, projectWorkerIds }, clock);
  // It is never found out by writing.
  expect(writes(sandbox)).toEqual([]);
  expect(sandbox.requests.length).toBeGreaterThan(0);
  expect(sandbox.requests.every(({ method }) => method === "GET")).toBe(true);
  return { ...finding, requests: sandbox.requests.length };
}

describe.each(["flexible", "attendance"] as const)("a company of mode %s", (mode) => {
  it("shows it by this month's records: one request", async () => {
    open(mode, "9999");
    expect(await find()).toEqual({ mode, evidence: "records", requests: 1 });
  });

  it("shows it by last month's", async () => {
    open(mode, "2026-11-01");
    expect(await find()).toEqual({ mode, evidence: "records", requests: 2 });
  });

  it("shows it by whether flexible time records can be read", async () => {
    open(mode, "2026-10-01");
    const evidence = mode === "flexible" ? "flexible-records-readable" : "flexible-records-refused";
    expect(await find()).toEqual({ mode, evidence, requests: 3 });
  });
});

describe("a person without time", () => {
  beforeEach(() => {
    open("flexible", "2026-01-01");
  });

  it.each([404, 410, 400, 422])("is judged by the policy where the older list answers %i", async (status) => {
    sandbox.misbehave({ kind: "status", status, match: FLEXIBLE_RECORDS });
    // Everybody in the demo company is under a time tracking policy.
    expect(await find()).toMatchObject({ mode: "attendance", evidence: "policy", requests: 4 });
  });

  it("is judged by the policy where there is no project to ask about", async () => {
    expect(await find([])).toMatchObject({ mode: "attendance", evidence: "policy", requests: 3 });
  });

  it("is flexible without a policy", async () => {
    const nora = sandbox.company.employees.get(NORA);
    if (!nora) throw new Error("Nobody");
    nora.attendable = false;
    expect(await find([])).toMatchObject({ mode: "flexible", evidence: "policy" });
    nora.attendable = undefined;
    expect(await find([])).toMatchObject({ mode: "flexible", evidence: "none" });
    nora.attendable = true;
  });

  it("of two hundred projects is asked about by fifty of them", async () => {
    const ids = Array.from({ length: 200 }, (_, index) => String(30_000 + index));
    expect(await find(ids)).toMatchObject({ mode: "flexible", evidence: "flexible-records-readable" });
    const asked = sandbox.requests.find(({ path }) => path.endsWith("/flexible_time_records"))?.query ?? "";
    expect(new URLSearchParams(asked).getAll("project_worker_ids[]")).toHaveLength(50);
  });

  it("stays unknown where nothing can be read: no guess", async () => {
    sandbox.misbehave({ kind: "htmlError", match: FLEXIBLE_RECORDS });
    await expect(find()).rejects.toMatchObject({ kind: "unavailable" });
    sandbox.behave();
    sandbox.misbehave({ kind: "status", status: 401 });
    await expect(find()).rejects.toMatchObject({ kind: "sign-in" });
  });

  it("in January is looked up in December of the year before", async () => {
    const months: string[] = [];
    await find(WORKERS, clockAt("2027-01-04T12:00:00Z"));
    for (const { path, query } of sandbox.requests.filter((request) =>
      request.path.endsWith("/time_records"),
    )) {
      const asked = new URLSearchParams(query);
      months.push(`${path.split("/").at(-1) ?? ""} ${asked.get("year") ?? ""}-${asked.get("month") ?? ""}`);
    }
    expect(months).toEqual(["time_records 2027-1", "time_records 2026-12"]);
  });
});

describe("records of both kinds", () => {
  const record = { project_worker_id: "20001", employee_id: NORA, project_id: "1201", imputed_minutes: 60 };

  it("are judged by the newest", async () => {
    open("flexible", "2026-11-01");
    const { timeRecords } = sandbox.company;
    timeRecords.insert({ ...record, date: "2026-11-02" });
    timeRecords.insert({ ...record, date: "2026-11-01", attendance_shift_id: "900001" });
    expect(await find()).toMatchObject({ mode: "flexible", evidence: "records" });
    timeRecords.insert({ ...record, date: "2026-11-02", attendance_shift_id: "900002" });
    expect(await find()).toMatchObject({ mode: "attendance", evidence: "records" });
  });

  it("of somebody else do not count", async () => {
    open("flexible", "2026-10-01");
    expect(sandbox.company.timeRecords.where((row) => row.date >= "2026-10-01").length).toBeGreaterThan(0);
    expect((await find()).evidence).toBe("flexible-records-readable");
  });
});

describe("strategyFor", () => {
  it.each([
    ["attendance", "2026-10-01", "shifts"],
    ["attendance", "2026-07-01", "shifts"],
    ["attendance", "2026-04-01", "shifts"],
    ["flexible", "2026-10-01", "time-records"],
    ["flexible", "2026-07-01", "flexible-records"],
    ["flexible", "2026-04-01", "flexible-records"],
  ] as const)("%s at %s", (mode, version, kind) => {
    open("flexible", "9999");
    const { client, store } = desk;
    const strategy = strategyFor(mode, { client, version, store, employeeId: NORA, clock: clockAt(NOW) });
    expect(strategy.kind).toBe(kind);
  });
});
