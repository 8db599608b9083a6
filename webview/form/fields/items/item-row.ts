import type { FormTexts } from "../../../../src/messages/form";
import type { Button } from "../../../toolkit";
import { iconButton, nameButton } from "../../parts/buttons";
import { make } from "../../../elements";
import { icon } from "../../parts/icons";
import type { ItemView } from "./item-view";

export type Direction = -1 | 1;

/** The list that a row is in: another one, once the row has moved there. */
export interface RowOwner<Value, View extends ItemView<Value>> {
  move(row: ItemRow<Value, View>, direction: Direction): void;
  remove(row: ItemRow<Value, View>): void;
  take(row: ItemRow<Value, View>): void;
}

/** An item in its list, with what moves and removes it. */
export class ItemRow<Value, View extends ItemView<Value>> {
  readonly element = make("li", "item");
  /** What the mouse drags it by; the keyboard has the buttons. */
  readonly handle = make("span", "handle");
  readonly view: View;
  owner: RowOwner<Value, View>;
  readonly #tools = make("span", "tools");

  constructor(owner: RowOwner<Value, View>, view: View, texts: FormTexts, canMove: boolean) {
    this.owner = owner;
    this.view = view;
    this.element.append(view.element);
    if (canMove) this.#makeMovable(texts);
    this.#addTool(
      iconButton("close", texts.remove, () => {
        this.owner.remove(this);
      }),
      texts.remove,
    );
    view.head.append(this.#tools);
  }

  #makeMovable(texts: FormTexts): void {
    this.element.classList.add("movable");
    this.handle.draggable = true;
    this.handle.append(icon("grip"));
    this.view.head.prepend(this.handle);
    this.#addTool(
      iconButton("up", texts.moveUp, () => {
        this.owner.move(this, -1);
      }),
      texts.moveUp,
    );
    this.#addTool(
      iconButton("down", texts.moveDown, () => {
        this.owner.move(this, 1);
      }),
      texts.moveDown,
    );
    // Before a dropdown within sees the key, which would take it for its own.
    this.element.addEventListener(
      "keydown",
      (event) => {
        this.#moveByKey(event);
      },
      { capture: true },
    );
  }

  /** Keeps the button's name that of the item, as its texts change. */
  #addTool(tool: Button, label: string): void {
    const name = () => {
      nameButton(tool, this.view.name === "" ? label : `${label}: ${this.view.name}`);
    };
    name();
    this.element.addEventListener("input", name);
    this.#tools.append(tool);
  }

  #moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    // The key is the innermost item's.
    if (!(event.target instanceof Element) || event.target.closest(".movable") !== this.element) return;
    event.preventDefault();
    event.stopPropagation();
    this.owner.move(this, event.key === "ArrowUp" ? -1 : 1);
  }
}
