import type { FormTexts } from "../../src/messages/form";
import { send } from "../host";
import { textButton } from "./parts/buttons";
import { make, say } from "../elements";

/** Says that something is typed that is not saved, and lets go of it. */
export class UnsavedBar {
  readonly element = make("div", "unsaved");
  readonly #text = make("span", "unsaved-text");
  readonly #discard;
  readonly #texts: FormTexts;

  constructor(texts: FormTexts) {
    this.#texts = texts;
    this.#text.setAttribute("role", "status");
    this.#discard = textButton(texts.discard, () => {
      send({ kind: "discard" });
    });
    this.element.append(this.#text, this.#discard);
    this.show(false);
  }

  show(unsaved: boolean): void {
    say(this.#text, unsaved ? this.#texts.unsaved : "");
    this.element.classList.toggle("nothing", !unsaved);
  }
}
