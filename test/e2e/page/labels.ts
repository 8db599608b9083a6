import type { Locator } from "playwright-core";

/** Names of buttons and menu entries, without the key that VS Code adds: `Log Time… (Ctrl+Alt+H)`. */
export async function namesOf(elements: Locator): Promise<string[]> {
  const labels = await elements.evaluateAll((all) =>
    all.map((element) => element.getAttribute("aria-label") ?? ""),
  );
  return labels.map((label) => label.replace(/ \([^()]+\)$/, ""));
}

/** An attribute of the first of them; undefined where there is none now: nothing is waited for. */
export async function attributeOf(elements: Locator, name: string): Promise<string | undefined> {
  const values = await elements.evaluateAll(
    (all, attribute) => all.map((element) => element.getAttribute(attribute)),
    name,
  );
  return values[0] ?? undefined;
}

/** Those of the elements that have the name, with or without a key behind it. */
export function withName(elements: Locator, name: string): Locator {
  return elements.and(elements.page().locator(`[aria-label="${name}"], [aria-label^="${name} ("]`));
}
