import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import { describeError, withWords } from "../commands/error-messages";
import type { FormProblems } from "../messages/form";

/** A field by the page's name and by the operation's. */
interface NamedField {
  readonly name: string;
  readonly input: string;
}

/** What a failed save says in the form: the server's words beside the fields that they name, the rest above. */
export function problemsOf(error: unknown, shown: readonly NamedField[]): FormProblems {
  if (!(error instanceof FactorialError)) return { message: describeError(error).message, fields: {} };
  if (error.kind === "invalid" || error.kind === "conflict") return refused(error, shown);
  return { message: describeError(error).message, fields: {} };
}

export function seeFields(): string {
  return vscode.l10n.t("Not saved: see the marked fields.");
}

function refused(error: FactorialError, shown: readonly NamedField[]): FormProblems {
  const fields: Record<string, string> = {};
  const others = [...error.messages];
  for (const [name, words] of Object.entries(error.fields)) {
    const field = shown.find(({ input }) => input === name);
    if (field) fields[field.name] = words.join(" · ");
    else others.push(`${name}: ${words.join(", ")}`);
  }
  if (others.length === 0 && Object.keys(fields).length > 0) return { message: seeFields(), fields };
  const words = others.length > 0 ? others.join(" · ") : error.message;
  return { message: withWords(vscode.l10n.t("Not saved."), words), fields };
}
