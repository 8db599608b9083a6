import type { Account } from "./stored-account";

export interface AccountsDiff {
  readonly added: readonly Account[];
  readonly removed: readonly Account[];
  readonly changed: readonly Account[];
}

/** What became different between two readings of the accounts, whichever window did it. */
export function diffAccounts(before: readonly Account[], after: readonly Account[]): AccountsDiff {
  const was = new Map(before.map((account) => [account.id, account]));
  const is = new Map(after.map((account) => [account.id, account]));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    removed: before.filter(({ id }) => !is.has(id)),
    changed: after.filter((account) => {
      const old = was.get(account.id);
      // Both come out of one schema, which fixes the order of the keys.
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(account);
    }),
  };
}

/**
 * The one account that this window works with: the one chosen for this workspace, else the first. Accounts of
 * another host than the setting names stay out (their secrets must not follow the setting), the demo company
 * belongs to no host, and is nobody's first choice.
 */
export function chooseActive(
  accounts: readonly Account[],
  remembered: string | undefined,
  baseUrl: string | undefined,
): Account | undefined {
  const usable = accounts.filter((account) => isUsable(account, baseUrl));
  return (
    usable.find(({ id }) => id === remembered) ??
    usable.find(({ method }) => method !== "demo") ??
    usable.find(({ method }) => method === "demo")
  );
}

export function isUsable(account: Account, baseUrl: string | undefined): boolean {
  return account.method === "demo" || (baseUrl !== undefined && account.baseUrl === baseUrl);
}
