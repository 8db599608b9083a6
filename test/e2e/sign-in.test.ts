// Signing in with what a person can paste: a company's key or a token; whose time it is then; several companies; leaving.
import assert from "node:assert/strict";
import {
  DEMO_ADMIN_TOKEN,
  DEMO_API_KEY,
  DEMO_RESTRICTED_TOKEN,
  DEMO_TOKEN,
} from "../../src/sandbox/demo-credentials.js";
import { inSignedOutWorkbench, METHODS_TITLE, WHO_TITLE } from "./at-factorial.js";
import { eventually } from "./eventually.js";
import { Menu } from "./page/menu.js";

const KEY_TITLE = "Sign In with an API Key";
const TOKEN_TITLE = "Sign In with an Access Token";

inSignedOutWorkbench("signing in", (test) => {
  test("the welcome says what the view is for, with a button and a link", async (desk) => {
    const { workbench } = desk;
    await desk.openView();
    const text = await desk.welcome(/Log your time/);
    assert.match(text, /Explore the demo company/);
    const { buttons } = await workbench.tree("Projects").welcome();
    assert.deepEqual(buttons, ["Sign In"]);
    assert.deepEqual(await workbench.treeLabels("Projects"), []);
    assert.equal(await workbench.statusBarItem.isShown(), false);
    await workbench.screenshot("sign-in-welcome-dark");
    await workbench.setTheme("light");
    await workbench.screenshot("sign-in-welcome-light");
    await workbench.setTheme("dark");
  });

  test("only what can be done while signed out is in the palette", async ({ workbench }) => {
    const titles = await workbench.commandsFor("Factorial: ");
    for (const title of [
      "Factorial: Sign In…",
      "Factorial: Log Time…",
      "Factorial: Explore the Demo Company",
    ])
      assert.ok(titles.includes(title), titles.join("\n"));
    for (const title of ["Factorial: Sign Out", "Factorial: Switch Company…", "Factorial: Refresh"])
      assert.ok(!titles.includes(title), titles.join("\n"));
  });

  test("the button asks for the method, and names the server", async (desk) => {
    const { quickInput } = desk.workbench;
    await desk.workbench.tree("Projects").clickWelcomeButton("Sign In");
    await desk.waitForStep(METHODS_TITLE);
    assert.deepEqual(await quickInput.labels(), ["Demo Company", "API Key", "OAuth App", "Access Token"]);
    assert.equal((await quickInput.rows())[0]?.active, true, "Enter would do nothing");
    assert.match(await quickInput.placeholder(), new RegExp(new URL(desk.factorial.url).host));
    await desk.workbench.screenshot("sign-in-methods");
    await quickInput.dismiss();
    assert.equal(desk.factorial.requests.length, 0, "something was sent before anybody signed in");
  });

  test("Log Time… while signed out begins with signing in", async (desk) => {
    await desk.workbench.page.keyboard.press("Control+Alt+h");
    await desk.waitForStep(METHODS_TITLE);
    await desk.workbench.quickInput.dismiss();
  });

  test("a key that is empty, broken, wrong or a token is told in the box, which keeps it", async (desk) => {
    await desk.signInBy("API Key");
    await desk.waitForStep(KEY_TITLE);
    await desk.answerAndBeTold("", /Paste the API key/);
    assert.equal(desk.factorial.requests.length, 0);
    await desk.answerAndBeTold("demo-api-k…", /character in it that cannot be right/);
    await desk.answerAndBeTold("no-such-key", /does not accept this API key/);
    await desk.workbench.screenshot("sign-in-wrong-key");
    await desk.answerAndBeTold(DEMO_TOKEN, /This is an access token. Go back, and choose Access Token/);
    desk.factorial.misbehave({ kind: "cutConnection", match: { path: "credentials" } });
    await desk.answerAndBeTold(DEMO_API_KEY, /[Cc]onnection|reach/);
    desk.factorial.behave();
    desk.factorial.misbehave({ kind: "htmlError", match: { path: "credentials" } });
    await desk.answer(DEMO_API_KEY);
    await eventually(async () => {
      assert.match(await desk.workbench.quickInput.message(), /not available|500/);
      assert.doesNotMatch(await desk.workbench.quickInput.message(), /</);
    }, 20_000);
    desk.factorial.behave();
  });

  test("going back leads to the methods, and a key pasted as a token is told", async (desk) => {
    const { quickInput } = desk.workbench;
    await desk.goBack();
    await desk.waitForStep(METHODS_TITLE);
    await quickInput.pick("Access Token");
    await desk.waitForStep(TOKEN_TITLE);
    await desk.answerAndBeTold(DEMO_API_KEY, /This is an API key. Go back, and choose API Key/);
    await desk.answerAndBeTold("no-such-token", /does not accept this token/);
    await quickInput.dismiss();
    await desk.welcome(/Log your time/);
  });

  test("a company's key asks once who is there; git's e-mail only suggests", async (desk) => {
    const { quickInput } = desk.workbench;
    desk.setGitEmail("nora.vidal@brisa.example");
    await desk.signInBy("API Key");
    await desk.waitForStep(KEY_TITLE);
    await desk.answer(` Authorization: Bearer "${DEMO_API_KEY}" `);
    await desk.waitForStep(WHO_TITLE);
    await quickInput.waitForRow("Nora Vidal");
    await desk.workbench.screenshot("sign-in-who-are-you");
    const [suggested] = await quickInput.rows();
    assert.equal(suggested?.label, "Nora Vidal");
    assert.match(suggested.description, /suggested, as your git e-mail/);
    assert.equal(await quickInput.isOpen(), true, "the suggestion was taken without asking");
    await quickInput.type("petrov");
    await eventually(async () => {
      assert.deepEqual(await quickInput.labels(), ["Ivo Petrov"]);
    });
    await quickInput.type("nora.vidal@");
    await quickInput.pick("Nora Vidal");
    await desk.waitUntilSignedIn();
    await desk.waitForTimeOf("Nora Vidal");
  });

  test("with a company's key the message of a logged hour names whose day it is", async (desk) => {
    await desk.logTime("1h acm #by the company");
    const { text } = await desk.workbench.notifications.waitFor("“by the company”");
    assert.match(text, /Nora Vidal's day is at/);
    assert.equal(desk.held("by the company").length, 1);
    const post = desk.factorial.requests.find(
      ({ method, path }) => method === "POST" && path.endsWith("/time_records"),
    );
    assert.ok(post);
    await desk.workbench.screenshot("sign-in-whose-day");
    await desk.workbench.notifications.dismissAll();
  });

  test("the key survives a reload, and whose time it is, which is not asked again", async (desk) => {
    await desk.reload();
    await desk.waitUntilSignedIn();
    await desk.waitForTimeOf("Nora Vidal");
    await desk.signInToAnotherBy("API Key");
    await desk.waitForStep(KEY_TITLE);
    await desk.answer(DEMO_API_KEY);
    await desk.workbench.quickInput.waitForClosed();
    await desk.waitForTimeOf("Nora Vidal");
  });

  test("who is none of these can look around, and is asked again when they log time", async (desk) => {
    const { quickInput, statusBarItem } = desk.workbench;
    await desk.workbench.runCommand("Factorial: Choose Whose Time Is Logged…");
    await desk.waitForStep(WHO_TITLE);
    await quickInput.type("none of");
    await quickInput.pick("None of These");
    await eventually(async () => {
      assert.equal(await statusBarItem.isShown(), false);
    });
    await desk.waitUntilSignedIn();
    await desk.workbench.page.keyboard.press("Control+Alt+h");
    await desk.waitForStep(WHO_TITLE);
    await quickInput.pick("Nora Vidal");
    await desk.waitForTimeOf("Nora Vidal");
  });

  test("an access token knows its person; Switch Company changes between the two", async (desk) => {
    const { quickInput } = desk.workbench;
    await desk.signInToAnotherBy("Access Token");
    await desk.waitForStep(TOKEN_TITLE);
    await desk.answer(DEMO_ADMIN_TOKEN);
    await desk.waitForTimeOf("Carmen Ortega");

    await desk.workbench.runCommand("Factorial: Switch Company…");
    await quickInput.waitForRow(/Carmen Ortega/);
    const rows = await quickInput.rows();
    await desk.workbench.screenshot("sign-in-switch-company");
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description]),
      [
        ["Brisa Software", ""],
        ["Carmen Ortega · Brisa Software", "this window"],
        ["Sign In to Another Company…", ""],
      ],
    );
    assert.match(rows[0]?.detail ?? "", /^API key at 127\.0\.0\.1:\d+, for the time of Nora Vidal$/);
    assert.match(rows[1]?.detail ?? "", /^Access token at 127\.0\.0\.1:\d+$/);
    await quickInput.pick("Brisa Software");
    await desk.waitForTimeOf("Nora Vidal");
  });

  test("VS Code's Accounts menu has both", async ({ workbench }) => {
    const menu = new Menu(workbench.page);
    await menu.openBy(() =>
      workbench.page.locator('.activitybar .action-label[aria-label="Accounts"]').click(),
    );
    await workbench.screenshot("sign-in-accounts-menu");
    const names = await menu.texts();
    await menu.close();
    assert.ok(names.includes("Brisa Software (Factorial)"), names.join());
    assert.ok(names.includes("Carmen Ortega · Brisa Software (Factorial)"), names.join());
  });

  test("who may not log time is told so, in Factorial's words too", async (desk) => {
    await desk.signInToAnotherBy("Access Token");
    await desk.waitForStep(TOKEN_TITLE);
    await desk.answer(DEMO_RESTRICTED_TOKEN);
    await desk.waitForTimeOf("Ivo Petrov");
    await desk.openLogTime("1h");
    await eventually(async () => {
      const [row] = await desk.workbench.quickInput.rows();
      assert.match(row?.description ?? "", /^log 1h/);
    });
    await desk.workbench.quickInput.accept();
    const told = /You may not log time here \(permission "Create time records"\)/;
    const { text, buttons } = await desk.workbench.notifications.waitFor(told);
    assert.match(text, /not authorized/);
    assert.ok(buttons.includes("Copy Text for the Administrator"), buttons.join());
    await desk.workbench.screenshot("sign-in-restricted");
    await desk.workbench.notifications.dismissAll();
  });

  test("Sign Out forgets this account only; the last one gone, the welcome is back, also after a reload", async (desk) => {
    await desk.signOut();
    await desk.waitForTimeOf("Nora Vidal");
    await desk.signOut();
    await desk.waitForTimeOf("Carmen Ortega");
    await desk.signOut();
    await desk.welcome(/Log your time/);
    assert.equal(await desk.workbench.statusBarItem.isShown(), false);
    await desk.reload();
    await desk.welcome(/Log your time/);
    // Somebody else at this machine, with the same key, is asked anew.
    await desk.signInBy("API Key");
    await desk.waitForStep(KEY_TITLE);
    await desk.answer(DEMO_API_KEY);
    await desk.waitForStep(WHO_TITLE);
    await desk.workbench.quickInput.dismiss();
    await desk.welcome(/Log your time/);
  });

  test("an address without https on another machine is refused with the reason", async (desk) => {
    await desk.workbench.changeSettings({ "factorial.baseUrl": "http://evil.example" });
    await desk.workbench.runCommand("Factorial: Sign In…");
    const { buttons } = await desk.workbench.notifications.waitFor(
      /must begin with https:\/\/, as your key would travel unprotected/,
    );
    assert.deepEqual(buttons, ["Open Settings"]);
    await desk.workbench.screenshot("sign-in-evil-address");
    assert.equal(await desk.workbench.quickInput.isOpen(), false);
    await desk.workbench.notifications.dismissAll();
    await desk.workbench.changeSettings({ "factorial.baseUrl": desk.factorial.url });
  });

  test("the link in the welcome starts the demo company on this machine, and signs in to it", async (desk) => {
    await desk.welcome(/Explore the demo company/);
    const asked = desk.factorial.requests.length;
    await desk.clickWelcomeLink("Explore the demo company");
    await desk.waitUntilSignedIn();
    await desk.waitForTimeOf("Nora Vidal");
    assert.equal(desk.factorial.requests.length, asked, "the demo company asked another server");
    const health = await fetch("http://127.0.0.1:47811/__sandbox/health");
    assert.equal(health.ok, true);
    await desk.reload();
    await desk.waitForTimeOf("Nora Vidal");
    await desk.signOut();
    await desk.welcome(/Explore the demo company/);
  });
});
