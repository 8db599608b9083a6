import * as assert from "node:assert";
import * as vscode from "vscode";
import manifest from "../../package.json";
import texts from "../../package.nls.json";

interface Setting {
  readonly default: unknown;
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

/** Commands that VS Code makes for every view: `factorial.projects.focus`. */
const OF_A_VIEW = ["focus", "open", "removeView", "resetViewLocation", "toggleVisibility"];

const views = manifest.contributes.views.factorial.map(({ id }) => id);

/** What clauses may ask for. VS Code takes a misspelt one for something that is never so. */
const CONTEXTS = [
  "view",
  "viewItem",
  "activeWebviewPanelId",
  "factorial.state",
  "factorial.actsForOther",
  "factorial.clock",
  "factorial.unsent",
  "factorial.timer",
  ...views.flatMap((view) => [`${view}.content`, `${view}.filtered`]),
  ...[...settings.keys()].map((name) => `config.${name}`),
];

interface Entry {
  readonly command?: string;
  readonly when: string;
}

const paletteEntries: readonly Entry[] = manifest.contributes.menus.commandPalette;

/** Whether the palette has a command when an employee is signed in who left the settings as they are. */
function isInPalette(command: string): boolean {
  const entry = paletteEntries.find((one) => one.command === command);
  return entry === undefined || clausesOf(entry.when).every(isUsuallySo);
}

/** Clauses that are only so where nobody is signed in, a key of the company is used, or something is unusual. */
const SELDOM = [
  "false",
  "factorial.state != signedIn",
  "factorial.actsForOther",
  "factorial.projects.filtered",
  "factorial.unsent",
  "activeWebviewPanelId == factorial.form",
  // A timer runs, or it is paused, or there is none.
  "factorial.timer == paused",
  "factorial.timer != running",
];

function isUsuallySo(clause: string): boolean {
  if (SELDOM.includes(clause)) return false;
  // One who is clocked in: by turns, the others are not there.
  const [, state] = /^factorial\.clock =~ (.+)$/.exec(clause) ?? [];
  if (state !== undefined) return /\bin\b/.test(state);
  const [, setting, operator, value] = /^config\.([\w.]+)(?: (==|!=) (.+))?$/.exec(clause) ?? [];
  if (setting === undefined) return true;
  const { default: usual } = settings.get(setting) ?? {};
  if (operator === undefined) return usual === true;
  return (String(usual) === value) === (operator === "==");
}

function clausesOf(when: string): string[] {
  return when.split(" && ");
}

suite("the manifest", () => {
  test("declares the commands that are registered, and no others", async () => {
    await vscode.extensions.getExtension(`${manifest.publisher}.${manifest.name}`)?.activate();
    const ofViews = views.flatMap((view) => OF_A_VIEW.map((name) => `${view}.${name}`));
    const registered = (await vscode.commands.getCommands(true)).filter(
      (command) => command.startsWith("factorial.") && !ofViews.includes(command),
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
    const inPalette = manifest.contributes.commands.filter(({ command }) => isInPalette(command));
    assert.ok(inPalette.length <= 80, `${inPalette.length} palette entries`);
    assert.ok(settings.size <= 25, `${settings.size} settings`);
  });

  test("has no two commands that read the same in the palette", () => {
    const hidden = paletteEntries.filter(({ when }) => when === "false").map(({ command }) => command);
    const titles = manifest.contributes.commands
      .filter(({ command }) => !hidden.includes(command))
      .map(({ title }) => title.replaceAll("%", ""))
      .map((key) => new Map(Object.entries(texts)).get(key));
    assert.deepStrictEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
  });

  test("asks in its clauses only for what there is", () => {
    const { menus, viewsWelcome } = manifest.contributes;
    const entries: readonly { readonly when: string }[] = [...Object.values(menus).flat(), ...viewsWelcome];
    for (const clause of entries.flatMap(({ when }) => when.split(/ && | \|\| /))) {
      const [, context, operator, value] = /^([\w.]+)(?: (==|!=|=~) (.+))?$/.exec(clause) ?? [];
      assert.ok(context === "false" || CONTEXTS.includes(context ?? ""), clause);
      if (context === "view" && operator === "==") assert.ok(views.includes(value ?? ""), clause);
    }
  });

  test("describes every setting", () => {
    for (const [name, { description, markdownDescription }] of settings)
      assert.ok(description ?? markdownDescription, name);
  });

  test("wakes up after everybody else, and for a form that was open", () => {
    assert.deepStrictEqual(manifest.activationEvents, [
      "onStartupFinished",
      "onWebviewPanel:factorial.form",
      "onWebviewPanel:factorial.week",
    ]);
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
