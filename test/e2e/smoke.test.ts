import assert from "node:assert/strict";
import { inWorkbench } from "./in-workbench.js";

inWorkbench("the extension in the workbench", { branch: "feat/ACM-42-login" }, (test) => {
  test("shows the demo company's projects in its container", async (workbench) => {
    await workbench.openContainer("Factorial");
    const projects = workbench.tree("Projects");
    await projects.waitForRow("ACME");
    await projects.expand("ACME");
    await projects.waitForRow("Subprojects");
    await projects.collapse("ACME");
  });

  test("offers its commands in the palette", async (workbench) => {
    const titles = await workbench.commandsFor("Factorial: Log Time");
    assert.ok(titles.includes("Factorial: Log Time…"), titles.join("\n"));
  });

  test("shows today's time in the status bar, and what can be done with time behind it", async (workbench) => {
    await workbench.statusBarItem.waitFor();
    assert.notEqual(await workbench.statusBarItem.text(), "");
    await workbench.statusBarItem.click();
    await workbench.quickInput.waitForOpen();
    assert.equal(await workbench.quickInput.title(), "Time");
    await workbench.quickInput.pick("Log Time…");
    await workbench.quickInput.waitForRow(/ACME/);
    assert.equal(await workbench.quickInput.title(), "Log Time");
    await workbench.quickInput.dismiss();
  });

  test("runs in light, dark and high contrast colors, and with changed settings", async (workbench) => {
    await workbench.setTheme("light");
    await workbench.setTheme("high contrast");
    await workbench.setTheme("dark");
    await workbench.changeSettings({ "workbench.statusBar.visible": false });
    await workbench.page.locator(".part.statusbar").waitFor({ state: "hidden" });
    await workbench.changeSettings({ "workbench.statusBar.visible": true });
    await workbench.page.locator(".part.statusbar").waitFor();
    assert.deepEqual(await workbench.editorTabs(), []);
  });

  test("comes back after the page was opened anew", async (workbench) => {
    await workbench.load();
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
  });
});
