import * as vscode from "vscode";
import { showInformation, showWarning } from "../commands/messages";
import { rowOf } from "../records/session-wording";
import type { Session } from "../session/session";
import type { Action } from "./action-list";
import { translate } from "./asking/ask-context";
import type { Prepared } from "./prepare";
import type { RunnerParts } from "./runner-parts";
import { carryOut, putAnswer } from "./sending/carry-out";
import { leftOutSentence, whom, type Deed } from "./sending/endings";
import type { DoneRequest, FailedRequest } from "./sending/outcome";
import { planRequests } from "./sending/requests";
import { tell } from "./sending/tell";
import { planUndo, type PlannedUndo } from "./sending/undo";
import { stateWords } from "./targets/states";
import type { Target } from "./targets/target";
import { lookAgain } from "./targets/targets";
import { preferredVersion } from "./version";

/** Sends a prepared action and tells how it ended. */
export async function performAction(
  parts: RunnerParts,
  session: Session,
  action: Action,
  { targets, leftOut, answers }: Prepared,
): Promise<void> {
  const { resource, on, declaration } = action;
  const deed: Deed = { title: declaration.title, done: declaration.done, on };
  const ids = targets.map(({ id }) => id);
  const changed = () => {
    parts.changed({ action, targetIds: ids });
  };
  const outcome = await carryOut({
    parts,
    session,
    title: progressTitle(deed, targets),
    resource,
    operationName: action.operationName,
    requests: planRequests(action, targets, answers),
    on,
    take: (request, records) => {
      if (declaration.removes && on) {
        session.store.remove(
          on,
          request.targets.map(({ id }) => id),
        );
      } else putAnswer(session, resource, records);
    },
  }).finally(changed);
  tell({
    parts,
    command: action.id,
    outcome,
    deed,
    further: leftOutSentence(leftOut, stateWords(session, declaration.states ?? []), translate),
    sensitive: resource.sensitive ?? false,
    retry: () =>
      vscode.commands.executeCommand(action.id, { ...(on && { ids }), input: answers, send: true }),
    undo: undoOf(parts, session, action, outcome.done),
    look: on?.operations.get && ((unknown) => look(session, action, unknown, changed)),
  });
}

/** Takes back what was done, and tells how that ended; undefined where it cannot be taken back. */
export function undoOf(
  parts: RunnerParts,
  session: Session,
  action: Action,
  done: readonly DoneRequest[],
): (() => Promise<void>) | undefined {
  const undo = planUndo(action, done, preferredVersion());
  return undo && (() => takeBack(parts, session, action, undo));
}

async function takeBack(
  parts: RunnerParts,
  session: Session,
  action: Action,
  undo: PlannedUndo,
): Promise<void> {
  if (parts.session() !== session) {
    await showWarning(vscode.l10n.t("Not done: this window has left {0}.", session.companyName));
    return;
  }
  const { resource, on, declaration } = action;
  const targets = [...new Set(undo.requests.flatMap((request) => request.targets))];
  const deed: Deed = { title: vscode.l10n.t("Undo {0}", translate(declaration.title)), done: "undone", on };
  const changed = () => {
    parts.changed({ action, targetIds: targets.map(({ id }) => id) });
  };
  const outcome = await carryOut({
    parts,
    session,
    title: progressTitle(deed, targets),
    resource,
    operationName: undo.operationName,
    requests: undo.requests,
    on,
    take: (_request, records) => {
      if (undo.madeIds.length === 0) putAnswer(session, resource, records);
    },
  }).finally(changed);
  if (outcome.done.length === undo.requests.length) session.store.remove(resource, undo.madeIds);
  const name = on ? whom(targets, deed, translate) : translate(declaration.done);
  tell({
    parts,
    command: action.id,
    outcome,
    deed,
    doneWords: vscode.l10n.t("Undone: {0}.", name),
    further: "",
    sensitive: resource.sensitive ?? false,
    retry: () => takeBack(parts, session, action, undo),
    look: on?.operations.get && ((unknown) => look(session, action, unknown, changed)),
  });
}

/** Says what the server holds, where nobody knows what became of a request. */
async function look(
  session: Session,
  { on }: Action,
  unknown: readonly FailedRequest[],
  changed: () => void,
): Promise<void> {
  if (!on) return;
  const before = unknown.flatMap(({ targets }) => targets);
  const now = await lookAgain(session, on, before);
  changed();
  const lines = now.map(({ name, record }) => {
    if (!record) return vscode.l10n.t("{0} is not there any more.", name);
    const { label, description, status } = rowOf(session, on, record);
    const words = [...new Set([status, description])].filter(Boolean).join(" · ");
    return words === "" ? vscode.l10n.t("{0} is there.", label) : vscode.l10n.t("{0}: {1}.", label, words);
  });
  await showInformation(lines.join(" "));
}

function progressTitle(deed: Deed, targets: readonly Target[]): string {
  const name = whom(targets, deed, translate);
  return deed.on ? `${translate(deed.title)}: ${name}` : translate(deed.title);
}
