import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stoppedEntry, Timer } from "../../../../src/time/timer/timer";
import { isPaused, minutesAt, type RunningTimer } from "../../../../src/time/timer/timer-state";
import { eventually } from "../../support/eventually";
import { folderOfTest } from "../../support/folder";
import { ACME, FakeClock, UMBRA } from "./fake-clock";

let folder: string;
let clock: FakeClock;
let windows: Timer[];
let broken: string[];

beforeEach(() => {
  folder = folderOfTest();
  clock = FakeClock.from("2026-11-02T09:00:00Z");
  windows = [];
  broken = [];
});

afterEach(() => {
  for (const window of windows) window.dispose();
});

const path = () => join(folder, "timer", "nora.json");

async function openWindow(): Promise<Timer> {
  const window = new Timer({ path: path(), now: clock.now, onBroken: (aside) => broken.push(aside) });
  windows.push(window);
  await window.watch();
  return window;
}

async function running(window: Timer): Promise<RunningTimer> {
  const { running: timer } = await window.read();
  if (!timer) throw new Error("No timer runs");
  return timer;
}

const minutes = async (window: Timer) => minutesAt(await running(window), clock.at);

describe("a timer", () => {
  it("is a start and pauses: what passes is computed, and pauses do not count", async () => {
    const window = await openWindow();
    await window.start(ACME);
    clock.pass(52);
    expect(await minutes(window)).toBe(52);
    await window.pause();
    clock.pass(30);
    expect(isPaused(await running(window))).toBe(true);
    expect(await minutes(window)).toBe(52);
    await window.resume();
    clock.pass(8);
    expect(await minutes(window)).toBe(60);
  });

  it("goes on when all windows are closed, killed or opened anew", async () => {
    const window = await openWindow();
    await window.start(UMBRA);
    window.dispose();
    clock.pass(90);
    const later = await openWindow();
    expect(await running(later)).toMatchObject({ ...UMBRA, startedAt: "2026-11-02T09:00:00.000Z" });
    expect(await minutes(later)).toBe(90);
  });

  it("is the same in all windows, which hear of it by themselves", async () => {
    const [one, other] = [await openWindow(), await openWindow()];
    await one.start(ACME);
    await eventually(() => {
      expect(other.known.running?.project.name).toBe("ACME");
    });
    await other.pause();
    await eventually(() => {
      expect(one.known.running && isPaused(one.known.running)).toBe(true);
    });
  });

  it("is one, whoever presses Start at the same time", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, openWindow));
    const outcomes = await Promise.all(all.map((window, at) => window.start(at % 2 ? ACME : UMBRA)));
    expect(outcomes.filter(({ kind }) => kind === "started")).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => outcome.running.id)).size).toBe(1);
  });

  it("starts although the window that held the lock was killed", async () => {
    const window = await openWindow();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(`${path()}.lock`, JSON.stringify({ id: "x", pid, machine: hostname() }));
    expect((await window.start(ACME)).kind).toBe("started");
  });

  it("is stopped once: its time is kept until somebody says that it is taken", async () => {
    const [one, other] = [await openWindow(), await openWindow()];
    const { running: timer } = await one.start(ACME);
    clock.pass(20);
    const entry = stoppedEntry("ACME", {
      projectId: "1",
      projectWorkerId: "11",
      day: "2026-11-02",
      minutes: 20,
    });
    const stops = await Promise.all([one, other].map((window) => window.stop(timer.id, [entry])));
    expect(stops.toSorted()).toEqual([false, true]);
    const kept = await (await openWindow()).read();
    expect(kept).toEqual({ version: 1, stopped: [entry], last: ACME });
    await one.forget(entry.id);
    expect((await other.read()).stopped).toEqual([]);
  });

  it("is switched without a gap, and can be put back when it was thrown away", async () => {
    const window = await openWindow();
    const { running: first } = await window.start(ACME);
    clock.pass(10);
    await window.switchTo(first.id, clock.at, [], UMBRA);
    const second = await running(window);
    expect(second).toMatchObject({ ...UMBRA, startedAt: "2026-11-02T09:10:00.000Z" });
    await window.stop(second.id, []);
    expect(await window.restore(second)).toBe(true);
    expect(await window.restore(first)).toBe(false);
    expect(await running(window)).toEqual(second);
  });

  it("puts a file aside that it cannot read, with all that was in it", async () => {
    const window = await openWindow();
    for (const text of ["{ half", '{"version":1,"running":{"startedAt":"yesterday"}}', ""]) {
      writeFileSync(path(), text);
      expect(await window.read()).toEqual({ version: 1, stopped: [] });
      const aside = broken.at(-1) ?? "";
      expect(readFileSync(aside, "utf8")).toBe(text);
      expect(readdirSync(join(folder, "timer"))).not.toContain("nora.json");
      await new Promise((resolve) => setTimeout(resolve, 5)); // the next has another name
    }
    expect((await window.start(ACME)).kind).toBe("started");
  });
});

describe("a timer and the clock", () => {
  it("sleep: asked about in one window, and taken out when dropped", async () => {
    const [one, other] = [await openWindow(), await openWindow()];
    await one.start(ACME);
    await other.read();
    for (let minute = 0; minute < 10; minute++) {
      clock.pass(1);
      await one.hear("tick", 0);
      await other.hear("tick", 0);
    }
    clock.pass(45);
    const heard = await Promise.all([one, other].map((window) => window.hear("tick", 0)));
    expect(heard.filter(({ away }) => away)).toHaveLength(1);
    await other.read();
    const asked = (await Promise.all([one, other].map((window) => window.takeUnasked()))).flat();
    expect(asked).toMatchObject([{ from: "2026-11-02T09:10:00.000Z", to: "2026-11-02T09:55:00.000Z" }]);
    expect(await minutes(one)).toBe(55); // it counts until the person says otherwise
    for (const away of asked) await one.drop(away);
    expect(await minutes(one)).toBe(10);
  });

  it("all windows closed: asked about when one is opened", async () => {
    const window = await openWindow();
    await window.start(ACME);
    clock.pass(3);
    await window.hear("tick", 0);
    window.dispose();
    clock.pass(60);
    const later = await openWindow();
    await later.hear("tick", 0);
    expect(later.known.running?.away).toMatchObject([{ from: "2026-11-02T09:03:00.000Z", asked: false }]);
    const [away] = await later.takeUnasked();
    if (away) await later.keep(away);
    expect(await minutes(later)).toBe(63);
    expect(later.known.running?.away).toEqual([]);
  });

  it("nothing is asked about time before the start, or in a pause", async () => {
    const window = await openWindow();
    await window.hear("tick", 0);
    clock.pass(60);
    await window.start(ACME);
    expect(await window.hear("tick", 0)).not.toHaveProperty("away");
    await window.pause();
    clock.pass(60);
    await window.resume();
    expect(await window.hear("tick", 0)).not.toHaveProperty("away");
    expect(await minutes(window)).toBe(0);
  });

  it("set back: never below nothing, told, and counted on from before when the person says so", async () => {
    const window = await openWindow();
    await window.start(ACME);
    clock.pass(80);
    await window.hear("tick", 0);
    clock.set("2026-11-02T08:00:00Z");
    expect(await minutes(window)).toBe(0);
    const { setBack = 0 } = await window.hear("tick", 0);
    expect(setBack).toBe(140 * 60_000);
    await window.moveBack(setBack);
    expect(await minutes(window)).toBe(80);
    clock.pass(5);
    expect(await minutes(window)).toBe(85);
  });

  it("set forward: the time that did not pass can be dropped, as sleep", async () => {
    const window = await openWindow();
    await window.start(ACME);
    clock.pass(5);
    await window.hear("tick", 0);
    clock.pass(5);
    await window.hear("tick", 0);
    clock.set("2026-11-02T14:10:00Z");
    await window.hear("tick", 0);
    const [away] = await window.takeUnasked();
    if (away) await window.drop(away);
    expect(await minutes(window)).toBe(10);
    expect(await window.takeUnasked()).toEqual([]);
  });

  it.each([
    ["midnight", "2026-11-02T22:30:00Z", 120],
    ["spring, an hour left out", "2026-03-29T00:30:00Z", 60],
    ["autumn, an hour twice", "2026-10-25T00:30:00Z", 90],
  ])("%s: what has passed is what has passed", async (_name, start, passing) => {
    clock.set(start);
    const window = await openWindow();
    await window.start(ACME);
    for (let minute = 0; minute < passing; minute++) {
      clock.pass(1);
      expect(await window.hear("tick", 0)).not.toHaveProperty("away");
    }
    expect(await minutes(window)).toBe(passing);
  });
});
