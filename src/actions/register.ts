import * as vscode from "vscode";
import { registerCommand } from "../commands/register-command";
import { ACTIONS } from "./action-list";
import type { AnswerDocuments } from "./operations/answer-documents";
import type { RunnerParts } from "./runner-parts";

export type { ActionChange, FormRequest, RunnerParts } from "./runner-parts";

/** A command for each declared action, and Run Operation… for all else. What they need is loaded at the first use. */
export function registerActions(parts: RunnerParts): vscode.Disposable {
  const { log } = parts;
  const actions = ACTIONS.map((action) =>
    registerCommand(log, action.id, async (...given) => {
      const { runAction } = await import("./run-action");
      await runAction(parts, action, given);
    }),
  );
  let answers: Promise<AnswerDocuments> | undefined;
  const runOperation = registerCommand(log, "factorial.runOperation", async (given) => {
    const operations = await import("./operations/run-operation");
    const documents = await (answers ??= import("./operations/answer-documents").then(
      ({ AnswerDocuments }) => new AnswerDocuments(),
    ));
    await operations.runOperation(parts, documents, given);
  });
  const disposeAnswers = async () => {
    (await answers)?.dispose();
  };
  return vscode.Disposable.from(...actions, runOperation, { dispose: disposeAnswers });
}
