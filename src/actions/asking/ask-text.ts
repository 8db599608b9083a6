import * as vscode from "vscode";
import { BACK, type Answer } from "../../commands/step";
import { valueProblem } from "../reading/value-problem";
import { promptOf, translate, type FieldStep, type Value } from "./ask-context";
import { type as typeText } from "./steps";

/** An input box has one line. A long text's line breaks are shown as this, and are line breaks again when sent. */
const LINE_BREAK = "⏎";

export async function askText({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const { meaning, schema, now } = field;
  const isLong = meaning.kind === "long-text";
  const hints = [
    ...(meaning.required ? [] : [vscode.l10n.t("may be left empty")]),
    ...(isLong ? [vscode.l10n.t("{0} is a line break", LINE_BREAK)] : []),
  ];
  const valueOf = (text: string): string | undefined => {
    const value = (isLong ? text.replace(/ ?⏎ ?/g, "\n") : text).trim();
    // What is emptied is sent as such, where Factorial takes that; what was empty before is just not sent.
    const mayBeCleared = typeof now === "string" && now !== "" && !valueProblem(schema, "", translate);
    return value === "" && !meaning.required && !mayBeCleared ? undefined : value;
  };
  const answer = await typeText(frame, {
    prompt: [promptOf(field), ...hints].join(" · "),
    value: typeof start === "string" ? start.replace(/\r?\n/g, LINE_BREAK) : "",
    problem: (text) => {
      const value = valueOf(text);
      if (value === "" && meaning.required) return vscode.l10n.t("This must not be empty.");
      return valueProblem(schema, value, translate);
    },
  });
  return typeof answer === "string" ? { value: valueOf(answer) } : answer;
}

export async function askNumber({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const { meaning, schema } = field;
  const valueOf = (text: string): unknown => {
    const tidy = text.trim().replace(",", ".");
    if (tidy === "") return undefined;
    return /^-?\d*\.?\d+$/.test(tidy) ? Number(tidy) : text;
  };
  const answer = await typeText(frame, {
    prompt: promptOf(field),
    value: typeof start === "number" ? String(start) : "",
    problem: (text) => {
      const value = valueOf(text);
      if (value === undefined) {
        return meaning.required ? vscode.l10n.t("Type a number.") : undefined;
      }
      return valueProblem(schema, value, translate);
    },
  });
  return typeof answer === "string" ? { value: valueOf(answer) } : answer;
}

/** What has no form of its own, as JSON. */
export async function askJson({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const { meaning, schema } = field;
  const answer = await typeText(frame, {
    prompt: vscode.l10n.t('{0}, as JSON: "text", 12, [1, 2] or {"name": "value"}', promptOf(field)),
    value: start === undefined ? "" : JSON.stringify(start),
    problem: (text) => {
      if (text.trim() === "") return meaning.required ? vscode.l10n.t("This must be given.") : undefined;
      const parsed = parsedJson(text);
      return parsed ? valueProblem(schema, parsed.value, translate) : vscode.l10n.t("That is not JSON yet.");
    },
  });
  if (answer === undefined || answer === BACK) return answer;
  return { value: parsedJson(answer)?.value };
}

function parsedJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
