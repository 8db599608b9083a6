import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import type { FormValue, Named, PageState, ToHost, ToPage } from "../../../src/messages/form";
import { eventually } from "../../e2e/eventually";
import type { Show } from "./models";
import type { PageServer } from "./server";
import type { Theme } from "./themes";

const SCREENSHOTS = join(import.meta.dirname, "../../../test-results/screenshots");

declare global {
  interface Window {
    /** What the page has sent; see server.ts. */
    posted: unknown[];
  }
}

type Sent<Kind extends ToHost["kind"]> = Extract<ToHost, { kind: Kind }>;

/** The page of a form without VS Code around it; the test is its host. */
export class FormOnPage {
  readonly page: Page;
  /** What the page or the browser complained of. */
  readonly complaints: string[] = [];
  readonly #server: PageServer;

  constructor(context: BrowserContext, server: PageServer) {
    const [page] = context.pages();
    if (!page) throw new Error("The browser has no page.");
    this.page = page;
    this.#server = server;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => {
      this.complaints.push(String(error));
    });
  }

  /** A new tab, in which nothing is kept. */
  async open(
    show: Show,
    { theme = "dark", width = 800 }: { theme?: Theme; width?: number } = {},
  ): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.goto(this.#server.address(theme));
    await this.page.evaluate(() => {
      sessionStorage.clear();
    });
    await this.reload(show);
  }

  /** The page is made anew, as VS Code does when a hidden tab is shown again. */
  async reload(show: Show): Promise<void> {
    await this.page.reload();
    this.complaints.length = 0;
    await this.tell(show);
  }

  /** Sends the page a message, and waits until it has dealt with it. */
  async tell(message: ToPage | Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate(
      (data) =>
        new Promise<void>((resolve) => {
          window.postMessage(data, "*");
          requestAnimationFrame(() => setTimeout(resolve));
        }),
      message,
    );
  }

  async sent(): Promise<ToHost[]> {
    // What the host's own schema says of them is asked in the tests of the messages.
    return (await this.page.evaluate(() => window.posted)) as ToHost[];
  }

  async sentOf<Kind extends ToHost["kind"]>(kind: Kind): Promise<Sent<Kind>[]> {
    return (await this.sent()).filter((message): message is Sent<Kind> => message.kind === kind);
  }

  async waitForSent<Kind extends ToHost["kind"]>(kind: Kind, count = 1): Promise<Sent<Kind>> {
    return eventually(async () => {
      const messages = await this.sentOf(kind);
      const last = messages.at(-1);
      if (!last || messages.length < count) {
        throw new Error(`Of ${kind} there are ${messages.length} messages, not ${count}.`);
      }
      return last;
    }, 3_000);
  }

  async forgetSent(): Promise<void> {
    await this.page.evaluate(() => {
      window.posted = [];
    });
  }

  /** What the page last told of a field's value. */
  async valueOf(name: string): Promise<FormValue | undefined> {
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

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce(
      async (before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve(),
    );
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

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `page-${name}.png`), fullPage: true });
  }
}
