import { eventually } from "../support/eventually";
import { InputBox, QuickInputButtons, QuickPick, screen, type Item } from "./vscode-fake";

/** Somebody who works what is on the screen, as soon as it is there. */
export const person = {
  /** The list on the screen, once it is no longer busy. */
  async list(): Promise<QuickPick> {
    return eventually(() => {
      const { newest } = screen;
      if (!(newest instanceof QuickPick) || !newest.isOpen || newest.busy) throw new Error("No list yet.");
      return newest;
    });
  },

  async box(): Promise<InputBox> {
    return eventually(() => {
      const { newest } = screen;
      if (!(newest instanceof InputBox) || !newest.isOpen) throw new Error("No box yet.");
      return newest;
    });
  },

  /** What the rows of the list say. */
  async rows(): Promise<string[]> {
    return (await this.list()).items.map(said);
  },

  /** Enter on the row that says this. */
  async choose(text: string | RegExp): Promise<void> {
    const list = await this.list();
    const row = await this.row(list, text);
    list.selectedItems = [row];
    list.accepted.fire();
  },

  /** Enter as things are: on the highlighted row, or with what is checked. */
  async enter(): Promise<void> {
    (await this.list()).accepted.fire();
  },

  async check(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) {
      const list = await this.list();
      const row = await this.row(list, text);
      list.selectedItems = [...list.selectedItems, row];
      list.selected.fire(list.selectedItems);
    }
  },

  async uncheck(text: string): Promise<void> {
    const list = await this.list();
    const row = await this.row(list, text);
    list.selectedItems = list.selectedItems.filter((other) => other !== row);
    list.selected.fire(list.selectedItems);
  },

  /** Types into the list's own box. */
  async search(text: string): Promise<void> {
    const list = await this.list();
    list.value = text;
    list.changed.fire(text);
  },

  /** Types over what the box holds, and presses Enter. */
  async type(text: string): Promise<void> {
    const box = await this.box();
    box.value = text;
    box.changed.fire(text);
    box.accepted.fire();
  },

  back(): void {
    screen.newest?.triggered.fire(QuickInputButtons.Back);
  },

  escape(): void {
    screen.newest?.hide();
  },

  async row(list: QuickPick, text: string | RegExp): Promise<Item> {
    return eventually(() => {
      const row = list.items.find((item) =>
        typeof text === "string" ? item.label.includes(text) : text.test(said(item)),
      );
      if (!row) throw new Error(`No row “${String(text)}” among: ${list.items.map(said).join(" / ")}`);
      return row;
    });
  },
};

export function said({ label, description, detail }: Item): string {
  return [label, description, detail].filter(Boolean).join(" | ");
}

/** The messages so far, once there are so many. */
export async function messages(count = 1): Promise<string[]> {
  return eventually(() => {
    if (screen.messages.length < count) throw new Error(`Only ${screen.messages.join(" // ")}`);
    return [...screen.messages];
  });
}
