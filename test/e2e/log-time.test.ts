// The main job as a person does it: point 2 of what this extension is for.
import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const CHORD = "Control+Alt+h";

/** What the sandbox holds with this comment: its own tables, not what the client was told. */
function heldWithComment(workbench: Workbench, comment: string) {
  return workbench.company.company.timeRecords.all().filter((record) => record.observations === comment);
}

inWorkbench("logging time", {}, (test) => {
  test("1h30 acm @yesterday #fix login: read, saved, named, shown in the tree, and undone", async (workbench) => {
    await workbench.openContainer("Factorial");
    const projects = workbench.tree("Projects");
    await projects.expand("ACME");
    await projects.expand("Time");
    await projects.waitForRow(/Nora Vidal/);
    const records = workbench.company.company.timeRecords.all().length;
    const before = (await projects.rows()).length;

    await workbench.logTimeBox.open("1h30 acm @yesterday #fix login");
    const row = await workbench.quickInput.waitForFirstRow(/ACME.*log 1h30 · yesterday, .* · fix login/);
    assert.equal(row.active, true);
    await workbench.screenshot("log-time-typed");
    await workbench.quickInput.accept();

    const message = await workbench.notifications.waitFor("Factorial holds 1h30 on ACME, yesterday");
    assert.match(message.text, /“fix login” The day is at \d+h/);
    assert.deepEqual(message.buttons, ["Undo"]);
    const [held] = heldWithComment(workbench, "fix login");
    assert.equal(held?.imputed_minutes, 90);
    assert.equal(workbench.company.company.timeRecords.all().length, records + 1);
    await eventually(async () => {
      const rows = await projects.rows();
      assert.ok(
        rows.some(
          ({ label, description }) => label === "1h30 · Nora Vidal" && description.endsWith("fix login"),
        ),
        "the tree shows the new record without a refresh",
      );
      assert.ok(rows.length >= before);
    });
    await workbench.screenshot("log-time-saved");

    await workbench.notifications.click("Factorial holds 1h30", "Undo");
    await workbench.notifications.waitFor("Taken back: 1h30 on ACME.");
    assert.deepEqual(heldWithComment(workbench, "fix login"), []);
    assert.equal(workbench.company.company.timeRecords.all().length, records);
    await eventually(async () => {
      const rows = await projects.rows();
      assert.ok(!rows.some(({ description }) => description.endsWith("fix login")));
    });
    await workbench.notifications.dismissAll();
  });

  test("takes six keys on the suggested project, asks nothing to open, and the status bar follows", async (workbench) => {
    await workbench.statusBarItem.waitFor();
    const totalBefore = await workbench.statusBarItem.text();
    const requests = workbench.company.requests.length;
    let keys = 0;
    const press = async (key: string) => {
      keys++;
      await workbench.page.keyboard.press(key);
    };
    await press(CHORD);
    await workbench.quickInput.waitForOpen();
    await workbench.quickInput.waitForRow(/ACME/);
    assert.equal(workbench.company.requests.length, requests, "opening the box made a request");
    for (const key of "1h30") await press(key);
    await workbench.quickInput.waitForFirstRow(/ACME.*log 1h30 · today/);
    await press("Enter");
    await workbench.notifications.waitFor(/Factorial holds 1h30 on ACME.*today/);
    assert.equal(keys, 6);
    await eventually(async () => {
      assert.notEqual(await workbench.statusBarItem.text(), totalBefore);
    });
    assert.match(await workbench.statusBarItem.spoken(), /logged today/);
    await workbench.runCommand("Factorial: Undo Last Logged Time");
    await workbench.notifications.waitFor("Taken back");
    await eventually(async () => {
      assert.equal(await workbench.statusBarItem.text(), totalBefore);
    });
    await workbench.notifications.dismissAll();
  });

  test("says what forbids an entry, and Enter then does nothing", async (workbench) => {
    const locked = workbench.company.company.reviews
      .all()
      .filter(({ employee_id: employee }) => employee === "302")
      .at(-1);
    assert.ok(locked, "the demo company has a signed-off day");
    const cases: [text: string, reading: RegExp][] = [
      ["1h acm @tomorrow", /still to come/],
      [`1h acm @${locked.date}`, /approved and closed/],
      ["25h acm", /more than 24 hours/],
      ["1h75 acm", /up to 59/],
      ["1h Fjord Audit", /None of your projects matches "Fjord Audit"/],
      ["1h acm / cellar", /no subproject "cellar".*API/],
      ["1h acm @someday", /not a day/],
      ["23h59 acm @2026-02-30", /not in the calendar/],
    ];
    for (const [text, reading] of cases) {
      const posts = workbench.company.requests.filter(({ method }) => method === "POST").length;
      await workbench.logTimeBox.open(text);
      await workbench.quickInput.waitForFirstRow(reading);
      await workbench.quickInput.accept();
      assert.equal(await workbench.quickInput.isOpen(), true, `${text}: Enter closed the box`);
      assert.equal(workbench.company.requests.filter(({ method }) => method === "POST").length, posts, text);
      await workbench.quickInput.dismiss();
    }
  });

  test("tells of a project that was closed in the meantime before anything is sent", async (workbench) => {
    const { projects } = workbench.company.company;
    const umbra = projects.all().find(({ name }) => name === "Umbra");
    assert.ok(umbra);
    projects.patch(umbra, { status: "closed" });
    await workbench.logTimeBox.open("1h umbra");
    await workbench.quickInput.waitForFirstRow(/Umbra.*log 1h/);
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForFirstRow(/closed, or you are no longer assigned/);
    assert.equal(await workbench.quickInput.value(), "1h umbra");
    await workbench.quickInput.dismiss();
    projects.patch(umbra, { status: "active" });
  });

  test("keeps what was typed when the box is left, also over a reload", async (workbench) => {
    await workbench.logTimeBox.open("2h acm #half a thought");
    await workbench.quickInput.dismiss();
    await workbench.load();
    await eventually(async () => {
      assert.match(await workbench.statusBarItem.text(), /8h/);
    }, 30_000);
    await workbench.page.keyboard.press(CHORD);
    await workbench.quickInput.waitForRow("Go on with what you typed");
    await workbench.quickInput.pick("Go on with what you typed");
    await eventually(async () => {
      assert.equal(await workbench.quickInput.value(), "2h acm #half a thought");
    });
    await workbench.quickInput.type("");
    await workbench.quickInput.dismiss();
  });

  test("says when the day has just this entry already, before it is logged a second time", async (workbench) => {
    await workbench.logTimeBox.open("25m acm @yesterday #once");
    await workbench.quickInput.waitForFirstRow(/ACME log 25m/);
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor("“once”");
    await workbench.logTimeBox.open("25m acm @yesterday #once");
    await workbench.quickInput.waitForFirstRow(/just this already: Enter logs it a second time/);
    await workbench.screenshot("log-time-twin");
    await workbench.quickInput.dismiss();
    await workbench.runCommand("Factorial: Undo Last Logged Time");
    await workbench.notifications.waitFor("Taken back");
    assert.deepEqual(heldWithComment(workbench, "once"), []);
    await workbench.notifications.dismissAll();
  });

  test("shows hostile text as text", async (workbench) => {
    const comment = "<img src=x onerror=alert(1)> [a](command:x) $(bug) \u202Eevil";
    await workbench.logTimeBox.open(`15m acm #${comment}`);
    await workbench.quickInput.waitForFirstRow(/<img src=x onerror=alert\(1\)>/);
    await workbench.quickInput.accept();
    const message = await workbench.notifications.waitFor("Factorial holds 15m on ACME");
    assert.match(message.text, /<img src=x onerror=alert\(1\)> \[a\].?\(command:x\) \$\(bug\)/);
    assert.equal(
      await workbench.page.locator(".notification-list-item-message a").count(),
      0,
      "a link was made",
    );
    await workbench.screenshot("log-time-hostile");
    await workbench.notifications.click("Factorial holds 15m", "Undo");
    await workbench.notifications.waitFor("Taken back");
    await workbench.notifications.dismissAll();
  });
});
