import * as vscode from "vscode";
import type { Accounts } from "./accounts";
import type { AccountsChange } from "./accounts-parts";
import type { Account } from "./stored-account";
import { accountLabel } from "./texts";

export const PROVIDER_ID = "factorial";

const SCOPES = ["read", "write"];

/**
 * What other extensions get as "access token". They may ask for our sessions, and a person who allows it expects to
 * share an account, not a key with full access to the company's people data. Our own code takes its credentials
 * from {@link Accounts}.
 */
const NO_TOKEN = "factorial-does-not-share-its-token";

/** Shows the accounts in VS Code's Accounts menu, with its ways to sign in and out. */
export class FactorialAuthenticationProvider implements vscode.AuthenticationProvider, vscode.Disposable {
  readonly #emitter =
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly #listening: { dispose(): void };
  readonly onDidChangeSessions = this.#emitter.event;

  constructor(
    private readonly accounts: Accounts,
    private readonly signIn: () => Promise<Account | undefined>,
  ) {
    this.#listening = accounts.onDidChange((change) => {
      this.#tell(change);
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#emitter.dispose();
  }

  /** An account whose sign-in has ended stays in the list, so that it can be signed out of. */
  async getSessions(
    scopes: readonly string[] | undefined,
    options: vscode.AuthenticationProviderSessionOptions,
  ): Promise<vscode.AuthenticationSession[]> {
    if (scopes?.some((scope) => !SCOPES.includes(scope)) === true) return [];
    const accounts = await this.accounts.list();
    const wanted = options.account?.id;
    return accounts.filter(({ id }) => wanted === undefined || id === wanted).map(session);
  }

  /** VS Code calls this when the person has chosen to sign in, never by itself. */
  async createSession(): Promise<vscode.AuthenticationSession> {
    const account = await this.signIn();
    if (!account) throw new vscode.CancellationError();
    return session(account);
  }

  removeSession(sessionId: string): Promise<void> {
    return this.accounts.signOut({ id: sessionId });
  }

  #tell({ added, removed, changed }: AccountsChange): void {
    if (added.length + removed.length + changed.length === 0) return;
    this.#emitter.fire({
      added: added.map(session),
      removed: removed.map(session),
      changed: changed.map(session),
    });
  }
}

function session(account: Account): vscode.AuthenticationSession {
  const label = accountLabel(account);
  return { id: account.id, account: { id: account.id, label }, scopes: SCOPES, accessToken: NO_TOKEN };
}
