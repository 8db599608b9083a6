// A company whose time hangs on shifts: an entry needs its place in the day, and shifts must not overlap.
import assert from "node:assert/strict";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const NORA = "302";

function shiftsOf(workbench: Workbench) {
  return workbench.company.company.shifts.where(({ employee_id: employee }) => employee === NORA);
}

/** The last day before today on which Nora was at work. */
function lastWorkday(workbench: Workbench) {
  const today = new Date().toISOString().slice(0, 10);
  const days = shiftsOf(workbench)
    .map(({ date }) => date)
    .filter((date) => date < today);
  const day = days.sort().at(-1);
  assert.ok(day, "the demo company has shifts");
  return day;
}

inWorkbench("logging time by attendance", { company: { mode: "attendance" } }, (test) => {
  test("an overlap is told, with the shift in the way, before anything is sent", async (workbench) => {
    await workbench.statusBarItem.waitFor();
    const day = lastWorkday(workbench);
    const before = shiftsOf(workbench).length;
    await workbench.logTimeBox.open(`9:00-10:30 acm @${day}`);
    await workbench.quickInput.waitForFirstRow(/\d\d:\d\d–\d\d:\d\d is logged already/);
    await workbench.quickInput.accept();
    assert.equal(await workbench.quickInput.isOpen(), true);
    assert.equal(shiftsOf(workbench).length, before);
    await workbench.screenshot("attendance-overlap");
    await workbench.quickInput.dismiss();
  });

  test("plain minutes are given a place, which is shown before Enter saves them: shift and record", async (workbench) => {
    const day = lastWorkday(workbench);
    const before = shiftsOf(workbench).length;
    await workbench.logTimeBox.open(`45m acm / api @${day} #pairing`);
    await workbench.quickInput.waitForFirstRow(/ACME \/ API log 45m · \d\d:\d\d–\d\d:\d\d · .*pairing/);
    await workbench.screenshot("attendance-placed");
    await workbench.quickInput.accept();
    const message = await workbench.notifications.waitFor(
      /Factorial holds 45m \(\d\d:\d\d–\d\d:\d\d\) on ACME \/ API/,
    );
    assert.match(message.text, /“pairing”/);
    assert.equal(shiftsOf(workbench).length, before + 1);
    const shift = shiftsOf(workbench).find(({ observations }) => observations === "pairing");
    assert.ok(shift);
    const records = workbench.company.company.timeRecords.where(
      (record) => record.attendance_shift_id === shift.id,
    );
    assert.equal(records.length, 1);
    await workbench.notifications.click("Factorial holds 45m", "Undo");
    await workbench.notifications.waitFor("Taken back: 45m");
    assert.equal(shiftsOf(workbench).length, before);
    await workbench.notifications.dismissAll();
  });

  test("when the project is refused after the shift was saved, it alone is attached again", async (workbench) => {
    const day = lastWorkday(workbench);
    const before = shiftsOf(workbench).length;
    workbench.company.misbehave({
      kind: "status",
      status: 422,
      body: { errors: ["Not now"] },
      match: { method: "POST", path: /\/time_records$/ },
      times: 1,
    });
    await workbench.logTimeBox.open(`20:00-20:30 acm @${day} #half`);
    await workbench.quickInput.waitForFirstRow(/log 30m · 20:00–20:30/);
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor(/The shift of 30m is saved, its project not: Not now/);
    await workbench.notifications.click("The shift of 30m", "Attach the Project Again");
    await workbench.notifications.waitFor(/Factorial holds 30m \(20:00–20:30\) on ACME/);
    assert.equal(shiftsOf(workbench).length, before + 1);
    await workbench.runCommand("Factorial: Undo Last Logged Time");
    await workbench.notifications.waitFor("Taken back: 30m");
    assert.equal(shiftsOf(workbench).length, before);
    await workbench.notifications.dismissAll();
  });
});
