import { dropdown, option, type Dropdown } from "../../toolkit";
import { clipped } from "../../elements";
import type { Control, ControlParts, Of } from "./control";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function choiceControl(
  { value, choices, required }: Of<"choice">,
  { changed }: ControlParts,
): Control {
  const { element, chosen } = choiceList(value, choices, changed);
  element.setAttribute("aria-required", String(required));
  return { element, label: "caption", value: chosen, focusable: () => element };
}

/** A dropdown, and what is chosen in it. */
export function choiceList(
  value: string,
  choices: readonly Choice[],
  changed: () => void,
): { readonly element: Dropdown; readonly chosen: () => string } {
  const element = dropdown();
  const offered = withValue(value, choices);
  // Rows go by their numbers: one whose value is empty, "–", the list would take for the one that is chosen.
  const rows = offered.map((choice, index) => {
    const row = option();
    row.value = String(index);
    row.append(clipped(choice.label, 200) || "\u00a0"); // a row without a text would be flat
    return row;
  });
  const shown = () => offered[Number(element.value)]?.value ?? value;
  let chosen = value; // the list itself does not know before it is in the page
  const mark = () => {
    // The attribute, as the list goes by it whenever it comes into the page: also when it is moved.
    for (const [index, row] of rows.entries())
      row.toggleAttribute("selected", offered[index]?.value === chosen);
  };
  mark();
  element.append(...rows);
  element.addEventListener("change", () => {
    chosen = shown();
    mark();
    changed();
  });
  // While it is open, the list shows what the arrows are at, and tells when it closes.
  return { element, chosen: () => (element.open ? shown() : chosen) };
}

/** The list shows its first row where none is chosen: a value that is no choice, such as none yet, gets a row. */
function withValue(value: string, choices: readonly Choice[]): readonly Choice[] {
  return choices.some((choice) => choice.value === value) ? choices : [{ value, label: value }, ...choices];
}
