/** A story in which windows are processes of their own, and one of them is really killed. */

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { build } from "esbuild";
import { hasBegun } from "../../src/time/time-writer";
import type { Sandbox } from "../../src/sandbox/index";
import { NORA, NOW, type Desk } from "../unit/time/desk";
import type { Seeded } from "../unit/time/random";
import { ACCOUNT } from "./mortal-window";
import { entriesIn, finish, logInPeace, misbehave, type Kept, type Told } from "./story";
import { randomWishes } from "./wishes";
import type { Orders } from "./writer-process";

/** @returns the path of the process's script */
export async function buildWriter(folder: string): Promise<string> {
  const outfile = join(folder, "writer.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "writer-process.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return outfile;
}

export async function tellKilled(desk: Desk, random: Seeded, folder: string, script: string): Promise<Told> {
  const { sandbox } = desk;
  const there = await logInPeace(desk, random, folder);
  const wishes: Kept[] = randomWishes(desk, random, there).map((wish) => ({ wish }));
  // Two windows at once, one of them killed; or one window, killed.
  const groups =
    wishes.length > 1 && random.whole(3) === 0
      ? [wishes.filter((_, at) => at % 2 === 0), wishes.filter((_, at) => at % 2 === 1)]
      : [wishes];
  misbehave(desk, random);
  if (random.whole(2) === 0) sandbox.misbehave({ kind: "latency", ms: random.whole(25) });
  const windows = await Promise.all(
    groups.map((group, at) => startWindow(desk, script, folder, `${at}`, group)),
  );
  const killed = random.pick(windows);
  for (const window of windows) window.go();
  const kill = whenAsked(sandbox, random.whole(8), random.whole(5)).then(() => killed.kill());
  const ends = await Promise.all(windows.map((window) => window.ended));
  await kill;
  // What a request that was on its way still does at the server, it has done then.
  await delay(30);
  const tried = windows.flatMap((window) => window.tried());
  const died = ends.includes("SIGKILL");
  const moment = died
    ? momentOf(
        killed.tried().find(({ outcome }) => !outcome),
        killed.pid,
        folder,
      )
    : undefined;
  return { ...(await finish(desk, random, { folder, there, tried, died })), moment };
}

/** How far the write had come that the process was killed in. */
function momentOf(kept: Kept | undefined, pid: number | undefined, folder: string): string {
  if (!kept) return "between writes";
  const own = entriesIn(folder).filter(({ writer, kind }) => writer.pid === pid && kind === kept.wish.kind);
  const writing = own.find(({ state }) => state === "writing");
  if (!writing) return own.length > 0 ? "end noted, not told" : "before the intent";
  return hasBegun(writing.kind, writing.receipt) ? "after an answer" : "after the intent";
}

/**
 * Resolves some milliseconds after the server was asked so often: a time after the start would say little, as a busy
 * machine needs more of it. Resolves also where it is not asked any more.
 */
async function whenAsked({ requests }: Sandbox, often: number, milliseconds: number): Promise<void> {
  const end = requests.length + often;
  for (let quiet = 0, known = 0; requests.length < end && quiet < 300; quiet++) {
    if (requests.length > known) quiet = 0;
    known = requests.length;
    await delay(1);
  }
  await delay(milliseconds);
}

async function startWindow(desk: Desk, script: string, folder: string, name: string, group: readonly Kept[]) {
  const typed = group.map((_, at) => `${folder}-${name}-${at}.txt`);
  const orders: Orders = {
    baseUrl: desk.sandbox.url,
    mode: desk.way.mode,
    version: desk.way.version,
    employeeId: NORA,
    account: ACCOUNT,
    now: NOW,
    folder,
    typed,
    wishes: group.map(({ wish }) => wish),
  };
  const path = `${folder}-${name}.json`;
  writeFileSync(path, JSON.stringify(orders));
  const child: ChildProcess = spawn(process.execPath, [script, path], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_code, signal) => {
      resolve(signal);
    }),
  );
  const begun = new Set<Kept>();
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  if (!child.stdout) throw new Error("The process has no output.");
  createInterface(child.stdout).on("line", (line) => {
    if (line === "ready") {
      isReady();
      return;
    }
    // Written by writer-process.ts.
    const { at, outcome } = JSON.parse(line) as { at: number; outcome?: Kept["outcome"] };
    const kept = group[at];
    if (!kept) return;
    begun.add(kept);
    if (outcome) kept.outcome = outcome;
  });
  await Promise.race([ready, ended]);
  return {
    ended,
    pid: child.pid,
    go: () => child.stdin?.write("go\n"),
    kill: () => child.kill("SIGKILL"),
    tried: () => {
      for (const [at, kept] of group.entries()) {
        const file = typed[at] ?? "";
        kept.isTyped = existsSync(file) && readFileSync(file, "utf8") !== "";
      }
      return [...begun];
    },
  };
}
