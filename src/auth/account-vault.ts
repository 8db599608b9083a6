import * as z from "zod";
import { readStoredAccount, writeStoredAccount, type StoredAccount } from "./stored-account";

/** What we need of VS Code's SecretStorage. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** A stored record that cannot be used. It stays where it is until its account is signed in or out again. */
export interface UnreadableAccount {
  readonly id: string;
  /** For the log; says nothing of the content. */
  readonly reason: string;
}

const INDEX_KEY = "factorial.accounts";
const ACCOUNT_PREFIX = "factorial.account/";

const Index = z.object({ version: z.literal(1), ids: z.array(z.string()) });

/**
 * The accounts in SecretStorage: one record an account, under its host, and a list of the records.
 *
 * One record an account rather than one for all, as two windows may renew the tokens of two accounts at the same
 * moment: with a common record, the slower would write the quicker's old token back.
 */
export class AccountVault {
  constructor(private readonly secrets: SecretStore) {}

  static owns(key: string): boolean {
    return key === INDEX_KEY || key.startsWith(ACCOUNT_PREFIX);
  }

  async readAll(): Promise<{ accounts: StoredAccount[]; unreadable: UnreadableAccount[] }> {
    const ids = await this.#ids();
    const accounts: StoredAccount[] = [];
    const unreadable: UnreadableAccount[] =
      ids === "unreadable" ? [{ id: "all", reason: "not our list" }] : [];
    for (const id of ids === "unreadable" ? [] : ids) {
      const result = await this.#read(id);
      if (result?.ok === true) accounts.push(result.account);
      if (result?.ok === false) unreadable.push({ id, reason: result.reason });
    }
    return { accounts, unreadable };
  }

  /** The record as it is now in the storage: another window may have written it. */
  async read(id: string): Promise<StoredAccount | undefined> {
    const result = await this.#read(id);
    return result?.ok === true ? result.account : undefined;
  }

  /** Resolves when the record is in the storage. */
  async write(account: StoredAccount): Promise<void> {
    const stored = await this.#ids();
    const ids = stored === "unreadable" ? [] : stored; // only signing in again makes a new list of it
    // The list first: a record that no list names could never be found again to be forgotten.
    if (!ids.includes(account.id)) await this.#writeIds([...ids, account.id]);
    await this.secrets.store(ACCOUNT_PREFIX + account.id, writeStoredAccount(account));
  }

  async forget(id: string): Promise<void> {
    await this.secrets.delete(ACCOUNT_PREFIX + id);
    const ids = await this.#ids();
    if (ids !== "unreadable") await this.#writeIds(ids.filter((other) => other !== id));
  }

  async #read(id: string) {
    const json = await this.secrets.get(ACCOUNT_PREFIX + id);
    return json === undefined ? undefined : readStoredAccount(id, json);
  }

  async #ids(): Promise<string[] | "unreadable"> {
    const json = await this.secrets.get(INDEX_KEY);
    if (json === undefined) return [];
    try {
      return Index.parse(JSON.parse(json)).ids;
    } catch {
      return "unreadable";
    }
  }

  async #writeIds(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) await this.secrets.delete(INDEX_KEY);
    else await this.secrets.store(INDEX_KEY, JSON.stringify({ version: 1, ids }));
  }
}
