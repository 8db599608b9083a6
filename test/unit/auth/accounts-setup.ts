import { onTestFinished } from "vitest";
import { FactorialError } from "../../../src/api/errors";
import { Accounts } from "../../../src/auth/accounts";
import type { AccountsChange, AccountsParts } from "../../../src/auth/accounts-parts";
import type { UnreadableAccount } from "../../../src/auth/account-vault";
import type { Identity } from "../../../src/auth/stored-account";
import { folderOfTest } from "../support/folder";
import type { MemorySecrets } from "./memory-secrets";

export const HOST = "https://api.factorialhr.com";
export const nora: Identity = {
  companyId: "1",
  companyName: "Acme",
  employeeId: "7",
  accessId: "70",
  fullName: "Nora Vidal",
  email: "nora@acme.example",
};
export const company: Identity = { companyId: "1", companyName: "Acme" };

export const refused = () =>
  new FactorialError("sign-in", "Factorial does not accept this sign-in.", { status: 401 });

export interface TestWindow {
  readonly accounts: Accounts;
  readonly changes: AccountsChange[];
  readonly unreadable: UnreadableAccount[];
  /** The workspace's memory. */
  readonly memory: Map<string, unknown>;
  /** The base URL setting. */
  baseUrl: string | undefined;
}

/** One window of VS Code, as far as accounts see it. */
export function openWindow(
  secrets: MemorySecrets,
  parts: Partial<AccountsParts> = {},
  memory = new Map<string, unknown>(),
): TestWindow {
  const unreadable: UnreadableAccount[] = [];
  const accounts = new Accounts({
    secrets: secrets.openWindow(),
    memory: {
      get: (key) => memory.get(key),
      update: (key, value) => {
        memory.set(key, value);
        return Promise.resolve();
      },
    },
    lockFolder: parts.lockFolder ?? folderOfTest(),
    baseUrl: () => window.baseUrl,
    identify: () => Promise.resolve(nora),
    startDemoCompany: () => Promise.resolve({ url: "http://127.0.0.1:5000", token: "demo-token" }),
    onUnreadable: (account) => unreadable.push(account),
    ...parts,
  });
  const changes: AccountsChange[] = [];
  accounts.onDidChange((change) => changes.push(change));
  onTestFinished(() => {
    accounts.dispose();
  });
  const window: TestWindow = { accounts, changes, unreadable, memory, baseUrl: HOST };
  return window;
}
