import type { TextArea, TextField } from "../../toolkit";
import { direct, fillIn } from "./long-texts";

/**
 * Fills in a text, and answers what is in the field: the text as it came until somebody types. The browser takes line
 * breaks and the like out of what it shows, which must not look like a change of theirs.
 */
export function typedIn(element: TextArea | TextField, value: string, changed: () => void): () => string {
  let typed = value;
  fillIn(element, value);
  element.addEventListener("input", () => {
    typed = element.value;
    direct(element, typed);
    changed();
  });
  return () => typed;
}
