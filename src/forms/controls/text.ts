import type { FormField } from "../../messages/form";
import { NOTHING, type Control, type ControlParts } from "./control";

/** A text as it is; of one line, or of several. */
export function textControl({ facts }: ControlParts, kind: "text" | "longtext"): Control {
  const withText = (value: string): FormField => ({ ...facts, kind, value });
  return {
    blank: withText(""),
    filled: (value) => withText(typeof value === "string" ? value : ""),
    read: (field) => {
      const text = field.kind === kind ? field.value.trim() : "";
      return text === "" ? NOTHING : { value: text };
    },
    words: (field) => (field.kind === kind ? field.value : ""),
    emptied: "",
  };
}
