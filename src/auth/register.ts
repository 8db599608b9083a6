import * as vscode from "vscode";
import { showFailure, withoutIcons } from "../commands/messages";
import { Accounts } from "./accounts";
import type { DemoCompany, Identify } from "./accounts-parts";
import { checkBaseUrl, DEFAULT_BASE_URL } from "./base-url";
import { browserReturn, OAuthUriHandler } from "./browser-return";
import { FactorialAuthenticationProvider, PROVIDER_ID } from "./provider";
import type { ListEmployees } from "./sign-in";
import { BACK } from "../commands/step";
import type { Account, Person } from "./stored-account";
import { accountDetail, accountLabel, baseUrlProblemText } from "./texts";

export interface AuthParts {
  readonly context: vscode.ExtensionContext;
  readonly identify: Identify;
  readonly listEmployees: ListEmployees;
  readonly startDemoCompany: () => Promise<DemoCompany>;
  /** One line for the log. */
  readonly log: (line: string) => void;
}

export interface Auth {
  readonly accounts: Accounts;
  /** Asks how, and signs in; undefined when the person leaves. `again` takes up the method of an ended sign-in. */
  signIn(again?: Account): Promise<Account | undefined>;
  /** Lets the person choose among the accounts that this window can use, and switches; or signs in to another. */
  switchAccount(): Promise<Account | undefined>;
  /** Asks again who the person is in the company; undefined when they leave. */
  chooseEmployee(account: Account): Promise<Person | null | undefined>;
}

/** Joins the parts of signing in to VS Code. Reads nothing from disk or network until somebody asks. */
export function registerAuth({ context, identify, listEmployees, startDemoCompany, log }: AuthParts): Auth {
  const accounts = new Accounts({
    secrets: context.secrets,
    memory: context.workspaceState,
    lockFolder: context.globalStorageUri.fsPath,
    baseUrl: () => {
      const check = checkBaseUrl(baseUrlSetting());
      return check.ok ? check.baseUrl : undefined;
    },
    identify,
    startDemoCompany,
    onUnreadable: ({ id, reason }) => {
      log(`A stored sign-in (${id}) cannot be read and is left alone: ${reason}`);
    },
  });
  const links = new OAuthUriHandler();

  const signInParts = async () => {
    // The steps are loaded when somebody signs in, as most starts of the editor need none of them.
    const [{ quickInputSteps }, { gitEmail }] = await Promise.all([
      import("./sign-in-steps"),
      import("./git-email"),
    ]);
    const back = () => browserReturn(context.extension.id, links);
    return { ui: quickInputSteps, accounts, identify, listEmployees, gitEmail, browserReturn: back };
  };

  const signIn = async (again?: Account) => {
    const check = checkBaseUrl(baseUrlSetting());
    if (!check.ok) {
      await tellBaseUrlProblem(baseUrlProblemText(check.problem));
      return undefined;
    }
    const steps = await import("./sign-in");
    return steps.signIn({ ...(await signInParts()), baseUrl: check.baseUrl }, again);
  };

  const provider = new FactorialAuthenticationProvider(accounts, () => signIn());
  context.subscriptions.push(
    accounts,
    provider,
    vscode.authentication.registerAuthenticationProvider(PROVIDER_ID, "Factorial", provider, {
      supportsMultipleAccounts: true,
    }),
    vscode.window.registerUriHandler(links),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("factorial.baseUrl")) void accounts.baseUrlChanged();
    }),
  );

  return {
    accounts,
    signIn,
    switchAccount: () => switchAccount(accounts, signIn),
    chooseEmployee: async (account) => {
      const { askWho } = await import("./who-are-you");
      const { ui, gitEmail } = await signInParts();
      const baseUrl = await accounts.baseUrlOf(account);
      const list = (signal: AbortSignal) => listEmployees(baseUrl, accounts.credentialsFor(account), signal);
      const answer = await askWho(ui, { canGoBack: false }, list, gitEmail);
      if (answer === BACK || answer === undefined) return undefined;
      await accounts.chooseEmployee(account, answer);
      return answer;
    },
  };
}

function baseUrlSetting(): string {
  // Of application scope, so that no workspace can send a key elsewhere.
  return vscode.workspace.getConfiguration("factorial").get("baseUrl", DEFAULT_BASE_URL);
}

async function tellBaseUrlProblem(text: string): Promise<void> {
  const open = vscode.l10n.t("Open Settings");
  if (await showFailure(text, { title: open })) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "factorial.baseUrl");
  }
}

async function switchAccount(
  accounts: Accounts,
  signIn: (again?: Account) => Promise<Account | undefined>,
): Promise<Account | undefined> {
  const active = await accounts.activeAccount();
  const rows = (await accounts.usable()).map((account) => ({
    label: withoutIcons(accountLabel(account)),
    description: account.id === active?.id ? vscode.l10n.t("this window") : "",
    detail: accountDetail(account),
    account,
  }));
  const another = { label: vscode.l10n.t("$(add) Sign In to Another Company…"), account: undefined };
  const picked = await vscode.window.showQuickPick([...rows, another], {
    title: vscode.l10n.t("Switch Company"),
    placeHolder: vscode.l10n.t("The company that this window works with"),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  if (!picked.account) return signIn();
  if (picked.account.ended) return signIn(picked.account);
  await accounts.switchAccount(picked.account);
  return picked.account;
}
