import type { Named } from "../../../../src/messages/form";
import { makeWords, newId } from "../../../elements";
import { VirtualList } from "./virtual-list";

interface OptionListParts {
  readonly label: string;
  readonly many: boolean;
  readonly isChosen: (option: Named) => boolean;
  readonly choose: (option: Named) => void;
}

/** What was found. The focus stays in the text; the active option is the one that Enter chooses. */
export class OptionList {
  readonly id = newId("options");
  readonly #parts: OptionListParts;
  readonly #list = new VirtualList((index) => this.#row(index));
  #options: readonly Named[] = [];
  #active = -1;

  constructor(parts: OptionListParts) {
    this.#parts = parts;
    const { element } = this.#list;
    element.id = this.id;
    element.setAttribute("role", "listbox");
    element.setAttribute("aria-label", parts.label);
    if (parts.many) element.setAttribute("aria-multiselectable", "true");
    element.hidden = true;
  }

  get element(): HTMLElement {
    return this.#list.element;
  }

  get active(): Named | undefined {
    return this.#options[this.#active];
  }

  /** The id of the active option's row. */
  get activeId(): string {
    return this.#active === -1 ? "" : this.#idOf(this.#active);
  }

  get isEmpty(): boolean {
    return this.#options.length === 0;
  }

  /** Shows others, the same one active where it is among them. */
  show(options: readonly Named[]): void {
    const active = options.findIndex(({ id }) => id === this.active?.id);
    this.#options = options;
    this.element.hidden = options.length === 0;
    this.#list.show(options.length);
    this.activate(Math.max(0, active));
  }

  /** For a text that nothing is found for yet: Enter must not choose what was found for another. */
  deactivate(): void {
    this.#active = -1;
    this.#list.keep(-1);
    this.#list.refresh();
  }

  /** Moves on a key of lists. */
  moveBy(key: string): boolean {
    const to = this.#target(key);
    if (to === undefined) return false;
    this.activate(to);
    return true;
  }

  activate(index: number): void {
    this.#active = Math.min(Math.max(index, 0), this.#options.length - 1);
    this.#list.keep(this.#active);
    if (this.#active >= 0) this.#list.scrollTo(this.#active);
    this.#list.refresh();
  }

  refresh(): void {
    this.#list.refresh();
  }

  #target(key: string): number | undefined {
    const page = this.#list.pageSize;
    switch (key) {
      case "ArrowDown":
        return this.#active + 1;
      case "ArrowUp":
        return this.#active - 1;
      case "PageDown":
        return this.#active + page;
      case "PageUp":
        return this.#active - page;
      case "Home":
        return 0;
      case "End":
        return this.#options.length - 1;
      default:
        return undefined;
    }
  }

  #idOf(index: number): string {
    return `${this.id}-${index}`;
  }

  #row(index: number): HTMLElement {
    const row = makeWords("div", "option");
    const option = this.#options[index];
    if (!option) return row;
    row.id = this.#idOf(index);
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(this.#parts.isChosen(option)));
    row.setAttribute("aria-setsize", String(this.#options.length));
    row.setAttribute("aria-posinset", String(index + 1));
    row.classList.toggle("active", index === this.#active);
    row.append(makeWords("span", "option-label", option.label));
    if (option.description) row.append(makeWords("span", "option-description", option.description));
    row.addEventListener("click", () => {
      this.#active = index;
      this.#parts.choose(option);
    });
    return row;
  }
}
