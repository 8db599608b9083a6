import * as vscode from "vscode";
import { showFailure } from "../commands/messages";
import { Accounts } from "./accounts";
import type { DemoCompany, Identify } from "./accounts-parts";
import { checkBaseUrl, DEFAULT_BASE_URL } from "./base-url";
import { OAuthUriHandler } from "./oauth-uri-handler";
import { FactorialAuthenticationProvider, PROVIDER_ID } from "./provider";
import type { ListEmployees } from "./sign-in";
import { BACK } from "../commands/step";
import type { Account, Person } from "./stored-account";
import { baseUrlProblemText } from "./texts";

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
    const [{ quickInputSteps }, { gitEmail }, { browserReturn }] = await Promise.all([
      import("./sign-in-steps"),
      import("./git-email"),
      import("./browser-return"),
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
    switchAccount: async () => {
      const { switchAccount } = await import("./switch-account");
      return switchAccount(accounts, signIn);
    },
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
