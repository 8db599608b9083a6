import type { Locator, Page } from "playwright-core";
import { exactly, insist } from "../eventually.js";

/** The modal dialog in the middle: questions before something dangerous, the consent to sign in. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
    this.#box = page.locator(".monaco-dialog-box");
  }

  async isOpen(): Promise<boolean> {
    return this.#box.isVisible();
  }

  async waitForOpen(): Promise<void> {
    await this.#box.waitFor();
  }

  async waitForClosed(): Promise<void> {
    await this.#box.waitFor({ state: "hidden" });
  }

  async message(): Promise<string> {
    return (await this.#box.locator(".dialog-message-text").allTextContents()).join("");
  }

  /** The smaller text below the message. */
  async detail(): Promise<string> {
    return (await this.#box.locator(".dialog-message-detail").allTextContents()).join("");
  }

  async buttons(): Promise<string[]> {
    return this.#box.locator(".dialog-buttons .monaco-button").allTextContents();
  }

  async click(button: string): Promise<void> {
    const found = this.#box.locator(".dialog-buttons .monaco-button", { hasText: exactly(button) });
    await insist(`${button} in the dialog`, {
      act: () => found.click({ timeout: 5000 }),
      isDone: async () => !(await this.isOpen()),
    });
  }
}
