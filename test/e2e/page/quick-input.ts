import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { eventually, exactly, insist } from "../eventually.js";

export interface QuickPickRow {
  label: string;
  description: string;
  detail: string;
  /** The heading above this row, if it is the first of its group. */
  separator: string;
  active: boolean;
}

/** The box at the top of the window: a Quick Pick or an input box. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget");
    this.#input = this.#widget.locator("input.input");
  }

  async isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  async waitForOpen(): Promise<void> {
    await this.#input.waitFor();
  }

  async waitForClosed(): Promise<void> {
    await this.#widget.waitFor({ state: "hidden" });
  }

  async title(): Promise<string> {
    return textOf(this.#widget.locator(".quick-input-title"));
  }

  async placeholder(): Promise<string> {
    return (await this.#input.getAttribute("placeholder")) ?? "";
  }

  /** Empty while it is closed: behind the scenes VS Code keeps what a box had until the next one opens. */
  async value(): Promise<string> {
    return (await this.isOpen()) ? this.#input.inputValue() : "";
  }

  /** The line below the input: the prompt, or what is wrong with the input. */
  async message(): Promise<string> {
    return textOf(this.#widget.locator(".quick-input-message"));
  }

  /** Replaces what is typed. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** The rows on screen: a long list draws only those. None while it is closed. */
  async rows(): Promise<QuickPickRow[]> {
    if (!(await this.isOpen())) return [];
    return this.#widget.locator(".monaco-list-row").evaluateAll((rows) =>
      rows.map((row) => {
        const text = (selector: string) => row.querySelector(selector)?.textContent.trim() ?? "";
        return {
          label: text(".quick-input-list-row .label-name"),
          description: text(".quick-input-list-row .label-description"),
          detail: text(".quick-input-list-label-meta .label-name"),
          separator: text(".quick-input-list-separator"),
          active: row.classList.contains("focused"),
        };
      }),
    );
  }

  async labels(): Promise<string[]> {
    return (await this.rows()).map((row) => row.label);
  }

  async waitForRow(label: string | RegExp): Promise<void> {
    await this.#row(label).waitFor();
  }

  /** Waits until the first row reads so, its label, description and detail one after the other. */
  async waitForFirstRow(reading: RegExp): Promise<QuickPickRow> {
    return eventually(async () => {
      const [row] = await this.rows();
      assert.ok(row, "the box has no row");
      assert.match(`${row.label} ${row.description} ${row.detail}`, reading);
      return row;
    });
  }

  /** Clicks the row: Enter can hit another one while the list is being filtered. */
  async pick(label: string | RegExp): Promise<void> {
    const row = this.#row(label);
    await row.waitFor();
    const before = await this.#step();
    await insist(`${String(label)} in a list`, {
      act: async () => {
        // While it was looked for the box may have gone on after all.
        if ((await this.#step()) === before) await row.click({ timeout: 5000 });
      },
      isDone: async () => (await this.#step()) !== before || !(await row.isVisible()),
    });
  }

  /** What tells one step of a box from the next, empty when it is closed. */
  async #step(): Promise<string> {
    if (!(await this.isOpen())) return "";
    return JSON.stringify([await this.title(), await this.placeholder(), await this.value()]);
  }

  /** Enter, on the active row or the typed text. */
  async accept(): Promise<void> {
    await this.#input.press("Enter");
  }

  /** A button of the title bar, by its tooltip. */
  async clickButton(name: string): Promise<void> {
    await this.#widget
      .locator(`.quick-input-titlebar :is([aria-label="${name}"], [aria-label^="${name} ("])`)
      .click();
  }

  /** A button at the end of a row, by its tooltip. */
  async clickRowButton(label: string | RegExp, name: string): Promise<void> {
    const row = this.#row(label);
    await row.hover();
    await row.locator(`.quick-input-list-entry-action-bar [aria-label="${name}"]`).click();
  }

  async dismiss(): Promise<void> {
    await this.#input.press("Escape");
    await this.waitForClosed();
  }

  async dismissIfOpen(): Promise<void> {
    if (await this.isOpen()) await this.dismiss();
  }

  #row(label: string | RegExp): Locator {
    const labelText = typeof label === "string" ? exactly(label) : label;
    return this.#widget
      .locator(".monaco-list-row")
      .filter({ has: this.#page.locator(".quick-input-list-row .label-name", { hasText: labelText }) })
      .first();
  }
}

/** Text of an element that is there but may be hidden, which reads as no text. */
async function textOf(element: Locator): Promise<string> {
  return (await element.isVisible()) ? ((await element.textContent()) ?? "").trim() : "";
}
