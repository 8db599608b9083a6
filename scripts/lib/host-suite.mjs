// Runs test/host inside the real extension host of the served VS Code. A program of its own, so that it can be ended:
//   node scripts/lib/host-suite.mjs RESULTS.json [PART-OF-A-FILE-NAME]
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { format } from "node:util";
import { buildHostTests } from "./build-tests.mjs";
import { openChromium } from "./chromium.mjs";
import { startVscodeServer } from "./vscode-server.mjs";
import { createWorkspace } from "./workspace.mjs";

/** Less than the step that waits for this: the one who hangs says more about it. */
const TIME_LIMIT_MS = 9 * 60_000;

/**
 * @param {string} results where the suite writes its results
 * @param {string} [fileFilter] only the test files with that in their name
 * @returns {Promise<number>} the exit code of the suite
 */
async function runHostSuite(results, fileFilter = "") {
  const tests = await buildHostTests(fileFilter);
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "factorial-host-"));
  const folder = path.join(data, "workspace");
  createWorkspace(folder);
  const settings = { "git.enabled": false };
  const server = await startVscodeServer({
    folder,
    data,
    settings,
    env: { FACTORIAL_TEST_RESULTS: results },
  });
  const browser = await openChromium({ data });
  const lines = [];
  try {
    const [page] = browser.pages();
    const ending = await listenForTheEnd(page, (line) => lines.push(line));
    await page.goto(`${server.address}?${new URLSearchParams({ folder, tests })}`);
    const exitCode = await ending.exitCode;
    if (!fs.existsSync(results)) throw new Error("The suite ended without results.");
    return exitCode;
  } catch (error) {
    throw new Error([error.message, ...lines.slice(-40), server.log().slice(-3000)].join("\n"));
  } finally {
    await browser.close();
    await server.stop();
    fs.rmSync(data, { recursive: true, force: true });
  }
}

/**
 * The workbench calls these two functions of its window while it runs tests.
 * @param {import("playwright-core").Page} page
 * @param {(line: string) => void} onLine what the extension host writes to its console
 * @returns {Promise<{ exitCode: Promise<number> }>} once both are there
 */
async function listenForTheEnd(page, onLine) {
  let resolve, reject;
  const exitCode = new Promise((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  setTimeout(() => reject(new Error("The host suite did not end in time.")), TIME_LIMIT_MS).unref();
  page.once("crash", () => reject(new Error("The page crashed.")));
  page.on("console", (message) => onLine(message.text()));
  await page.exposeFunction("codeAutomationLog", (_type, args) => onLine(format(...args)));
  await page.exposeFunction("codeAutomationExit", (code) => resolve(code));
  return { exitCode };
}

const [results, fileFilter] = process.argv.slice(2);
process.exitCode = await runHostSuite(path.resolve(results), fileFilter);
