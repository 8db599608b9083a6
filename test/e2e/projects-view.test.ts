// The Projects view as a person uses it: search, long lists, what goes wrong, colors.
import assert from "node:assert/strict";
import { eventually, insist } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";

inWorkbench("the Projects view", { company: { scale: 250 } }, (test) => {
  test("shows the first hundred projects of a large company, and more when asked", async (workbench) => {
    await workbench.openContainer("Factorial");
    const projects = workbench.tree("Projects");
    await projects.waitForRow("ACME");
    await workbench.tree("Time").fold(); // its rows come later, and would take room from these
    await projects.click("ACME"); // for the focus; a long tree draws only the rows on screen
    const asked = () =>
      workbench.company.requests.filter(
        ({ path, query }) => path.endsWith("/projects") && query.includes("after_id"),
      ).length;
    await insist("more projects", {
      act: async () => {
        await eventually(async () => {
          await workbench.page.keyboard.press("End");
          assert.ok((await projects.labels()).includes("Load more…"));
        });
        await projects.click("Load more…");
      },
      isDone: () => Promise.resolve(asked() > 0),
    });
    assert.equal(asked(), 1);
    await eventually(async () => {
      await workbench.page.keyboard.press("Home");
      assert.ok((await projects.labels()).includes("ACME"));
    });
  });

  test("lets the server search, and says what is shown", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.clickTitleAction("Filter Projects…");
    await workbench.quickInput.type("umbra");
    await workbench.quickInput.accept();
    await eventually(async () => {
      assert.deepEqual(await projects.labels(), ["Umbra"]);
    });
    assert.ok(workbench.company.requests.some(({ query }) => query.includes("name_or_code=umbra")));
    await projects.clickTitleAction("Filter Projects…");
    await workbench.quickInput.type("no such thing");
    await workbench.quickInput.accept();
    await projects.waitForRow("No project matches “no such thing”.");
    await projects.chooseFromTitleMenu("Clear Project Filter");
    await projects.waitForRow("ACME");
  });

  test("asks once for each group, and keeps what is expanded over a refresh", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.expand("ACME");
    for (const [group, row, resource] of [
      ["Subprojects", "API", "subprojects"],
      ["Tasks", "Push notifications", "project_tasks"],
      ["People", "Nora Vidal", "project_workers"],
    ] as const) {
      const before = workbench.company.requests.length;
      await projects.expand(group);
      await projects.waitForRow(row);
      const requests = workbench.company.requests.slice(before);
      assert.equal(requests.filter(({ path }) => path.endsWith(`/${resource}`)).length, 1, group);
      assert.ok(requests.length <= 2, `${group}: one request, and one for names`);
    }
    await workbench.runCommand("Factorial: Refresh");
    await projects.waitForRow("Push notifications");
    await projects.waitForRow("Nora Vidal");
    for (const theme of ["high contrast", "light", "dark"] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`projects-${theme.replace(" ", "-")}`);
    }
    await projects.collapse("ACME");
  });

  test("a group that fails says why, keeps the rest, and comes with Retry", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.expand("Brisa Platform");
    workbench.company.misbehave({
      kind: "status",
      status: 403,
      body: { errors: { errors: ["You may not see tasks"] } },
      match: { path: "/project_tasks" },
      times: 1,
    });
    await projects.expand("Tasks");
    await projects.waitForRow("Try Again");
    const [failed] = (await projects.rows()).filter(({ label }) => label === "Try Again");
    assert.match(failed?.description ?? "", /does not allow this account.*You may not see tasks/);
    await projects.expand("People");
    await projects.waitForRow("Nora Vidal");
    await workbench.screenshot("projects-error");
    await projects.click("Try Again");
    await eventually(async () => {
      assert.ok(!(await projects.labels()).includes("Try Again"));
    });
    await projects.collapse("Brisa Platform");
  });

  test("people without names are still people when employees may not be read", async (workbench) => {
    const projects = workbench.tree("Projects");
    workbench.company.misbehave({
      kind: "status",
      status: 403,
      match: { path: "/employees/employees" },
      times: 1,
    });
    await projects.expand("Northwind Support");
    await projects.expand("People");
    await eventually(async () => {
      const rows = await projects.rows();
      assert.ok(rows.some(({ level, icon }) => level === 3 && icon === "person"));
    });
    await projects.collapse("Northwind Support");
  });
});
