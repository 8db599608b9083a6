// Tests of one file share a browser; each opens a page of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { openChromium } from "../../../scripts/lib/chromium.mjs";
import { FormOnPage } from "./form-on-page";
import { servePage, type PageServer } from "./server";
import { WeekOnPage } from "./week-on-page";

type Declare<Alone> = (test: (title: string, body: (alone: Alone) => Promise<void>) => void) => void;

export function onPage(name: string, declare: Declare<FormOnPage>): void {
  onPageOf("form", FormOnPage, name, declare);
}

export function onWeekPage(name: string, declare: Declare<WeekOnPage>): void {
  onPageOf("week", WeekOnPage, name, declare);
}

function onPageOf<Alone>(
  built: "form" | "week",
  Alone: new (page: Page, server: PageServer) => Alone,
  name: string,
  declare: Declare<Alone>,
): void {
  void describe(name, () => {
    let opened: { folder: string; server: PageServer; browser: BrowserContext; alone: Alone } | undefined;
    before(
      async () => {
        const folder = await mkdtemp(join(tmpdir(), `${built}-page-`));
        const [server, browser] = await Promise.all([servePage(built), openChromium({ data: folder })]);
        browser.setDefaultTimeout(5_000);
        const [page] = browser.pages();
        if (!page) throw new Error("The browser has no page.");
        opened = { folder, server, browser, alone: new Alone(page, server) };
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
        await body(opened.alone);
      });
    });
  });
}
