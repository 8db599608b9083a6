import type { Grid } from "./grid";
import type { Place } from "./sheet-cells";

/** The active cell, which alone can be reached by Tab, and the rectangle that is selected from it. */
export class Selection {
  #active: Place = { row: 0, column: 0 };
  #anchor: Place = { row: 0, column: 0 };
  readonly #grid: Grid;
  readonly #size: { readonly rows: number; readonly columns: number };
  readonly #onMove: (active: Place) => void;

  constructor(grid: Grid, size: { rows: number; columns: number }, onMove: (active: Place) => void) {
    this.#grid = grid;
    this.#size = size;
    this.#onMove = onMove;
  }

  get active(): Place {
    return this.#active;
  }

  /** The selected cells, row by row. */
  rows(): readonly (readonly Place[])[] {
    const [top, bottom] = ordered(this.#anchor.row, this.#active.row);
    const [left, right] = ordered(this.#anchor.column, this.#active.column);
    return range(top, bottom).map((row) => range(left, right).map((column) => ({ row, column })));
  }

  places(): readonly Place[] {
    return this.rows().flat();
  }

  /** Makes a cell the active one, as near as there is one. @param extend keep what is selected, up to there */
  move(to: Place, { extend = false, focus = true } = {}): void {
    this.#paint(false);
    this.#active = {
      row: within(to.row, this.#size.rows),
      column: within(to.column, this.#size.columns),
    };
    if (!extend) this.#anchor = this.#active;
    this.#paint(true);
    const cell = this.#grid.at(this.#active);
    if (focus) cell?.focus();
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#onMove(this.#active);
  }

  #paint(isSelected: boolean): void {
    for (const place of this.places()) {
      const cell = this.#grid.at(place);
      cell?.classList.toggle("selected", isSelected);
      if (isSelected) cell?.setAttribute("aria-selected", "true");
      else cell?.removeAttribute("aria-selected");
    }
    const active = this.#grid.at(this.#active);
    if (active) active.tabIndex = isSelected ? 0 : -1;
  }
}

function ordered(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

function within(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value));
}
