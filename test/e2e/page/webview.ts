import type { FrameLocator, Page } from "playwright-core";

/**
 * The page in the tab in front: a frame in a frame, of which the inner one is the extension's. It is looked for with
 * each use, as VS Code makes it anew whenever its tab is shown again.
 */
export function webviewInFront(page: Page): FrameLocator {
  return page
    .locator("iframe.webview.ready")
    .filter({ visible: true })
    .contentFrame()
    .locator("iframe#active-frame")
    .contentFrame();
}
