import { checkbox } from "../../toolkit";
import type { Control, ControlParts, Of } from "./control";

export function flagControl({ value }: Of<"flag">, { label, changed }: ControlParts): Control {
  const element = checkbox();
  element.checked = value;
  element.append(label);
  element.addEventListener("change", changed);
  return { element, label: "own", value: () => element.checked, focusable: () => element };
}
