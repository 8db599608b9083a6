// Two real processes on one storage. The same in two extension hosts: test/e2e/two-hosts.test.ts.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as esbuild from "esbuild";
import { expect, it } from "vitest";
import { folderOfTest } from "../../support/folder";
import { assertOneTimer } from "./one-timer";
import type { Done } from "./random-host";

const ACTIONS = 250;

it("500 random starts, stops and switches of two processes: one timer, no overlap, the sum to the minute", async () => {
  const folder = folderOfTest();
  const program = join(folder, "host.mjs");
  await esbuild.build({
    entryPoints: [resolve("test/unit/time/timer/random-process.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  const path = join(folder, "timer", "nora.json");
  const epoch = Date.now();
  const done = await Promise.all(
    ["7", "11"].map(async (seed) => {
      const log = join(folder, `${seed}.log`);
      const host = spawn(process.execPath, [program, path, seed, String(ACTIONS), String(epoch), log]);
      let complaints = "";
      host.stderr.on("data", (text) => (complaints += String(text)));
      const code = await new Promise((done) => host.once("exit", done));
      expect(complaints).toBe("");
      expect(code).toBe(0);
      return JSON.parse(readFileSync(log, "utf8")) as Done; // our own program has written it
    }),
  );
  await assertOneTimer(path, done);
}, 60_000);
