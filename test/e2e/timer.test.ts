// The timer as a person uses it: its keys, and that it outlives whatever happens to a window.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const TIMER_KEY = "Control+Alt+u";
const CONTINUE_KEY = "Control+Alt+m";
const UNDO_KEY = "Control+Alt+z";

/** Waits until the status bar reads so. */
async function waitForStatus(workbench: Workbench, text: RegExp): Promise<void> {
  await eventually(async () => {
    assert.match(await workbench.statusBarItem.text(), text);
  }, 30_000);
}

/** What the status bar says of a timer: `0:52 ACME`; the beginning of a name will do. */
function running(time: string, project: string): RegExp {
  return new RegExp(`^${time} ${project}`);
}

/** Counts what a person presses. */
function keyboard(workbench: Workbench) {
  let keys = 0;
  return {
    press: async (key: string) => {
      keys++;
      await workbench.page.keyboard.press(key);
    },
    get count() {
      return keys;
    },
  };
}

/** The timer's file, to be as if time had passed. */
function timerFile({ data }: Workbench): string {
  // Not all of the data: beside this a link leads to the whole project.
  const user = path.join(data, "user");
  const found = fs
    .readdirSync(user, { recursive: true, encoding: "utf8" })
    .find((name) => /[/\\]timer[/\\]\w+\.json$/.test(name));
  assert.ok(found, "the timer is on no disk");
  return path.join(user, found);
}

/** Moves the start of the running timer back. */
function haveStartedEarlier(workbench: Workbench, minutes: number): void {
  const file = timerFile(workbench);
  const kept = JSON.parse(fs.readFileSync(file, "utf8")) as { running: { startedAt: string } };
  const startedAt = new Date(Date.parse(kept.running.startedAt) - minutes * 60_000).toISOString();
  const running = { ...kept.running, startedAt };
  // As the extension does it: a window that reads half a file would put it aside.
  fs.writeFileSync(`${file}.new`, JSON.stringify({ ...kept, running }));
  fs.renameSync(`${file}.new`, file);
}

/** Goes on with Brisa Platform, as if for so many minutes. */
async function continueFor(workbench: Workbench, minutes: number, reading: RegExp): Promise<void> {
  await workbench.page.keyboard.press(CONTINUE_KEY);
  await waitForStatus(workbench, /^0:0\d Brisa Platform$/);
  haveStartedEarlier(workbench, minutes);
  await waitForStatus(workbench, reading);
}

async function openStopBox(workbench: Workbench, firstRow: RegExp): Promise<void> {
  await workbench.page.keyboard.press(TIMER_KEY);
  await workbench.quickInput.waitForFirstRow(firstRow);
}

function held(workbench: Workbench, comment: string) {
  return workbench.company.company.timeRecords.all().filter((record) => record.observations === comment);
}

inWorkbench("the timer", { branch: "feat/ACM-42-login" }, (test) => {
  test("starts in two keys, shows minutes, survives a reload, and stops and saves in two", async (workbench) => {
    await workbench.statusBarItem.waitFor();
    await waitForStatus(workbench, /8h/);
    const starting = keyboard(workbench);
    await starting.press(TIMER_KEY);
    await workbench.quickInput.waitForRow(/ACME/);
    assert.equal(await workbench.quickInput.title(), "Start Timer");
    await workbench.screenshot("timer-start");
    const [suggested] = await workbench.quickInput.labels();
    assert.ok(suggested);
    const [project = ""] = suggested.split(" / ");
    await starting.press("Enter");
    await waitForStatus(workbench, running("0:0\\d", project));
    assert.equal(starting.count, 2);

    haveStartedEarlier(workbench, 52);
    await waitForStatus(workbench, running("0:5[23]", project));
    await workbench.load();
    await waitForStatus(workbench, running("0:5[23]", project));
    await workbench.screenshot("timer-running");

    const stopping = keyboard(workbench);
    await stopping.press(TIMER_KEY);
    await workbench.quickInput.waitForFirstRow(new RegExp(`Save 5[234]m on ${suggested}`));
    assert.equal(await workbench.quickInput.value(), "ACM-42 Start", "the comment is proposed, to be seen");
    await workbench.screenshot("timer-stop");
    await stopping.press("Enter");
    await workbench.notifications.waitFor(new RegExp(`Factorial holds 5[234]m on ${suggested}`));
    assert.equal(stopping.count, 2);
    assert.equal(held(workbench, "ACM-42 Start").length, 1);
    await waitForStatus(workbench, /8h/);

    const undoing = keyboard(workbench);
    await undoing.press(UNDO_KEY);
    await workbench.notifications.waitFor("Taken back");
    assert.equal(undoing.count, 1);
    assert.deepEqual(held(workbench, "ACM-42 Start"), []);
    await workbench.notifications.dismissAll();
  });

  test("goes on with the last in one key, is paused and resumed from the status bar", async (workbench) => {
    const keys = keyboard(workbench);
    await keys.press(CONTINUE_KEY);
    await waitForStatus(workbench, running("0:0\\d", ""));
    assert.equal(keys.count, 1);
    await workbench.statusBarItem.click();
    await workbench.quickInput.waitForRow(/Stop/);
    await workbench.screenshot("timer-menu");
    await workbench.quickInput.pick("Pause");
    await eventually(async () => {
      assert.match(await workbench.statusBarItem.spoken(), /paused/);
    });
    await workbench.statusBarItem.click();
    await workbench.quickInput.pick("Resume");
    await eventually(async () => {
      assert.doesNotMatch(await workbench.statusBarItem.spoken(), /paused/);
    });
  });

  test("switching stops, saves and starts in one; under a minute is not worth it", async (workbench) => {
    haveStartedEarlier(workbench, 30);
    await waitForStatus(workbench, running("0:3\\d", ""));
    await workbench.runCommand("Factorial: Switch Timer…");
    await workbench.quickInput.type("Brisa Platform");
    await workbench.quickInput.pick("Brisa Platform");
    await workbench.notifications.waitFor(/Factorial holds 3\dm on /);
    await waitForStatus(workbench, /^0:0\d Brisa Platform$/);
    await workbench.notifications.dismissAll();
    await openStopBox(workbench, /Discard it ran for less than a minute/);
    await workbench.screenshot("timer-under-a-minute");
    await workbench.page.keyboard.press("Enter");
    await workbench.notifications.waitFor("The timer on Brisa Platform was discarded.");
    await waitForStatus(workbench, /8h/);
    await workbench.notifications.dismissAll();
  });

  test("what cannot be sent stays on this machine, over a reload, until it is", async (workbench) => {
    await continueFor(workbench, 20, /^0:2\d Brisa Platform$/);
    await openStopBox(workbench, /Save 2\dm on Brisa Platform/);
    await workbench.quickInput.type("kept");
    await workbench.quickInput.waitForFirstRow(/kept/);
    // Nobody can say what the day holds: so nothing may be sent, and nothing may be lost.
    workbench.company.misbehave({ kind: "status", status: 503, body: {}, match: { method: "GET" } });
    await workbench.page.keyboard.press("Enter");
    await workbench.notifications.waitFor(/2\dm on Brisa Platform is kept on this machine/);
    assert.deepEqual(held(workbench, "kept"), []);
    workbench.company.behave();
    await workbench.load();
    await workbench.notifications.waitFor(/2\dm on Brisa Platform is kept on this machine/);
    await workbench.screenshot("timer-not-saved");
    await workbench.notifications.click("is kept on this machine", "Save Now");
    await workbench.notifications.waitFor(/Factorial holds 2\dm on Brisa Platform/);
    assert.equal(held(workbench, "kept").length, 1);
    await workbench.notifications.dismissAll();
  });

  test("what was sent and not taken is sent again, once", async (workbench) => {
    await continueFor(workbench, 25, /^0:2\d Brisa Platform$/);
    await openStopBox(workbench, /Save 2\dm on Brisa Platform/);
    await workbench.quickInput.type("again");
    await workbench.quickInput.waitForFirstRow(/again/);
    workbench.company.misbehave({
      ...{ kind: "rateLimit", retryAfter: 1, times: 1 },
      match: { method: "POST", path: /time_records$/ },
    });
    await workbench.page.keyboard.press("Enter");
    await workbench.notifications.waitFor(/asks us to wait/);
    await workbench.notifications.click("asks us to wait", "Try Again");
    await workbench.notifications.waitFor(/Factorial holds 2\dm on Brisa Platform/);
    assert.equal(held(workbench, "again").length, 1);
    await workbench.notifications.dismissAll();
  });

  test("asks once about time in which no window was open, and drops it", async (workbench) => {
    await continueFor(workbench, 60, /^1:0\d Brisa Platform$/);
    const seen = Date.now() - 40 * 60_000;
    fs.writeFileSync(`${timerFile(workbench)}.marks`, JSON.stringify({ seen, active: seen }));
    await workbench.load();
    await workbench.notifications.waitFor(/Nobody was here from \d\d:\d\d to \d\d:\d\d/);
    await workbench.screenshot("timer-away");
    await workbench.notifications.click("Nobody was here", "Drop It");
    await waitForStatus(workbench, /^0:2\d Brisa Platform$/);
    await openStopBox(workbench, /Save 2\dm on Brisa Platform/);
    await workbench.quickInput.pick("Discard");
    await waitForStatus(workbench, /8h/);
    await workbench.notifications.dismissAll();
  });

  test("asks what counts when the machine's clock was set back", async (workbench) => {
    await continueFor(workbench, 20, /^0:2\d Brisa Platform$/);
    const seen = Date.now() + 30 * 60_000;
    fs.writeFileSync(`${timerFile(workbench)}.marks`, JSON.stringify({ seen, active: seen }));
    await workbench.load();
    // The minute that a slow machine needs to reload is not part of it.
    const question = /This machine's clock was set back by (30|29)m while the timer on Brisa Platform ran\./;
    await workbench.notifications.waitFor(question);
    await workbench.screenshot("timer-clock-set-back");
    await workbench.notifications.click(question, "Count On from 5");
    await waitForStatus(workbench, /^0:5\d Brisa Platform$/);
    await openStopBox(workbench, /Save 5\dm on Brisa Platform/);
    await workbench.quickInput.pick("Discard");
    await waitForStatus(workbench, /8h/);
    await workbench.notifications.dismissAll();
  });

  test("two windows show the same timer", async (workbench) => {
    const other = await workbench.anotherWindow();
    await waitForStatus(workbench, /8h/);
    await workbench.page.keyboard.press(CONTINUE_KEY);
    await waitForStatus(workbench, /Brisa Platform$/);
    await eventually(async () => {
      assert.match(await other.text(), /Brisa Platform$/);
    }, 60_000);
    await other.close();
    await openStopBox(workbench, /Discard/);
    await workbench.page.keyboard.press("Enter");
    await waitForStatus(workbench, /8h/);
    await workbench.notifications.dismissAll();
  });

  test("starts from a project's row", async (workbench) => {
    await workbench.openContainer("Factorial");
    const projects = workbench.tree("Projects");
    await projects.waitForRow("ACME");
    await projects.clickInlineAction("ACME", "Start Timer…");
    await waitForStatus(workbench, /ACME$/);
    await projects.expand("ACME");
    await projects.expand("Subprojects");
    await projects.clickInlineAction("API", "Switch Timer…");
    await eventually(async () => {
      assert.match(await workbench.statusBarItem.spoken(), /ACME \/ API/);
    });
    await eventually(async () => {
      assert.ok((await projects.inlineActions("API")).some((name) => name.startsWith("Stop Timer…")));
    });
    assert.ok((await projects.inlineActions("ACME")).some((name) => name.startsWith("Switch Timer…")));
    await workbench.screenshot("timer-rows");
    await projects.clickInlineAction("API", "Stop Timer…");
    await workbench.quickInput.waitForFirstRow(/Discard/);
    await workbench.quickInput.accept();
    await waitForStatus(workbench, /8h/);
    await workbench.notifications.dismissAll();
  });
});
