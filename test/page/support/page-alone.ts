import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { eventually } from "../../e2e/eventually";
import type { PageServer } from "./server";
import type { Theme } from "./themes";

const SCREENSHOTS = join(import.meta.dirname, "../../../test-results/screenshots");

declare global {
  interface Window {
    /** What the page has sent; see server.ts. */
    posted: unknown[];
  }
}

export interface Look {
  readonly theme?: Theme;
  readonly width?: number;
}

type Message = Readonly<{ kind: string }>;

/** A page of ours without VS Code around it; the test is its host. */
export class PageAlone<Show extends Message, Told extends Message, Sent extends Message> {
  /** What the page or the browser complained of. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    readonly server: PageServer,
  ) {
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => {
      this.complaints.push(String(error));
    });
  }

  /** A new tab, in which nothing is kept. */
  async open(show: Show, { theme = "dark", width = 1000 }: Look = {}): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.goto(this.server.address(theme));
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
  async tell(message: Told | Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate(
      (data) =>
        new Promise<void>((resolve) => {
          window.postMessage(data, "*");
          requestAnimationFrame(() => setTimeout(resolve));
        }),
      message,
    );
  }

  async sent(): Promise<Sent[]> {
    // What the host's own schema says of them is asked in the tests of the messages.
    return (await this.page.evaluate(() => window.posted)) as Sent[];
  }

  async sentOf<Kind extends Sent["kind"]>(kind: Kind): Promise<Extract<Sent, { kind: Kind }>[]> {
    return (await this.sent()).filter(
      (message): message is Extract<Sent, { kind: Kind }> => message.kind === kind,
    );
  }

  /** The last of them, once there are so many. */
  async waitForSent<Kind extends Sent["kind"]>(
    kind: Kind,
    count = 1,
  ): Promise<Extract<Sent, { kind: Kind }>> {
    return eventually(async () => {
      const messages = await this.sentOf(kind);
      const last = messages.at(-1);
      if (!last || messages.length < count) {
        throw new Error(`Of ${kind} there are ${messages.length} messages, not ${count}.`);
      }
      return last;
    }, 3_000);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }
}
