// The page of the week sheet without VS Code around it; the test is its host.
import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { openChromium } from "../../../scripts/lib/chromium.mjs";
import type {
  CellEdits,
  ToWeekHost,
  ToWeekPage,
  WeekDay,
  WeekModel,
  WeekTexts,
} from "../../../src/messages/week";
import { eventually } from "../../e2e/eventually";
import { servePage, type PageServer } from "./server";
import type { Theme } from "./themes";

const SCREENSHOTS = join(import.meta.dirname, "../../../test-results/screenshots");

export const weekTexts: WeekTexts = {
  save: "Save…",
  saving: "Saving…",
  discard: "Discard",
  previousWeek: "‹ Previous",
  thisWeek: "This Week",
  nextWeek: "Next ›",
  readAgain: "Read Again",
  addRow: "Add Row…",
  copyLastWeek: "Copy Last Week's Rows",
  fillFromPlan: "Fill from Plan",
  fillFromCommits: "Fill from Commits",
  month: "Month",
  exportMonth: "Export as CSV…",
  project: "Project",
  total: "Total",
  logged: "Logged",
  planned: "Planned",
  byProject: "By project",
  byWeek: "By week",
  empty: "Nothing is logged in this week.",
  unsaved: "Not saved yet: {0}",
  keys: "Type 1h30.",
  suggestions: "What your commits suggest",
  accept: "Accept",
  acceptInto: "Row",
  close: "Close",
  closedCells: "Left out: {0}",
};

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const FUTURE = "This day is still to come.";

const days: readonly WeekDay[] = NAMES.map((name, at) => ({
  day: `2026-11-${16 + at}`,
  label: `${name.slice(0, 3)} ${16 + at}`,
  name: `${name}, November ${16 + at}`,
  expected: at < 5 ? 480 : 0,
  today: at === 5,
  ...(at === 6 && { closed: FUTURE }),
}));

/** Rows by name, each with what Factorial holds from Monday on; Sunday is to come. */
export function weekOf(rows: Readonly<Record<string, readonly string[]>>): WeekModel {
  return {
    key: "account 2026-11-16",
    title: "Week 47 · Nov 16 – 22",
    place: "Nora Vidal · Brisa Software",
    days: [...days],
    rows: Object.entries(rows).map(([name, texts], row) => ({
      id: `${row + 1}/`,
      name,
      cells: days.map((day, column) => {
        const text = texts[column] ?? "";
        const [, hours = "0"] = /^(\d+)h/.exec(text) ?? [];
        return { minutes: Number(hours) * 60, text, ...(day.closed !== undefined && { closed: day.closed }) };
      }),
    })),
  };
}

export const week = weekOf({
  "ACME / API": ["8h", "7h #Review", "", "8h"],
  "Brisa Platform / Backend": ["", "1h"],
  Internal: [],
});

type Show = Extract<ToWeekPage, { kind: "show" }>;

export function showingWeek(changes: Partial<Show> = {}): Show {
  return {
    kind: "show",
    week,
    fill: true,
    edits: {},
    marks: {},
    saving: false,
    texts: weekTexts,
    ...changes,
  };
}

export class WeekOnPage {
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
  async open(show = showingWeek(), { theme = "dark", width = 1000 }: { theme?: Theme; width?: number } = {}) {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.goto(this.server.address(theme));
    await this.page.evaluate(() => {
      sessionStorage.clear();
    });
    await this.reload(show);
  }

  async reload(show = showingWeek()): Promise<void> {
    await this.page.reload();
    this.complaints.length = 0;
    await this.tell(show);
  }

  async tell(message: ToWeekPage | Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate(
      (data) =>
        new Promise<void>((resolve) => {
          window.postMessage(data, "*");
          requestAnimationFrame(() => setTimeout(resolve));
        }),
      message,
    );
  }

  async sent(): Promise<ToWeekHost[]> {
    return (await this.page.evaluate(() => window.posted)) as ToWeekHost[]; // its schema has tests of its own
  }

  /** What the page last told to be typed. */
  async edits(): Promise<CellEdits> {
    const told = (await this.sent()).findLast((message) => message.kind === "edits");
    return told?.kind === "edits" ? told.edits : {};
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`td.cell[data-row="${row}"][data-column="${column}"]`);
  }

  async text(row: number, column: number): Promise<string> {
    return (await this.cell(row, column).textContent()) ?? "";
  }

  /** Row and column of what has the focus. */
  async at(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest<HTMLElement>("td.cell");
      return cell ? `${cell.dataset.row ?? ""},${cell.dataset.column ?? ""}` : "";
    });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Pastes as a person does, from whatever program. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  /** What is on the clipboard after a copy or a cut. */
  async take(kind: "copy" | "cut"): Promise<string> {
    return this.page.evaluate((type) => {
      const clipboardData = new DataTransfer();
      document.activeElement?.dispatchEvent(
        new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }),
      );
      return clipboardData.getData("text/plain");
    }, kind);
  }

  async waitForSent(kind: ToWeekHost["kind"]): Promise<ToWeekHost> {
    return eventually(async () => {
      const found = (await this.sent()).findLast((message) => message.kind === kind);
      if (!found) throw new Error(`Nothing of ${kind} was sent.`);
      return found;
    }, 3000);
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `week-${name}.png`), fullPage: true });
  }
}

type Test = (title: string, body: (sheet: WeekOnPage) => Promise<void>) => void;

/** Tests of one file share a browser. */
export function onWeekPage(name: string, declare: (test: Test) => void): void {
  void describe(name, () => {
    let opened:
      { folder: string; server: PageServer; browser: BrowserContext; sheet: WeekOnPage } | undefined;
    before(
      async () => {
        const folder = await mkdtemp(join(tmpdir(), "week-page-"));
        const [server, browser] = await Promise.all([servePage("week"), openChromium({ data: folder })]);
        browser.setDefaultTimeout(5_000);
        const [page] = browser.pages();
        if (!page) throw new Error("The browser has no page.");
        opened = { folder, server, browser, sheet: new WeekOnPage(page, server) };
      },
      { timeout: 60_000 },
    );
    after(async () => {
      await opened?.browser.close();
      await opened?.server.close();
      if (opened) await rm(opened.folder, { recursive: true, force: true });
    });
    declare((title, body) => {
      void it(title, { timeout: 60_000 }, async () => {
        if (!opened) throw new Error("The browser did not open.");
        await body(opened.sheet);
      });
    });
  });
}
