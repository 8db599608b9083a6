// A VS Code with the extension in it, as a person sees it: opened by openWorkbench, driven and read through page objects.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { openChromium } from "../../scripts/lib/chromium.mjs";
import { startVscodeServer, type VscodeServer } from "../../scripts/lib/vscode-server.mjs";
import { createWorkspace } from "../../scripts/lib/workspace.mjs";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index.js";
import { WEEKDAYS } from "../../src/time/expected.js";
import { eventually, insist } from "./eventually.js";
import { Dialog } from "./page/dialog.js";
import { Form } from "./page/form.js";
import { attributeOf } from "./page/labels.js";
import { LogTimeBox } from "./page/log-time-box.js";
import { Notifications } from "./page/notifications.js";
import { QuickInput } from "./page/quick-input.js";
import { StatusBarItem } from "./page/status-bar.js";
import { TreeView } from "./page/tree-view.js";
import { webviewInFront } from "./page/webview.js";
import { WeekPage } from "./page/week.js";

/** Color themes: the id in settings, the label in the picker, and the class that the workbench then has. */
const THEMES = {
  dark: { id: "Dark Modern", label: "Dark Modern", mark: "vs-dark" },
  light: { id: "Light Modern", label: "Light Modern", mark: "vs" },
  "high contrast": { id: "Default High Contrast", label: "Dark High Contrast", mark: "hc-black" },
  "high contrast light": {
    id: "Default High Contrast Light",
    label: "Light High Contrast",
    mark: "hc-light",
  },
};

export type Theme = keyof typeof THEMES;

export interface WorkbenchOptions {
  /** How its demo company is; `false`: none, nobody is signed in. */
  company?: SandboxOptions | false;
  theme?: Theme;
  /** User settings. */
  settings?: Record<string, unknown>;
  viewport?: { width: number; height: number };
  /** A git branch that the workspace is on; without it, git is off. */
  branch?: string;
  /** Keep workspace trust as a person has it: the folder opens in Restricted Mode. */
  trust?: boolean;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "factorial-e2e-"));
  const started: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of started.reverse()) await stop();
    fs.rmSync(data, { recursive: true, force: true });
  };
  try {
    const company = options.company === false ? undefined : await startSandbox(options.company ?? {});
    if (company) started.push(() => company.stop());
    const folder = path.join(data, "workspace");
    createWorkspace(folder, options.branch === undefined ? {} : { branch: options.branch });
    const server = await startVscodeServer({
      folder,
      data,
      settings: {
        "git.enabled": options.branch !== undefined,
        "workbench.colorTheme": THEMES[options.theme ?? "dark"].id,
        // What is expected must not depend on the day on which the tests run.
        "factorial.workingDays": WEEKDAYS,
        ...options.settings,
      },
      trust: options.trust ?? false,
      env: company ? { FACTORIAL_DEMO_URL: company.url } : {},
    });
    started.push(() => server.stop());
    const browser = await openChromium({ data, ...(options.viewport && { viewport: options.viewport }) });
    started.push(() => browser.close());
    // What `evaluate` sends to the page was compiled by tsx, which marks functions with a helper that a page lacks.
    await browser.addInitScript("globalThis.__name = (named) => named;");
    const workbench = new Workbench({ server, browser, company, data, folder, stopAll });
    await workbench.load();
    return workbench;
  } catch (error) {
    await stopAll();
    throw error;
  }
}

interface Parts {
  server: VscodeServer;
  browser: BrowserContext;
  company: Sandbox | undefined;
  data: string;
  folder: string;
  stopAll: () => Promise<void>;
}

export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly logTimeBox: LogTimeBox;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly statusBarItem: StatusBarItem;
  /** The workspace folder on disk. */
  readonly folder: string;
  readonly #parts: Parts;
  readonly #console: string[] = [];

  constructor(parts: Parts) {
    const [page] = parts.browser.pages();
    if (!page) throw new Error("The browser opened without a page.");
    this.#parts = parts;
    this.folder = parts.folder;
    this.page = page;
    page.setDefaultTimeout(30_000); // only a failure waits that long
    page.on("console", (message) => this.#console.push(`${message.type()} ${message.text()}`));
    this.quickInput = new QuickInput(page);
    this.logTimeBox = new LogTimeBox(page, this.quickInput);
    this.notifications = new Notifications(page);
    this.dialog = new Dialog(page);
    this.statusBarItem = new StatusBarItem(page);
  }

  /** Where this VS Code keeps what outlives it. */
  get data(): string {
    return this.#parts.data;
  }

  /** A second window on another folder of the same person: its item in the status bar, and a way to close it. */
  async anotherWindow(): Promise<{ text: () => Promise<string>; close: () => Promise<void> }> {
    const folder = path.join(this.#parts.data, "another-workspace");
    createWorkspace(folder);
    const page = await this.#parts.browser.newPage();
    await page.goto(`${this.#parts.server.address}?${new URLSearchParams({ folder }).toString()}`);
    const item = new StatusBarItem(page);
    await item.waitFor();
    return { text: () => item.text(), close: () => page.close() };
  }

  /** The demo company that this VS Code is signed in to. */
  get company(): Sandbox {
    if (!this.#parts.company) throw new Error("This workbench was opened without a demo company.");
    return this.#parts.company;
  }

  /** Opens the page, or opens it anew as a person does with F5. */
  async load(): Promise<void> {
    const query = new URLSearchParams({ folder: this.folder });
    await this.page.goto(`${this.#parts.server.address}?${query.toString()}`);
    await this.page.locator(".statusbar-item").first().waitFor({ timeout: 60_000 });
    await this.page.locator(".activitybar .action-item").first().waitFor();
  }

  /** Runs a command from the palette, by its whole title: `Factorial: Log Time`. */
  async runCommand(title: string): Promise<void> {
    await this.#openPalette(title);
    await this.quickInput.pick(title);
  }

  /** The titles that the palette offers for a filter text; those on screen. */
  async commandsFor(filter: string): Promise<string[]> {
    await this.#openPalette(filter);
    await this.page.locator(".quick-input-widget .monaco-list-row").first().waitFor();
    const titles = await this.quickInput.labels();
    await this.quickInput.dismiss();
    return titles;
  }

  async #openPalette(text: string): Promise<void> {
    await this.quickInput.waitForClosed();
    await insist("F1", {
      act: () => this.page.keyboard.press("F1"), // lost in a page that is just being loaded
      isDone: () => this.quickInput.isOpen(),
    });
    await this.quickInput.type(`>${text}`);
  }

  /** Shows a container of the activity bar, by its title. */
  async openContainer(title: string): Promise<void> {
    const tab = this.#containerTab(title);
    await tab.waitFor({ timeout: 30_000 });
    const isOpen = async () => (await attributeOf(tab, "aria-expanded")) === "true";
    await insist(`the container ${title}`, {
      // A window that opens its last container by itself just then takes the click for "hide".
      act: async () => {
        if (!(await isOpen())) await tab.click();
        await this.page.locator(".sidebar .composite.title").waitFor({ timeout: 3000 });
      },
      isDone: isOpen,
    });
    await this.page.mouse.move(0, 0); // away from the icon, whose tooltip would lie over the first rows
  }

  /** The number on a container's icon, empty when there is none. */
  async badgeOf(title: string): Promise<string> {
    const badge = this.#containerTab(title).locator(".badge-content");
    return (await badge.isVisible()) ? ((await badge.textContent()) ?? "") : "";
  }

  #containerTab(title: string) {
    return this.page.locator(".activitybar .action-item").filter({
      has: this.page.locator(
        `.action-label[aria-label="${title}"], .action-label[aria-label^="${title} - "]`,
      ),
    });
  }

  /** A tree of the side bar, by the title of its view. */
  tree(title: string): TreeView {
    return new TreeView(this.page, title);
  }

  async treeLabels(title: string): Promise<string[]> {
    return this.tree(title).labels();
  }

  /** The page in the tab in front, where an extension makes it. */
  get webview(): FrameLocator {
    return webviewInFront(this.page);
  }

  /** The form in the tab in front, by the beginning of its title. */
  form(title: string): Form {
    return new Form(this.page, title);
  }

  /** The week sheet in the tab in front. */
  get week(): WeekPage {
    return new WeekPage(this.page);
  }

  /** Makes the window as narrow or wide as it must be for the editors to have that many pixels. */
  async setEditorWidth(width: number): Promise<void> {
    const editors = this.page.locator(".part.editor");
    await eventually(async () => {
      const [box, window] = [await editors.boundingBox(), this.page.viewportSize()];
      if (!box || !window) throw new Error("There is no editor.");
      if (Math.abs(box.width - width) < 1) return;
      const change = Math.round(width - box.width);
      await this.page.setViewportSize({ ...window, width: window.width + change });
      throw new Error(`The editors are ${box.width} pixels wide.`);
    });
  }

  /** Titles of the open editors. */
  async editorTabs(): Promise<string[]> {
    return this.page.locator(".tabs-container .tab .monaco-icon-name-container").allTextContents();
  }

  /** Changes user settings while VS Code runs, in the settings file as a person does. */
  async changeSettings(changes: Record<string, unknown>): Promise<void> {
    const file = path.join(this.#parts.data, "user/User/settings.json");
    // VS Code writes it too, and for a moment it is empty then.
    const before = await eventually(
      () => JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, unknown>,
    );
    const text = JSON.stringify({ ...before, ...changes });
    // Writing to the file would do, were it not that this VS Code hears only of the first such change.
    await this.runCommand("Preferences: Open User Settings (JSON)");
    await this.page.locator('.monaco-editor[data-uri$="/settings.json"] .view-lines').click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.paste(text); // typed, the editor would close brackets by itself
    await this.page.keyboard.press("ControlOrMeta+S");
    await eventually(() => {
      if (fs.readFileSync(file, "utf8").trim() !== text) throw new Error("The settings were not saved.");
    });
    await this.runCommand("View: Close Editor");
  }

  /** Pastes text where the cursor is. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.runCommand("Preferences: Color Theme");
    await this.quickInput.type(THEMES[theme].label);
    await this.quickInput.pick(THEMES[theme].label);
    await this.page.locator(`.monaco-workbench.${THEMES[theme].mark}`).waitFor();
    await this.quickInput.waitForClosed();
  }

  /** Writes test-results/screenshots/NAME.png. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join("test-results/screenshots", `${name}.png`) });
  }

  /** For a failed test: a screenshot, and what the browser and the server had to say. */
  async writeReport(name: string): Promise<void> {
    const report = path.join("test-results/failed", name);
    await this.page.screenshot({ path: `${report}.png` });
    fs.writeFileSync(`${report}.log`, [...this.#console, "", this.#parts.server.log()].join("\n"));
  }

  async close(): Promise<void> {
    await this.#parts.stopAll();
  }
}
