import * as vscode from "vscode";
import type { FactorialError } from "../../api/errors";
import { describeError, showWithActions } from "../../commands/error-messages";
import { showInformation, showWarning } from "../../commands/messages";
import { logError } from "../../commands/register-command";
import { translate } from "../asking/ask-context";
import type { RunnerParts } from "../runner-parts";
import { doneSentence, mixedSentence, refusalLines, unknownSentence, wordsOf, type Deed } from "./endings";
import { countOf, type FailedRequest, type Outcome } from "./outcome";

/** How something ended, and what can be done about it. */
export interface End {
  readonly parts: RunnerParts;
  /** The command's id, for the log. */
  readonly command: string;
  readonly outcome: Outcome;
  readonly deed: Deed;
  /** In place of the usual sentence where all was done. */
  readonly doneWords?: string | undefined;
  /** A sentence about what was not even tried. */
  readonly further: string;
  /** Never written to the log by name. */
  readonly sensitive: boolean;
  readonly retry: () => unknown;
  readonly undo?: (() => Promise<void>) | undefined;
  /** Fetches the records of which nobody knows what became. */
  readonly look?: ((unknown: readonly FailedRequest[]) => Promise<void>) | undefined;
}

/** Tells how it ended. Waits for nobody: a command has ended when its work is done, not when its message is read. */
export function tell(end: End): void {
  const { outcome, parts, command } = end;
  for (const { error } of [...outcome.refused, ...outcome.unknown]) logError(parts.log, command, error);
  message(end).catch((error: unknown) => {
    // What a button did has failed.
    logError(parts.log, command, error);
    const { message: text, actions } = describeError(error);
    void showWithActions(
      text,
      actions.filter((action) => action !== "retry"),
      { signIn: parts.signIn },
    );
  });
}

async function message(end: End): Promise<void> {
  const { outcome, deed } = end;
  const { done, refused, unknown, notSent, cancelled } = outcome;
  const [failure] = refused;
  if (refused.length + unknown.length + notSent.length === 0) {
    await offer(end, showInformation, end.doneWords ?? doneSentence(outcome, deed, translate));
  } else if (failure && refused.length === 1 && done.length + unknown.length === 0 && !cancelled) {
    await showOne(end, failure.error);
  } else if (unknown.length > 0 && done.length + refused.length + notSent.length === 0) {
    await offer(end, showWarning, unknownSentence(unknown, deed, translate));
  } else {
    await offer(end, showWarning, mixedSentence(outcome, deed, translate));
  }
}

/** A single failure is told as every other one. */
async function showOne({ parts, outcome, retry, further }: End, error: FactorialError): Promise<void> {
  const { message: text, actions } = describeError(error);
  const rest = countOf(outcome.notSent);
  const more = outcome.notSent.length > 0 ? vscode.l10n.t("{0} others were not sent.", rest) : "";
  await showWithActions([text, more, further].filter(Boolean).join(" "), actions, {
    signIn: parts.signIn,
    retry,
  });
}

async function offer(
  end: End,
  show: (text: string, ...buttons: string[]) => Thenable<string | undefined>,
  sentence: string,
): Promise<void> {
  const { outcome, undo, look } = end;
  const choices = new Map<string, () => Promise<void> | undefined>([
    ...(undo && outcome.done.length > 0 ? [[vscode.l10n.t("Undo"), undo] as const] : []),
    ...(look && outcome.unknown.length > 0
      ? [[vscode.l10n.t("Look"), () => look(outcome.unknown)] as const]
      : []),
    ...(outcome.refused.length > 0
      ? [
          [
            vscode.l10n.t("Show All"),
            () => {
              showAll(end);
              return undefined;
            },
          ] as const,
        ]
      : []),
  ]);
  const chosen = await show([sentence, end.further].filter(Boolean).join(" "), ...choices.keys());
  if (chosen !== undefined) await choices.get(chosen)?.();
}

function showAll({ parts: { log }, command, outcome, sensitive }: End): void {
  const lines = sensitive
    ? outcome.refused.map(({ error }) => wordsOf(error))
    : refusalLines(outcome.refused);
  for (const line of lines) log.warn(`${command}: ${line}`);
  log.show();
}
