import type { BrowserContext } from "playwright-core";

export function openChromium(options: {
  data: string;
  viewport?: { width: number; height: number };
}): Promise<BrowserContext>;
