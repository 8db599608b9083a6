import * as z from "zod";
import type { FormField } from "../../messages/form";
import { NOTHING, type Control, type ControlParts } from "./control";

/** Files of this machine. */
export function filesControl({ facts, asked: { schema }, files }: ControlParts): Control {
  const many = z.safeParse(schema, []).success;
  const chosenIn = (field: FormField) =>
    field.kind === "files" ? field.value.flatMap(({ id }) => files.get(id) ?? []) : [];
  const withFiles = (given: readonly File[]): FormField => ({
    ...facts,
    kind: "files",
    value: given.map((file) => files.add(file)),
    many,
  });
  return {
    blank: withFiles([]),
    filled: (value) => withFiles([value].flat().filter((one) => one instanceof File)),
    read: (field) => {
      const chosen = chosenIn(field);
      if (chosen.length === 0) return NOTHING;
      return { value: many ? chosen : chosen[0] };
    },
    words: (field) =>
      chosenIn(field)
        .map(({ name }) => name)
        .join(", "),
  };
}
