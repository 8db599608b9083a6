import type { Locator, Page } from "playwright-core";

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
    await this.#withText(text).waitFor();
    const all = await this.list();
    const found = all.find((toast) =>
      typeof text === "string" ? toast.text.includes(text) : text.test(toast.text),
    );
    if (!found) throw new Error(`The message ${String(text)} went away at once.`);
    return found;
  }

  async click(text: string | RegExp, button: string): Promise<void> {
    await this.#withText(text).locator(".monaco-text-button", { hasText: button }).click();
  }

  async dismiss(text: string | RegExp): Promise<void> {
    const toast = this.#withText(text);
    await toast.hover();
    await toast.locator(".codicon-notifications-clear").click();
    await toast.waitFor({ state: "detached" });
  }

  async dismissAll(): Promise<void> {
    while ((await this.#toasts.count()) > 0) {
      const count = await this.#toasts.count();
      const newest = this.#toasts.first();
      await newest.hover();
      await newest.locator(".codicon-notifications-clear").click();
      await this.#page.waitForFunction(
        (before) => document.querySelectorAll(".notification-toast .notification-list-item").length < before,
        count,
      );
    }
  }

  #withText(text: string | RegExp): Locator {
    return this.#toasts
      .filter({ has: this.#page.locator(".notification-list-item-message", { hasText: text }) })
      .first();
  }
}
