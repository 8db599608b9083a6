import type { Locator, Page } from "playwright-core";
import { eventually, insist } from "../eventually.js";
import { namesOf, withName } from "./labels.js";

/** The menu that a right click opens, or a button. */
export class Menu {
  readonly #page: Page;
  readonly #entries: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#entries = page.locator(".monaco-menu .action-menu-item .action-label");
  }

  /** Opens it by a click, which lands on another row, or on none, while a list is being drawn anew. */
  async openBy(click: () => Promise<void>, entry?: string): Promise<void> {
    const wanted = entry === undefined ? this.#entries.first() : withName(this.#entries, entry);
    await insist(`the menu with ${entry ?? "some entries"}`, {
      act: async () => {
        if (await this.#isOpen()) await this.close();
        await click();
      },
      isDone: () => wanted.isVisible(),
    });
  }

  async names(): Promise<string[]> {
    return namesOf(this.#entries);
  }

  /** With what only those read who see it. */
  async texts(): Promise<string[]> {
    return this.#entries.allTextContents();
  }

  /** A menu that has just opened takes no click yet. */
  async choose(entry: string): Promise<void> {
    const item = withName(this.#entries, entry);
    await item.waitFor();
    await eventually(async () => {
      if (!(await item.isVisible())) return;
      await item.click({ timeout: 1000 });
      await item.waitFor({ state: "detached", timeout: 1000 });
    });
  }

  async close(): Promise<void> {
    await insist("Escape in a menu", {
      act: () => this.#page.keyboard.press("Escape"),
      isDone: async () => !(await this.#isOpen()),
    });
  }

  async #isOpen(): Promise<boolean> {
    return this.#entries.first().isVisible();
  }
}
