import * as vscode from "vscode";
import * as z from "zod";
import type { FormField } from "../../messages/form";
import { NOTHING, type Control, type ControlParts } from "./control";

/** Files of this machine. */
export function filesControl({ facts, asked: { schema }, files }: ControlParts): Control {
  const many = z.safeParse(schema, []).success;
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
      if (field.kind !== "files" || field.value.length === 0) return NOTHING;
      const gone = field.value.find(({ id }) => !files.get(id));
      if (gone) return { problem: vscode.l10n.t("{0} is not there any more. Choose it again.", gone.name) };
      const chosen = field.value.flatMap(({ id }) => files.get(id) ?? []);
      return { value: many ? chosen : chosen[0] };
    },
    words: (field) => (field.kind === "files" ? field.value.map(({ name }) => name).join(", ") : ""),
  };
}
