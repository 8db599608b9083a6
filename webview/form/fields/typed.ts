import type { Control, ControlParts, Of } from "./control";
import { readText } from "./read-text";

/** Money, durations and numbers, as people write them. */
export function typedControl(field: Of<"typed">, parts: ControlParts): Control {
  return readText(field, parts);
}
