import type { FormConflict, FormTexts } from "../../src/messages/form";
import { clipped, make, makeWords, newId, say } from "../elements";

/** Longer values scroll in a box, which then the keyboard must reach. */
const LONG_VALUE = 300;

type Side = "mine" | "theirs";

/** Fields that were changed on the server too: what is typed here beside what is there, and a choice between them. */
export class ConflictsView {
  readonly element = make("section", "conflicts");
  readonly #texts: FormTexts;
  readonly #title = make("span", "");
  readonly #list = make("div", "conflict-list");
  readonly #chosen = new Map<string, Side>();
  #shown = "[]";

  constructor(texts: FormTexts) {
    this.#texts = texts;
    this.#title.id = newId("conflicts");
    this.#title.setAttribute("role", "alert");
    this.element.setAttribute("aria-labelledby", this.#title.id);
    const heading = make("h2", "conflicts-title");
    heading.append(this.#title);
    this.element.append(heading, this.#list);
    this.element.hidden = true;
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** The fields of which the value on the server counts. */
  theirs(): string[] {
    return [...this.#chosen].filter(([, side]) => side === "theirs").map(([name]) => name);
  }

  /** What is chosen stays so for the fields that are still in question. */
  show(conflicts: readonly FormConflict[]): void {
    const shown = JSON.stringify(conflicts);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const chosen = new Map(this.#chosen);
    this.#chosen.clear();
    for (const { name } of conflicts) this.#chosen.set(name, chosen.get(name) ?? "mine");
    this.#list.replaceChildren(...conflicts.map((conflict) => this.#conflict(conflict)));
    this.element.hidden = conflicts.length === 0;
    say(this.#title, conflicts.length === 0 ? "" : this.#texts.conflictTitle);
  }

  focus(): void {
    this.#list.querySelector<HTMLElement>("input:checked")?.focus();
  }

  #conflict(conflict: FormConflict): HTMLElement {
    const { mine, theirs, keepMine, takeTheirs } = this.#texts;
    const group = make("fieldset", "conflict");
    const radios = newId("conflict");
    group.append(
      makeWords("legend", "conflict-label", conflict.label),
      this.#side(conflict, "mine", radios, keepMine, mine),
      this.#side(conflict, "theirs", radios, takeTheirs, theirs),
    );
    return group;
  }

  #side(conflict: FormConflict, side: Side, radios: string, choice: string, caption: string): HTMLElement {
    const { name } = conflict;
    const radio = make("input", "radio");
    radio.type = "radio";
    radio.name = radios;
    radio.checked = this.#chosen.get(name) === side;
    radio.addEventListener("change", () => {
      this.#chosen.set(name, side);
    });
    const label = make("label", "side-choice");
    label.append(radio, choice);

    const value = makeWords("div", "side-value", conflict[side]);
    value.id = newId("value");
    radio.setAttribute("aria-describedby", value.id);
    if (conflict[side].length > LONG_VALUE) {
      value.tabIndex = 0;
      value.setAttribute("role", "group");
      value.setAttribute("aria-label", `${clipped(conflict.label, 200)}: ${caption}`);
    }
    const element = make("div", "side");
    element.append(label, make("span", "side-caption", caption), value);
    return element;
  }
}
