import assert from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { eventually } from "../eventually.js";
import { webviewInFront } from "./webview.js";

/** The first page of a window takes seconds. */
const OPENS_WITHIN_MS = 60_000;

/** The form in the tab in front. */
export class Form {
  readonly #page: Page;
  readonly #root: FrameLocator;
  readonly #heading: Locator;

  /** @param title its beginning is enough: "Edit Project" */
  constructor(page: Page, title: string) {
    this.#page = page;
    this.#root = webviewInFront(page);
    this.#heading = this.#root.locator("h1", { hasText: title });
  }

  /** Waits until it is there to be filled in. */
  async waitFor(): Promise<void> {
    await this.#heading.waitFor({ timeout: OPENS_WITHIN_MS });
  }

  /** Waits until VS Code has done away with its page: its tab is hidden, or closed. */
  async waitForGone(): Promise<void> {
    await this.#page.locator("iframe.webview").waitFor({ state: "detached" });
  }

  get body(): Locator {
    return this.#root.locator("body");
  }

  text(label: string): Locator {
    // From its beginning: a date has a calendar beside it, "Pick a date: Start date".
    return this.#root.getByRole("textbox", { name: new RegExp(`^${label}`) });
  }

  combobox(label: string | RegExp): Locator {
    return this.#root.getByRole("combobox", { name: label });
  }

  checkbox(label: string): Locator {
    return this.#root.getByRole("checkbox", { name: label });
  }

  option(label: string): Locator {
    return this.#root.getByRole("option", { name: label });
  }

  button(name: string): Locator {
    return this.#root.getByRole("button", { name });
  }

  get save(): Locator {
    return this.button("Save");
  }

  /** What a screen reader says at once: what was not saved and why, what was changed meanwhile. */
  alert(text: string | RegExp): Locator {
    return this.#root.getByRole("alert").filter({ hasText: text });
  }

  status(text: string): Locator {
    return this.#root.getByRole("status").filter({ hasText: text });
  }

  /** All that belongs to a field. */
  field(label: string): Locator {
    return this.#root.locator(".field", { hasText: label });
  }

  /** Mine and theirs, of a field that was changed in both places. */
  conflict(label: string): Locator {
    return this.#root.getByRole("group", { name: label, exact: true });
  }

  /** Waits for what is said in red below a field. */
  async waitForProblem(label: string, expected: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await this.field(label).locator(".problem").innerText(), expected);
    });
  }

  async waitForValue(label: string, expected: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await this.text(label).inputValue(), expected);
    });
  }

  async waitForFocusOn(label: string): Promise<void> {
    await eventually(async () => {
      assert.ok(await this.text(label).evaluate((input) => input.matches(":focus")), label);
    });
  }

  /** How wide the page is and how wide its content, in pixels. */
  async widths(): Promise<{ page: number; content: number }> {
    return this.body.evaluate(() => ({
      page: window.innerWidth,
      content: document.documentElement.scrollWidth,
    }));
  }
}
