import type { Named } from "../../../../src/messages/form";
import { debounced } from "../../parts/debounce";
import { make, newId, say } from "../../../elements";
import type { Found } from "../../told";
import type { Control, ControlParts, Of } from "../control";
import { Chips } from "./chips";
import { OptionList } from "./option-list";

/** How long a person pauses before the host searches. */
const PAUSE_MS = 200;

/**
 * A text to search for, the list of what the host finds, and what is chosen. It is the combobox of the ARIA practices,
 * with the browser's own input: the component's has it where the ids of the options do not reach.
 */
export class NamePicker implements Control {
  readonly element = make("div", "picker");
  readonly label = "caption";
  readonly describedBy: readonly string[];
  readonly #parts: ControlParts;
  readonly #many: boolean;
  readonly #box = make("div", "picker-box");
  readonly #input = make("input", "picker-input");
  readonly #popup = make("div", "popup");
  readonly #status = make("p", "popup-status");
  readonly #chips: Chips;
  readonly #list: OptionList;
  readonly #search;
  /** Something was picked by what is typed: the list stays for more of it, but it is done with when that closes. */
  #hasServed = false;
  #chosen: readonly Named[];

  constructor(field: Of<"names">, parts: ControlParts) {
    this.#parts = parts;
    this.#many = field.many;
    this.#chosen = field.value;
    this.#search = debounced(PAUSE_MS, parts.search);
    this.#chips = new Chips(parts.texts, (one) => {
      this.#choose(this.#chosen.filter(({ id }) => id !== one.id));
      this.#input.focus();
    });
    this.#list = new OptionList({
      label: parts.label,
      many: field.many,
      isChosen: (option) => this.#isChosen(option),
      choose: (option) => {
        this.#pick(option);
      },
    });
    this.describedBy = [this.#chips.element.id];
    this.#setUpInput(field.required);
    this.#status.setAttribute("role", "status");
    this.#popup.hidden = true;
    this.#popup.append(this.#list.element, this.#status);
    this.#box.append(this.#chips.element, this.#input);
    this.element.append(this.#box, this.#popup);
    this.#showChosen();
    this.#listen();
  }

  value(): Named[] {
    return [...this.#chosen];
  }

  focusable(): HTMLElement {
    return this.#input;
  }

  hearFound({ text, options, more, problem }: Found): void {
    if (text !== this.#input.value || !this.#isOpen) return; // typed on since
    this.#search.cancel();
    this.#list.show(problem === undefined ? options : []);
    this.#say(problem ?? this.#resultText(options, more), problem !== undefined);
    this.#showActive();
    this.#popup.scrollIntoView({ block: "nearest" });
  }

  get #isOpen(): boolean {
    return !this.#popup.hidden;
  }

  #resultText(options: readonly Named[], more: boolean): string {
    if (options.length === 0) return this.#parts.texts.nothingFound;
    return more ? this.#parts.texts.moreToFind : "";
  }

  #setUpInput(required: boolean): void {
    const input = this.#input;
    input.id = newId("search");
    input.dir = "auto";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.#list.id);
    input.setAttribute("aria-required", String(required));
  }

  #listen(): void {
    this.#input.addEventListener("input", () => {
      this.#hasServed = false;
      this.#searchLater();
    });
    this.#input.addEventListener("click", () => {
      this.#searchNow();
    });
    this.#input.addEventListener("keydown", (event) => {
      if (!event.isComposing && !hasModifier(event) && this.#takesKey(event.key)) event.preventDefault();
    });
    this.#box.addEventListener("mousedown", (event) => {
      if (event.target !== this.#box && event.target !== this.#chips.element) return;
      event.preventDefault();
      this.#input.focus();
    });
    // The focus stays in the text.
    this.#popup.addEventListener("mousedown", (event) => {
      event.preventDefault();
    });
    this.#input.addEventListener("blur", () => {
      this.#close();
    });
  }

  /** What a key does; false where it is the text's own. */
  #takesKey(key: string): boolean {
    if (key === "Backspace" && this.#input.value === "") {
      this.#chips.lastButton?.focus();
      return true;
    }
    if (!this.#isOpen) {
      if (key !== "ArrowDown" && key !== "ArrowUp") return false;
      this.#searchNow();
      return true;
    }
    if (key === "Escape") this.#close();
    else if (key === "Enter") {
      if (this.#list.active) this.#pick(this.#list.active);
    } else if (this.#list.isEmpty || !this.#list.moveBy(key)) return false;
    this.#showActive();
    return true;
  }

  #searchNow(): void {
    if (this.#isOpen) return;
    this.#open();
    this.#search.now(this.#input.value);
  }

  #searchLater(): void {
    this.#open();
    this.#list.deactivate();
    this.#showActive();
    this.#search.later(this.#input.value);
  }

  #open(): void {
    this.#say(this.#parts.texts.searching);
    if (this.#isOpen) return;
    this.#popup.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#list.show([]);
    this.#popup.scrollIntoView({ block: "nearest" });
  }

  #close(): void {
    this.#search.cancel();
    if (this.#hasServed) this.#input.value = "";
    this.#hasServed = false;
    this.#popup.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#showActive();
    this.#say("");
  }

  #showActive(): void {
    const id = this.#isOpen ? this.#list.activeId : "";
    if (id === "") this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", id);
  }

  #say(text: string, isProblem = false): void {
    this.#status.classList.toggle("wrong", isProblem);
    say(this.#status, text);
  }

  #isChosen({ id }: Named): boolean {
    return this.#chosen.some((one) => one.id === id);
  }

  #pick(option: Named): void {
    if (!this.#many) {
      this.#input.value = "";
      this.#close();
      this.#choose([option]);
      return;
    }
    const others = this.#chosen.filter(({ id }) => id !== option.id);
    this.#choose(this.#isChosen(option) ? others : [...others, option]);
    this.#list.refresh();
    this.#showActive();
    this.#hasServed = true;
    this.#input.select(); // what is typed next is another search
  }

  #choose(chosen: readonly Named[]): void {
    this.#chosen = chosen;
    this.#showChosen();
    this.#parts.changed();
  }

  #showChosen(): void {
    this.#chips.show(this.#chosen);
    const isFull = !this.#many && this.#chosen.length > 0;
    this.#input.placeholder = isFull ? "" : this.#parts.texts.search;
  }
}

function hasModifier({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey || shiftKey;
}
