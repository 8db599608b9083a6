import { checkbox } from "../../toolkit";
import { clipped, make } from "../../elements";
import type { Control, ControlParts, Of } from "./control";

/** Several of a list. */
export function choicesControl({ value, choices }: Of<"choices">, { changed }: ControlParts): Control {
  const element = make("div", "boxes");
  const boxes = choices.map((choice) => {
    const box = checkbox();
    box.checked = value.includes(choice.value);
    box.append(clipped(choice.label, 200));
    box.addEventListener("change", changed);
    return { value: choice.value, box };
  });
  element.append(...boxes.map(({ box }) => box));
  return {
    element,
    label: "group",
    value: () => boxes.filter(({ box }) => box.checked).map((chosen) => chosen.value),
    focusable: () => boxes[0]?.box ?? element,
  };
}
