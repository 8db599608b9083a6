import * as assert from "node:assert";
import * as vscode from "vscode";
import manifest from "../../package.json";

const extensionId = `${manifest.publisher}.${manifest.name}`;

suite("the extension in the extension host", () => {
  test("is there and activates", async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `VS Code does not know ${extensionId}`);
    await extension.activate();
    assert.strictEqual(extension.isActive, true);
  });

  test("registers its commands", async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes("factorial.logTime"));
  });

  test("is not signed in to a demo company unless a test asks for one", () => {
    assert.strictEqual(process.env.FACTORIAL_DEMO_URL, undefined);
  });
});
