import type { Locator, Page } from "playwright-core";
import manifest from "../../../package.json";

/** The extension's own item in the status bar. */
export class StatusBarItem {
  readonly #item: Locator;

  constructor(page: Page) {
    // VS Code's element id is the extension's id, a dot, and the item's own id.
    this.#item = page.locator(`.statusbar-item[id^="${manifest.publisher}.${manifest.name}."]`).first();
  }

  async waitFor(): Promise<void> {
    await this.#item.waitFor();
  }

  async isShown(): Promise<boolean> {
    return this.#item.isVisible();
  }

  async text(): Promise<string> {
    return ((await this.#item.textContent()) ?? "").trim();
  }

  /** What a screen reader says. */
  async spoken(): Promise<string> {
    return (await this.#item.locator("a").first().getAttribute("aria-label")) ?? "";
  }

  async click(): Promise<void> {
    await this.#item.locator("a").first().click();
  }
}
