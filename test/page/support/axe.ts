import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { eventually } from "../../e2e/eventually";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Up to WCAG 2.1 AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

declare global {
  interface Window {
    axe: { run: (root: Document, options: unknown) => Promise<AxeResults> };
  }
}

/** Asks axe, again for a moment where it finds something: components draw themselves a little after the page. */
export async function assertAccessible(page: Page): Promise<void> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(AXE); // by the debugger: the page's policy lets no script in
  await eventually(async () => {
    const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), RULES);
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
    );
    assert.equal(found.join("\n\n"), "");
  }, 3000);
}
