import * as vscode from "vscode";
import * as z from "zod";
import { translate } from "../../actions/asking/ask-context";
import { valueProblem } from "../../actions/reading/value-problem";
import { fieldsOf } from "../../api/operation";
import type { FormField } from "../../messages/form";
import { fieldMeaning, type FieldMeaning } from "../../records/field-meaning";
import { NOTHING, type Control, type ControlParts, type FieldInput } from "./control";

interface Column {
  readonly meaning: FieldMeaning;
  readonly schema: z.core.$ZodType;
}

/** Many small records, a line each, with their fields in order: as they are copied from a table, or typed. */
export function tableControl({ facts, asked: { schema } }: ControlParts): Control {
  const columns = columnsOf(schema);
  const heads = columns.map(({ meaning: { name, required } }) => (required ? name : `[${name}]`));
  const withText = (value: string): FormField => ({
    ...facts,
    help:
      facts.help ??
      vscode.l10n.t(
        "A line each, its parts with a semicolon or a tab between: {0}. Those in brackets may be left out.",
        heads.join("; "),
      ),
    kind: "longtext",
    value,
  });
  return {
    blank: withText(""),
    filled: (value) => withText(linesOf(value, columns).join("\n")),
    read: (field) => {
      const records: unknown[] = [];
      for (const [at, line] of (field.kind === "longtext" ? field.value.split(/\r?\n/) : []).entries()) {
        if (line.trim() === "") continue;
        const read = readLine(line, columns);
        if ("problem" in read) return { problem: vscode.l10n.t("Line {0}: {1}", at + 1, read.problem) };
        records.push(read.value);
      }
      return records.length === 0 ? NOTHING : { value: records };
    },
    words: (field) => (field.kind === "longtext" ? field.value : ""),
    emptied: [],
  };
}

function columnsOf(schema: z.core.$ZodType): Column[] {
  let list = schema;
  while (list instanceof z.ZodOptional) list = list.unwrap();
  const element = list instanceof z.ZodArray ? list.element : undefined;
  if (!(element instanceof z.ZodObject)) return [];
  return fieldsOf(element).map(([name, each]) => ({ schema: each, meaning: fieldMeaning({}, name, each) }));
}

function readLine(line: string, columns: readonly Column[]): FieldInput {
  // What comes out of a table may well have a semicolon in it.
  const parts = line.split(line.includes("\t") ? "\t" : ";").map((part) => part.trim());
  if (parts.length > columns.length) {
    return { problem: vscode.l10n.t("it has {0} parts, and there are {1}.", parts.length, columns.length) };
  }
  const record: Record<string, unknown> = {};
  for (const [at, { meaning, schema }] of columns.entries()) {
    const text = parts[at] ?? "";
    const value = text === "" ? undefined : valueOf(text, meaning);
    const problem = valueProblem(schema, value, translate);
    if (problem !== undefined) return { problem: `${meaning.name}: ${problem}` };
    if (value !== undefined) record[meaning.name] = value;
  }
  return { value: record };
}

/** `base: Nothing came, name: is missing` are two texts under names; one without a name is about the whole. */
function valueOf(text: string, { kind }: FieldMeaning): unknown {
  if (kind !== "messages") return text;
  const entries = text.split(/,\s*(?=\w+\s*:)/).map((part) => /^(?:(\w+)\s*:\s*)?(.*)$/.exec(part));
  return Object.fromEntries(entries.map((entry) => [entry?.[1] ?? "base", entry?.[2] ?? ""]));
}

function linesOf(value: unknown, columns: readonly Column[]): string[] {
  const rows = z.array(z.record(z.string(), z.unknown())).safeParse(value).data ?? [];
  return rows.map((row) =>
    columns
      .map(({ meaning: { name } }) => textOf(row[name]))
      .join("\t")
      .trimEnd(),
  );
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const messages = z.record(z.string(), z.string()).safeParse(value).data ?? {};
  return Object.entries(messages)
    .map(([key, text]) => `${key}: ${text}`)
    .join(", ");
}
