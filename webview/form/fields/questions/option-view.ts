import { make } from "../../../elements";
import type { ItemView } from "../items/item-view";
import { smallText } from "../small-text";

/** One answer of those that a question can be answered with. */
export class OptionView implements ItemView<string> {
  readonly element = make("div", "item-head");
  readonly head = this.element;
  readonly #text;

  constructor(option: string, label: string, changed: () => void) {
    this.#text = smallText(label, option, changed);
    this.element.append(this.#text.element);
  }

  get name(): string {
    return this.#text.typed();
  }

  get focusable(): HTMLElement {
    return this.#text.element;
  }

  value(): string {
    return this.#text.typed();
  }
}
