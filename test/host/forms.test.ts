// Every form: opened on a row of the demo company, filled in with what the API's own description takes, and saved by its
// page. What arrives and what the company holds then are compared with what was filled in, field by field.
import * as assert from "node:assert";
import * as vscode from "vscode";
import { ACTIONS, type Action } from "../../src/actions/action-list";
import { described, resolve, type Schema } from "../contract/contract";
import { eventually } from "../e2e/eventually";
import { forget, newestOf, rowsFor, send, startOver, writes } from "./actions/demo";
import type { Row } from "./actions/sample";
import { SAMPLES } from "./actions/wires";
import { fieldsOf, plain } from "./forms/compare";
import { Look } from "./forms/company";
import { FORMS, LISTS, LOGINS, UNLISTED, type FormFacts } from "./forms/facts";
import { valueFor } from "./forms/values";

const nameOf = ({ id }: Action) => id.replace("factorial.", "");
const pathOf = ({ resource, operation }: Action) => `${resource.module}/${resource.path}${operation.suffix}`;
const versionOf = ({ operation }: Action) => operation.versions.at(-1) ?? "2026-10-01";

/** The demo company has nothing that only a community SDK names. */
const forms = ACTIONS.filter(({ declaration, operation }) => declaration.form && !operation.unofficial);

test("every form is in the table", () => {
  assert.deepStrictEqual(Object.keys(FORMS).sort(), forms.map(nameOf).sort());
});

// A sign-in each, as a session sends no more than 150 POSTs a minute.
for (const module of new Set(forms.map(({ resource }) => resource.module))) {
  suite(`every form of ${module}`, () => {
    suiteSetup(async () => {
      await vscode.commands.executeCommand("factorial.exploreDemo");
    });

    suiteTeardown(async () => {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await vscode.commands.executeCommand("notifications.clearAll");
      await startOver();
      await vscode.commands.executeCommand("factorial.signOut");
    });

    for (const form of forms.filter(({ resource }) => resource.module === module)) {
      const facts = FORMS[nameOf(form)];
      if (facts) test(form.id, () => fillInAndSave(form, facts));
    }
  });
}

async function fillInAndSave(form: Action, facts: FormFacts): Promise<void> {
  const row = await rowFor(form, facts);
  const look = new Look(versionOf(form));
  const input = await inputFor(form, facts, row, look);
  const before = await held(form, facts, look);
  await open(form, row, input);
  await vscode.commands.executeCommand("factorial.saveForm");
  assertSent(input, await lastWrite());
  if (!facts.isUnseen) {
    const after = await held(form, facts, look);
    const ids = new Set(before.map(({ id }) => id));
    // What was there before is the one that was changed.
    const record = after.find(({ id }) => !ids.has(id)) ?? after.find(({ id }) => id === row?.id);
    assert.ok(record, "the company has no such record");
    await assertHeld(input, facts, record, look);
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The first row that fits, in a company as it was founded; undefined where the form needs none. */
async function rowFor(form: Action, { row }: FormFacts): Promise<Row | undefined> {
  const { rowsFrom, fits, first } = row ?? SAMPLES[nameOf(form)] ?? {};
  await startOver();
  for (const step of first ?? []) await send(await step(newestOf));
  await forget();
  await vscode.commands.executeCommand("factorial.refresh");
  const [found] = await rowsFor(form, {
    sends: () => [],
    ...(rowsFrom !== undefined && { rowsFrom }),
    ...(fits && { fits }),
  });
  if (form.on) assert.ok(found, "there is no row to try it on");
  return found;
}

/** A value for each field that the form asks for. */
async function inputFor(
  form: Action,
  { input = {}, leaves = {}, lists = {} }: FormFacts,
  row: Row | undefined,
  look: Look,
): Promise<Record<string, unknown>> {
  const idFor = async (field: string) => {
    const unlisted = UNLISTED[field];
    if (unlisted !== undefined) return unlisted;
    const list = row && lists[field] ? lists[field](row) : LISTS[field];
    assert.ok(list !== undefined, `nobody knows where there are records for ${field}`);
    const found = (await look.list(list)).findLast(({ id }) => id !== row?.[field]);
    assert.ok(found, `${list} has no other record`);
    return LOGINS.includes(field) ? String(found.access_id) : found.id;
  };
  const facts = { version: versionOf(form), now: (field: string) => row?.[field], idFor };
  const filled: Record<string, unknown> = {};
  for (const [field, schema] of describedFields(form)) {
    if (!form.declaration.asks?.includes(field) || field in leaves) continue;
    filled[field] = input[field] ?? (await valueFor(field, schema, facts));
  }
  assert.ok(Object.keys(filled).length > 0, "nothing is filled in");
  return filled;
}

function describedFields(form: Action): [name: string, schema: Schema][] {
  const version = versionOf(form);
  const body = described(version, form.operation.method, pathOf(form))?.requestBody?.content ?? {};
  const [content] = Object.values(body);
  assert.ok(content, "the description has no body for it");
  const { properties = {} } = resolve(version, content.schema);
  return Object.entries(properties).map(([name, schema]) => [name.replace(/\[\]$/, ""), schema]);
}

async function open(form: Action, row: Row | undefined, input: object): Promise<void> {
  const before = openForms();
  await vscode.commands.executeCommand(form.id, { ...(row && { ids: [row.id] }), input });
  await eventually(() => {
    assert.strictEqual(openForms(), before + 1, "no form was opened");
  });
}

function openForms(): number {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length;
}

/** The one request that was sent. */
async function lastWrite(): Promise<unknown> {
  const sent = await writes();
  assert.deepStrictEqual(
    sent.map(({ status }) => status < 300),
    [true],
    `sent: ${JSON.stringify(sent)}`,
  );
  return sent[0]?.body;
}

function assertSent(input: Readonly<Record<string, unknown>>, body: unknown): void {
  const sent = fieldsOf(body);
  for (const [field, value] of Object.entries(input))
    assert.deepStrictEqual(plain(sent.get(field)), plain(value), `sent as ${field}`);
}

async function held(form: Action, { isUnseen, heldIn }: FormFacts, look: Look): Promise<Row[]> {
  if (isUnseen) return [];
  const { module, path } = form.resource;
  return look.list(`${module}/${path}${heldIn === undefined ? "" : `?${heldIn}`}`);
}

async function assertHeld(
  input: Readonly<Record<string, unknown>>,
  { held: places = {} }: FormFacts,
  record: Row,
  look: Look,
): Promise<void> {
  for (const [field, value] of Object.entries(input)) {
    const place = places[field] === undefined ? field : places[field];
    if (place === null) continue;
    const now = typeof place === "string" ? record[place] : await place(record, look);
    assert.deepStrictEqual(plain(now), plain(value), `held as ${field} by ${JSON.stringify(record)}`);
  }
}
