import * as vscode from "vscode";
import { Temporal } from "temporal-polyfill";
import { translate } from "../../actions/asking/ask-context";
import type { FormField } from "../../messages/form";
import { sentence } from "../../resources/row-text";
import { NOTHING, type Control, type ControlParts } from "./control";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several words. Where it may be left open, the first row chooses none. */
export function choiceControl({ facts, asked: { meaning }, isNew, declared }: ChoiceParts): Control {
  const known = wordsOf(meaning.choices ?? []);
  // Of declared choices the first is what Factorial does by default.
  const hasDefault = facts.required || (isNew && declared);
  const choices = hasDefault ? known : [{ value: "", label: "–" }, ...known];
  const withValue = (value: string): FormField => ({ ...facts, kind: "choice", value, choices });
  const first = hasDefault ? (known[0]?.value ?? "") : "";
  return {
    blank: withValue(first),
    filled: (value) => withValue(typeof value === "string" ? value : first),
    read: (field) => (field.kind === "choice" && field.value !== "" ? { value: field.value } : NOTHING),
    words: (field) => (field.kind === "choice" ? labelIn(choices, field.value) : ""),
  };
}

export interface ChoiceParts extends ControlParts {
  /** The choices are declared, and in an order that means something. */
  readonly declared: boolean;
}

export function choicesControl(parts: ControlParts): Control {
  const choices = wordsOf(parts.asked.meaning.choices ?? []);
  return severalControl(parts, choices, (value) => value);
}

/** Days of the week from Monday on; Factorial's 0 is Sunday. */
export function weekdaysControl(parts: ControlParts): Control {
  const monday = Temporal.PlainDate.from("2024-01-01");
  const days = Array.from({ length: 7 }, (_, days) => monday.add({ days })).map((day) => ({
    value: String(day.dayOfWeek % 7),
    label: day.toLocaleString(vscode.env.language, { weekday: "short" }),
  }));
  return severalControl(parts, days, Number);
}

export function flagControl({ facts }: ControlParts): Control {
  const withValue = (value: boolean): FormField => ({ ...facts, kind: "flag", value });
  return {
    blank: withValue(false),
    filled: (value) => withValue(value === true),
    read: (field) => (field.kind === "flag" ? { value: field.value } : NOTHING),
    words: (field) => (field.kind === "flag" && field.value ? vscode.l10n.t("yes") : vscode.l10n.t("no")),
  };
}

function severalControl(
  { facts, asked: { meaning } }: ControlParts,
  choices: readonly Choice[],
  sent: (value: string) => unknown,
): Control {
  const withValue = (value: readonly string[]): FormField => ({
    ...facts,
    kind: "choices",
    // As they are listed, so that the order of clicks makes no difference.
    value: choices.map((choice) => choice.value).filter((one) => value.includes(one)),
    choices: [...choices],
    toggles: meaning.kind === "weekdays",
  });
  const chosenIn = (field: FormField) =>
    field.kind === "choices" ? choices.filter(({ value }) => field.value.includes(value)) : [];
  return {
    blank: withValue([]),
    filled: (value) => withValue(Array.isArray(value) ? value.map(String) : []),
    read: (field) => {
      const chosen = chosenIn(field);
      return chosen.length === 0 ? NOTHING : { value: chosen.map(({ value }) => sent(value)) };
    },
    words: (field) =>
      chosenIn(field)
        .map(({ label }) => label)
        .join(", "),
    emptied: [],
  };
}

function wordsOf(choices: readonly Choice[]): Choice[] {
  return choices.map(({ value, label }) => ({ value, label: sentence(translate(label)) }));
}

function labelIn(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
