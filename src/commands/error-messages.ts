import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import { showFailure } from "./messages";

export type ErrorAction = "sign-in" | "retry" | "settings" | "copy-for-admin" | "logs";

export interface DescribedError {
  /** One sentence, and what to do next. */
  readonly message: string;
  readonly actions: readonly ErrorAction[];
}

/** What a person is told of a failure. The server's own words are kept; its pages are not. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof FactorialError)) {
    return {
      message: vscode.l10n.t("Something went wrong in the Factorial extension. The log says more."),
      actions: ["logs"],
    };
  }
  const words = error.serverWords;
  switch (error.kind) {
    case "sign-in":
      return {
        message: vscode.l10n.t("Your Factorial sign-in has ended. What you typed is kept."),
        actions: ["sign-in"],
      };
    case "permission":
      return {
        message: withWords(vscode.l10n.t("Factorial does not allow this account to do that."), words),
        actions: ["copy-for-admin"],
      };
    case "not-found":
      return error.unofficial
        ? { message: error.message, actions: [] }
        : {
            message: withWords(
              vscode.l10n.t("Factorial doesn't find this, or this account may not see it."),
              words,
            ),
            actions: ["retry"],
          };
    case "invalid":
    case "conflict":
      return { message: words === "" ? error.message : words, actions: [] };
    case "rate-limit":
      return {
        message:
          error.retryAfterSeconds === undefined
            ? vscode.l10n.t("Factorial asks us to slow down. Try again in a minute.")
            : vscode.l10n.t("Factorial asks us to wait {0} s.", error.retryAfterSeconds),
        actions: ["retry"],
      };
    case "unavailable":
      return {
        message: withWords(vscode.l10n.t("Factorial is not available at the moment."), words),
        actions: ["retry"],
      };
    case "offline":
      return {
        message: vscode.l10n.t(
          "No connection to Factorial. Check your network, or the address in the settings.",
        ),
        actions: ["retry", "settings"],
      };
    case "unreadable":
      return {
        message: vscode.l10n.t("Factorial answered something that cannot be read. The log says more."),
        actions: ["retry", "logs"],
      };
    case "cancelled":
      return { message: vscode.l10n.t("Cancelled."), actions: [] };
  }
}

export function withWords(sentence: string, words: string): string {
  return words === "" ? sentence : `${sentence} (${words})`;
}

export interface ErrorHandlers {
  readonly signIn: () => unknown;
  readonly retry?: (() => unknown) | undefined;
}

/** Shows a failure with what can be done about it, and does what is chosen. */
export async function showError(error: unknown, handlers: ErrorHandlers): Promise<void> {
  if (error instanceof FactorialError && error.kind === "cancelled") return;
  const { message, actions } = describeError(error);
  await showWithActions(message, actions, handlers);
}

export async function showWithActions(
  message: string,
  actions: readonly ErrorAction[],
  handlers: ErrorHandlers,
): Promise<void> {
  const titles = actions.flatMap((action) =>
    action === "retry" && !handlers.retry ? [] : [{ title: actionTitle(action), action }],
  );
  const chosen = await showFailure(message, ...titles);
  switch (chosen?.action) {
    case "sign-in":
      await handlers.signIn();
      break;
    case "retry":
      await handlers.retry?.();
      break;
    case "settings":
      await vscode.commands.executeCommand(
        "workbench.action.openSettings",
        "@ext:vscode-factorial.vscode-factorial",
      );
      break;
    case "copy-for-admin":
      await vscode.env.clipboard.writeText(message);
      break;
    case "logs":
      await vscode.commands.executeCommand("factorial.showLogs");
      break;
    case undefined:
      break;
  }
}

function actionTitle(action: ErrorAction): string {
  switch (action) {
    case "sign-in":
      return vscode.l10n.t("Sign In");
    case "retry":
      return vscode.l10n.t("Try Again");
    case "settings":
      return vscode.l10n.t("Open Settings");
    case "copy-for-admin":
      return vscode.l10n.t("Copy Text for the Administrator");
    case "logs":
      return vscode.l10n.t("Show Logs");
  }
}
