import type { FormTexts } from "../../../../src/messages/form";
import { make } from "../../../elements";
import { ItemDrag } from "./item-drag";
import { ItemRow, type Direction } from "./item-row";
import type { ItemView } from "./item-view";

export interface ItemListParts<Value, View extends ItemView<Value>> {
  readonly texts: FormTexts;
  readonly changed: () => void;
  readonly view: (value: Value) => View;
  /** Whether the order is the person's. */
  readonly canMove: boolean;
  /** Where an item goes that moves out at an end of the list. */
  readonly neighbour?: (direction: Direction) => ItemList<Value, View> | undefined;
  /** Shared by the lists between which items can be dragged. */
  readonly drag?: ItemDrag<ItemRow<Value, View>>;
}

/** Items that a person adds, removes and brings into order, by keyboard or by dragging. */
export class ItemList<Value, View extends ItemView<Value>> {
  readonly element = make("ol", "items");
  readonly #parts: ItemListParts<Value, View>;
  readonly #drag: ItemDrag<ItemRow<Value, View>>;
  #rows: ItemRow<Value, View>[] = [];

  constructor(parts: ItemListParts<Value, View>) {
    this.#parts = parts;
    this.#drag = parts.drag ?? new ItemDrag();
    this.#drag.dropsOn(this.element, (row, before) => {
      this.#drop(row, before);
    });
  }

  get views(): readonly View[] {
    return this.#rows.map(({ view }) => view);
  }

  values(): Value[] {
    return this.#rows.map(({ view }) => view.value());
  }

  /** Shows one more, as it was. */
  append(value: Value): void {
    const { view, texts, canMove } = this.#parts;
    const row = new ItemRow(this, view(value), texts, canMove);
    this.#drag.drags(row);
    this.#put(row, this.#rows.length);
  }

  /** A new one, with which the person goes on. */
  add(value: Value): void {
    this.append(value);
    this.#rows.at(-1)?.view.focusable.focus();
    this.#parts.changed();
  }

  remove(row: ItemRow<Value, View>): void {
    const index = this.#rows.indexOf(row);
    this.take(row);
    const next = (this.#rows[index] ?? this.#rows.at(-1))?.view.focusable ?? this.element.nextElementSibling;
    if (next instanceof HTMLElement) next.focus();
    this.#parts.changed();
  }

  move(row: ItemRow<Value, View>, direction: Direction): void {
    const index = this.#rows.indexOf(row) + direction;
    if (index >= 0 && index < this.#rows.length) this.#bring(row, index);
    else this.#parts.neighbour?.(direction)?.receive(row, direction);
  }

  /** Takes what moved out of the list before, or after. */
  receive(row: ItemRow<Value, View>, direction: Direction): void {
    this.#bring(row, direction === 1 ? 0 : this.#rows.length);
  }

  /** Lets go of an item that goes elsewhere. */
  take(row: ItemRow<Value, View>): void {
    this.#rows = this.#rows.filter((other) => other !== row);
    row.element.remove();
  }

  #drop(row: ItemRow<Value, View>, before: Element | undefined): void {
    if (before === row.element) return;
    const others = this.#rows.filter((other) => other !== row);
    const index = others.findIndex(({ element }) => element === before);
    this.#bring(row, index === -1 ? others.length : index);
  }

  /** Brings an item of this list or of another to a place, with the focus that it has. */
  #bring(row: ItemRow<Value, View>, index: number): void {
    const focused = document.activeElement;
    row.owner.take(row);
    this.#put(row, index);
    if (focused instanceof HTMLElement && row.element.contains(focused)) focused.focus();
    this.#parts.changed();
  }

  #put(row: ItemRow<Value, View>, index: number): void {
    row.owner = this;
    this.element.insertBefore(row.element, this.#rows[index]?.element ?? null);
    this.#rows.splice(index, 0, row);
  }
}
