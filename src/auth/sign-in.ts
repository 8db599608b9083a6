import * as vscode from "vscode";
import type { Credentials } from "../api/credentials";
import { plainCredentials } from "./account-credentials";
import type { Accounts } from "./accounts";
import type { Identify } from "./accounts-parts";
import type { BrowserReturn } from "./browser-return";
import { oauthSteps } from "./oauth-sign-in";
import { secretStep } from "./secret-sign-in";
import { BACK, type Answer } from "../commands/step";
import type { SignInUi } from "./sign-in-ui";
import type { Account, Credential, Identity, Method, Person } from "./stored-account";
import { askWho } from "./who-are-you";

export type ListEmployees = (
  baseUrl: string,
  credentials: Credentials,
  signal?: AbortSignal,
) => Promise<readonly Person[]>;

export interface SignInParts {
  readonly ui: SignInUi;
  readonly accounts: Accounts;
  readonly identify: Identify;
  readonly listEmployees: ListEmployees;
  readonly gitEmail: () => Promise<string | undefined>;
  readonly browserReturn: () => BrowserReturn;
  /** The checked base URL setting. */
  readonly baseUrl: string;
}

/**
 * Signs in by the method that the person chooses, to an account that is then the active one. Resolves to undefined
 * when the person leaves; nothing is stored before everything is answered.
 *
 * @param again an account whose sign-in has ended: its method is taken up at once
 */
export async function signIn(parts: SignInParts, again?: Account): Promise<Account | undefined> {
  let method: Answer<Method> = again?.method;
  for (;;) {
    method ??= await chooseMethod(parts);
    if (method === BACK || method === undefined) return undefined;
    const account = await signInBy(method, parts, again);
    if (account !== BACK) return account;
    method = undefined;
  }
}

function chooseMethod({ ui, baseUrl }: SignInParts): Promise<Answer<Method>> {
  const rows = [
    {
      label: vscode.l10n.t("$(beaker) Demo Company"),
      detail: vscode.l10n.t("Look around in made-up data on this machine. No Factorial account needed."),
      value: "demo" as const,
      suggested: true, // so that Enter and the arrows work from the first row on
    },
    {
      label: vscode.l10n.t("$(key) API Key"),
      detail: vscode.l10n.t("Your company's key, made by an administrator. Does not end."),
      value: "api-key" as const,
    },
    {
      label: vscode.l10n.t("$(globe) OAuth App"),
      detail: vscode.l10n.t("Sign in as yourself in the browser, by your company's own OAuth app."),
      value: "oauth" as const,
    },
    {
      label: vscode.l10n.t("$(shield) Access Token"),
      detail: vscode.l10n.t("A token that you have already. Usually ends after an hour."),
      value: "token" as const,
    },
  ];
  return ui.choose<Method>({
    title: vscode.l10n.t("Sign In to Factorial"),
    placeholder: vscode.l10n.t("How do you want to sign in to {0}?", new URL(baseUrl).host),
    canGoBack: false,
    rows: () => Promise.resolve(rows),
  });
}

async function signInBy(
  method: Method,
  parts: SignInParts,
  again: Account | undefined,
): Promise<Answer<Account>> {
  const { ui, accounts, baseUrl, identify } = parts;
  switch (method) {
    case "demo":
      return accounts.signInToDemo();
    case "api-key":
    case "token":
      return secretStep(ui, method, baseUrl, identify, (credential, identity) =>
        finish(parts, credential, identity),
      );
    case "oauth": {
      const known = again?.baseUrl === baseUrl ? await accounts.oauthKeysOf(again) : undefined;
      return oauthSteps(ui, parts.browserReturn(), baseUrl, known, async (keys, tokens) => {
        const credential = { method, ...keys, ...tokens };
        return finish(parts, credential, await identify(baseUrl, plainCredentials(credential)));
      });
    }
  }
}

/** Asks who the person is, where neither the credential nor an earlier sign-in says it, and stores the account. */
async function finish(
  parts: SignInParts,
  credential: Exclude<Credential, { method: "demo" }>,
  identity: Identity,
): Promise<Answer<Account>> {
  const { ui, accounts, baseUrl, listEmployees, gitEmail } = parts;
  const asked = (await accounts.find(baseUrl, identity))?.askedWho === true;
  let chosen: Person | null | undefined;
  if (identity.employeeId === undefined && !asked) {
    const list = (signal: AbortSignal) => listEmployees(baseUrl, plainCredentials(credential), signal);
    const answer = await askWho(ui, { canGoBack: true }, list, gitEmail);
    if (answer === BACK || answer === undefined) return answer;
    chosen = answer;
  }
  return accounts.add({ baseUrl, identity, credential, chosen });
}
