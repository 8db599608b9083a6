import { textField, type TextField } from "../../toolkit";
import { typedIn } from "./typed-in";

/** A text field in a row of others: its label stands inside it, while it is empty, and is heard always. */
export function smallText(
  label: string,
  value: string,
  changed: () => void,
): { readonly element: TextField; readonly typed: () => string } {
  const element = textField();
  element.className = "small-text";
  element.placeholder = label;
  element.append(label);
  return { element, typed: typedIn(element, value, changed) };
}
