import * as assert from "node:assert";
import * as vscode from "vscode";
import * as z from "zod";
import { DEMO_TOKEN } from "../../src/sandbox/demo-credentials";
import { eventually } from "../e2e/eventually";

/** Where the extension's own demo company listens. */
const DEMO_URL = "http://127.0.0.1:47811";

const ask = (options: vscode.AuthenticationGetSessionOptions) =>
  vscode.authentication.getSession("factorial", ["read"], options);

/** The entry of the Accounts menu by which a person allows this test to use their account. */
async function grantCommand(): Promise<string> {
  return eventually(async () => {
    const commands = await vscode.commands.getCommands(true);
    const grant = commands.find((command) => /^factorial.+Access$/.test(command));
    assert.ok(grant, "VS Code does not ask the person");
    return grant;
  });
}

const accounts = async () => (await vscode.authentication.getAccounts("factorial")).map(({ label }) => label);

const TimeRecords = z.object({
  data: z.array(z.object({ observations: z.string().nullish() })),
  meta: z.object({ total: z.number() }),
});

/** Asked for without the extension's client. */
async function timeRecords(query = ""): Promise<z.output<typeof TimeRecords>> {
  const address = `${DEMO_URL}/api/2026-10-01/resources/project_management/time_records${query}`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${DEMO_TOKEN}` } });
  return TimeRecords.parse(await answer.json());
}

/** How many of the newest time records have this comment. */
async function held(comment: string): Promise<number> {
  const { meta } = await timeRecords("?limit=1");
  const { data } = await timeRecords(`?limit=100&page=${Math.ceil(meta.total / 100)}`);
  return data.filter(({ observations }) => observations === comment).length;
}

suite("the demo company on this machine", () => {
  suiteSetup(async () => {
    await vscode.commands.executeCommand("factorial.exploreDemo");
  });

  test("is signed in to without a question", async () => {
    assert.deepStrictEqual(await accounts(), ["Nora Vidal · Brisa Software (demo)"]);
    const health = await fetch(`${DEMO_URL}/__sandbox/health`);
    assert.strictEqual(health.ok, true);
  });

  test("gives its session to nobody who was not allowed it, and its real token to nobody at all", async () => {
    assert.strictEqual(await ask({ silent: true }), undefined);
    assert.strictEqual(await ask({}), undefined); // puts "Grant access to Factorial" into the Accounts menu
    await vscode.commands.executeCommand(await grantCommand());
    const session = await eventually(async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const granted = await ask({ silent: true });
      assert.ok(granted);
      return granted;
    });
    assert.strictEqual(session.account.label, "Nora Vidal · Brisa Software (demo)");
    assert.strictEqual(session.accessToken, "factorial-does-not-share-its-token");
    assert.ok(!JSON.stringify(session).includes(DEMO_TOKEN));
  });

  test("has time logged to it by the command with a text", async () => {
    const comment = `from the host ${Date.now()}`;
    let hasEnded = false;
    void vscode.commands.executeCommand("factorial.logTime", `1h acm #${comment}`).then(() => {
      hasEnded = true;
    });
    await eventually(async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      assert.strictEqual(await held(comment), 1);
    });
    await eventually(async () => {
      await vscode.commands.executeCommand("notifications.clearAll"); // it waits for an answer to its message
      assert.ok(hasEnded);
    });
    assert.strictEqual(await held(comment), 1);
  });

  test("is left by Sign Out", async () => {
    await vscode.commands.executeCommand("factorial.signOut");
    assert.deepStrictEqual(await accounts(), []);
  });
});
