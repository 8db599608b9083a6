import { textArea } from "../../toolkit";
import type { Control, ControlParts, Of } from "./control";
import { typedIn } from "./typed-in";

export function longTextControl(
  { value, required }: Of<"longtext">,
  { label, changed }: ControlParts,
): Control {
  const element = textArea();
  element.rows = 5;
  element.resize = "vertical";
  element.required = required;
  element.append(label);
  return {
    element,
    label: "own",
    value: typedIn(element, value, changed),
    focusable: () => element.control,
  };
}
