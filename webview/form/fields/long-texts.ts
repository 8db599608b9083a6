import type { TextArea, TextField } from "../../toolkit";
import { clipped } from "../../elements";

/** Up to here the browser finds out the direction of a text by itself; beyond, it takes seconds. */
const LONG = 50_000;

/** Beyond this, the browser does not get done with laying out a text that runs in both directions. */
const LONGEST_OF_BOTH_DIRECTIONS = 100_000;

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202b\u202e]/u;
const LETTER = /\p{L}/u;

/** Shows a text in a field, running its way, whatever its length. The field is shown in the task that calls this. */
export function fillIn(field: TextArea | TextField, text: string): void {
  const isTooMuch = text.length > LONGEST_OF_BOTH_DIRECTIONS && RIGHT_TO_LEFT.test(text);
  // The value stays whole: nobody types into what is only its beginning.
  field.readOnly = isTooMuch;
  field.value = isTooMuch ? clipped(text, LONG) : text;
  // By then the component has been shown, and has made its own input.
  queueMicrotask(() => {
    direct(field, text);
  });
}

/** Lets the text in a field run its way; when it is another one. */
export function direct(field: TextArea | TextField, text: string): void {
  if (field.isConnected) field.control.dir = text.length > LONG ? directionOf(text) : "auto";
}

/** By the first letter, as the browser does. */
function directionOf(text: string): "ltr" | "rtl" {
  const letter = LETTER.exec(text)?.[0] ?? "";
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}
