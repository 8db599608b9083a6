import { make } from "../../../elements";

/** That of `.option` in the styles. */
export const ROW_HEIGHT = 26;

/** Rows above and below what can be seen, so that none is missing while it scrolls. */
const AHEAD = 8;

/** A list of which the page has only the rows that can be seen: each further one costs time, at every key. */
export class VirtualList {
  readonly element = make("div", "options");
  readonly #space = make("div", "options-space");
  readonly #makeRow: (index: number) => HTMLElement;
  readonly #rows = new Map<number, HTMLElement>();
  #count = 0;
  #kept = -1;

  constructor(makeRow: (index: number) => HTMLElement) {
    this.#makeRow = makeRow;
    this.#space.setAttribute("role", "presentation");
    this.element.append(this.#space);
    this.element.addEventListener("scroll", () => {
      this.#fill();
    });
  }

  /** Shows other rows, from the first. */
  show(count: number): void {
    this.#count = count;
    this.#kept = -1;
    this.#space.style.height = `${count * ROW_HEIGHT}px`;
    this.element.scrollTop = 0;
    this.refresh();
  }

  /** Makes the rows anew, where they are. */
  refresh(): void {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#fill();
  }

  /** Keeps a row in the page wherever the list is scrolled to: its id is what a screen reader is told. */
  keep(index: number): HTMLElement | undefined {
    this.#kept = index;
    this.#fill();
    return this.#rows.get(index);
  }

  scrollTo(index: number): void {
    const top = index * ROW_HEIGHT;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + ROW_HEIGHT > scrollTop + clientHeight)
      this.element.scrollTop = top + ROW_HEIGHT - clientHeight;
    this.#fill(); // the event of the scrolling comes later
  }

  /** How many rows can be seen at once. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT));
  }

  #fill(): void {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - AHEAD);
    const last = Math.min(this.#count - 1, Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + AHEAD);
    const isWanted = (index: number) => (index >= first && index <= last) || index === this.#kept;
    for (const [index, row] of this.#rows) {
      if (isWanted(index)) continue;
      row.remove();
      this.#rows.delete(index);
    }
    for (let index = first; index <= last; index += 1) this.#add(index);
    if (this.#kept >= 0 && this.#kept < this.#count) this.#add(this.#kept);
  }

  #add(index: number): void {
    if (this.#rows.has(index)) return;
    const row = this.#makeRow(index);
    row.style.top = `${index * ROW_HEIGHT}px`;
    this.#rows.set(index, row);
    this.#space.append(row);
  }
}
