import { textButton } from "../parts/buttons";
import { clipped, make } from "../../elements";
import type { Control, ControlParts, Of } from "./control";

/** Several of a few, in a row: weekdays. */
export function togglesControl({ value, choices }: Of<"choices">, { changed }: ControlParts): Control {
  const element = make("div", "toggles");
  const chosen = new Set(value);
  const buttons = choices.map((choice) => {
    const toggle = textButton(clipped(choice.label, 200), () => {
      if (!chosen.delete(choice.value)) chosen.add(choice.value);
      press();
      changed();
    });
    const press = () => {
      toggle.ariaPressed = String(chosen.has(choice.value));
    };
    press();
    return toggle;
  });
  element.append(...buttons);
  return {
    element,
    label: "group",
    // In the order of the choices, not of the presses.
    value: () => choices.map((choice) => choice.value).filter((one) => chosen.has(one)),
    focusable: () => buttons[0] ?? element,
  };
}
