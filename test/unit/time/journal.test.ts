import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../../src/sandbox/index";
import { Journal, type JournalOptions } from "../../../src/time/journal/journal";
import { TimeLog } from "../../../src/time/time-log";
import { eventually } from "../support/eventually";
import { folderOfTest } from "../support/folder";
import {
  clockAt,
  companies,
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  heldOn,
  MAIN_WAYS,
  nameOf,
  NORA,
  NOW,
  onProject,
  seeing,
  sitDown,
  SUNDAY,
  writes,
  type Desk,
} from "./desk";

const company = companies();
const EMPTY_DAY = { day: SUNDAY, logged: [], locked: false };
const DAY = 24 * 3600 * 1000;

async function openJournal(folder: string, options: Partial<JournalOptions> = {}): Promise<Journal> {
  const journal = new Journal({ folder, account: "brisa/nora", employeeId: NORA, ...options });
  await journal.refresh();
  return journal;
}

function logOf({ client, strategy }: Desk, journal: Journal): TimeLog {
  const settleDelays = [0, 1];
  return new TimeLog({ client, strategy, employeeId: NORA, clock: clockAt(NOW), settleDelays, journal });
}

describe.each(MAIN_WAYS.map((way) => [nameOf(way), way] as const))("%s", (_, way) => {
  let sandbox: Sandbox;
  let desk: Desk;
  let folder: string;
  let journal: Journal;
  let log: TimeLog;
  beforeEach(async () => {
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
    folder = folderOfTest();
    journal = await openJournal(folder);
    log = logOf(desk, journal);
  });

  it("has the intent on disk before the first request, and is closed when all is read back", async () => {
    const seen: string[] = [];
    const { strategy } = desk;
    const watched = new TimeLog({
      client: desk.client,
      employeeId: NORA,
      clock: clockAt(NOW),
      journal,
      strategy: seeing(strategy, (day) => {
        const files = readdirSync(journal.path).filter((file) => file.endsWith(".json"));
        seen.push(...files.map((file) => readFileSync(join(journal.path, file), "utf8")));
        return strategy.readDay(day);
      }),
    });
    const entry = entryOf(desk);
    expect((await watched.save(entry, EMPTY_DAY)).kind).toBe("saved");
    expect(JSON.parse(seen[0] ?? "")).toMatchObject({ state: "writing", entry: { comment: "Fix login" } });
    expect(JSON.parse(seen.at(-1) ?? "")).toMatchObject({
      receipt: { recordId: expect.any(String) as string },
    });
    expect(journal.open).toEqual([]);
    expect(journal.lastSaved).toMatchObject({ state: "closed", entry: { comment: "Fix login" } });
  });

  it("keeps what was refused for good out of it, and what may be sent later in it", async () => {
    const entry = entryOf(desk);
    const match = { method: "POST" };
    sandbox.misbehave({ kind: "status", status: 422, match, times: 1 });
    expect(await log.save(entry, EMPTY_DAY)).toMatchObject({ kind: "not-saved", error: { kind: "invalid" } });
    expect(journal.open).toEqual([]);
    sandbox.misbehave({ kind: "cutConnection", match, times: 1 });
    const outcome = await log.save(entry, EMPTY_DAY);
    const [open] = journal.open;
    expect(open).toMatchObject({ state: "not-saved", entry });
    expect(outcome).toMatchObject({ kind: "not-saved", unsent: open?.id });
    expect((await log.send(open?.id ?? "")).kind).toBe("saved");
    expectHeldOnce(desk, entry);
    expect(journal.open).toEqual([]);
  });

  it("sends a draft, and not again what came since", async () => {
    const draft = await journal.keep(entryOf(desk), "ACME / API");
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" } });
    sandbox.misbehave({ kind: "cutConnection", match: { method: "GET", path: /./ }, times: 60 });
    expect((await log.send(draft.id)).kind).toBe("not-saved"); // the day cannot be read, so nothing was sent
    expect(writes(sandbox)).toEqual([]);
    sandbox.behave();
    const other = logOf(desk, await openJournal(folder));
    await Promise.allSettled([log.send(draft.id), other.send(draft.id)]);
    expectHeldOnce(desk, entryOf(desk));
  });

  it("edited after an answer was lost: what had come is changed, not doubled", async () => {
    const entry = entryOf(desk);
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    // The server shows it late.
    const blind = seeing(desk.strategy, () => Promise.resolve([]));
    const outcome = await logOf({ ...desk, strategy: blind }, journal).save(entry, EMPTY_DAY);
    expect(outcome.kind).toBe("not-saved");
    expect(await desk.strategy.readDay(SUNDAY)).toHaveLength(1);
    const [open] = journal.open;
    const wanted = { ...entry, ...onProject(sandbox, "Umbra", "Pipeline"), comment: "Else" };
    await journal.edit(open?.id ?? "", wanted, "Umbra / Pipeline");
    expect((await log.send(open?.id ?? "")).kind).toBe("saved");
    expectHeldOnce(desk, wanted);
  });

  it("two windows that save the same at once write it twice, and neither takes the other's", async () => {
    const other = logOf(desk, await openJournal(folder));
    const [entry, twin] = [entryOf(desk), entryOf(desk)];
    if (entry.range && twin.range) Object.assign(twin, { range: { from: "12:00", to: "13:30" } });
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" } });
    const outcomes = await Promise.all([log.save(entry, EMPTY_DAY), other.save(twin, EMPTY_DAY)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["saved", "saved"]);
    const ids = outcomes.map((outcome) => (outcome.kind === "saved" ? outcome.logged.id : ""));
    expect(new Set(ids).size).toBe(2);
    expect(heldOn(sandbox, SUNDAY).records).toHaveLength(2);
  });

  // Only where time hangs on shifts does an entry need a place in the day.
  if (way.kind === "shifts")
    it("keeps out what cannot be written at all", async () => {
      const placeless = entryOf(desk, { range: undefined });
      await expect(log.save(placeless, EMPTY_DAY)).rejects.toThrow("needs a from and a to");
      expect(journal.open).toEqual([]);
      const draft = await journal.keep(placeless, "ACME");
      await expect(log.send(draft.id)).rejects.toThrow("needs a from and a to");
      expect(journal.open).toMatchObject([{ id: draft.id, state: "draft" }]);
      expect(await log.settle()).toEqual([]);
      await journal.edit(draft.id, entryOf(desk), "ACME / API");
      expect((await log.send(draft.id)).kind).toBe("saved");
      expectHeldOnce(desk, entryOf(desk));
    });

  it("takes back, and the last that was logged is then the one before", async () => {
    const outcome = await log.save(entryOf(desk), EMPTY_DAY);
    if (outcome.kind !== "saved") throw new Error(outcome.kind);
    const after = logOf(desk, await openJournal(folder));
    const last = journal.lastSaved;
    if (!last) throw new Error("Nothing was logged");
    await after.undo(last.entry, last.receipt);
    expectNothingHeld(desk);
    await journal.refresh();
    expect(journal.lastSaved).toBeUndefined();
    expect(journal.open).toEqual([]);
  });

  it("leaves alone what a living window is writing, and finds out about a dead one's", async () => {
    const write = { kind: "log", entry: entryOf(desk), before: [], receipt: {} } as const;
    await journal.begin(write, "ACME");
    expect(await log.settle()).toEqual([]);
    const dead = await openJournal(folder, { writer: { pid: 99_999_999, machine: hostname() } });
    await dead.begin({ ...write, entry: { ...write.entry, minutes: 45 } }, "ACME");
    expect(await log.settle()).toMatchObject([{ entry: { name: "ACME" }, outcome: { kind: "not-saved" } }]);
    expect(writes(sandbox)).toEqual([]);
  });
});

describe("the journal's files", () => {
  const entry = { projectId: "1", projectWorkerId: "2", day: SUNDAY, minutes: 30 };

  it.each([
    ["half-written", '{"format":1,"id":"x"'],
    ["empty", ""],
    ["something else", '{"hello":"world"}'],
    ["binary", "\u0000\u0001"],
  ])("one that is %s is set aside with all that is in it, and told", async (_name, text) => {
    const folder = folderOfTest();
    const { path } = await openJournal(folder);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "x.json"), text);
    const journal = new Journal({ folder, account: "brisa/nora", employeeId: NORA });
    let told = 0;
    journal.onDidChange(() => told++);
    await journal.refresh();
    expect(journal.damaged).toHaveLength(1);
    expect(readFileSync(journal.damaged[0] ?? "", "utf8")).toBe(text);
    expect(told).toBe(1);
    await journal.keep(entry, "ACME");
    expect(journal.open).toHaveLength(1);
  });

  it("are another account's, or another person's, to nobody else", async () => {
    const folder = folderOfTest();
    await (await openJournal(folder)).keep(entry, "ACME");
    expect((await openJournal(folder, { account: "brisa/carmen" })).open).toEqual([]);
    expect((await openJournal(folder, { employeeId: "301" })).open).toEqual([]);
    // Even where somebody has copied them.
    const [mine, hers] = [await openJournal(folder), await openJournal(folder, { employeeId: "301" })];
    mkdirSync(hers.path, { recursive: true });
    for (const file of readdirSync(mine.path))
      writeFileSync(join(hers.path, file), readFileSync(join(mine.path, file)));
    await hers.refresh();
    expect(hers.open).toEqual([]);
  });

  it("tell other windows what was written, edited and given up", async () => {
    const folder = folderOfTest();
    const [one, other] = [await openJournal(folder), await openJournal(folder)];
    other.follow();
    const { id } = await one.keep(entry, "ACME");
    await eventually(() => {
      expect(other.open).toMatchObject([{ id, state: "draft", name: "ACME" }]);
    });
    await other.edit(id, { ...entry, minutes: 45 }, "ACME / API");
    await one.refresh();
    expect(one.open).toMatchObject([{ entry: { minutes: 45 }, name: "ACME / API" }]);
    await one.discard(id);
    await eventually(() => {
      expect(other.open).toEqual([]);
    });
    other.dispose();
  });

  it("keep claims for 35 days, and longer while something older is open", async () => {
    const folder = folderOfTest();
    let now = Date.parse("2026-11-01T09:00:00Z");
    const journal = await openJournal(folder, { now: () => now });
    const open = await journal.keep(entry, "ACME");
    const { id } = await journal.begin({ kind: "log", entry, before: [], receipt: {} }, "ACME");
    await journal.close(id, { recordId: "77" });
    const record = { id: "77", day: SUNDAY, minutes: 30 };
    now += 40 * DAY;
    await journal.prune();
    expect(journal.isClaimed(open.id, record)).toBe(true);
    expect(journal.isClaimed(id, record)).toBe(false);
    await journal.discard(open.id);
    await journal.prune();
    expect(journal.isClaimed(undefined, record)).toBe(false);
    expect(readdirSync(journal.path)).toEqual([]);
  });

  it("refuse to be edited or given up while they are sent", async () => {
    const journal = await openJournal(folderOfTest());
    const { id } = await journal.begin({ kind: "log", entry, before: [], receipt: {} }, "ACME");
    await expect(journal.edit(id, entry, "ACME")).rejects.toThrow("Only what is not saved");
    await expect(journal.discard(id)).rejects.toThrow("being sent");
  });
});
