import assert from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { eventually, exactly } from "../eventually.js";
import { webviewInFront } from "./webview.js";

/** The week sheet in the tab in front. */
export class WeekPage {
  readonly #page: Page;
  readonly #root: FrameLocator;

  constructor(page: Page) {
    this.#page = page;
    this.#root = webviewInFront(page);
  }

  async waitFor(): Promise<void> {
    await this.#root.locator("table.grid").waitFor({ timeout: 60_000 });
  }

  get title(): Locator {
    return this.#root.locator("h1");
  }

  get notice(): Locator {
    return this.#root.locator(".notice");
  }

  get detail(): Locator {
    return this.#root.locator(".detail");
  }

  get body(): Locator {
    return this.#root.locator("body");
  }

  button(name: string | RegExp): Locator {
    return this.#root.getByRole("button", { name });
  }

  async rows(): Promise<string[]> {
    return this.#root.locator("tbody th.name").allTextContents();
  }

  row(name: string): Locator {
    return this.#root.locator("tbody tr", {
      has: this.#page.locator("th.name", { hasText: exactly(name) }),
    });
  }

  /** @param column 0 is Monday */
  cell(row: string, column: number): Locator {
    return this.row(row).locator("td.cell").nth(column);
  }

  /** Goes to another week, and waits until it is there. */
  async go(button: string | RegExp): Promise<void> {
    const before = await this.title.textContent();
    await this.button(button).click();
    await eventually(async () => {
      assert.notEqual(await this.title.textContent(), before);
    });
  }

  /** Types into a cell as a person does, from the keyboard, and goes on with a key. */
  async type(row: string, column: number, text: string, key = "Enter"): Promise<void> {
    await this.cell(row, column).click();
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press(key);
  }

  async waitForCell(row: string, column: number, text: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await this.cell(row, column).textContent(), text);
    });
  }
}
