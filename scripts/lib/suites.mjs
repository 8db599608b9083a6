// The suites of `npm test`: how each is run, and what came out of it.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runToEnd } from "./children.mjs";
import { inRoot, root, testResults } from "./paths.mjs";

/**
 * @typedef {{ title: string, error: string }} Failure
 * @typedef {{ passed: number, failures: Failure[] }} Outcome
 */

/** Generous, for a machine with other work to do: a step that takes longer hangs. */
const STEP_LIMIT_MS = 20 * 60_000;

/**
 * A check of all files that passes or fails as one: a script of package.json.
 * @param {string} script
 * @returns {Promise<Outcome>}
 */
export async function runCheck(script) {
  const finished = await runNpmScript(script);
  if (finished.code === 0) return { passed: 1, failures: [] };
  return { passed: 0, failures: [{ title: `npm run ${script}`, error: whatHappened(finished) }] };
}

/**
 * Unit and contract tests.
 * @param {string | undefined} fileFilter a part of the test file's name
 * @returns {Promise<Outcome>}
 */
export async function runUnitSuite(fileFilter) {
  return runVitest("unit.json", ["--exclude", "test/faults/**", ...(fileFilter ? [fileFilter] : [])]);
}

/**
 * Time that is written while things go wrong, by many seeds.
 * @returns {Promise<Outcome>}
 */
export async function runFaultSuite() {
  return runVitest("fault-tests.json", ["test/faults/"]);
}

/**
 * @param {string} reportName
 * @param {string[]} args what to run
 * @returns {Promise<Outcome>}
 */
async function runVitest(reportName, args) {
  const report = freshReport(reportName);
  const finished = await runToEnd(
    process.execPath,
    [inRoot("node_modules/vitest/vitest.mjs"), "run", "--reporter=json", `--outputFile=${report}`, ...args],
    inRepository(),
  );
  const files = readJson(report)?.testResults ?? [];
  const tests = files.flatMap((file) =>
    file.assertionResults.length === 0 && file.status === "failed"
      ? [{ title: path.relative(root, file.name), passed: false, error: file.message }] // the file itself did not load
      : file.assertionResults.filter(hasRun).map(fromVitest),
  );
  return outcome(tests, finished);
}

const hasRun = ({ status }) => status === "passed" || status === "failed";

function fromVitest({ fullName, status, failureMessages }) {
  return { title: fullName, passed: status === "passed", error: failureMessages.join("\n") };
}

/**
 * The tests inside the extension host of the served VS Code.
 * @param {string | undefined} fileFilter
 * @returns {Promise<Outcome>}
 */
export async function runHostSuite(fileFilter) {
  const report = freshReport("host.json");
  const args = [inRoot("scripts/lib/host-suite.mjs"), report, ...(fileFilter ? [fileFilter] : [])];
  const finished = await runToEnd(process.execPath, args, inRepository());
  return outcome(readJson(report) ?? [], finished);
}

/**
 * The tests that drive the workbench as a person does.
 * @param {string | undefined} fileFilter
 */
export const runE2eSuite = (fileFilter) => runBrowserSuite("e2e", fileFilter);

/**
 * The tests of the form's page alone, in a browser.
 * @param {string | undefined} fileFilter
 */
export const runPageSuite = (fileFilter) => runBrowserSuite("page", fileFilter);

/**
 * @param {string} folder of test/
 * @param {string | undefined} fileFilter
 * @returns {Promise<Outcome>}
 */
async function runBrowserSuite(folder, fileFilter = "") {
  const report = freshReport(`${folder}.jsonl`);
  const files = fs.readdirSync(inRoot(`test/${folder}`)).filter((name) => name.endsWith(".test.ts"));
  const chosen = files.filter((name) => name.includes(fileFilter)).map((name) => `test/${folder}/${name}`);
  if (chosen.length === 0) return { passed: 0, failures: [] };
  const finished = await runToEnd(
    process.execPath,
    [
      "--import=tsx",
      "--test",
      "--test-concurrency=2", // each file waits a good part of its time, for its VS Code and its browser
      `--test-reporter=${pathToFileURL(inRoot("scripts/lib/e2e-reporter.mjs")).href}`,
      `--test-reporter-destination=${report}`,
      ...chosen,
    ],
    inRepository(),
  );
  const lines = fs.existsSync(report)
    ? fs.readFileSync(report, "utf8").trim().split("\n").filter(Boolean)
    : [];
  return outcome(
    lines.map((line) => JSON.parse(line)),
    finished,
  );
}

/** @returns {Parameters<typeof runToEnd>[2]} */
function inRepository() {
  const quiet = { NODE_NO_WARNINGS: "1", NO_COLOR: "1", FORCE_COLOR: undefined };
  return {
    cwd: root,
    timeoutMs: STEP_LIMIT_MS,
    env: { ...process.env, ...quiet, FACTORIAL_DEMO_URL: undefined },
  };
}

/**
 * Counts only when it fails.
 * @returns {Promise<Outcome>}
 */
export async function runBuild() {
  const { failures } = await runCheck("build");
  return { passed: 0, failures };
}

/** @param {string} script a script of package.json */
function runNpmScript(script) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  return runToEnd(npm, ["run", "--silent", script], inRepository());
}

/**
 * A suite that ends badly with all its tests green is a failure too: an error outside any test, or it hung.
 * @param {{ title: string, passed: boolean, error?: string }[]} tests
 * @param {import("./children.mjs").Finished} finished
 * @returns {Outcome}
 */
function outcome(tests, finished) {
  const failures = tests
    .filter((test) => !test.passed)
    .map(({ title, error }) => ({ title, error: error ?? "" }));
  if (finished.timedOut || (finished.code !== 0 && failures.length === 0)) {
    failures.push({ title: "the suite itself", error: whatHappened(finished) });
  }
  return { passed: tests.length - tests.filter((test) => !test.passed).length, failures };
}

/** @param {import("./children.mjs").Finished} finished */
function whatHappened({ code, output, timedOut }) {
  const hung = timedOut ? `It hung and was ended after ${STEP_LIMIT_MS / 60_000} minutes.\n` : "";
  return `${hung}${output.trim() || `It ended with exit code ${code}.`}`;
}

function freshReport(name) {
  fs.mkdirSync(testResults, { recursive: true });
  const file = path.join(testResults, name);
  fs.rmSync(file, { force: true });
  return file;
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined;
}
