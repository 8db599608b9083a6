import * as vscode from "vscode";
import { Temporal } from "temporal-polyfill";
import type { Answer } from "../../commands/step";
import { valueProblem } from "../reading/value-problem";
import { promptOf, skipFacts, translate, type FieldStep, type Value } from "./ask-context";
import type { Asked } from "./question";
import { choose, chooseSeveral, stepRow, type StepRow } from "./steps";

/** One of several words; the one that holds now is marked, and another one is proposed. */
export function askChoice({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const { meaning, now } = field;
  const rows = (meaning.choices ?? []).map(({ value, label }) =>
    stepRow<Value>({ label: translate(label), description: nowMark(value === now) }, { value: { value } }),
  );
  const answered = rows.find(({ answer }) => answer?.value.value === start && start !== now);
  const other = rows.find(({ answer }) => answer?.value.value !== now);
  return choose(frame, {
    placeholder: promptOf(field),
    rows: [...rows, ...skipRows(field)],
    active: answered ?? other,
  });
}

export async function askChoices({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const rows = (field.meaning.choices ?? []).map(({ value, label }) =>
    stepRow<unknown>({ label: translate(label) }, { value }),
  );
  return askSeveral({ frame, field, start }, rows);
}

/** Days of the week from Monday on; Factorial's 0 is Sunday. */
export async function askWeekdays({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const monday = Temporal.PlainDate.from("2024-01-01");
  const rows = Array.from({ length: 7 }, (_, days) => monday.add({ days })).map((day) =>
    stepRow<unknown>(
      { label: day.toLocaleString(vscode.env.language, { weekday: "long" }) },
      { value: day.dayOfWeek % 7 },
    ),
  );
  return askSeveral({ frame, field, start }, rows);
}

/** Yes or no alone. */
export function askFlag({ frame, field, start }: FieldStep): Promise<Answer<Value>> {
  const { meaning, now } = field;
  const label = translate(meaning.label);
  const row = (words: string, value: boolean) =>
    stepRow<Value>({ label: words, description: nowMark(value === now) }, { value: { value } });
  const [yes, no] = [row(vscode.l10n.t("Yes: {0}", label), true), row(vscode.l10n.t("No"), false)];
  const proposed = typeof start === "boolean" ? (start === now ? !start : start) : true;
  return choose(frame, {
    placeholder: promptOf(field),
    rows: [yes, no, ...skipRows(field)],
    active: proposed ? yes : no,
  });
}

/** Several fields that are yes or no, each a row; those that are checked are yes. */
export async function askFlags(
  frame: FieldStep["frame"],
  fields: readonly Asked[],
  startOf: (field: Asked) => unknown,
): Promise<Answer<Record<string, boolean>>> {
  const rows = fields.map((field) =>
    stepRow({ label: translate(field.meaning.label), detail: helpOf(field) }, { value: field.meaning.name }),
  );
  const answer = await chooseSeveral(frame, {
    placeholder: vscode.l10n.t("Check what is to hold"),
    rows,
    chosen: rows.filter((_, at) => {
      const field = fields[at];
      return field && startOf(field) === true;
    }),
  });
  if (!Array.isArray(answer)) return answer;
  return Object.fromEntries(fields.map(({ meaning: { name } }) => [name, answer.includes(name)]));
}

async function askSeveral(
  { frame, field, start }: Pick<FieldStep, "frame" | "field" | "start">,
  rows: readonly StepRow<unknown>[],
): Promise<Answer<Value>> {
  const { meaning, schema } = field;
  const started: readonly unknown[] = Array.isArray(start) ? start : [];
  const valueOf = (values: unknown[]) => (values.length === 0 && !meaning.required ? undefined : values);
  const answer = await chooseSeveral(frame, {
    placeholder: meaning.required
      ? promptOf(field)
      : vscode.l10n.t("{0} · nothing checked leaves it out", promptOf(field)),
    rows,
    chosen: rows.filter((row) => started.includes(row.answer?.value)),
    problem: (values) =>
      meaning.required && values.length === 0
        ? vscode.l10n.t("Choose at least one.")
        : valueProblem(schema, valueOf(values), translate),
  });
  return Array.isArray(answer) ? { value: valueOf(answer) } : answer;
}

function skipRows(field: Asked): StepRow<Value>[] {
  return field.meaning.required ? [] : [stepRow<Value>(skipFacts(field), { value: { value: undefined } })];
}

function nowMark(isNow: boolean): string | undefined {
  return isNow ? vscode.l10n.t("now") : undefined;
}

function helpOf({ meaning }: Asked): string | undefined {
  return meaning.help === undefined ? undefined : translate(meaning.help);
}
