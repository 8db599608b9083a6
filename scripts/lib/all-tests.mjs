// The steps of `npm test`, in order, and the count of what came out of them.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { endAll } from "./children.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import {
  runBuild,
  runCheck,
  runE2eSuite,
  runFaultSuite,
  runHostSuite,
  runPageSuite,
  runUnitSuite,
} from "./suites.mjs";
import { ensureServedVscode } from "../vscode/setup.mjs";

/** @typedef {import("./suites.mjs").Outcome} Outcome */

/** By step: the script of package.json. */
const CHECKS = { format: "format:check", typecheck: "typecheck", lint: "lint", architecture: "architecture" };

const SUITES = {
  unit: { heading: "Unit and contract tests", run: runUnitSuite },
  faults: { heading: "A thousand times in which writing time goes wrong", run: runFaultSuite },
  host: { heading: "In the extension host", run: runHostSuite },
  page: { heading: "The form's page", run: runPageSuite },
  e2e: { heading: "In the workbench", run: runE2eSuite },
};

/** Those of shells: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const NEEDS_VSCODE = ["host", "page", "e2e"];
const STEPS = [...Object.keys(CHECKS), ...Object.keys(SUITES)];

/**
 * @param {string[]} args the command line
 * @returns {Promise<number>} exit code
 */
export async function testEverything(args) {
  const { steps, file } = readOptions(args);
  const total = new Total();
  const scratch = useScratchFolder();
  endOnSignals(scratch);
  try {
    await ensureInstalled();
    await runChecks(steps, total);
    await runSuites(steps, file, total);
  } catch (error) {
    total.add("npm test", failure("npm test", error), performance.now());
  }
  await endAll();
  removeFolder(scratch);
  if (interruptedBy) return EXIT_CODES[interruptedBy];
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: { only: { type: "string" }, file: { type: "string" } } });
    const steps = values.only?.split(",") ?? STEPS;
    const unknown = steps.filter((step) => !STEPS.includes(step));
    if (unknown.length > 0)
      throw new Error(`No such step: ${unknown.join(", ")}. The steps are ${STEPS.join(", ")}.`);
    return { steps, file: values.file };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/** Two at a time, because each of them keeps one core busy. */
async function runChecks(steps, total) {
  const queue = Object.entries(CHECKS).filter(([name]) => steps.includes(name));
  if (queue.length > 0) console.log("\nChecks");
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, script] = next;
      const started = performance.now();
      total.add(name, await runCheck(script), started);
    }
  };
  await Promise.all([worker(), worker(), prepareVscode(steps)]);
}

/** Meanwhile, because this waits for the network. What fails here fails again, and is told, where it is needed. */
async function prepareVscode(steps) {
  if (!needsVscode(steps)) return;
  await ensureServedVscode().catch(() => {});
}

async function runSuites(steps, file, total) {
  if (steps.includes("unit")) await runSuite("unit", file, total);
  // It takes minutes: where a file is asked for, it is not what was meant.
  if (steps.includes("faults") && !file) await runSuite("faults", file, total);
  if (!needsVscode(steps)) return;
  if (!(await makeReady(total))) return; // told there; nothing can be tested in a VS Code that is not there
  for (const name of NEEDS_VSCODE) if (steps.includes(name)) await runSuite(name, file, total);
}

const needsVscode = (steps) => steps.some((step) => NEEDS_VSCODE.includes(step));

/** @returns {Promise<boolean>} whether VS Code, a browser and a build are there */
async function makeReady(total) {
  console.log("\nBuild");
  const started = performance.now();
  try {
    await ensureServedVscode();
    await ensureChromium();
  } catch (error) {
    total.add("VS Code and browser", failure("set-up", error), started);
    return false;
  }
  const built = await runBuild();
  total.add("build", built, started);
  return built.failures.length === 0;
}

/** @param {keyof typeof SUITES} name */
async function runSuite(name, file, total) {
  if (interruptedBy) return;
  const { heading, run } = SUITES[name];
  console.log(`\n${heading}`);
  const started = performance.now();
  const outcome = await run(file);
  const isEmpty = outcome.passed === 0 && outcome.failures.length === 0;
  total.add(name, isEmpty ? failure(name, new Error("Not a single test ran.")) : outcome, started);
}

/** @returns {Outcome} */
function failure(title, error) {
  return { passed: 0, failures: [{ title, error: error.message }] };
}

/** Counts, and tells each outcome as it comes. */
class Total {
  passed = 0;
  failed = 0;

  /**
   * @param {string} name
   * @param {Outcome} outcome
   * @param {number} started
   */
  add(name, { passed, failures }, started) {
    if (interruptedBy) return; // what fails now fails because of that
    this.passed += passed;
    this.failed += failures.length;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const counts = passed + failures.length > 1 ? `, ${passed} passed, ${failures.length} failed` : "";
    console.log(`  ${failures.length === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s${counts})`);
    for (const { title, error } of failures) {
      console.log(`\n    ✗ ${title}\n${error.trim().slice(0, 6000).replace(/^/gm, "      ")}\n`);
    }
  }
}

/** One folder for all temporary files of this run, so that none stay, not even of a test that was killed. */
function useScratchFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "factorial-"));
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
  return folder;
}

function removeFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** @type {keyof typeof EXIT_CODES | undefined} */
let interruptedBy;

/** Whatever ends this run ends what it started. */
function endOnSignals(scratch) {
  for (const signal of Object.keys(EXIT_CODES)) {
    process.once(signal, async () => {
      interruptedBy = signal;
      await endAll();
      removeFolder(scratch);
      process.exit(EXIT_CODES[signal]);
    });
  }
}
