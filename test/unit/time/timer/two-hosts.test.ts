// Two real processes, as two extension hosts are, on one storage.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as esbuild from "esbuild";
import { expect, it } from "vitest";
import { Timer } from "../../../../src/time/timer/timer";
import { spanOf } from "../../../../src/time/time-range";
import { folderOfTest } from "../../support/folder";

const ACTIONS = 250;

interface Log {
  /** Minutes of the clock, by the id of the timer. */
  readonly began: Readonly<Record<string, number>>;
  readonly ended: Readonly<Record<string, number>>;
}

it("500 random starts, stops and switches of two hosts: one timer, no overlap, the sum to the minute", async () => {
  const folder = folderOfTest();
  const program = join(folder, "host.mjs");
  await esbuild.build({
    entryPoints: [resolve("test/unit/time/timer/random-host.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  const path = join(folder, "timer", "nora.json");
  const epoch = Date.now();
  const logs = await Promise.all(
    ["7", "11"].map(async (seed) => {
      const log = join(folder, `${seed}.log`);
      const host = spawn(process.execPath, [program, path, seed, String(ACTIONS), String(epoch), log]);
      let complaints = "";
      host.stderr.on("data", (text) => (complaints += String(text)));
      const code = await new Promise((done) => host.once("exit", done));
      expect(complaints).toBe("");
      expect(code).toBe(0);
      return JSON.parse(readFileSync(log, "utf8")) as Log; // our own program has written it
    }),
  );
  const began = Object.assign({}, ...logs.map((log) => log.began)) as Log["began"];
  const ended = Object.assign({}, ...logs.map((log) => log.ended)) as Log["ended"];
  // Each timer was begun by one host and ended by one, and there were many.
  expect(Object.keys(ended).sort()).toEqual(Object.keys(began).sort());
  expect(Object.keys(began).length).toBe(logs.reduce((sum, log) => sum + Object.keys(log.began).length, 0));
  expect(Object.keys(ended).length).toBe(logs.reduce((sum, log) => sum + Object.keys(log.ended).length, 0));
  expect(Object.keys(began).length).toBeGreaterThan(20);

  const { running, stopped } = await new Timer({ path }).read();
  expect(running).toBeUndefined();
  const entries = stopped
    .map(({ entry }) => entry)
    .sort((one, other) => `${one.day}${one.range?.from}`.localeCompare(`${other.day}${other.range?.from}`));
  entries.forEach(({ day, range }, at) => {
    const next = entries[at + 1];
    if (next?.day !== day || !range || !next.range) return;
    expect(spanOf(next.range).start).toBeGreaterThanOrEqual(spanOf(range).end);
  });
  const passed = Object.entries(ended).reduce((sum, [id, end]) => sum + end - (began[id] ?? NaN), 0);
  expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(passed);
}, 60_000);
