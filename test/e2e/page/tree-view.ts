import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { eventually, exactly } from "../eventually.js";

const MENU_OPENS_WITHIN = 2000;

export interface TreeRow {
  label: string;
  description: string;
  /** 1 for the top. */
  level: number;
  /** Undefined for a row without children. */
  expanded: boolean | undefined;
  /** Name of the product icon, such as `project` or `loading`. */
  icon: string;
  /** What a screen reader says. */
  spoken: string;
}

/** A view with a tree in the side bar, by its title. */
export class TreeView {
  readonly #page: Page;
  readonly #pane: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.#pane = page
      .locator(".pane")
      .filter({ has: page.locator(".pane-header h3.title", { hasText: exactly(title) }) });
  }

  async waitFor(): Promise<void> {
    await this.#pane.waitFor();
  }

  /** Unfolds the view below its header. */
  async unfold(): Promise<void> {
    await this.#fold("true");
  }

  /** Leaves the room to the other views. */
  async fold(): Promise<void> {
    await this.#fold("false");
  }

  async #fold(wanted: "true" | "false"): Promise<void> {
    const header = this.#pane.locator(".pane-header");
    await eventually(async () => {
      if ((await header.getAttribute("aria-expanded")) === wanted) return;
      await header.locator("h3.title").click();
      throw new Error(`The view does not have aria-expanded=${wanted} yet.`);
    });
  }

  /** The rows on screen: a long tree draws only those. */
  async rows(): Promise<TreeRow[]> {
    return this.#pane.locator(".monaco-list-row").evaluateAll((rows) =>
      rows.map((row) => {
        const expanded = row.getAttribute("aria-expanded");
        const icon = row.querySelector(".custom-view-tree-node-item-icon")?.className ?? "";
        return {
          label: row.querySelector(".label-name")?.textContent ?? "",
          description: row.querySelector(".label-description")?.textContent ?? "",
          level: Number(row.getAttribute("aria-level")),
          expanded: expanded === null ? undefined : expanded === "true",
          icon: /codicon-(?!colored)([a-z-]+)/.exec(icon)?.[1] ?? "",
          spoken: row.getAttribute("aria-label") ?? "",
        };
      }),
    );
  }

  async labels(): Promise<string[]> {
    return (await this.rows()).map((row) => row.label);
  }

  /** The row with that label; for what this class has no word for. */
  row(label: string | RegExp): Locator {
    const labelText = typeof label === "string" ? exactly(label) : label;
    return this.#pane
      .locator(".monaco-list-row")
      .filter({ has: this.#page.locator(".label-name", { hasText: labelText }) })
      .first();
  }

  async waitForRow(label: string | RegExp): Promise<void> {
    await this.row(label).waitFor();
  }

  /** Opens a row and waits until it is open; its children may still be on their way. */
  async expand(label: string | RegExp): Promise<void> {
    await this.#toggle(label, "true");
  }

  async collapse(label: string | RegExp): Promise<void> {
    await this.#toggle(label, "false");
  }

  /**
   * Clicks the arrow, and again where the row did not follow: a click that comes while the
   * list is drawn anew is lost, and a person clicks again.
   */
  async #toggle(label: string | RegExp, wanted: "true" | "false"): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    const isAsWanted = async () => (await row.getAttribute("aria-expanded")) === wanted;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      if (await isAsWanted()) return;
      await row.locator(".monaco-tl-twistie").click();
      const end = Date.now() + 3000;
      while (Date.now() < end && !(await isAsWanted())) await this.#page.waitForTimeout(50);
    }
    assert.ok(await isAsWanted(), `The row ${String(label)} does not take aria-expanded=${wanted}.`);
  }

  async click(label: string | RegExp, modifiers: ("Shift" | "ControlOrMeta")[] = []): Promise<void> {
    await this.row(label).click({ modifiers });
  }

  /** The buttons that a row shows under the mouse. */
  async inlineActions(label: string | RegExp): Promise<string[]> {
    const row = this.row(label);
    await row.hover();
    return namesOf(row.locator(".actions .action-label"));
  }

  async clickInlineAction(label: string | RegExp, action: string): Promise<void> {
    const row = this.row(label);
    await row.hover();
    await withName(row.locator(".actions .action-label"), action).click();
  }

  /** The entries of a row's context menu, none when it has no menu; closes it again. */
  async contextMenu(label: string | RegExp): Promise<string[]> {
    await this.row(label).click({ button: "right" });
    const entries = this.#page.locator(".monaco-menu .action-menu-item .action-label");
    try {
      await entries.first().waitFor({ timeout: MENU_OPENS_WITHIN });
    } catch {
      return [];
    }
    const names = await namesOf(entries);
    await this.#page.keyboard.press("Escape");
    return names;
  }

  async chooseFromContextMenu(label: string | RegExp, entry: string): Promise<void> {
    await this.row(label).click({ button: "right" });
    await this.#chooseFromMenu(entry);
  }

  /** A menu that has just opened takes no click yet. */
  async #chooseFromMenu(entry: string): Promise<void> {
    const item = withName(this.#page.locator(".monaco-menu .action-menu-item .action-label"), entry);
    await item.waitFor();
    await eventually(async () => {
      if (!(await item.isVisible())) return;
      await item.click({ timeout: 1000 });
      await item.waitFor({ state: "detached", timeout: 1000 });
    });
  }

  /** The buttons of the view's title bar. */
  async titleActions(): Promise<string[]> {
    const bar = await this.#titleBar();
    return namesOf(bar.locator(".actions-container .action-label"));
  }

  async clickTitleAction(action: string): Promise<void> {
    const bar = await this.#titleBar();
    await withName(bar.locator(".action-label"), action).click();
  }

  /** An entry of a menu that a button of the title bar opens. */
  async chooseFromTitleMenu(
    entry: string,
    button: string | RegExp = /^(Views and )?More Actions/,
  ): Promise<void> {
    const bar = await this.#titleBar();
    const opener =
      typeof button === "string"
        ? withName(bar.locator(".action-label"), button)
        : bar.getByRole("button", { name: button });
    await opener.first().click();
    await this.#chooseFromMenu(entry);
  }

  /** A view that is alone in its container has no header of its own: its buttons are in the container's title. */
  async #titleBar(): Promise<Locator> {
    await this.#pane.hover();
    const header = this.#pane.locator(".pane-header");
    return (await header.isVisible()) ? header : this.#page.locator(".sidebar .composite.title");
  }

  /** The line above the rows, empty when there is none. */
  async message(): Promise<string> {
    const message = this.#pane.locator(".message:not(.hide)");
    return (await message.count()) === 0 ? "" : ((await message.textContent()) ?? "").trim();
  }

  /** What an empty view says: its paragraphs, and the names of its buttons. */
  async welcome(): Promise<{ texts: string[]; buttons: string[] }> {
    const content = this.#pane.locator(".welcome-view-content");
    return {
      texts: await content.locator("p").allTextContents(),
      buttons: await content.locator(".monaco-button").allTextContents(),
    };
  }

  async clickWelcomeButton(name: string): Promise<void> {
    await this.#pane.locator(".welcome-view-content .monaco-button", { hasText: exactly(name) }).click();
  }
}

/** Names of buttons and menu entries, without the key that VS Code adds: `Log Time… (Ctrl+Alt+H)`. */
async function namesOf(elements: Locator): Promise<string[]> {
  const labels = await elements.evaluateAll((all) =>
    all.map((element) => element.getAttribute("aria-label") ?? ""),
  );
  return labels.map((label) => label.replace(/ \([^()]+\)$/, ""));
}

function withName(elements: Locator, name: string): Locator {
  return elements.and(elements.page().locator(`[aria-label="${name}"], [aria-label^="${name} ("]`));
}
