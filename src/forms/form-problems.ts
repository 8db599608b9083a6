import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import { describeError, withWords } from "../commands/error-messages";
import type { FormModel, FormProblems } from "../messages/form";

/** What a failed save says in the form: the server's words beside the fields that they name, the rest above. */
export function problemsOf(error: unknown, form: FormModel): FormProblems {
  if (!(error instanceof FactorialError)) return { message: describeError(error).message, fields: {} };
  if (error.kind === "invalid" || error.kind === "conflict") return refused(error, form);
  const { message } = describeError(error);
  if (error.written === "no") return { message, fields: {} };
  const lost = vscode.l10n.t("It may be saved nevertheless: look for it before you save again.");
  return { message: `${message} ${lost}`, fields: {} };
}

function refused(error: FactorialError, form: FormModel): FormProblems {
  const fields: Record<string, string> = {};
  const others = [...error.messages];
  for (const [name, words] of Object.entries(error.fields)) {
    if (form.fields.some((field) => field.name === name)) fields[name] = words.join(" · ");
    else others.push(`${name}: ${words.join(", ")}`);
  }
  if (others.length === 0 && Object.keys(fields).length > 0) {
    return { message: form.texts.seeFields, fields };
  }
  const words = others.length > 0 ? others.join(" · ") : error.message;
  return { message: withWords(vscode.l10n.t("Not saved."), words), fields };
}
