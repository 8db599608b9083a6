import { make } from "../elements";

export interface CellEditorParts {
  readonly cell: HTMLElement;
  readonly label: string;
  readonly text: string;
  /** Each time that something was typed. */
  readonly onType: (text: string) => void;
}

/** An input in place of a cell's text. */
export class CellEditor {
  readonly #cell: HTMLElement;
  readonly #input = make("input", "editor");

  constructor({ cell, label, text, onType }: CellEditorParts) {
    this.#cell = cell;
    const input = this.#input;
    input.value = text;
    input.setAttribute("aria-label", label);
    input.spellcheck = false;
    input.autocomplete = "off";
    input.addEventListener("input", () => {
      onType(input.value);
    });
    cell.classList.add("editing");
    cell.replaceChildren(input);
    input.focus();
    input.setSelectionRange(text.length, text.length);
  }

  get text(): string {
    return this.#input.value;
  }

  get input(): HTMLInputElement {
    return this.#input;
  }

  /** Leaves the cell empty, to be drawn again. */
  close(): void {
    this.#cell.classList.remove("editing");
    this.#cell.replaceChildren();
  }
}
