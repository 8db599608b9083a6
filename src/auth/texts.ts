import * as vscode from "vscode";
import type { BaseUrlProblem } from "./base-url";
import { cleanSecret, isPlainSecret } from "./pasted-secret";
import type { Account } from "./stored-account";

/** What is wrong with the setting `factorial.baseUrl`, and what it should be. */
export function baseUrlProblemText(problem: BaseUrlProblem): string {
  switch (problem) {
    case "empty":
      return vscode.l10n.t(
        "The Factorial address is empty. It should look like https://api.factorialhr.com.",
      );
    case "not-an-address":
      return vscode.l10n.t("The Factorial address is not a web address like https://api.factorialhr.com.");
    case "scheme":
      return vscode.l10n.t("The Factorial address must begin with https://.");
    case "insecure":
      return vscode.l10n.t(
        "The Factorial address must begin with https://, as your key would travel unprotected.",
      );
    case "user-info":
      return vscode.l10n.t("The Factorial address must not contain a user name or password.");
    case "path":
      return vscode.l10n.t("The Factorial address must end after the host, without a path like /api.");
    case "query":
      return vscode.l10n.t("The Factorial address must end after the host, without ? or #.");
  }
}

/** The account as the Accounts menu and the company switcher name it. */
export function accountLabel(account: Account): string {
  const company = account.company.name ?? vscode.l10n.t("company {0}", account.company.id);
  const who = account.user.fullName ?? account.user.email;
  const label = who === undefined ? company : vscode.l10n.t("{0} · {1}", who, company);
  return account.method === "demo" ? vscode.l10n.t("{0} (demo)", label) : label;
}

/** How the account was signed in to, and where. */
export function accountDetail(account: Account): string {
  const method = methodName(account.method);
  const at = account.method === "demo" ? method : vscode.l10n.t("{0} at {1}", method, account.host);
  const whose = account.askedWho ? account.employee?.fullName : undefined;
  const where = whose === undefined ? at : vscode.l10n.t("{0}, for the time of {1}", at, whose);
  return account.ended ? vscode.l10n.t("{0}: the sign-in has ended", where) : where;
}

export function methodName(method: Account["method"]): string {
  switch (method) {
    case "demo":
      return vscode.l10n.t("Demo company");
    case "api-key":
      return vscode.l10n.t("API key");
    case "oauth":
      return vscode.l10n.t("OAuth app");
    case "token":
      return vscode.l10n.t("Access token");
  }
}

/** What is wrong with a pasted text on its face, before anybody is asked. */
export function pastedProblem(text: string, whenEmpty: string): string | undefined {
  const clean = cleanSecret(text);
  if (clean === "") return whenEmpty;
  if (isPlainSecret(clean)) return undefined;
  return vscode.l10n.t("This has a character in it that cannot be right. Copy it again, as a whole.");
}
