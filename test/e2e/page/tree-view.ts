import type { Locator, Page } from "playwright-core";
import { eventually, exactly, insist } from "../eventually.js";
import { attributeOf, namesOf, withName } from "./labels.js";
import { Menu } from "./menu.js";

/** A row that stood still for so long is not being drawn anew. */
const STANDS_STILL_MS = 150;

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
  readonly #menu: Menu;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.#menu = new Menu(page);
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
    await header.waitFor();
    await takeOn(header, wanted, () => header.locator("h3.title").click({ timeout: 5000 }));
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

  async #toggle(label: string | RegExp, wanted: "true" | "false"): Promise<void> {
    const row = await this.#standing(label);
    await takeOn(row, wanted, () => row.locator(".monaco-tl-twistie").click({ timeout: 5000 }));
  }

  /** The row, when it stands still: names that arrive draw the rows anew, and a click just then is lost. */
  async #standing(label: string | RegExp): Promise<Locator> {
    const row = this.row(label);
    await row.waitFor();
    await eventually(async () => {
      const [before] = await row.elementHandles(); // which waits for nothing: the row may go
      const place = await before?.boundingBox();
      await this.#page.waitForTimeout(STANDS_STILL_MS);
      const isSame = before && (await row.evaluateAll((rows, earlier) => rows[0] === earlier, before));
      const isThere = JSON.stringify(await before?.boundingBox()) === JSON.stringify(place);
      if (!isSame || !isThere) throw new Error(`The row ${String(label)} is being drawn anew.`);
    });
    return row;
  }

  /** Selects a row, or does what a row like "Load more…" does, which goes away then. */
  async click(label: string | RegExp, modifiers: ("Shift" | "ControlOrMeta")[] = []): Promise<void> {
    const row = await this.#standing(label);
    await insist(`a click on ${String(label)}`, {
      act: () => row.click({ modifiers, timeout: 5000 }),
      isDone: async () => !(await row.isVisible()) || (await attributeOf(row, "aria-selected")) === "true",
    });
  }

  /** The buttons that a row shows under the mouse. */
  async inlineActions(label: string | RegExp): Promise<string[]> {
    const row = await this.#standing(label);
    await row.hover();
    return namesOf(row.locator(".actions .action-label"));
  }

  async clickInlineAction(label: string | RegExp, action: string): Promise<void> {
    const row = await this.#standing(label);
    await row.hover();
    await withName(row.locator(".actions .action-label"), action).click();
  }

  /** The entries of a row's context menu; closes it again. */
  async contextMenu(label: string | RegExp): Promise<string[]> {
    await this.#menu.openBy(() => this.#rightClick(label));
    const names = await this.#menu.names();
    await this.#menu.close();
    return names;
  }

  async chooseFromContextMenu(label: string | RegExp, entry: string): Promise<void> {
    await this.#menu.openBy(() => this.#rightClick(label), entry);
    await this.#menu.choose(entry);
  }

  async #rightClick(label: string | RegExp): Promise<void> {
    await (await this.#standing(label)).click({ button: "right", timeout: 5000 });
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
    await this.#menu.openBy(() => opener.first().click({ timeout: 5000 }), entry);
    await this.#menu.choose(entry);
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

/** Clicks something that opens and closes, until it is as wanted. */
async function takeOn(element: Locator, wanted: "true" | "false", click: () => Promise<void>): Promise<void> {
  const isAsWanted = async () => (await attributeOf(element, "aria-expanded")) === wanted;
  await insist(`aria-expanded=${wanted}`, {
    act: async () => {
      if (!(await isAsWanted())) await click();
    },
    isDone: isAsWanted,
  });
}
