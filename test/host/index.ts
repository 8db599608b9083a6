// The entry that VS Code's extension host requires (`extensionTestsPath`) and whose run() it awaits. It runs every
// *.test.js beside it with mocha, and writes what happened to the file that FACTORIAL_TEST_RESULTS names.
import * as fs from "node:fs";
import { findSourceMap } from "node:module";
import * as path from "node:path";
import Mocha from "mocha";

interface TestResult {
  title: string;
  passed: boolean;
  ms: number;
  error?: string;
}

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000, color: false, reporter: "min", fullTrace: true });
  for (const name of fs.readdirSync(__dirname, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".test.js")) mocha.addFile(path.join(__dirname, name));
  }
  const results = await runAll(mocha);
  const resultsFile = process.env.FACTORIAL_TEST_RESULTS;
  if (resultsFile) fs.writeFileSync(resultsFile, JSON.stringify(results, undefined, 2));
  const failed = results.filter((result) => !result.passed).length;
  if (failed > 0) throw new Error(`${failed} of ${results.length} tests failed.`);
}

function runAll(mocha: Mocha): Promise<TestResult[]> {
  return new Promise((resolve) => {
    const results: TestResult[] = [];
    const runner = mocha.run(() => {
      resolve(results);
    });
    runner.on("pass", (test) => {
      results.push({ title: test.fullTitle(), passed: true, ms: test.duration ?? 0 });
    });
    // Also called for a failing hook (setup, teardown), under the hook's title.
    runner.on("fail", (test, error: Error) => {
      results.push({
        title: test.fullTitle(),
        passed: false,
        ms: test.duration ?? 0,
        error: inSourceLines(error.stack ?? error.message),
      });
    });
  });
}

/** Names the TypeScript lines in a stack of the bundle. (VS Code has its own stack traces, without Node's source maps.) */
function inSourceLines(stack: string): string {
  return stack.replace(
    /(\/[^\s():]+\.js):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => {
      const origin = findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (!origin || !("originalSource" in origin)) return place;
      return `${origin.originalSource.replace("file://", "")}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
    },
  );
}
