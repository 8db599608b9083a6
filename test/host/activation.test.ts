import * as assert from "node:assert";
import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import manifest from "../../package.json";
import { eventually } from "../e2e/eventually";

const extensionId = `${manifest.publisher}.${manifest.name}`;

/** VS Code's own report on its start (`Developer: Startup Performance`), as text. */
async function startupReport(): Promise<string> {
  await vscode.commands.executeCommand("perfview.show");
  return eventually(() => {
    const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "perf");
    const text = report?.getText() ?? "";
    assert.ok(text.includes("Extension Activation Stats"), "there is no report of the start");
    return text;
  });
}

suite("activation", () => {
  suiteTeardown(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  test("is in VS Code's report on its start, which is kept with the results", async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
    assert.strictEqual(extension?.isActive, true, "activation has failed");
    const report = await startupReport();
    // | extension | eager | load code | call activate | finish activate | event | by |
    const row = report.split("\n").find((line) => line.includes(extensionId));
    assert.ok(row, `the report has no row of ${extensionId}`);
    const [, , , loadCode, callActivate, finishActivate, event] = row.split("|").map((cell) => cell.trim());
    for (const milliseconds of [loadCode, callActivate, finishActivate])
      assert.match(milliseconds ?? "", /^\d+$/, row);
    keepWithResults({ loadCode, callActivate, finishActivate, event });
  });
});

/** For people to look at: a figure of a busy machine is nothing to fail a test for. */
function keepWithResults(figures: Readonly<Record<string, string | undefined>>): void {
  const results = process.env.FACTORIAL_TEST_RESULTS;
  if (results === undefined || results === "") return;
  const file = path.join(path.dirname(results), "activation.json");
  fs.writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`);
}
