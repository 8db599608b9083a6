import { textField } from "../../toolkit";
import { debounced } from "../parts/debounce";
import { make, makeWords, say } from "../../elements";
import type { Control, ControlParts, Of } from "./control";
import { direct, fillIn } from "./long-texts";

/** How long a person pauses before the host is asked how it reads what they typed. */
const PAUSE_MS = 150;

/** A text field whose text the host reads: "next friday", "1h30". Beside it stands how it reads it. */
export interface ReadText extends Control {
  readonly row: HTMLElement;
  value(): string;
  /** Types for the person. */
  set(text: string): void;
}

export function readText(field: Of<"date" | "typed">, parts: ControlParts): ReadText {
  const input = textField();
  input.required = field.required;
  if (field.kind === "typed" && field.placeholder) input.placeholder = field.placeholder;
  input.append(parts.label);
  fillIn(input, field.value);
  const reading = makeWords("output", "reading");
  const row = make("div", "read-row");
  row.append(input, reading);

  let text = field.value;
  let problem = "";
  const read = debounced(PAUSE_MS, parts.read);
  const isEmpty = () => text.trim() === "";

  if (field.reading !== undefined) say(reading, field.reading);
  else if (!isEmpty()) read.now(text);

  const take = (typed: string) => {
    text = typed;
    problem = ""; // was of another text
    say(reading, "");
    read.cancel();
  };
  input.addEventListener("input", () => {
    take(input.value);
    direct(input, text);
    if (!isEmpty()) read.later(text);
    parts.changed();
  });

  return {
    element: row,
    row,
    label: "own",
    value: () => text,
    focusable: () => input.control,
    problem: () => problem,
    set(typed) {
      fillIn(input, typed);
      take(typed);
      if (!isEmpty()) read.now(text);
      parts.changed();
    },
    hearReading(heard) {
      if (heard.text !== text) return; // typed on since
      problem = heard.problem ?? "";
      say(reading, heard.reading ?? "");
      parts.judged();
    },
  };
}
