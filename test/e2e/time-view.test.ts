// The Time view: today and the week as they are logged, what is not sent yet, and the time clock.
import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

/** The view alone in the side bar, as the others would leave it little room. */
async function timeView(workbench: Workbench) {
  await workbench.openContainer("Factorial");
  const view = workbench.tree("Time");
  await view.unfold();
  for (const other of ["Projects", "Reviews", "Assets", "Company"]) await workbench.tree(other).fold();
  return view;
}

function held(workbench: Workbench, comment: string): number[] {
  const { timeRecords } = workbench.company.company;
  return timeRecords
    .where(({ observations }) => observations === comment)
    .map((record) => record.imputed_minutes);
}

function openShifts(workbench: Workbench) {
  return workbench.company.company.shifts.where(
    (shift) => shift.employee_id === "302" && shift.clock_out === undefined,
  );
}

function clockActions(titles: readonly string[]): string[] {
  return titles.filter((title) => /Clock|Break/.test(title));
}

async function descriptionMatches(view: Awaited<ReturnType<typeof timeView>>, wanted: RegExp): Promise<void> {
  await eventually(async () => {
    const descriptions = (await view.rows()).map(({ description }) => description);
    assert.ok(
      descriptions.some((description) => wanted.test(description)),
      descriptions.join("\n"),
    );
  });
}

async function descriptionOf(view: Awaited<ReturnType<typeof timeView>>, label: string): Promise<string> {
  const row = (await view.rows()).find((one) => one.label === label);
  assert.ok(row, `there is no row ${label}`);
  return row.description;
}

inWorkbench("the Time view", {}, (test) => {
  test("shows today and the week against what is expected", async (workbench) => {
    const view = await timeView(workbench);
    await view.waitForRow("Today");
    await view.waitForRow("This Week");
    assert.match(await descriptionOf(view, "Today"), /^\w+ \/ 8h/);
    assert.match(await descriptionOf(view, "This Week"), /^\w+ \/ 56h/);
  });

  test("follows what is logged, edited and deleted", async (workbench) => {
    const view = await timeView(workbench);
    await workbench.logTimeBox.log("25m acm / api #seen in the view");
    await workbench.notifications.waitFor("“seen in the view”");
    await workbench.notifications.dismissAll();
    const entry = /^(ACME \/ API|25m)$/;
    await view.waitForRow(entry);

    await view.chooseFromContextMenu(entry, "Edit Entry…");
    await workbench.quickInput.waitForOpen();
    assert.match(await workbench.quickInput.value(), /^25m "ACME" \/ "API" @\S+ #seen in the view$/);
    await workbench.quickInput.type("35m acm / api #edited in the view");
    await eventually(async () => {
      const [row] = await workbench.quickInput.rows();
      assert.match(row?.description ?? "", /^log 35m/);
    });
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor(/Factorial holds 35m on ACME \/ API/);
    await workbench.notifications.dismissAll();
    assert.deepEqual(held(workbench, "seen in the view"), []);
    assert.deepEqual(held(workbench, "edited in the view"), [35]);
    await descriptionMatches(view, /^35m · edited in the view$/);
    for (const theme of ["light", "high contrast", "dark"] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`time-view-${theme.replace(" ", "-")}`);
    }

    await view.chooseFromContextMenu(/^(ACME \/ API|35m)$/, "Delete Entry");
    await workbench.dialog.waitForOpen();
    assert.match(await workbench.dialog.message(), /Delete 35m ACME \/ API, today\?/);
    await workbench.dialog.click("Delete");
    await workbench.notifications.waitFor(/Deleted: 35m ACME \/ API, today/);
    assert.deepEqual(held(workbench, "edited in the view"), []);
    await workbench.notifications.dismissAll();
  });

  test("shows what was not sent, with its number at the icon, until it is sent", async (workbench) => {
    const view = await timeView(workbench);
    const before = await workbench.badgeOf("Factorial");
    workbench.company.misbehave({
      kind: "cutConnection",
      match: { method: "POST", path: /\/time_records$/ },
    });
    await workbench.logTimeBox.log("40m acm / api #written offline");
    await workbench.notifications.waitFor(/not saved/i);
    await workbench.notifications.dismissAll();
    await view.waitForRow("Unsent (1)");
    await descriptionMatches(view, /^40m · today · not saved: ./);
    await eventually(async () => {
      assert.equal(Number(await workbench.badgeOf("Factorial")), Number(before) + 1);
    });
    for (const theme of ["light", "high contrast", "dark"] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`time-unsent-${theme.replace(" ", "-")}`);
    }

    await view.clickInlineAction(/^ACME \/ API/, "Send Unsent Time");
    await workbench.notifications.waitFor(/Not done|not done/);
    await workbench.notifications.dismissAll();
    await view.waitForRow("Unsent (1)");
    assert.deepEqual(held(workbench, "written offline"), []);

    await view.chooseFromContextMenu(/^ACME \/ API/, "Edit Unsent Time…");
    await workbench.quickInput.waitForOpen();
    assert.match(await workbench.quickInput.value(), /^40m "ACME" \/ "API" @\S+ #written offline$/);
    await workbench.quickInput.type("50m acm / api #written offline");
    await eventually(async () => {
      const [row] = await workbench.quickInput.rows();
      assert.match(row?.description ?? "", /^log 50m/);
    });
    await workbench.quickInput.accept();
    await descriptionMatches(view, /^50m · today · not saved: ./);

    workbench.company.behave();
    await view.clickInlineAction("Unsent (1)", "Send Unsent Time");
    await workbench.notifications.waitFor(/Factorial holds 50m on ACME \/ API/);
    assert.deepEqual(held(workbench, "written offline"), [50]);
    await view.row("Unsent (1)").waitFor({ state: "detached" });
    assert.equal(await workbench.badgeOf("Factorial"), before);
    await workbench.notifications.dismissAll();
  });
});

inWorkbench("the time clock", { company: { mode: "attendance" } }, (test) => {
  test("is offered by what it says, and does what it says", async (workbench) => {
    const view = await timeView(workbench);
    await view.waitForRow("Today");
    assert.deepEqual(clockActions(await view.titleActions()), ["Clock In"]);
    await view.clickTitleAction("Clock In");
    await workbench.notifications.waitFor(/You are clocked in since \d\d:\d\d/);
    await workbench.notifications.dismissAll();
    await eventually(async () => {
      assert.deepEqual(clockActions(await view.titleActions()), ["Clock Out", "Start Break"]);
    });
    await descriptionMatches(view, /^running|running/);
    await workbench.screenshot("time-clock-in");
    assert.equal(openShifts(workbench).length, 1);
    const offered = await workbench.commandsFor("Factorial: Clock");
    assert.ok(offered.includes("Factorial: Clock Out"), offered.join());
    assert.ok(!offered.includes("Factorial: Clock In"), offered.join());
  });

  test("a clock out whose answer is lost is looked up, and sent once", async (workbench) => {
    workbench.company.misbehave({
      kind: "lostAnswer",
      match: { method: "POST", path: /clock_out$/ },
      times: 1,
    });
    await workbench.runCommand("Factorial: Clock Out");
    await workbench.notifications.waitFor("You are clocked out.");
    assert.equal(openShifts(workbench).length, 0);
    assert.equal(workbench.company.requests.filter(({ path }) => path.endsWith("clock_out")).length, 1);
    await workbench.notifications.dismissAll();
  });

  test("is the timer, where a person wants it to be: the shift is all that is saved", async (workbench) => {
    const { company } = workbench.company;
    await workbench.changeSettings({ "factorial.timer.isClock": true });
    const shiftsBefore = new Set(company.shifts.all().map(({ id }) => id));
    await workbench.page.keyboard.press("Control+Alt+u");
    await workbench.quickInput.waitForRow(/ACME/);
    await workbench.quickInput.accept();
    await eventually(async () => {
      assert.match(await workbench.statusBarItem.text(), /^0:0\d /);
    });
    const [open] = openShifts(workbench);
    assert.ok(open, "the timer clocked nobody in");
    const [record] = company.timeRecords.where(({ attendance_shift_id }) => attendance_shift_id === open.id);
    assert.ok(record, "the shift has no project");

    await workbench.page.keyboard.press("Control+Alt+u");
    await workbench.quickInput.waitForRow(/Clock out after/);
    await workbench.screenshot("timer-is-clock");
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor("You are clocked out.");
    assert.deepEqual(openShifts(workbench), []);
    const made = company.shifts.all().filter(({ id }) => !shiftsBefore.has(id));
    assert.equal(made.length, 1, "one shift, and nothing saved beside it");
    await workbench.notifications.dismissAll();
  });
});

inWorkbench(
  "the reminder",
  { settings: { "factorial.reminder.time": "00:00", "factorial.hoursPerDay": 23.5 } },
  (test) => {
    test("says what is missing, and opens the box with it", async (workbench) => {
      const message = await workbench.notifications.waitFor(/of today is not logged yet/);
      const [, missing = ""] = /^(\w+) of today/.exec(message.text) ?? [];
      assert.deepEqual(message.buttons, [`Log ${missing}`, "Later", "Not Today"]);
      await workbench.page.waitForTimeout(500); // until it has slid in
      await workbench.screenshot("reminder");
      await workbench.notifications.click("of today is not logged", `Log ${missing}`);
      await workbench.quickInput.waitForOpen();
      assert.equal(await workbench.quickInput.value(), `${missing} `);
      await workbench.quickInput.dismiss();
    });
  },
);
