import { textField } from "../../toolkit";
import type { Control, ControlParts, Of } from "./control";
import { typedIn } from "./typed-in";

export function textControl({ value, required }: Of<"text">, { label, changed }: ControlParts): Control {
  const element = textField();
  element.required = required;
  element.append(label);
  return {
    element,
    label: "own",
    value: typedIn(element, value, changed),
    focusable: () => element.control,
  };
}
