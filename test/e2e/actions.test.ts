// Actions as a person runs them: from a row's menu, from several rows, from the palette, with questions and modals.
import assert from "node:assert/strict";
import * as z from "zod";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const THEMES = ["high contrast", "light", "dark"] as const;

function posted(workbench: Workbench, path: string): unknown[] {
  return workbench.company.requests
    .filter(({ method, path: at }) => method !== "GET" && at.endsWith(path))
    .map(({ body }) => body);
}

const projectNamed = (workbench: Workbench, name: string) =>
  workbench.company.company.projects.find((project) => project.name === name);

inWorkbench("actions", {}, (test) => {
  test("Close Project runs from a row, shows at once, and is undone", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Time").fold(); // a long tree draws only the rows on screen
    const projects = workbench.tree("Projects");
    await projects.waitForRow("Brisa Platform");
    const menu = await projects.contextMenu("Brisa Platform");
    assert.ok(menu.includes("Close Project") && !menu.includes("Activate Project"), menu.join());
    await projects.chooseFromContextMenu("Brisa Platform", "Close Project");
    await workbench.notifications.waitFor("Brisa Platform closed.");
    await eventually(async () => {
      const [row] = (await projects.rows()).filter(({ label }) => label === "Brisa Platform");
      assert.match(row?.description ?? "", /closed/);
      assert.equal(row?.icon, "archive");
    });
    await workbench.screenshot("actions-undo");
    await workbench.notifications.click("Brisa Platform closed.", "Undo");
    await eventually(() => {
      assert.equal(projectNamed(workbench, "Brisa Platform")?.status, "active");
    });
    await eventually(async () => {
      const [row] = (await projects.rows()).filter(({ label }) => label === "Brisa Platform");
      assert.equal(row?.icon, "project");
    });
    await workbench.notifications.dismissAll();
    assert.ok((await projects.contextMenu("Brisa Platform")).includes("Close Project"));
  });

  test("several selected rows are done one by one, and what was refused is told", async (workbench) => {
    const projects = workbench.tree("Projects");
    workbench.company.misbehave({
      kind: "status",
      status: 422,
      body: { errors: { base: ["Somebody is logging time on it"] } },
      match: { method: "POST", path: "/projects/close" },
      times: 1,
    });
    await projects.click("Brisa Platform");
    await projects.click("Northwind Support", ["ControlOrMeta"]);
    await projects.chooseFromContextMenu("Northwind Support", "Close Project");
    const { text, buttons } = await workbench.notifications.waitFor("1 refused");
    assert.match(text, /1 closed, 1 refused: .*Somebody is logging time on it/);
    assert.ok(buttons.includes("Undo") && buttons.includes("Show All"), buttons.join());
    await workbench.screenshot("actions-mixed");
    await workbench.notifications.click("1 refused", "Undo");
    await eventually(() => {
      for (const name of ["Brisa Platform", "Northwind Support"])
        assert.equal(projectNamed(workbench, name)?.status, "active");
    });
    await workbench.notifications.dismissAll();
  });

  test("from the palette it asks which one, by name, with steps and back", async (workbench) => {
    const { quickInput } = workbench;
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await workbench.runCommand("Factorial: Schedule Review…");
      await quickInput.waitForRow("Year-end review");
      await workbench.screenshot(`actions-picker-${theme.replace(" ", "-")}`);
      await quickInput.dismiss();
    }
    await workbench.runCommand("Factorial: Schedule Review…");
    await quickInput.waitForRow("Year-end review");
    assert.ok(!(await quickInput.labels()).includes("Mid-year review"), "only drafts are offered");
    await quickInput.pick("Year-end review");
    await eventually(async () => {
      assert.match(await quickInput.title(), /Schedule Review: Year-end review/);
    });
    await quickInput.type("next monday 10:30");
    await workbench.screenshot("actions-date");
    await quickInput.clickButton("Back");
    await quickInput.waitForRow("Year-end review");
    await quickInput.pick("Year-end review");
    await eventually(async () => {
      assert.match(await quickInput.title(), /Schedule Review: Year-end review/);
    });
    await quickInput.type("yesterday");
    await quickInput.waitForRow(/00:00|23:59|09:00|9:00/);
    await quickInput.accept();
    await quickInput.waitForClosed();
    const { text } = await workbench.notifications.waitFor(/future/);
    assert.match(text, /must be in the future/);
    await workbench.notifications.dismissAll();
    await workbench.runCommand("Factorial: Schedule Review…");
    await quickInput.pick("Year-end review");
    await eventually(async () => {
      assert.match(await quickInput.title(), /Schedule Review: Year-end review/);
    });
    await quickInput.type("next monday 10:30");
    await quickInput.waitForRow(/10:30/);
    await quickInput.accept();
    await workbench.notifications.waitFor("Year-end review scheduled.");
    const [, body] = posted(workbench, "/review_processes/schedule");
    assert.match(JSON.stringify(body), /"starts_at":"\d{4}-\d\d-\d\dT10:30:00[+-]\d\d:\d\d"/);
    await workbench.notifications.click("Year-end review scheduled.", "Undo");
    await eventually(() => {
      const review = workbench.company.company.reviewProcesses.find(({ name }) => name === "Year-end review");
      assert.equal(review?.status, "draft");
    });
    await workbench.notifications.dismissAll();
  });

  test("what cannot be taken back asks first, and names what goes with it", async (workbench) => {
    const projects = workbench.tree("Projects");
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await projects.chooseFromContextMenu("Umbra", "Delete Project");
      await workbench.dialog.waitForOpen();
      assert.match(await workbench.dialog.message(), /Umbra/);
      assert.match(await workbench.dialog.detail(), /subprojects, its tasks and the time/);
      await workbench.screenshot(`actions-modal-${theme.replace(" ", "-")}`);
      await workbench.dialog.click("Cancel");
    }
    assert.deepEqual(posted(workbench, "/soft_delete"), []);
    await projects.chooseFromContextMenu("Umbra", "Delete Project");
    await workbench.dialog.waitForOpen();
    await workbench.dialog.click("Delete Project");
    await workbench.notifications.waitFor("Umbra deleted.");
    await eventually(async () => {
      assert.ok(!(await projects.labels()).includes("Umbra"));
    });
    const [deleted] = workbench.company.requests.filter(({ path }) => path.endsWith("/soft_delete"));
    assert.match(deleted?.text ?? "", /"18446744073709551617"/);
    await workbench.notifications.dismissAll();
  });

  test("people are found by name, several at once, and stay chosen while one searches on", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.click("Helios Migration"); // several rows are still selected
    await projects.chooseFromContextMenu("Brisa Platform", "Add People to Project…");
    const form = workbench.form("Add People to Project");
    await form.waitFor();
    for (const name of ["Marc Soler", "Aiko Tanaka"]) {
      await form.combobox(/^(Employee|People)/).fill(name.slice(0, 4).toLowerCase());
      await form.option(name).click();
    }
    await workbench.screenshot("actions-people");
    await form.save.click();
    await workbench.notifications.waitFor("Brisa Platform has more people.");
    const nameOf = (id: string) => workbench.company.company.employees.get(id)?.full_name;
    const [body] = posted(workbench, "/project_workers/bulk_create");
    const { employee_ids: ids } = z.object({ employee_ids: z.array(z.string()) }).parse(body);
    assert.deepEqual(ids.map(nameOf).sort(), ["Aiko Tanaka", "Marc Soler"]);
    await workbench.notifications.dismissAll();
  });

  test("an answer that is lost is told as not known, and can be looked up", async (workbench) => {
    const projects = workbench.tree("Projects");
    const before = posted(workbench, "/projects/close").length;
    workbench.company.misbehave({
      kind: "lostAnswer",
      match: { method: "POST", path: "/projects/close" },
      times: 1,
    });
    await projects.chooseFromContextMenu("Northwind Support", "Close Project");
    await workbench.notifications.waitFor(/not known whether/);
    await workbench.screenshot("actions-unknown");
    await workbench.notifications.click(/not known whether/, "Look");
    await workbench.notifications.waitFor(/Northwind Support.*closed/);
    assert.equal(posted(workbench, "/projects/close").length - before, 1, "it was not sent again");
    await workbench.notifications.dismissAll();
  });

  test("a task's new status shows on its row", async (workbench) => {
    const { quickInput } = workbench;
    const projects = workbench.tree("Projects");
    await projects.expand("ACME");
    await projects.expand("Tasks");
    await projects.chooseFromContextMenu("Push notifications", "Change Task Status…");
    await quickInput.pick("done");
    await eventually(async () => {
      const [row] = (await projects.rows()).filter(({ label }) => label === "Push notifications");
      assert.equal(row?.icon, "pass");
    });
    await workbench.notifications.dismissAll();
  });

  test("any operation at all can be run, and its answer read", async (workbench) => {
    const { quickInput } = workbench;
    await workbench.runCommand("Factorial: Run Operation…");
    await quickInput.type("Teams: list");
    await quickInput.accept();
    await eventually(async () => {
      if (await quickInput.isOpen()) await quickInput.accept();
      const tabs = await workbench.editorTabs();
      assert.ok(
        tabs.some((tab) => /teams/i.test(tab)),
        tabs.join(),
      );
    });
    await workbench.screenshot("actions-run-operation");
  });
});
