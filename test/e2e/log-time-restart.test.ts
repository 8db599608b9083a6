// What a person is told after VS Code was closed while time was being written.
import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const CREATE = { method: "POST", path: /\/time_records$/ };

/** Saves while no answer comes and nothing can be read, so that nobody knows what became of it; then restarts. */
async function saveAndRestart(
  workbench: Workbench,
  comment: string,
  kind: "lostAnswer" | "cutConnection",
): Promise<void> {
  await workbench.logTimeBox.openWith(`45m acm #${comment}`);
  workbench.company.misbehave({ kind, match: CREATE, times: 1 });
  // The reads before the request are answered, those after it are not.
  const sent = () => workbench.company.requests.filter(({ method }) => method === "POST").length;
  const before = sent();
  const cut = eventually(() => {
    assert.ok(sent() > before);
    workbench.company.misbehave({ kind: "htmlError", match: { method: "GET" } });
    return Promise.resolve();
  });
  await workbench.quickInput.accept();
  await cut;
  await workbench.notifications.waitFor("We don't know whether 45m on ACME");
  workbench.company.behave();
  await workbench.load();
}

function held(workbench: Workbench, comment: string): number {
  return workbench.company.company.timeRecords.all().filter((record) => record.observations === comment)
    .length;
}

inWorkbench("time that was being written when VS Code was closed", {}, (test) => {
  test("is not sent again by itself; what is missing is said, and sent when the person wants it", async (workbench) => {
    await workbench.statusBarItem.waitFor();
    await saveAndRestart(workbench, "was on its way", "lostAnswer");
    const message = await workbench.notifications.waitFor(
      /45m on ACME, today: was saved without its comment/,
    );
    await workbench.screenshot("restart-half");
    assert.ok(message.buttons.includes("Send"), message.buttons.join());
    assert.equal(held(workbench, "was on its way"), 0);
    await workbench.notifications.click("was saved without its comment", "Send");
    await workbench.notifications.waitFor("“was on its way”");
    assert.equal(held(workbench, "was on its way"), 1);
    await workbench.notifications.dismissAll();
  });

  test("says what was not saved, and sends it", async (workbench) => {
    await saveAndRestart(workbench, "never came", "cutConnection");
    await workbench.notifications.waitFor(/45m on ACME, today: was not saved/);
    await workbench.setTheme("light");
    await workbench.screenshot("restart-not-saved-light");
    await workbench.notifications.click("was not saved", "Send");
    await workbench.notifications.waitFor("“never came”");
    assert.equal(held(workbench, "never came"), 1);
    await workbench.notifications.dismissAll();
  });

  test("can be taken back after the restart", async (workbench) => {
    await workbench.load();
    await workbench.statusBarItem.waitFor();
    await workbench.runCommand("Factorial: Undo Last Logged Time");
    await workbench.notifications.waitFor("Taken back: 45m on ACME");
    assert.equal(held(workbench, "never came"), 0);
    await workbench.notifications.dismissAll();
  });
});
