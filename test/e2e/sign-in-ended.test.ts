// A sign-in that Factorial does not accept any more: told once, nothing typed is lost, and it goes on after signing in again.
import assert from "node:assert/strict";
import { DEMO_TOKEN } from "../../src/sandbox/demo-credentials.js";
import { inSignedOutWorkbench, type SignInDesk } from "./at-factorial.js";
import { eventually } from "./eventually.js";

const TOKEN_TITLE = "Sign In with an Access Token";

async function pasteToken(desk: SignInDesk): Promise<void> {
  await desk.waitForStep(TOKEN_TITLE);
  await desk.answer(DEMO_TOKEN);
  await desk.waitUntilSignedIn();
  await desk.waitForTimeOf("Nora Vidal");
}

/** Opens the box and takes up the draft; Enter saves it. */
async function goOnWith(desk: SignInDesk, draft: string, comment: string): Promise<void> {
  const { quickInput, notifications } = desk.workbench;
  await desk.openLogTime("");
  await quickInput.pick("Go on with what you typed");
  await eventually(async () => {
    assert.equal(await quickInput.value(), draft);
    const [row] = await quickInput.rows();
    assert.match(row?.description ?? "", /^log /);
  });
  await quickInput.accept();
  await notifications.waitFor(`“${comment}”`);
  assert.equal(desk.held(comment).length, 1);
  await notifications.dismissAll();
}

inSignedOutWorkbench("a sign-in that has ended", (test) => {
  test("before anything is sent: told in the box, Enter signs in, and the draft goes on", async (desk) => {
    const { quickInput } = desk.workbench;
    await desk.openView();
    await desk.signInBy("Access Token");
    await pasteToken(desk);

    desk.factorial.misbehave({ kind: "status", status: 401, body: { errors: ["Unauthorized"] } });
    await desk.logTime("25m acm #typed before the end");
    await eventually(async () => {
      const [row] = await quickInput.rows();
      assert.match(row?.label ?? "", /Your Factorial sign-in has ended. What you typed is kept/);
      assert.match(row?.detail ?? "", /Press Enter to sign in/);
    });
    assert.equal(await quickInput.value(), "25m acm #typed before the end");
    const text = await desk.welcome(/sign-in has ended/);
    assert.match(text, /What you typed is kept/);
    await desk.workbench.screenshot("sign-in-ended");
    assert.equal(desk.held("typed before the end").length, 0);

    desk.factorial.behave();
    await quickInput.accept();
    await pasteToken(desk);
    await goOnWith(desk, "25m acm #typed before the end", "typed before the end");
  });

  test("at the very write: told in a message, and the draft goes on", async (desk) => {
    for (const path of ["time_records", "credentials"]) {
      const method = path === "credentials" ? "GET" : "POST";
      desk.factorial.misbehave({ kind: "status", status: 401, body: {}, match: { method, path } });
    }
    await desk.logTime("20m acm #ended at the write");
    const { text, buttons } = await desk.workbench.notifications.waitFor(/sign-in has ended/);
    assert.match(text, /Not saved/);
    assert.ok(buttons.includes("Sign In"), buttons.join());
    await desk.workbench.screenshot("sign-in-ended-at-the-write");
    await desk.welcome(/sign-in has ended/);
    assert.equal(desk.held("ended at the write").length, 0);

    desk.factorial.behave();
    await desk.workbench.notifications.click(/sign-in has ended/, "Sign In");
    await pasteToken(desk);
    await goOnWith(desk, "20m acm #ended at the write", "ended at the write");
  });

  test("the end is remembered over a reload, and Sign Out leaves it behind", async (desk) => {
    desk.factorial.misbehave({ kind: "status", status: 401, body: {} });
    await desk.workbench.runCommand("Factorial: Refresh");
    await desk.welcome(/sign-in has ended/);
    desk.factorial.behave();
    await desk.reload();
    await desk.welcome(/sign-in has ended/);
    await desk.signOut();
    await desk.welcome(/Log your time/);
  });

  test("one operation that is refused does not end the sign-in", async (desk) => {
    await desk.signInBy("Access Token");
    await pasteToken(desk);
    desk.factorial.misbehave({ kind: "status", status: 401, body: {}, match: { path: "subprojects" } });
    const projects = desk.workbench.tree("Projects");
    await projects.expand("ACME");
    await projects.expand("Subprojects");
    await projects.waitForRow("Try Again");
    const [refused] = (await projects.rows()).filter(({ label }) => label === "Try Again");
    assert.match(refused?.description ?? "", /does not allow this account to do that/);
    await desk.waitForTimeOf("Nora Vidal");
    const labels = await projects.labels();
    assert.ok(labels.includes("ACME"), labels.join());
    assert.ok(!labels.some((label) => label.includes("sign-in has ended")), labels.join());
    await desk.workbench.screenshot("sign-in-one-refused");
    desk.factorial.behave();
  });
});
