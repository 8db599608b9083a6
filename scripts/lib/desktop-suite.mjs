// Runs test/host inside a desktop VS Code.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildHostTests } from "./build-tests.mjs";
import { runVisibly } from "./children.mjs";
import { ensureInstalled } from "./install.mjs";
import { inRoot, root } from "./paths.mjs";
import { createWorkspace } from "./workspace.mjs";

/** @returns {Promise<number>} exit code */
export async function testOnDesktop() {
  await ensureInstalled();
  const vscode = await findDesktopVscode();
  if (!vscode) return 1;
  await runVisibly(process.execPath, ["esbuild.mjs"], { cwd: root });
  const tests = await buildHostTests();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "factorial-desktop-"));
  const folder = path.join(data, "workspace");
  const results = path.join(data, "results.json");
  createWorkspace(folder);
  try {
    const { runTests } = await import("@vscode/test-electron");
    await runTests({
      vscodeExecutablePath: vscode,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: { FACTORIAL_TEST_RESULTS: results, FACTORIAL_DEMO_URL: undefined },
      launchArgs: [
        folder,
        "--disable-extensions",
        "--disable-workspace-trust",
        `--user-data-dir=${data}/user`,
      ],
    });
  } catch (error) {
    console.error(error.message); // the failed tests are told below
  }
  const exitCode = tell(results);
  fs.rmSync(data, { recursive: true, force: true });
  return exitCode;
}

/** @returns {Promise<string | undefined>} the executable; undefined when it can't be had, and why is said */
async function findDesktopVscode() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) {
    if (fs.existsSync(named)) return named;
    console.error(`VSCODE_EXECUTABLE names ${named}, and there is no such file.`);
    return undefined;
  }
  try {
    const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: inRoot(".vscode-test") });
  } catch (error) {
    console.error(
      `VS Code can't be downloaded here (${error.message}).\n` +
        "Name an installed one: VSCODE_EXECUTABLE=/usr/share/code/code npm run test:desktop\n" +
        "or use `npm test`, which runs the same tests in a VS Code from the npm registry.",
    );
    return undefined;
  }
}

/** @param {string} results */
function tell(results) {
  if (!fs.existsSync(results)) {
    console.error("VS Code ended before the tests did.");
    return 1;
  }
  const tests = JSON.parse(fs.readFileSync(results, "utf8"));
  for (const { title, passed, error } of tests) {
    console.log(passed ? `  ok   ${title}` : `  FAIL ${title}\n${error}`);
  }
  const failed = tests.filter((test) => !test.passed).length;
  console.log(`\n${tests.length - failed} passed, ${failed} failed`);
  return failed > 0 || tests.length === 0 ? 1 : 0;
}
