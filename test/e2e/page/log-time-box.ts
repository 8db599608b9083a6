import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { eventually, insist } from "../eventually.js";
import type { QuickInput } from "./quick-input.js";

/** The box that time is logged in. */
export class LogTimeBox {
  readonly #page: Page;
  readonly #box: QuickInput;

  constructor(page: Page, box: QuickInput) {
    this.#page = page;
    this.#box = box;
  }

  /** Opens it by its keys, and types in the place of what is there. */
  async open(text: string): Promise<void> {
    await this.#page.keyboard.press("Control+Alt+h");
    await this.#box.waitForOpen();
    await this.#box.type(text);
  }

  /** Opens it and types an entry that Enter would log. */
  async openWith(entry: string): Promise<void> {
    await this.open(entry);
    await this.waitForEntry(entry);
  }

  /** Waits until the box has the text, and reads it as an entry that Enter logs. */
  async waitForEntry(text: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await this.#box.value(), text);
    });
    await this.#box.waitForFirstRow(/ log /);
  }

  async log(entry: string): Promise<void> {
    await this.openWith(entry);
    await this.accept();
  }

  /** Enter, on the entry that it shows; what comes of it is that the box goes, or says why not. */
  async accept(): Promise<void> {
    await insist("Enter in the Log Time box", {
      act: () => this.#box.accept(),
      isDone: async () =>
        !(await this.#box.isOpen()) || !((await this.#box.rows())[0]?.description ?? "").startsWith("log "),
    });
  }
}
