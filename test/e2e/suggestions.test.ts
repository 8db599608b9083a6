// What is proposed, and why: from the branch, a rule, and what the day lacks.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const LOG_KEY = "Control+Alt+h";
const UNDO_KEY = "Control+Alt+z";

async function waitForRows(workbench: Workbench, ...readings: RegExp[]): Promise<void> {
  await eventually(async () => {
    const rows = await workbench.quickInput.rows();
    readings.forEach((reading, at) => {
      assert.match(`${rows[at]?.label ?? ""} ${rows[at]?.description ?? ""}`, reading);
    });
  });
}

const settings = {
  "factorial.hoursPerDay": 16, // more than anybody has logged
  "factorial.projectRules": [{ match: "^feat/ACM-", project: "Umbra" }],
};

inWorkbench("suggestions", { branch: "feat/ACM-42-login", settings }, (test) => {
  test("what is missing today is logged in two keys, on what a rule says of the branch", async (workbench) => {
    await workbench.statusBarItem.waitFor();
    await eventually(async () => {
      assert.match(await workbench.statusBarItem.text(), /16h/);
    }, 30_000);
    const before = workbench.company.company.timeRecords.all().length;
    let keys = 1;
    await workbench.page.keyboard.press(LOG_KEY);
    await waitForRows(workbench, /left → Umbra/, /Umbra by a rule for this branch/);
    await workbench.screenshot("suggestions-missing");
    await workbench.page.keyboard.press("Enter");
    keys++;
    await workbench.notifications.waitFor(/Factorial holds .* on Umbra, today/);
    assert.equal(keys, 2);
    assert.equal(workbench.company.company.timeRecords.all().length, before + 1);
    await eventually(async () => {
      assert.match(await workbench.statusBarItem.text(), /16h \/ 16h/);
    });
    await workbench.page.keyboard.press(UNDO_KEY);
    await workbench.notifications.waitFor("Taken back");
    assert.equal(workbench.company.company.timeRecords.all().length, before);
    await workbench.notifications.dismissAll();
  });

  test("a branch remembers what was logged from it", async (workbench) => {
    await workbench.page.keyboard.press(LOG_KEY);
    await workbench.quickInput.waitForOpen();
    await workbench.quickInput.type("20m internal");
    await waitForRows(workbench, /Internal log 20m/);
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor(/Factorial holds 20m on Internal/);
    await workbench.page.keyboard.press(LOG_KEY);
    await waitForRows(workbench, /left → Umbra/, /Umbra by a rule/, /Internal last used on this branch/);
    await workbench.screenshot("suggestions-branch");
    await workbench.quickInput.dismiss();
    await workbench.notifications.dismissAll();
  });

  test("a detached HEAD is no branch: what was used in this workspace comes first", async (workbench) => {
    execFileSync("git", ["switch", "--quiet", "--detach"], { cwd: workbench.folder });
    await eventually(async () => {
      await workbench.page.keyboard.press(LOG_KEY);
      await workbench.quickInput.waitForOpen();
      await eventually(async () => {
        const rows = await workbench.quickInput.rows();
        assert.match(rows[0]?.label ?? "", /left → Internal/);
        assert.match(
          `${rows[1]?.label ?? ""} ${rows[1]?.description ?? ""}`,
          /Internal last used in this workspace/,
        );
        assert.ok(!rows.some(({ description }) => description.includes("branch")));
      }, 1000).finally(() => workbench.quickInput.dismiss());
    }, 30_000);
  });
});
