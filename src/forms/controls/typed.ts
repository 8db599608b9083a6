import { translate } from "../../actions/asking/ask-context";
import { valueProblem } from "../../actions/reading/value-problem";
import type { FormField } from "../../messages/form";
import { NOTHING, type Control, type ControlParts } from "./control";

/** What a text is read as, the likeliest reading. */
export type Reading =
  | { readonly value: unknown; readonly words: string }
  | { readonly problem: string; readonly words?: undefined };

export interface TypedFacts {
  /** A `date` has the browser's calendar beside it. */
  readonly kind: "date" | "typed";
  readonly placeholder?: string;
  /** The text that would be typed for what a record holds. */
  readonly textOf: (value: unknown) => string;
  readonly read: (text: string) => Reading;
}

/** A text that the host reads, and says how: "next friday", "1h30". */
export function typedControl({ facts, asked: { schema } }: ControlParts, typed: TypedFacts): Control {
  const readText = (text: string): Reading => {
    const reading = typed.read(text);
    const problem = reading.words === undefined ? undefined : valueProblem(schema, reading.value, translate);
    return problem === undefined ? reading : { problem };
  };
  const textIn = (field: FormField) => (field.kind === typed.kind ? field.value.trim() : "");
  const withText = (value: string): FormField => {
    const reading = value.trim() === "" ? undefined : readText(value).words;
    const shown = { ...facts, value, ...(reading !== undefined && { reading }) };
    if (typed.kind === "date") return { ...shown, kind: "date" };
    const { placeholder } = typed;
    return { ...shown, kind: "typed", ...(placeholder !== undefined && { placeholder }) };
  };
  return {
    blank: withText(""),
    filled: (value) => withText(value === undefined || value === null ? "" : typed.textOf(value)),
    read: (field) => {
      const text = textIn(field);
      return text === "" ? NOTHING : readText(text);
    },
    words: (field) => {
      const text = textIn(field);
      return text === "" ? "" : (readText(text).words ?? text);
    },
    hear: (text) => {
      if (text.trim() === "") return {};
      const reading = readText(text);
      return reading.words === undefined ? { problem: reading.problem } : { reading: reading.words };
    },
  };
}
