// Tests of one file share a browser; each opens a page of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { BrowserContext } from "playwright-core";
import { openChromium } from "../../../scripts/lib/chromium.mjs";
import { FormOnPage } from "./form-on-page";
import { servePage, type PageServer } from "./server";

type Test = (title: string, body: (form: FormOnPage) => Promise<void>) => void;

export function onPage(name: string, declare: (test: Test) => void): void {
  void describe(name, () => {
    let opened: { folder: string; server: PageServer; browser: BrowserContext; form: FormOnPage } | undefined;
    before(
      async () => {
        const folder = await mkdtemp(join(tmpdir(), "form-page-"));
        const [server, browser] = await Promise.all([servePage(), openChromium({ data: folder })]);
        browser.setDefaultTimeout(5_000);
        opened = { folder, server, browser, form: new FormOnPage(browser, server) };
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
        await body(opened.form);
      });
    });
  });
}
