import * as vscode from "vscode";
import type { Answer } from "../../commands/step";
import { wordingOf } from "../../records/session-wording";
import { describeProblem } from "../../time/grammar/describe";
import { formatMinutes } from "../../time/grammar/format";
import { readMinutes } from "../reading/minutes";
import { readMoney, type Money } from "../reading/money";
import { valueProblem } from "../reading/value-problem";
import { promptOf, skipFacts, translate, type FieldStep, type Value } from "./ask-context";
import { read, stepRow, type StepRow } from "./steps";

const DAY = 24 * 60;

/** A length of time, as `1h30` or `90m`. */
export function askMinutes(step: FieldStep): Promise<Answer<Value>> {
  const { schema } = step.field;
  const mayBeLong = valueProblem(schema, DAY + 1, translate) === undefined;
  return askReading(step, {
    placeholder: vscode.l10n.t("{0}: 1h30, 90m or 1.5h", promptOf(step.field)),
    words: formatMinutes,
    rowsFor: (text) => {
      const reading = readMinutes(text, mayBeLong);
      if (!reading.ok) return [problemRow(describeProblem(reading.problem, translate))];
      return reading.minutes.map((minutes) => ({ value: minutes, label: formatMinutes(minutes) }));
    },
  });
}

/** An amount of money, sent in whole cents. */
export function askCents(step: FieldStep): Promise<Answer<Value>> {
  const { session, record } = step;
  const currency = typeof record?.currency === "string" ? record.currency : undefined;
  const words = (cents: number) => wordingOf(session).money(cents, currency) ?? "";
  return askReading(step, {
    placeholder: vscode.l10n.t("{0}: 1234.56 or 1.234,56", promptOf(step.field)),
    words,
    rowsFor: (text) => {
      const reading = readMoney(text);
      if (!reading.ok) return [problemRow(moneyProblem(reading.problem, text.trim()))];
      return reading.amounts.map(({ cents, rounded }) => ({
        value: cents,
        label: words(cents),
        description: rounded ? vscode.l10n.t("rounded to whole cents") : undefined,
      }));
    },
  });
}

interface Reading {
  readonly value: number;
  readonly label: string;
  readonly description?: string | undefined;
}

interface AmountFacts {
  readonly placeholder: string;
  readonly words: (amount: number) => string;
  readonly rowsFor: (text: string) => readonly (Reading | StepRow<Value>)[];
}

function askReading({ frame, field, start }: FieldStep, facts: AmountFacts): Promise<Answer<Value>> {
  const { meaning, schema, now } = field;
  const rowOf = ({ value, label, description }: Reading): StepRow<Value> => {
    const problem = valueProblem(schema, value, translate);
    return problem === undefined
      ? stepRow<Value>({ label, description }, { value: { value } })
      : problemRow(problem);
  };
  const known = [
    { value: start === now ? undefined : start, description: vscode.l10n.t("as you chose") },
    { value: now, description: vscode.l10n.t("now") },
  ].flatMap(({ value, description }) =>
    typeof value === "number" ? [rowOf({ value, label: facts.words(value), description })] : [],
  );
  const skip = meaning.required ? [] : [stepRow<Value>(skipFacts(field), { value: { value: undefined } })];
  return read<Value>(frame, {
    placeholder: facts.placeholder,
    rows: (text) =>
      text.trim() === ""
        ? [...known, ...skip]
        : facts.rowsFor(text).map((row) => ("value" in row ? rowOf(row) : row)),
  });
}

function problemRow(sentence: string): StepRow<Value> {
  return stepRow({ label: sentence, icon: "warning" });
}

export function moneyProblem(problem: Extract<Money, { ok: false }>["problem"], text: string): string {
  switch (problem) {
    case "missing":
      return vscode.l10n.t("Type an amount, such as 1234.56.");
    case "not-money":
      return vscode.l10n.t("“{0}” is no amount. Type it like 1234.56 or 1.234,56.", text);
    case "negative":
      return vscode.l10n.t("“{0}” is negative. Factorial takes amounts from zero on.", text);
    case "too-much":
      return vscode.l10n.t("“{0}” is more than Factorial can hold.", text);
  }
}
