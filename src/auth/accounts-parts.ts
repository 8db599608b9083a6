import type { Credentials } from "../api/credentials";
import type { AccountsDiff } from "./account-list";
import type { SecretStore, UnreadableAccount } from "./account-vault";
import type { Disposable } from "../store/emitter";
import type { Account, Identity } from "./stored-account";

/**
 * Asks Factorial whose the credentials are. Errors have a message for people; one that says that the credentials
 * are not accepted is a `FactorialError` of kind `sign-in`.
 */
export type Identify = (baseUrl: string, credentials: Credentials, signal?: AbortSignal) => Promise<Identity>;

export interface DemoCompany {
  readonly url: string;
  readonly token: string;
}

export interface AccountsParts {
  readonly secrets: SecretStore & { onDidChange(listener: (event: { key: string }) => void): Disposable };
  /** Remembers the active account of this workspace: VS Code's `workspaceState`. */
  readonly memory: { get(key: string): unknown; update(key: string, value: unknown): PromiseLike<void> };
  /** A folder that all windows share, for lock files; nothing secret is written there. */
  readonly lockFolder: string;
  /** The checked base URL setting; undefined where it cannot be used. */
  readonly baseUrl: () => string | undefined;
  readonly identify: Identify;
  /** Starts the demo company, or finds the one that runs; called at most once a window, unless it fails. */
  readonly startDemoCompany: () => Promise<DemoCompany>;
  /** Milliseconds to wait for another window's new token to reach this window's storage. Default 2000. */
  readonly patience?: number;
  /** A stored account that cannot be read; told once each. */
  readonly onUnreadable: (account: UnreadableAccount) => void;
}

export interface AccountsChange extends AccountsDiff {
  readonly active: Account | undefined;
  /** Another account than before is active, or none. */
  readonly activeChanged: boolean;
}
