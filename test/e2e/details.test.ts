// The details of a record, as a page to read.
import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const THEMES = ["high contrast", "light", "dark"] as const;

/** The rendered page whose heading is this. */
function pageOf(workbench: Workbench, heading: string): Promise<Frame> {
  return workbench.webview("h1", heading);
}

const textOf = (page: Frame) => page.locator("body").innerText();

inWorkbench("details", {}, (test) => {
  test("a tooltip says what a row has no room for", async (workbench) => {
    await workbench.openContainer("Factorial");
    const projects = workbench.tree("Projects");
    await projects.waitForRow("ACME");
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await projects.row("ACME").hover();
      const tooltip = workbench.page.locator(".workbench-hover").filter({ hasText: "Legal entity" });
      await tooltip.waitFor();
      assert.match(await tooltip.innerText(), /Brisa Software, S\.L\./);
      await workbench.screenshot(`details-tooltip-${theme.replace(" ", "-")}`);
      await workbench.page.mouse.move(800, 400);
      await tooltip.waitFor({ state: "detached" });
    }
  });

  test("a project reads in words, and leads to what it names", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.clickInlineAction("ACME", "Show Details");
    const page = await pageOf(workbench, "ACME");
    const text = await textOf(page);
    assert.match(text, /Legal entity: Brisa Software, S\.L\./);
    assert.match(text, /People: Only those who are added/);
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`details-project-${theme.replace(" ", "-")}`);
    }
    await page.locator("a", { hasText: "Brisa Software" }).click();
    const entity = await pageOf(workbench, "Brisa Software, S.L.");
    assert.match(await textOf(entity), /Currency: EUR/);
  });

  test("answers of a review read as questions and answers", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.fold();
    const reviews = workbench.tree("Reviews");
    await reviews.unfold();
    await reviews.expand("Finished");
    await reviews.expand("Spring review");
    await reviews.expand("Reviews");
    await reviews.clickInlineAction("Lucía Ferrer", "Show Details");
    const page = await pageOf(workbench, "Lucía Ferrer");
    await eventually(async () => {
      const text = await textOf(page);
      assert.match(text, /How did the goals go\?/);
      assert.match(text, /\d – (Far below|Below|As expected|Above|Far above)/);
      assert.ok(!text.includes("{"), text);
    });
    await workbench.screenshot("details-review");
  });

  test("a record that is gone says so", async (workbench) => {
    const reviews = workbench.tree("Reviews");
    await reviews.fold();
    const projects = workbench.tree("Projects");
    await projects.unfold();
    await projects.waitForRow("Umbra");
    const { projects: table } = workbench.company.company;
    const umbra = table.find(({ name }) => name === "Umbra");
    assert.ok(umbra);
    table.remove(umbra);
    await projects.clickInlineAction("Umbra", "Show Details");
    await eventually(async () => {
      const tabs = await workbench.editorTabs();
      assert.ok(tabs.length > 0);
    });
    const page = await workbench.webview("body", "doesn't find");
    assert.match(await textOf(page), /doesn't find/);
    await workbench.screenshot("details-gone");
  });
});
