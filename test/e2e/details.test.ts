// The details of a record, as a page to read.
import assert from "node:assert/strict";
import { eventually, insist } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const THEMES = ["high contrast", "light", "dark"] as const;

const headingOf = (workbench: Workbench, heading: string) =>
  workbench.webview.locator("h1", { hasText: heading });

/** Waits until the page in front says all of that; names come a moment later. */
async function waitForWords(workbench: Workbench, ...words: RegExp[]): Promise<string> {
  return eventually(async () => {
    const text = await workbench.webview.locator("body").innerText();
    for (const one of words) assert.match(text, one);
    return text;
  }, 30_000);
}

inWorkbench("details", {}, (test) => {
  test("a tooltip says what a row has no room for", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Time").fold(); // a long tree draws only the rows on screen
    const projects = workbench.tree("Projects");
    await projects.waitForRow("ACME");
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      const tooltip = workbench.page.locator(".workbench-hover").filter({ hasText: "Legal entity" });
      await insist("a tooltip", {
        act: async () => {
          await workbench.page.mouse.move(800, 400);
          await projects.row("ACME").hover();
        },
        isDone: () => tooltip.isVisible(),
      });
      assert.match(await tooltip.innerText(), /Brisa Software, S\.L\./);
      await workbench.screenshot(`details-tooltip-${theme.replace(" ", "-")}`);
      await workbench.page.mouse.move(800, 400);
      await tooltip.waitFor({ state: "detached" });
    }
  });

  test("a project reads in words, and leads to what it names", async (workbench) => {
    const projects = workbench.tree("Projects");
    await projects.clickInlineAction("ACME", "Show Details");
    await headingOf(workbench, "ACME").waitFor();
    await waitForWords(workbench, /Legal entity: Brisa Software, S\.L\./, /People: Only those who are added/);
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`details-project-${theme.replace(" ", "-")}`);
    }
    await insist("a link to a record", {
      act: () => workbench.webview.locator("a", { hasText: "Brisa Software" }).click({ timeout: 5000 }),
      isDone: () => headingOf(workbench, "Brisa Software, S.L.").isVisible(),
    });
    await waitForWords(workbench, /Currency: EUR/);
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
    await headingOf(workbench, "Lucía Ferrer").waitFor();
    const text = await waitForWords(
      workbench,
      /How did the goals go\?/,
      /\d – (Far below|Below|As expected|Above|Far above)/,
    );
    assert.ok(!text.includes("{"), text);
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
    await waitForWords(workbench, /doesn't find/);
    await workbench.screenshot("details-gone");
  });
});
