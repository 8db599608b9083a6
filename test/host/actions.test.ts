// Every action, run as a person runs it: from a row, from several selected rows, from the palette. What arrives at the
// demo company is compared with a table written by hand.
import * as assert from "node:assert";
import * as vscode from "vscode";
import { ACTIONS, type Action } from "../../src/actions/action-list";
import { nameOfResource } from "../../src/resources/any-client";
import { eventually } from "../e2e/eventually";
import { forget, newestOf, rowsFor, send, startOver, writes } from "./actions/demo";
import type { Request, Row, Sample } from "./actions/sample";
import { SAMPLES } from "./actions/wires";

const settings = () => vscode.workspace.getConfiguration("factorial");

const rowOf = (action: Action, { id }: Row) => ({
  resourceName: action.on ? nameOfResource(action.on) : "",
  recordId: id,
});

/** What is sent is told apart by what it says, not by its order: rows are sent one after the other anyway. */
const said = ({ wire, body }: Request) => ({ wire, body });

async function expectSent(expected: readonly Request[]): Promise<void> {
  const sent = await eventually(async () => {
    const all = await writes();
    assert.ok(all.length >= expected.length, `${all.length} of ${expected.length} requests`);
    return all;
  });
  assert.deepStrictEqual(sent.map(said), expected.map(said));
  assert.deepStrictEqual(
    sent.filter(({ status }) => status < 200 || status > 299),
    [],
    "refused",
  );
}

async function fresh(action: Action, sample: Sample): Promise<Row[]> {
  await startOver();
  for (const step of sample.first ?? []) await send(await step(newestOf));
  await forget();
  await vscode.commands.executeCommand("factorial.refresh");
  const rows = await rowsFor(action, sample);
  if (action.on) assert.ok(rows.length > 0, "there is no row to try it on");
  return rows;
}

/** Also what a person would fill in in a form is sent at once. */
const answered = ({ input = {} }: Sample) => ({ input, send: true });

test("every action is in the table, but for those that the demo company has not", () => {
  const official = ACTIONS.filter(({ operation }) => !operation.unofficial);
  const names = official.map(({ id }) => id.replace("factorial.", ""));
  assert.deepStrictEqual(Object.keys(SAMPLES).sort(), names.sort());
});

// A sign-in each, as a session sends no more than 150 POSTs a minute.
const modules = [...new Set(ACTIONS.map(({ resource }) => resource.module))];
for (const module of modules) {
  suite(`every action of ${module}`, () => {
    suiteSetup(async () => {
      await vscode.commands.executeCommand("factorial.exploreDemo");
      // A modal of VS Code cannot be answered from here; tests in the workbench look at it.
      await settings().update("confirm", "never", vscode.ConfigurationTarget.Global);
    });

    suiteTeardown(async () => {
      await settings().update("confirm", undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand("notifications.clearAll");
      await startOver();
      await vscode.commands.executeCommand("factorial.signOut");
    });

    for (const action of ACTIONS.filter(({ resource }) => resource.module === module)) {
      const sample = SAMPLES[action.id.replace("factorial.", "")];
      if (sample) declare(action, sample);
    }
  });
}

function declare(action: Action, sample: Sample): void {
  const run = (...given: unknown[]) => vscode.commands.executeCommand(action.id, ...given);

  if (action.on) {
    test(`${action.id} from a row`, async () => {
      const [row] = await fresh(action, sample);
      if (!row) return;
      await run(rowOf(action, row), undefined, answered(sample));
      await expectSent(sample.sends([row]));
    });

    test(`${action.id} from several rows`, async () => {
      const rows = (await fresh(action, sample)).slice(0, 2);
      const selected = rows.map((row) => rowOf(action, row));
      await run(selected[0], selected, answered(sample));
      const wires = sample.sends(rows).map(({ wire }) => wire);
      assert.deepStrictEqual(
        (await writes()).map(({ wire }) => wire),
        wires,
      );
    });
  }

  test(`${action.id} from the palette`, async () => {
    const rows = [...(await fresh(action, sample)), ...(await rowsFor(action, { sends: sample.sends }))];
    const running = run(answered(sample));
    if (action.on) await pickFirst();
    await running;
    const sent = await writes();
    const possible = action.on ? rows.map((row) => sample.sends([row])) : [sample.sends([])];
    const isOneOfThem = possible.some((expected) => equal(sent.map(said), expected.map(said)));
    assert.ok(isOneOfThem, `${JSON.stringify(sent)} is for none of the rows`);
  });
}

function equal(one: unknown, other: unknown): boolean {
  try {
    assert.deepStrictEqual(one, other);
    return true;
  } catch {
    return false;
  }
}

/** Enter in the picker, as soon as it has rows. */
async function pickFirst(): Promise<void> {
  await eventually(async () => {
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    assert.ok((await writes()).length > 0, "nothing was sent");
  });
}
