// What an extension host of test/e2e/two-hosts.test.ts is told to run (`extensionTestsPath`), in the place of tests.
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import { playAtRandom } from "../unit/time/timer/random-host.js";

const ACTIONS = 250;
const SEEDS = [7, 11];

export async function run(): Promise<void> {
  const folder = process.env.FACTORIAL_TWO_HOSTS ?? "";
  const seed = SEEDS.find((one) => isTaken(path.join(folder, `${one}.seed`)));
  if (seed === undefined) throw new Error("There are two hosts already.");
  // Neither begins before both are there.
  while (SEEDS.some((one) => !fs.existsSync(path.join(folder, `${one}.seed`)))) await sleep(20);
  const epoch = Math.max(...SEEDS.map((one) => fs.statSync(path.join(folder, `${one}.seed`)).mtimeMs));
  const done = await playAtRandom({ path: path.join(folder, "timer.json"), seed, actions: ACTIONS, epoch });
  const host = { process: process.pid, vscode: vscode.version };
  fs.writeFileSync(path.join(folder, `${seed}.log`), JSON.stringify({ ...done, host }));
}

/** Whether it is this host that takes it: a file is made once. */
function isTaken(file: string): boolean {
  try {
    fs.writeFileSync(file, "", { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}
