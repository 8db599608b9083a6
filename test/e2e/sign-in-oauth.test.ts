// Signing in by a company's own OAuth app, in a VS Code that a browser shows: the person pastes where the browser stopped.
import assert from "node:assert/strict";
import { DEMO_OAUTH_CLIENT } from "../../src/sandbox/demo-credentials.js";
import { inSignedOutWorkbench, type SignInDesk } from "./at-factorial.js";
import { eventually } from "./eventually.js";

const APP_TITLE = "Sign In with Your Company's OAuth App";
const BROWSER_TITLE = "Waiting for Your Browser";

/** Waits for a step of the app's, all of which have one title, by what its box is for. */
async function waitForBox(desk: SignInDesk, placeholder: string): Promise<void> {
  await desk.waitForStep(APP_TITLE);
  await eventually(async () => {
    assert.equal(await desk.workbench.quickInput.placeholder(), placeholder);
  });
}

/** Does what opens the browser, and gives the address that it was sent to. */
async function browserOpenedBy(desk: SignInDesk, act: () => Promise<void>): Promise<URL> {
  const [tab] = await Promise.all([desk.workbench.page.context().waitForEvent("page"), act()]);
  await tab.waitForURL(/\/oauth\/authorize/);
  const opened = new URL(tab.url());
  await tab.close();
  await desk.waitForStep(BROWSER_TITLE);
  // A served VS Code opens a server on its own machine through itself, as it could be another machine than the browser's.
  const authorize = new URL(`/oauth/authorize${opened.search}`, desk.factorial.url);
  const consent = await fetch(authorize);
  assert.match(await consent.text(), /asks for access to Brisa Software/);
  return authorize;
}

/** Where the browser ends up when the person has answered: an address that nothing listens at. */
async function addressAfter(authorize: URL, decision: "allow" | "deny"): Promise<URL> {
  const form = new URLSearchParams([...authorize.searchParams, ["decision", decision]]);
  const answer = await fetch(new URL("/oauth/authorize", authorize), {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  return new URL(answer.headers.get("location") ?? "");
}

function tokenRequests(desk: SignInDesk): number {
  return desk.factorial.requests.filter(({ path }) => path.endsWith("/oauth/token")).length;
}

inSignedOutWorkbench("signing in by an OAuth app", (test) => {
  test("client id and secret are asked for one by one, with the redirect URI to register", async (desk) => {
    const { quickInput } = desk.workbench;
    await desk.openView();
    await desk.signInBy("OAuth App");
    await waitForBox(desk, "Client id");
    assert.equal(await quickInput.title(), `${APP_TITLE} (1/3)`);
    const prompt = await quickInput.message();
    assert.ok(prompt.includes(`${desk.factorial.url}/oauth/applications`), prompt);
    assert.match(prompt, /redirect URI must be http:\/\/127\.0\.0\.1:43117\/callback/);
    await desk.workbench.screenshot("sign-in-oauth-client-id");
    await quickInput.clickButton("Copy the Redirect URI");
    await eventually(async () => {
      const copied = await desk.workbench.page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, "http://127.0.0.1:43117/callback");
    });
    await desk.answerAndBeTold("", /Paste the client id of your app/);
    await desk.answer(DEMO_OAUTH_CLIENT.id);
    await waitForBox(desk, "Client secret");
    await desk.answerAndBeTold("", /Paste the client secret of your app/);
  });

  test("what is pasted must be the answer to this very question", async (desk) => {
    const { quickInput } = desk.workbench;
    const authorize = await browserOpenedBy(desk, () => desk.answer("not the secret"));
    assert.equal(authorize.searchParams.get("redirect_uri"), "http://127.0.0.1:43117/callback");
    await desk.workbench.screenshot("sign-in-oauth-browser");
    await desk.answerAndBeTold("127.0.0.1:43117", /Paste the whole address, from http to its end/);
    const address = await addressAfter(authorize, "allow");
    const forged = new URL(address);
    forged.searchParams.set("state", "somebody-elses-question");
    await desk.answerAndBeTold(forged.href, /answers another sign-in than the one under way/);
    assert.equal(tokenRequests(desk), 0, "a foreign code was sent to the server");

    await desk.answer(address.href);
    await waitForBox(desk, "Client secret");
    assert.match(await quickInput.message(), /does not accept this client id with this client secret/);
    assert.equal(await quickInput.value(), "notthesecret");
    await desk.workbench.screenshot("sign-in-oauth-wrong-secret");
  });

  test("who says no in the browser can try again", async (desk) => {
    const { quickInput } = desk.workbench;
    const authorize = await browserOpenedBy(desk, () => desk.answer(DEMO_OAUTH_CLIENT.secret));
    await desk.answer((await addressAfter(authorize, "deny")).href);
    await waitForBox(desk, "Client secret");
    assert.match(await quickInput.message(), /You did not allow access in the browser/);
    assert.equal(await quickInput.value(), DEMO_OAUTH_CLIENT.secret);
  });

  test("the pasted address signs in, as the person who allowed it", async (desk) => {
    const authorize = await browserOpenedBy(desk, () => desk.workbench.quickInput.accept());
    await desk.answer(`  ${(await addressAfter(authorize, "allow")).href}\n`);
    await desk.waitUntilSignedIn();
    await desk.waitForTimeOf("Nora Vidal");
  });

  test("a token that has expired is renewed without a word, also after a reload", async (desk) => {
    for (const comment of ["after an hour", "the next morning"]) {
      const before = tokenRequests(desk);
      desk.factorial.expireTokens();
      await desk.logTime(`30m acm #${comment}`);
      const { text } = await desk.workbench.notifications.waitFor(`“${comment}”`);
      assert.match(text, /Factorial holds 30m on ACME/);
      assert.match(text, /The day is at/, "the token is the person's own");
      assert.equal(desk.held(comment).length, 1);
      assert.equal(tokenRequests(desk), before + 1, "one renewal for all requests");
      assert.equal((await desk.workbench.notifications.list()).length, 1, "nothing else is said");
      await desk.workbench.notifications.dismissAll();
      await desk.reload();
      await desk.waitForTimeOf("Nora Vidal");
    }
  });

  test("a sign-in that was revoked is told; signing in again needs the browser only", async (desk) => {
    desk.factorial.reset(); // forgets all tokens, those for renewing too
    await desk.workbench.runCommand("Factorial: Refresh");
    await desk.welcome(/sign-in has ended/);
    const authorize = await browserOpenedBy(desk, () =>
      desk.workbench.tree("Projects").clickWelcomeButton("Sign In"),
    );
    await desk.answer((await addressAfter(authorize, "allow")).href);
    await desk.waitUntilSignedIn();
    await desk.waitForTimeOf("Nora Vidal");
  });
});
