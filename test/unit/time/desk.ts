/** The demo company's developer at her desk: what it takes to log time in each of the ways that companies have. */

import { afterAll, beforeAll, expect } from "vitest";
import { Temporal } from "temporal-polyfill";
import { tokenCredentials } from "../../../src/api/credentials";
import type { ClientOptions } from "../../../src/api/client";
import type { ApiVersion } from "../../../src/api/versions";
import { createFactorialClient } from "../../../src/resources/factorial-client";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import { startSandbox, type LoggedRequest, type Mode, type Sandbox } from "../../../src/sandbox/index";
import { Store } from "../../../src/store/store";
import { CompanyClock } from "../../../src/time/company-clock";
import type { LoggedDay, TimeEntry } from "../../../src/time/entry";
import { strategyFor } from "../../../src/time/strategies/choose";
import type { TimeStrategy, WriteStep } from "../../../src/time/strategies/strategy";
import { TimeLog, type SaveOutcome, type TimeLogOptions } from "../../../src/time/time-log";

/** A Monday afternoon in Madrid, in a month that holds little else. */
export const NOW = "2026-11-02T17:00:00+01:00";
export const TODAY = "2026-11-02";
/** Nobody of the demo company has worked on it. */
export const SUNDAY = "2026-11-01";

/** Nora, whose token it is. */
export const NORA = "302";

export const clockAt = (instant: string, zone = "Europe/Madrid") =>
  new CompanyClock(zone, () => Temporal.Instant.from(instant));

/** One request that a way of logging writes with. */
export interface Step {
  readonly writes: WriteStep["writes"];
  readonly path: RegExp;
}

export interface Way {
  readonly kind: TimeStrategy["kind"];
  readonly mode: Mode;
  readonly version: ApiVersion;
  /** What is written for an entry with a comment, in order. */
  readonly steps: readonly Step[];
}

const flexible = { mode: "flexible", kind: "flexible-records" } as const;
const attendance = { mode: "attendance", kind: "shifts" } as const;
const flexibleSteps: readonly Step[] = [
  { writes: "record", path: /\/flexible_time_records$/ },
  { writes: "comment", path: /\/flexible_time_record_comments$/ },
];
const shiftSteps: readonly Step[] = [
  { writes: "shift", path: /\/attendance\/shifts$/ },
  { writes: "record", path: /\/project_management\/time_records$/ },
];

export const WAYS: readonly Way[] = [
  {
    kind: "time-records",
    mode: "flexible",
    version: "2026-10-01",
    steps: [
      { writes: "record", path: /\/project_management\/time_records$/ },
      { writes: "comment", path: /\/time_records\/update_observations$/ },
    ],
  },
  { ...flexible, version: "2026-07-01", steps: flexibleSteps },
  { ...flexible, version: "2026-04-01", steps: flexibleSteps },
  { ...attendance, version: "2026-10-01", steps: shiftSteps },
  { ...attendance, version: "2026-07-01", steps: shiftSteps },
  { ...attendance, version: "2026-04-01", steps: shiftSteps },
];

export const nameOf = ({ kind, version }: Way) => `${kind} at ${version}`;

/** One of each way whose requests differ; what the other versions change, the strategies' own tests show. */
export const MAIN_WAYS = WAYS.filter(({ version }) => version !== "2026-07-01").filter(
  ({ kind, version }) => kind !== "shifts" || version === "2026-10-01",
);

/** A company of each mode for a whole file: founding one takes longer than logging time in it. */
export function companies(): (mode: Mode) => Sandbox {
  const started = new Map<Mode, Sandbox>();
  beforeAll(async () => {
    for (const mode of ["flexible", "attendance"] as const)
      started.set(mode, await startSandbox({ mode, now: NOW }));
  });
  afterAll(async () => {
    for (const sandbox of started.values()) await sandbox.stop();
  });
  return (mode) => {
    const sandbox = started.get(mode);
    if (!sandbox) throw new Error("Companies are there only while tests run");
    return sandbox;
  };
}

export interface Desk {
  readonly sandbox: Sandbox;
  readonly way: Way;
  readonly store: Store;
  readonly strategy: TimeStrategy;
  readonly log: TimeLog;
  readonly client: ReturnType<typeof createFactorialClient>;
}

export interface DeskOptions extends Partial<Pick<ClientOptions, "baseUrl" | "timeoutSeconds">> {
  readonly settleDelays?: TimeLogOptions["settleDelays"];
}

/** A fresh window on a company that behaves, with nothing logged on Sunday and nothing asked yet. */
export function sitDown(sandbox: Sandbox, way: Way, options: DeskOptions = {}): Desk {
  sandbox.behave();
  sandbox.setNow(NOW);
  clearDay(sandbox, SUNDAY);
  sandbox.requests.length = 0;
  const { settleDelays = [1, 1], ...clientOptions } = options;
  const { version } = way;
  const client = createFactorialClient({
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_TOKEN),
    version,
    retryDelays: [1, 1],
    ...clientOptions,
  });
  const store = new Store();
  const clock = clockAt(NOW);
  const strategy = strategyFor(way.mode, { client, version, store, employeeId: NORA, clock });
  const log = new TimeLog({ client, strategy, employeeId: NORA, clock, settleDelays });
  return { sandbox, way, store, strategy, log, client };
}

/** An hour and a half on the API of ACME, on an empty day. */
export function entryOf(desk: Desk, changes: Partial<TimeEntry> = {}): TimeEntry {
  return {
    ...onProject(desk.sandbox, "ACME", "API"),
    day: SUNDAY,
    minutes: 90,
    comment: "Fix login",
    ...(desk.strategy.needsRange && { range: { from: "09:00", to: "10:30" } }),
    ...changes,
  };
}

export function onProject({ company }: Sandbox, name: string, part?: string) {
  const project = company.projects.find((candidate) => candidate.name === name);
  const worker = company.projectWorkers.find(
    (candidate) => candidate.project_id === project?.id && candidate.employee_id === NORA,
  );
  const subproject = company.subprojects.find(
    (candidate) => candidate.project_id === project?.id && candidate.name === part,
  );
  if (!project || !worker || (part !== undefined && !subproject)) throw new Error(`Nothing called ${name}`);
  return { projectId: project.id, projectWorkerId: worker.id, subprojectId: subproject?.id };
}

/** The id of a project's task. */
export function taskCalled({ company }: Sandbox, name: string): string {
  const task = company.tasks.find((candidate) => candidate.name === name);
  const found = company.projectTasks.find(({ task_id }) => task_id === task?.id);
  if (!found) throw new Error(`No task called ${name}`);
  return found.id;
}

/** What the server really holds of Nora's day. */
export function heldOn({ company }: Sandbox, day: string) {
  const isHers = (row: { employee_id: string; date: string }) => row.employee_id === NORA && row.date === day;
  return { records: company.timeRecords.where(isHers), shifts: company.shifts.where(isHers) };
}

export function clearDay(sandbox: Sandbox, day: string): void {
  const { records, shifts } = heldOn(sandbox, day);
  for (const record of records) sandbox.company.timeRecords.remove(record);
  for (const shift of shifts) sandbox.company.shifts.remove(shift);
}

/** All of the entry is on the server, once, and nothing else is on its day. */
export function expectHeldOnce({ sandbox, way }: Desk, entry: TimeEntry): void {
  const { records, shifts } = heldOn(sandbox, entry.day);
  const shiftId = shifts[0]?.id;
  expect(shifts).toHaveLength(way.kind === "shifts" ? 1 : 0);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    project_worker_id: entry.projectWorkerId,
    project_id: entry.projectId,
    imputed_minutes: entry.minutes,
  });
  expect(records[0]?.subproject_id).toBe(entry.subprojectId);
  expect(records[0]?.project_task_id).toBe(entry.taskId);
  expect(records[0]?.attendance_shift_id).toBe(shiftId);
  expect((shifts[0] ?? records[0])?.observations).toBe(entry.comment);
  if (entry.range) {
    expect(shifts[0]).toMatchObject({
      clock_in: `${entry.range.from}:00`,
      clock_out: `${entry.range.to}:00`,
      minutes: entry.minutes,
    });
  }
}

export function expectNothingHeld({ sandbox }: Desk, day = SUNDAY): void {
  expect(heldOn(sandbox, day)).toEqual({ records: [], shifts: [] });
}

export function writesTo(sandbox: Sandbox, path: RegExp): readonly LoggedRequest[] {
  return sandbox.requests.filter((request) => request.method !== "GET" && path.test(request.path));
}

export const writes = (sandbox: Sandbox) => writesTo(sandbox, /./);

export async function save(
  desk: Desk,
  entry: TimeEntry,
): Promise<{ before: LoggedDay; outcome: SaveOutcome }> {
  const before = await desk.log.readDay(entry.day);
  return { before, outcome: await desk.log.save(entry, before) };
}

/** The outcome, known to be of this kind. */
export function expectOutcome<K extends SaveOutcome["kind"]>(
  outcome: SaveOutcome,
  kind: K,
): Extract<SaveOutcome, { kind: K }> {
  expect(outcome.kind, JSON.stringify(outcome)).toBe(kind);
  // The line above has thrown if it is of another kind.
  return outcome as Extract<SaveOutcome, { kind: K }>;
}

/** The same strategy, but for what it sees of a day. */
export function seeing(strategy: TimeStrategy, readDay: TimeStrategy["readDay"]): TimeStrategy {
  return {
    kind: strategy.kind,
    needsRange: strategy.needsRange,
    takesTask: strategy.takesTask,
    commentOn: strategy.commentOn,
    readDay,
    readDays: (from, to, options) => strategy.readDays(from, to, options),
    begin: (entry, before) => strategy.begin(entry, before),
    nextStep: (entry, receipt) => strategy.nextStep(entry, receipt),
    nextChange: (entry, instead, receipt) => strategy.nextChange(entry, instead, receipt),
    nextRemoval: (receipt) => strategy.nextRemoval(receipt),
    commentOf: (logged) => strategy.commentOf(logged),
    receiptOf: (logged) => strategy.receiptOf(logged),
  };
}

/** The log of a desk, with another strategy. */
export function logWith({ client }: Desk, strategy: TimeStrategy, settleDelays = [1]): TimeLog {
  return new TimeLog({ client, strategy, employeeId: NORA, clock: clockAt(NOW), settleDelays });
}
