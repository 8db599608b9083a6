// Two windows of VS Code, each with an extension host of its own, press the timer's buttons on one storage.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { it } from "node:test";
import * as esbuild from "esbuild";
import type { Page } from "playwright-core";
import { openChromium } from "../../scripts/lib/chromium.mjs";
import { startVscodeServer } from "../../scripts/lib/vscode-server.mjs";
import { createWorkspace } from "../../scripts/lib/workspace.mjs";
import { assertOneTimer } from "../unit/time/timer/one-timer.js";
import type { Done } from "../unit/time/timer/random-host.js";

interface Log extends Done {
  readonly host: { readonly process: number; readonly vscode: string };
}

/** Resolves when the window's extension host has done what it was told. */
async function openWindow(page: Page, address: string): Promise<void> {
  const lines: string[] = [];
  const ended = new Promise<number>((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (_type: unknown, args: unknown[]) => {
    lines.push(args.map(String).join(" "));
  });
  await page.goto(address);
  assert.equal(await ended, 0, lines.slice(-20).join("\n"));
}

void it("500 random starts, stops and switches of two extension hosts: one timer, no overlap, the sum to the minute", async () => {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "factorial-two-hosts-"));
  const tests = path.join(data, "in-host.js");
  await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, "in-host.ts")],
    outfile: tests,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    logLevel: "error",
  });
  const folder = path.join(data, "workspace");
  createWorkspace(folder);
  const storage = path.join(data, "storage");
  fs.mkdirSync(storage);
  const server = await startVscodeServer({ folder, data, env: { FACTORIAL_TWO_HOSTS: storage } });
  const browser = await openChromium({ data });
  try {
    const address = `${server.address}?${new URLSearchParams({ folder, tests }).toString()}`;
    const pages = [await browser.newPage(), await browser.newPage()];
    await Promise.all(pages.map((page) => openWindow(page, address)));
    const logs = [7, 11].map(
      // in-host.ts has written them
      (seed) => JSON.parse(fs.readFileSync(path.join(storage, `${seed}.log`), "utf8")) as Log,
    );
    assert.notEqual(logs[0]?.host.process, logs[1]?.host.process);
    await assertOneTimer(path.join(storage, "timer.json"), logs);
  } finally {
    await browser.close();
    await server.stop();
    fs.rmSync(data, { recursive: true, force: true });
  }
});
