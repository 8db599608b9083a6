import * as vscode from "vscode";
import * as z from "zod";
import type { FormField } from "../../messages/form";
import { NOTHING, type Control, type ControlParts } from "./control";

/** As records have them. */
const listed = z.array(z.looseObject({ key: z.string().nullish(), value: z.string().nullish() }));
const keyed = z.record(z.string(), z.string());

/** Texts under names of their own, a line each: `key: what it says`. */
export function messagesControl({ facts }: ControlParts): Control {
  const withText = (value: string): FormField => ({
    ...facts,
    help: facts.help ?? vscode.l10n.t("A line each: a word for it, a colon, and what it says."),
    kind: "longtext",
    value,
  });
  return {
    blank: withText(""),
    filled: (value) => withText(linesOf(value).join("\n")),
    read: (field) => {
      const lines = field.kind === "longtext" ? field.value.split(/\r?\n/).filter((line) => line.trim()) : [];
      if (lines.length === 0) return NOTHING;
      const entries = lines.map((line) => /^\s*([^:]+?)\s*:\s*(.*\S)\s*$/.exec(line));
      const wrong = lines[entries.indexOf(null)];
      if (wrong !== undefined) {
        return { problem: vscode.l10n.t("“{0}” has no colon with a text behind it.", wrong.trim()) };
      }
      return { value: Object.fromEntries(entries.map((entry) => [entry?.[1] ?? "", entry?.[2] ?? ""])) };
    },
    words: (field) => (field.kind === "longtext" ? field.value : ""),
    emptied: {},
  };
}

function linesOf(value: unknown): string[] {
  const list = listed.safeParse(value);
  if (list.success) return list.data.map(({ key, value: text }) => `${key ?? ""}: ${text ?? ""}`);
  return Object.entries(keyed.safeParse(value).data ?? {}).map(([key, text]) => `${key}: ${text}`);
}
