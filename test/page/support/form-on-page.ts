import type { Locator } from "playwright-core";
import type { FormValue, Named, PageState, ToHost, ToPage } from "../../../src/messages/form";
import type { Show } from "./models";
import { PageAlone, type Look } from "./page-alone";

/** The page of a form. */
export class FormOnPage extends PageAlone<Show, ToPage, ToHost> {
  override open(show: Show, { width = 800, ...look }: Look = {}): Promise<void> {
    return super.open(show, { width, ...look });
  }

  async forgetSent(): Promise<void> {
    await this.page.evaluate(() => {
      window.posted = [];
    });
  }

  /** What the page last told of a field's value. */
  override async valueOf(name: string): Promise<FormValue | undefined> {
    return (await this.waitForSent("change")).values[name];
  }

  async kept(): Promise<PageState | undefined> {
    const kept = await this.page.evaluate(() => sessionStorage.getItem("state"));
    return kept === null ? undefined : (JSON.parse(kept) as PageState); // the page's own, written as such
  }

  /** Answers what the page last searched for. */
  async answerSearch(
    options: readonly Named[],
    facts: { more?: boolean; problem?: string } = {},
  ): Promise<void> {
    const { name, text } = await this.waitForSent("search");
    await this.tell({ kind: "found", name, text, options, more: false, ...facts });
  }

  text(label: string | RegExp): Locator {
    return this.page.getByRole("textbox", { name: label });
  }

  combobox(label: string): Locator {
    return this.page.getByRole("combobox", { name: label });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** All that belongs to a field. */
  field(label: string): Locator {
    return this.page.locator(".field", { hasText: label });
  }

  async problemOf(label: string): Promise<string> {
    return this.field(label).locator(".problem").innerText();
  }

  /** What is said above the form. */
  async message(): Promise<string> {
    return this.page.locator(".message").innerText();
  }

  async isFocused(locator: Locator): Promise<boolean> {
    return locator.evaluate((element) => element.matches(":focus"));
  }

  /** How far the page is wider than what can be seen of it. */
  async overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  override screenshot(name: string): Promise<void> {
    return super.screenshot(`page-${name}`);
  }
}
