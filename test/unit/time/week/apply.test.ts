import { beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../../../src/sandbox/index";
import { fetchLoggableProjects } from "../../../../src/time/loggable-projects";
import { applyChanges, type Applied } from "../../../../src/time/week/apply";
import { changeOf, isChange, type CellChange } from "../../../../src/time/week/changes";
import { weekOf } from "../../../../src/time/week/days";
import { makeSheet, rowIdOf, type Sheet } from "../../../../src/time/week/sheet";
import {
  clearDay,
  companies,
  expectOutcome,
  heldOn,
  MAIN_WAYS,
  nameOf,
  NORA,
  onProject,
  save,
  sitDown,
  SUNDAY,
  TODAY,
  writes,
  type Desk,
} from "../desk";

const company = companies();

/** The week that ends on the Sunday: Monday, October 26 to November 1. */
const WEEK = weekOf(SUNDAY);
const SATURDAY = "2026-10-31";

const PLAIN = MAIN_WAYS.filter(({ mode }) => mode === "flexible");

async function readSheet(desk: Desk, rows: readonly string[] = []): Promise<Sheet> {
  const [days, projects] = await Promise.all([
    desk.log.readDays(WEEK.days),
    fetchLoggableProjects(desk.client, desk.store, NORA),
  ]);
  return makeSheet({ days, projects, added: rows, kind: desk.strategy.kind, today: TODAY });
}

/** What typing a text into a cell of ACME / API asks for. */
function typed(desk: Desk, sheet: Sheet, day: string, text: string, part = "API"): CellChange {
  const rowId = rowIdOf(onProject(desk.sandbox, "ACME", part));
  const row = sheet.rows.find(({ id }) => id === rowId);
  const column = sheet.days.find((one) => one.day === day);
  if (!row || !column) throw new Error(`The sheet has no row ${rowId} or day ${day}`);
  const change = changeOf(sheet, row, column, text);
  if (!isChange(change)) throw new Error(`No change: ${JSON.stringify(change)}`);
  return change;
}

async function apply(
  desk: Desk,
  changes: readonly CellChange[],
  { signal = new AbortController().signal, onProgress = (): void => undefined } = {},
): Promise<Applied & { waits: readonly number[] }> {
  const waits: number[] = [];
  const applied = await applyChanges(changes, {
    log: desk.log,
    signal,
    onProgress,
    onWait: (seconds) => waits.push(seconds),
  });
  return { ...applied, waits };
}

const kinds = ({ outcomes }: Applied) => [...outcomes.values()].map(({ kind }) => kind);

describe.each(PLAIN.map((way) => [nameOf(way), way] as const))("%s", (_, way) => {
  let sandbox: Sandbox;
  let desk: Desk;
  let api: string;
  let web: string;
  beforeEach(() => {
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
    clearDay(sandbox, SATURDAY);
    api = rowIdOf(onProject(sandbox, "ACME", "API"));
    web = rowIdOf(onProject(sandbox, "ACME", "Web"));
  });

  it("writes what is new, changed and deleted, and nothing else", async () => {
    const first = await readSheet(desk, [api, web]);
    const { outcomes } = await apply(desk, [
      typed(desk, first, SUNDAY, "1h30 #Fix login"),
      typed(desk, first, SATURDAY, "2h"),
      typed(desk, first, SATURDAY, "45m", "Web"),
    ]);
    expect([...outcomes.values()]).toEqual([{ kind: "saved" }, { kind: "saved" }, { kind: "saved" }]);
    expect(heldOn(sandbox, SUNDAY).records).toMatchObject([
      { imputed_minutes: 90, observations: "Fix login" },
    ]);

    const second = await readSheet(desk);
    const again = [typed(desk, second, SUNDAY, "3h"), typed(desk, second, SATURDAY, "", "Web")];
    expect(again.map(({ kind }) => kind)).toEqual(["changed", "deleted"]);
    expect(kinds(await apply(desk, again))).toEqual(["saved", "saved"]);
    expect(heldOn(sandbox, SUNDAY).records).toMatchObject([{ imputed_minutes: 180 }]);
    expect(heldOn(sandbox, SATURDAY).records).toMatchObject([
      { imputed_minutes: 120, subproject_id: onProject(sandbox, "ACME", "API").subprojectId },
    ]);
  });

  it("keeps a comment when only the time is changed", async () => {
    await apply(desk, [typed(desk, await readSheet(desk, [api]), SUNDAY, "1h #Fix login")]);
    await apply(desk, [typed(desk, await readSheet(desk), SUNDAY, "2h")]);
    expect(heldOn(sandbox, SUNDAY).records).toMatchObject([
      { imputed_minutes: 120, observations: "Fix login" },
    ]);
  });

  it("takes a comment away where a bare # is typed", async () => {
    await apply(desk, [typed(desk, await readSheet(desk, [api]), SUNDAY, "1h #Fix login")]);
    await apply(desk, [typed(desk, await readSheet(desk), SUNDAY, "1h #")]);
    const [record, ...others] = heldOn(sandbox, SUNDAY).records;
    expect(others).toEqual([]);
    expect(record?.imputed_minutes).toBe(60);
    expect(record?.observations ?? "").toBe("");
  });

  it("leaves a cell alone that changed on the server meanwhile, and writes the others", async () => {
    await apply(desk, [typed(desk, await readSheet(desk, [api]), SUNDAY, "1h")]);
    const sheet = await readSheet(desk, [web]);
    const changes = [
      typed(desk, sheet, SUNDAY, "2h"),
      typed(desk, sheet, SUNDAY, "30m", "Web"),
      typed(desk, sheet, SATURDAY, "3h"),
    ];
    const [record] = heldOn(sandbox, SUNDAY).records;
    if (!record) throw new Error("Nothing was saved");
    sandbox.company.timeRecords.patch(record, { imputed_minutes: 45 });
    const applied = await apply(desk, changes);
    expect(kinds(applied)).toEqual(["conflict", "saved", "saved"]);
    expect(heldOn(sandbox, SUNDAY).records.map((one) => one.imputed_minutes)).toEqual([45, 30]);
  });

  it("takes a cell that somebody else has filled meanwhile for a conflict", async () => {
    const change = typed(desk, await readSheet(desk, [api]), SUNDAY, "2h");
    const other = { ...onProject(sandbox, "ACME", "API"), day: SUNDAY, minutes: 60 };
    expectOutcome((await save(desk, other)).outcome, "saved");
    expect(kinds(await apply(desk, [change]))).toEqual(["conflict"]);
    expect(heldOn(sandbox, SUNDAY).records).toHaveLength(1);
  });

  it("waits when the server asks to, looks again, and goes on by itself", async () => {
    const changes = [typed(desk, await readSheet(desk, [api]), SUNDAY, "2h")];
    sandbox.misbehave({ match: { method: "POST" }, kind: "rateLimit", retryAfter: 1, times: 1 });
    const applied = await apply(desk, changes);
    expect(kinds(applied)).toEqual(["saved"]);
    expect(applied.waits).toEqual([1]);
    expect(heldOn(sandbox, SUNDAY).records).toHaveLength(1);
  });

  it("writes once what was written although its answer was lost", async () => {
    const changes = [typed(desk, await readSheet(desk, [api]), SUNDAY, "2h")];
    sandbox.misbehave({ match: { method: "POST" }, kind: "lostAnswer", times: 1 });
    expect(kinds(await apply(desk, changes))).toEqual(["saved"]);
    expect(heldOn(sandbox, SUNDAY).records).toHaveLength(1);
  });

  it("stops between two writes when it is cancelled", async () => {
    const sheet = await readSheet(desk, [api]);
    const stop = new AbortController();
    const changes = [typed(desk, sheet, SUNDAY, "2h"), typed(desk, sheet, SATURDAY, "2h")];
    const applied = await apply(desk, changes, {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(applied.stopped).toBe("cancelled");
    expect(kinds(applied)).toEqual(["saved"]);
    expect(heldOn(sandbox, SATURDAY).records).toEqual([]);
  });

  it("stops after ten failures in a row, and says of each why", async () => {
    const sheet = await readSheet(desk, [api]);
    const change = typed(desk, sheet, SUNDAY, "2h");
    sandbox.misbehave({ match: { method: "POST" }, kind: "status", status: 422, times: 99 });
    const applied = await apply(
      desk,
      Array.from({ length: 12 }, () => ({ ...change })),
    );
    expect(applied.stopped).toBe("failures");
    expect(kinds(applied)).toEqual(Array.from({ length: 10 }, () => "refused"));
    expect(heldOn(sandbox, SUNDAY).records).toEqual([]);
  });

  it("sends nothing to a day that was signed off meanwhile", async () => {
    const change = typed(desk, await readSheet(desk, [api]), SUNDAY, "2h");
    const review = sandbox.company.reviews.insert({
      employee_id: NORA,
      date: SUNDAY,
      reviewed_at: `${TODAY}T08:00:00Z`,
      author_id: "301",
    });
    const applied = await apply(desk, [change]);
    sandbox.company.reviews.remove(review);
    expect([...applied.outcomes.values()]).toEqual([
      { kind: "forbidden", problem: { kind: "locked", day: SUNDAY } },
    ]);
    expect(writes(sandbox)).toEqual([]);
  });

  it("adds the difference to the last of several entries, and clears all of them", async () => {
    for (const minutes of [60, 30])
      await save(desk, { ...onProject(sandbox, "ACME", "API"), day: SUNDAY, minutes });
    const sheet = await readSheet(desk);
    await apply(desk, [typed(desk, sheet, SUNDAY, "2h")]);
    expect(heldOn(sandbox, SUNDAY).records.map((one) => one.imputed_minutes)).toEqual([60, 60]);
    await apply(desk, [typed(desk, await readSheet(desk), SUNDAY, "0")]);
    expect(heldOn(sandbox, SUNDAY).records).toEqual([]);
  });
});

it("reads a week over two months with two reads of time, and one of what is signed off", async () => {
  const [way] = PLAIN.filter(({ kind }) => kind === "time-records");
  if (!way) throw new Error("No such way");
  const desk = sitDown(company(way.mode), way);
  await desk.log.readDays(WEEK.days);
  const paths = desk.sandbox.requests.map(({ path }) => path.replace(/.*\/resources\//, ""));
  expect(paths.sort()).toEqual([
    "attendance/reviews",
    "project_management/time_records",
    "project_management/time_records",
  ]);
});

describe("attendance", () => {
  const [way] = MAIN_WAYS.filter(({ mode }) => mode === "attendance");
  let desk: Desk;
  let sandbox: Sandbox;
  let api: string;
  beforeEach(() => {
    if (!way) throw new Error("No such way");
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
    api = rowIdOf(onProject(sandbox, "ACME", "API"));
  });

  async function makeShift(from: string, to: string): Promise<void> {
    await desk.client.shifts.create({
      employee_id: NORA,
      date: SUNDAY,
      clock_in: `${SUNDAY}T${from}:00+01:00`,
      clock_out: `${SUNDAY}T${to}:00+01:00`,
      workable: true,
      source: "api",
    });
  }

  it("gives a project to a shift that waits for one, and makes none", async () => {
    await makeShift("09:00", "13:00");
    await makeShift("14:00", "15:30");
    const sheet = await readSheet(desk, [api]);
    const change = typed(desk, sheet, SUNDAY, "1h30");
    expect(kinds(await apply(desk, [change]))).toEqual(["saved"]);
    const { records, shifts } = heldOn(sandbox, SUNDAY);
    expect(shifts).toHaveLength(2);
    expect(records).toMatchObject([{ imputed_minutes: 90 }]);
  });

  it("says why where no shift is of that length, none waits, or the time hangs on one", async () => {
    const row = (sheet: Sheet) => sheet.rows.find(({ id }) => id === api);
    const asked = async (text: string) => {
      const sheet = await readSheet(desk, [api]);
      const [at, day] = [row(sheet), sheet.days.find((one) => one.day === SUNDAY)];
      if (!at || !day) throw new Error("No such cell");
      return changeOf(sheet, at, day, text);
    };
    expect(await asked("1h30")).toEqual({ kind: "closed", closed: { kind: "no-shift" } });
    await makeShift("09:00", "13:00");
    expect(await asked("1h30")).toMatchObject({ kind: "no-such-shift", waiting: [{ minutes: 240 }] });
    await apply(desk, [typed(desk, await readSheet(desk, [api]), SUNDAY, "9:00-13:00")]);
    expect(await asked("1h30")).toMatchObject({ kind: "closed", closed: { kind: "on-shift" } });
  });
});
