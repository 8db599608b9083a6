// The browser that the tests drive: a Chromium of this machine, through playwright-core.
import fs from "node:fs";
import path from "node:path";
import { runVisibly } from "./children.mjs";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Nothing that reaches for the network or a screen. */
const FLAGS = [
  "--no-sandbox", // Chromium refuses to run as root with it, and CI runs as root; only our own pages are opened
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The browser to use; installs one where that takes no questions (root on Debian or Ubuntu).
 * @returns {Promise<string>} path of the executable
 * @throws {Error} says what to install
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM;
  if (named && !fs.existsSync(named)) throw new Error(`CHROMIUM names ${named}, and there is no such file.`);
  const found = named ?? findChromium();
  if (found) return found;
  if (canInstall()) {
    process.stderr.write("Installing Chromium (apt-get install chromium) …\n");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runVisibly("apt-get", ["update", "-qq"], { env });
    await runVisibly("apt-get", ["install", "-y", "-qq", "chromium"], { env });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The tests in VS Code need Chromium or Google Chrome, and none was found.\n" +
      "Install one (Debian: apt-get install chromium), or name it in the environment: CHROMIUM=/path/to/chromium",
  );
}

function findChromium() {
  return USUAL_PLACES.find((place) => fs.existsSync(place));
}

function canInstall() {
  return process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");
}

/**
 * @param {object} options
 * @param {string} options.data a folder for its profile
 * @param {{ width: number, height: number }} [options.viewport]
 * @returns {Promise<import("playwright-core").BrowserContext>} with one page
 */
export async function openChromium({ data, viewport = { width: 1280, height: 800 } }) {
  const { chromium } = await import("playwright-core");
  return chromium.launchPersistentContext(path.join(data, "chromium"), {
    executablePath: await ensureChromium(),
    headless: true,
    viewport,
    args: FLAGS,
    permissions: ["clipboard-read", "clipboard-write"],
  });
}
