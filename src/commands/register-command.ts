import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import { showError } from "./error-messages";

/**
 * Registers a command. Whatever its handler fails with ends up in front of the person, with what can be done, and in
 * the log; it never vanishes in a promise that nobody awaits. Anybody can call a command with anything, so the
 * handler looks at its arguments before it uses them: a menu of a tree gives the row and all selected rows.
 */
export function registerCommand(
  log: vscode.LogOutputChannel,
  command: string,
  handler: (...given: unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...given: unknown[]) => {
    try {
      await handler(...given);
    } catch (error) {
      logError(log, command, error);
      // Not awaited: a command has ended when it has failed, whether or not somebody reads the message.
      void showError(error, {
        signIn: () => vscode.commands.executeCommand("factorial.signIn"),
        retry: () => vscode.commands.executeCommand(command, ...given),
      });
    }
  });
}

/** Writes a failure to the log: kind, status and words; never a request's content. */
export function logError(log: vscode.LogOutputChannel, what: string, error: unknown): void {
  if (error instanceof FactorialError) {
    log.error(`${what}: ${error.kind} ${error.status ?? ""} ${error.message} ${error.serverWords}`.trim());
  } else {
    log.error(`${what}:`, error instanceof Error ? error : String(error));
  }
}
