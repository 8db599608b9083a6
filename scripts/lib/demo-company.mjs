// Starts the demo company as a program of its own.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startService } from "./children.mjs";
import { demoFolder, inRoot, root } from "./paths.mjs";
import { nextFreePort } from "./ports.mjs";

/** The same port each time, where possible: what VS Code remembers of the company is kept by its address. */
const USUAL_PORT = 4010;

/**
 * @param {{ mode?: "flexible" | "attendance" }} [options] how the company tracks project time
 * @returns {Promise<import("./children.mjs").Service>}
 */
export async function startDemoCompany({ mode = "flexible" } = {}) {
  fs.mkdirSync(demoFolder, { recursive: true });
  const port = await nextFreePort(USUAL_PORT);
  const args = [
    `--import=${pathToFileURL(inRoot("scripts/lib/end-with-parent.mjs")).href}`,
    "--import=tsx",
    inRoot("scripts/sandbox.ts"),
    ...["--port", String(port), "--mode", mode, "--state", path.join(demoFolder, `company-${mode}.json`)],
  ];
  return startService("The demo company", process.execPath, args, {
    cwd: root,
    ready: /(http:\/\/127\.0\.0\.1:\d+)/,
  });
}
