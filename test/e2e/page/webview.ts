import type { Frame, Page } from "playwright-core";
import { eventually } from "../eventually.js";

/**
 * The document of one of our webviews: the one that has an element for `selector`, with `text` somewhere in it. A webview
 * is a frame in a frame; the extension's own document is the inner one. The first webview of a window takes seconds.
 */
export async function findWebview(page: Page, selector: string, text = ""): Promise<Frame> {
  return eventually(async () => {
    for (const frame of page.frames()) {
      if (!frame.url().includes("/pre/fake.html")) continue;
      if (await hasElement(frame, selector, text)) return frame;
    }
    throw new Error(`There is no webview with ${selector} and the text "${text}".`);
  }, 30_000);
}

async function hasElement(frame: Frame, selector: string, text: string): Promise<boolean> {
  try {
    return (await frame.locator(selector, { hasText: text }).count()) > 0;
  } catch {
    return false; // the frame is being replaced
  }
}
