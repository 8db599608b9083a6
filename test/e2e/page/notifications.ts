import type { Locator, Page } from "playwright-core";
import { eventually, insist } from "../eventually.js";

export interface Notification {
  severity: "info" | "warning" | "error" | "";
  text: string;
  buttons: string[];
}

/** The messages at the bottom right. */
export class Notifications {
  readonly #page: Page;
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#toasts = page.locator(".notification-toast .notification-list-item");
  }

  /** Those on screen, newest first. */
  async list(): Promise<Notification[]> {
    return this.#toasts.evaluateAll((toasts) =>
      toasts.map((toast) => {
        const icon = toast.querySelector(".notification-list-item-icon")?.className ?? "";
        const severity = (["error", "warning", "info"] as const).find((name) =>
          icon.includes(`codicon-${name}`),
        );
        return {
          severity: severity ?? "",
          text: toast.querySelector(".notification-list-item-message")?.textContent.trim() ?? "",
          buttons: Array.from(toast.querySelectorAll(".monaco-text-button"), (button) =>
            button.textContent.trim(),
          ),
        };
      }),
    );
  }

  /** Waits for a message with that text somewhere in it. */
  async waitFor(text: string | RegExp): Promise<Notification> {
    return eventually(async () => {
      const found = (await this.list()).find((toast) =>
        typeof text === "string" ? toast.text.includes(text) : text.test(toast.text),
      );
      if (!found) throw new Error(`There is no message ${String(text)}.`);
      return found;
    }, 30_000);
  }

  /** Presses a button of a message, which goes away then. */
  async click(text: string | RegExp, button: string): Promise<void> {
    await this.#close(this.#withText(text), button, (toast) =>
      toast.locator(".monaco-text-button", { hasText: button }).click({ timeout: 5000 }),
    );
  }

  async dismiss(text: string | RegExp): Promise<void> {
    await this.#close(this.#withText(text), "Clear", clear);
  }

  async dismissAll(): Promise<void> {
    while ((await this.#toasts.count()) > 0) {
      try {
        await this.#close(this.#toasts.first(), "Clear", clear);
      } catch (error) {
        // The last one may go by itself just then.
        if ((await this.#toasts.count()) > 0) throw error;
      }
    }
  }

  /** Toasts change places while others come and go, so that a click may hit none. */
  async #close(found: Locator, button: string, press: (toast: Locator) => Promise<void>): Promise<void> {
    const toast = await found.evaluateHandle((element) => element.closest(".notification-toast"));
    const isGone = () => toast.evaluate((element) => element?.isConnected !== true);
    await insist(`${button} of a message`, {
      act: async () => {
        if (!(await isGone())) await press(found);
      },
      isDone: isGone,
    });
  }

  #withText(text: string | RegExp): Locator {
    return this.#toasts
      .filter({ has: this.#page.locator(".notification-list-item-message", { hasText: text }) })
      .first();
  }
}

/** The cross of a message, which it shows under the mouse. */
async function clear(toast: Locator): Promise<void> {
  await toast.hover({ timeout: 5000 });
  await toast.locator(".codicon-notifications-clear").click({ timeout: 5000 });
}
