import * as vscode from "vscode";
import * as z from "zod";
import { FactorialError } from "../../api/errors";
import { showError } from "../../commands/error-messages";
import { confirm, showInformation, showWarning } from "../../commands/messages";
import { logError } from "../../commands/register-command";
import { anyClient } from "../../resources/any-client";
import type { Session } from "../../session/session";
import { translate } from "../asking/ask-context";
import { BACK } from "../../commands/step";
import { mustConfirm } from "../confirm-action";
import type { RunnerParts } from "../runner-parts";
import { putAnswer } from "../sending/carry-out";
import { unknownSentence } from "../sending/endings";
import type { AnswerDocuments } from "./answer-documents";
import { askMissing, askOperation, titleOf, type ReadyOperation } from "./ask-operation";
import { asAction, operationNamed, routeOf } from "./operation-list";

const COMMAND = "factorial.runOperation";

/** From a keybinding: everything that would be asked. */
const spelledOut = z.object({
  resource: z.string(),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()).optional(),
});

/** Runs any operation of the API, and shows what it answers. */
export async function runOperation(
  parts: RunnerParts,
  documents: AnswerDocuments,
  given: unknown,
): Promise<void> {
  const session = parts.session();
  if (!session) {
    await parts.signIn();
    return;
  }
  const ready = await prepare(session, given);
  if (!ready || !(await isConfirmed(ready))) return;
  if (parts.session() !== session) {
    void showWarning(vscode.l10n.t("Not done: this window has left {0}.", session.companyName));
    return;
  }
  await send(parts, session, documents, ready);
}

async function prepare(session: Session, given: unknown): Promise<ReadyOperation | undefined> {
  const spelled = spelledOut.safeParse(given);
  if (!spelled.success) return askOperation(session);
  const { resource, operation, input } = spelled.data;
  const listed = operationNamed(resource, operation);
  if (!listed) {
    void showWarning(vscode.l10n.t("Factorial's API has no operation {0} of {1}.", operation, resource));
    return undefined;
  }
  const answers = await askMissing(session, listed, input ?? {});
  return answers === undefined || answers === BACK ? undefined : { listed, input: answers };
}

/** What only reads needs no question. */
async function isConfirmed({ listed, input }: ReadyOperation): Promise<boolean> {
  if (listed.operation.method === "GET" || !mustConfirm(1)) return true;
  return confirm(
    vscode.l10n.t("Send this to Factorial?"),
    `${titleOf(listed)}\n${routeOf(listed)}\n\n${sentText(input)}`,
    vscode.l10n.t("Send"),
  );
}

async function send(
  parts: RunnerParts,
  session: Session,
  documents: AnswerDocuments,
  { listed, input }: ReadyOperation,
): Promise<void> {
  const { resource, name, operation, resourceName } = listed;
  const isWrite = operation.method !== "GET";
  const targetId = typeof input.id === "string" ? input.id : undefined;
  const options = { location: vscode.ProgressLocation.Window, title: titleOf(listed) };
  try {
    const answer = await vscode.window.withProgress(options, () =>
      anyClient(session.client, resource).call(name, input),
    );
    if (isWrite && operation.method === "DELETE" && targetId !== undefined) {
      session.store.remove(resource, [targetId]);
    } else if (isWrite) putAnswer(session, resource, answer.data);
    await documents.show(`${resourceName}.${name}`, operation.answer === "record" ? answer.data[0] : answer);
    if (isWrite) void showInformation(vscode.l10n.t("Done: {0}.", titleOf(listed)));
  } catch (error) {
    if (!(error instanceof FactorialError)) throw error;
    logError(parts.log, COMMAND, error);
    if (error.written === "unknown") {
      const deed = { title: "Run Operation", done: "done", on: undefined };
      void showWarning(unknownSentence([{ targets: [], input, error }], deed, translate));
    } else {
      void showError(error, {
        signIn: parts.signIn,
        retry: () =>
          vscode.commands.executeCommand(COMMAND, { resource: resourceName, operation: name, input }),
      });
    }
  } finally {
    if (isWrite) {
      parts.changed({ action: asAction(listed), targetIds: targetId === undefined ? [] : [targetId] });
    }
  }
}

/** What goes out, as a person can check it. */
function sentText(input: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(input, (_key, value: unknown) => (value instanceof File ? value.name : value), 2);
}
