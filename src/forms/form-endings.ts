import * as vscode from "vscode";
import { translate } from "../actions/asking/ask-context";
import { undoOf } from "../actions/perform";
import type { RunnerParts } from "../actions/runner-parts";
import { doneSentence } from "../actions/sending/endings";
import type { DoneRequest } from "../actions/sending/outcome";
import { FactorialError } from "../api/errors";
import { describeError, showError, showWithActions } from "../commands/error-messages";
import { showInformation, showWarning, withoutIcons } from "../commands/messages";
import { logError } from "../commands/register-command";
import { oneLine } from "../records/plain-text";
import { rowOf } from "../records/session-wording";
import { nameOfResource } from "../resources/any-client";
import type { Session } from "../session/session";

import type { Subject } from "./form-subject";

/** How long the status bar says that something was saved. */
const SAVED_MS = 5000;

type Act = () => unknown;

/** What a message's buttons do, and what becomes of their failures. */
async function offer(
  parts: RunnerParts,
  chosen: Thenable<string | undefined>,
  acts: ReadonlyMap<string, Act>,
): Promise<void> {
  const button = await chosen;
  try {
    if (button !== undefined) await acts.get(button)?.();
  } catch (error) {
    logError(parts.log, "a form's message", error);
    await showError(error, { signIn: parts.signIn });
  }
}

/** Says what was made, and offers to look at it and to take it back. */
export function tellCreated(
  parts: RunnerParts,
  session: Session,
  { action, targets }: Subject,
  done: readonly DoneRequest[],
): void {
  const { resource, declaration, on } = action;
  const deed = { title: declaration.title, done: declaration.done, on };
  const outcome = { done, refused: [], unknown: [], notSent: [], cancelled: false };
  const made = done.flatMap(({ records }) => records);
  const [first] = made;
  const label = made.length === 1 && first ? oneLine(rowOf(session, resource, first).label) : "";
  const sentence = doneSentence(outcome, deed, translate);
  const acts = new Map<string, Act>();
  const id = first?.id;
  if (made.length === 1 && typeof id === "string" && resource.operations.get) {
    const row = { resourceName: nameOfResource(resource), recordId: id };
    acts.set(vscode.l10n.t("Show"), () => vscode.commands.executeCommand("factorial.showDetails", row));
  }
  const undo = undoOf(parts, session, action, done);
  if (undo) acts.set(vscode.l10n.t("Undo"), undo);
  const isNamed = label !== "" && !targets.some(({ name }) => name === label);
  const words = isNamed ? vscode.l10n.t("{0}: {1}.", sentence.replace(/\.$/, ""), label) : sentence;
  void offer(parts, showInformation(words, ...acts.keys()), acts);
}

/** Says that a record is as it is in the form now; quietly, as the form shows it. */
export function tellSaved(name: string): void {
  tellQuietly(vscode.l10n.t("Saved: {0}", withoutIcons(oneLine(name))));
}

/** Says that there was nothing to send. */
export function tellUnchanged(name: string): void {
  tellQuietly(vscode.l10n.t("Nothing to save: {0}", withoutIcons(oneLine(name))));
}

function tellQuietly(words: string): void {
  vscode.window.setStatusBarMessage(words, SAVED_MS);
}

/** A tab was closed with something in it that is not saved. */
export function tellClosed(parts: RunnerParts, title: string, openAgain: Act, discard: Act): void {
  const acts = new Map<string, Act>([
    [vscode.l10n.t("Open Again"), openAgain],
    [vscode.l10n.t("Discard"), discard],
  ]);
  const words = vscode.l10n.t("“{0}” was not saved. What you typed is kept.", title);
  void offer(parts, showWarning(words, ...acts.keys()), acts);
}

/** Nobody knows whether it was saved. */
export function tellLost(parts: RunnerParts, title: string, lookAgain: Act): void {
  const acts = new Map<string, Act>([[vscode.l10n.t("Look Again"), lookAgain]]);
  const words = vscode.l10n.t("“{0}”: it is not known whether it was saved.", title);
  void offer(parts, showWarning(words, ...acts.keys()), acts);
}

/** The form says what went wrong; buttons for what helps, such as signing in again, need a message. */
export function offerHelp(parts: RunnerParts, error: unknown): void {
  if (!(error instanceof FactorialError)) return;
  const { message, actions } = describeError(error);
  // Trying again is the form's own button.
  const help = actions.filter((action) => action !== "retry");
  if (help.length > 0) void showWithActions(message, help, { signIn: parts.signIn });
}
