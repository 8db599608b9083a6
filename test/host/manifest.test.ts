import * as assert from "node:assert";
import * as vscode from "vscode";
import manifest from "../../package.json";
import texts from "../../package.nls.json";

interface Setting {
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}

const settings: ReadonlyMap<string, Setting> = new Map(
  Object.entries(manifest.contributes.configuration.properties),
);

/** Commands that rows, messages and our own code run; they make no sense in the palette. */
const INTERNAL_COMMANDS = ["factorial.loadMore", "factorial.refreshLoggableProjects", "factorial.retry"];

/** Settings that say where secrets go, so that no workspace may have a say. */
const OF_THE_PERSON = ["factorial.baseUrl", "factorial.apiVersion", "factorial.oauthPort"];

suite("the manifest", () => {
  test("declares the commands that are registered, and no others", async () => {
    await vscode.extensions.getExtension(`${manifest.publisher}.${manifest.name}`)?.activate();
    const views = manifest.contributes.views.factorial.map(({ id }) => id);
    const registered = (await vscode.commands.getCommands(true)).filter(
      // VS Code itself makes some for each view: `factorial.projects.focus` and its like.
      (command) => command.startsWith("factorial.") && !views.some((view) => command.startsWith(`${view}.`)),
    );
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepStrictEqual(
      declared.filter((command) => !registered.includes(command)),
      [],
      "declared, but nobody answers",
    );
    assert.deepStrictEqual(
      registered.filter((command) => !declared.includes(command)).sort(),
      INTERNAL_COMMANDS,
      "registered, but no person can find it",
    );
  });

  test("names only commands that it declares, in menus and keys", () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
    const named = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    for (const entry of named) {
      if ("command" in entry) assert.ok(declared.has(entry.command), entry.command);
    }
  });

  test("has every text that it names, and names every text that it has", () => {
    const named = new Set(Array.from(JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g), ([, key]) => key));
    assert.deepStrictEqual([...named].sort(), Object.keys(texts).sort());
  });

  test("keeps palette and settings small", () => {
    const hidden = manifest.contributes.menus.commandPalette.filter(({ when }) => when === "false");
    const inPalette = manifest.contributes.commands.length - hidden.length;
    assert.ok(inPalette <= 80, `${inPalette} palette entries`);
    assert.ok(settings.size <= 25, `${settings.size} settings`);
  });

  test("describes every setting", () => {
    for (const [name, { description, markdownDescription }] of settings)
      assert.ok(description ?? markdownDescription, name);
  });

  test("wakes up after everybody else only", () => {
    assert.deepStrictEqual(manifest.activationEvents, ["onStartupFinished"]);
  });

  test("lets no workspace say where keys go", async () => {
    for (const name of OF_THE_PERSON) {
      assert.strictEqual(settings.get(name)?.scope, "application", name);
      const { defaultValue } = vscode.workspace.getConfiguration().inspect(name) ?? {};
      const change = vscode.workspace
        .getConfiguration()
        .update(name, defaultValue, vscode.ConfigurationTarget.Workspace);
      await assert.rejects(Promise.resolve(change), name);
    }
  });
});
