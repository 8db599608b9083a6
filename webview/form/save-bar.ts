import type { FormTexts } from "../../src/messages/form";
import { button, progressRing } from "../toolkit";
import { make } from "../elements";

/** The button that saves, and beside it that it does. */
export class SaveBar {
  readonly element = make("div", "actions");
  readonly #save = button();
  readonly #progress = make("span", "progress");
  readonly #texts: FormTexts;

  constructor(texts: FormTexts, onSave: () => void) {
    this.#texts = texts;
    this.#save.append(texts.save);
    this.#save.addEventListener("click", onSave);
    this.#progress.setAttribute("role", "status");
    this.element.append(this.#save, this.#progress);
  }

  show(saving: boolean): void {
    this.#save.disabled = saving;
    if (saving) this.#progress.replaceChildren(progressRing(), this.#texts.saving);
    else this.#progress.replaceChildren();
  }
}
