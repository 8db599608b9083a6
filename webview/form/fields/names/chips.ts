import type { FormTexts, Named } from "../../../../src/messages/form";
import { iconButton } from "../../parts/buttons";
import { make, makeWords, newId } from "../../../elements";

/** Those who are chosen, each with a button that takes it out again. */
export class Chips {
  readonly element = make("ul", "chips");
  readonly #texts: FormTexts;
  readonly #remove: (one: Named) => void;

  constructor(texts: FormTexts, remove: (one: Named) => void) {
    this.#texts = texts;
    this.#remove = remove;
    this.element.id = newId("chosen");
  }

  show(chosen: readonly Named[]): void {
    this.element.hidden = chosen.length === 0;
    this.element.replaceChildren(...chosen.map((one) => this.#chip(one)));
  }

  /** The button of the last. */
  get lastButton(): HTMLElement | undefined {
    return this.element.querySelector<HTMLElement>("li:last-child vscode-button") ?? undefined;
  }

  #chip(one: Named): HTMLElement {
    const chip = make("li", "chip");
    const remove = iconButton("close", `${this.#texts.remove}: ${one.label}`, () => {
      this.#remove(one);
    });
    chip.append(makeWords("span", "chip-label", one.label), remove);
    return chip;
  }
}
