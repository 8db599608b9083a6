import * as vscode from "vscode";
import type { Translate } from "../../time/grammar/describe";
import type { AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";
import type { Answers, Asked } from "./question";
import type { StepFrame } from "../../commands/step";

/** What a step needs to ask for a field. */
export interface AskContext {
  readonly session: Session;
  /** The record that it is about, or the first of several. */
  readonly record: AnyRecord | undefined;
}

/** What a step gives for its field; undefined where it is left out. */
export interface Value {
  readonly value: unknown;
}

export interface FieldStep extends AskContext {
  readonly frame: StepFrame;
  readonly field: Asked;
  /** The answer of before, where the person has come back; else what the record holds now. */
  readonly start: unknown;
  readonly answers: Answers;
}

/** For what is worded without VS Code. */
export const translate: Translate = (message, ...values) => vscode.l10n.t(message, ...values);

/** `Deadline`, and what there is to say about it. */
export function promptOf({ meaning }: Asked): string {
  const label = translate(meaning.label);
  return meaning.help === undefined ? label : `${label} – ${translate(meaning.help)}`;
}

/** The row that leaves a field out. */
export function skipFacts({ meaning, now }: Asked) {
  return {
    label: vscode.l10n.t("Skip"),
    icon: "debug-step-over",
    description:
      now === undefined
        ? vscode.l10n.t("without: {0}", translate(meaning.label))
        : vscode.l10n.t("leave as it is"),
  };
}
