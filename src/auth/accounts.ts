import { tokenCredentials, type Credentials } from "../api/credentials";
import { FactorialError } from "../api/errors";
import { accountCredentials, plainCredentials, signInEnded } from "./account-credentials";
import { chooseActive, diffAccounts, isUsable, type AccountsDiff } from "./account-list";
import { AccountVault } from "./account-vault";
import type { AccountsChange, AccountsParts, DemoCompany } from "./accounts-parts";
import { Emitter, type Disposable } from "../store/emitter";
import { refreshTokens } from "./oauth";
import { forgetRotation, rotateToken } from "./token-rotation";
import {
  accountId,
  newStoredAccount,
  publicAccount,
  type Account,
  type Credential,
  type Identity,
  type OAuthCredential,
  type Person,
  type StoredAccount,
} from "./stored-account";

const ACTIVE_KEY = "factorial.activeAccount";

/** The companies that the person is signed in to, the same in all windows, and the one this window works with. */
export class Accounts implements Disposable {
  readonly #parts: AccountsParts;
  readonly #vault: AccountVault;
  readonly #emitter = new Emitter<AccountsChange>();
  readonly #listening: Disposable;
  readonly #reported = new Set<string>();
  readonly #credentials = new Map<string, Credentials>();
  #known = new Map<string, StoredAccount>();
  /** The active account that listeners were told of last. */
  #toldActive: string | undefined;
  #loaded: Promise<void> | undefined;
  /** Readings and writings of the storage, one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #demo: Promise<DemoCompany> | undefined;

  /** Fires after accounts came, went or changed in any window, and after this window's active account changed. */
  readonly onDidChange = this.#emitter.event;

  constructor(parts: AccountsParts) {
    this.#parts = parts;
    this.#vault = new AccountVault(parts.secrets);
    this.#listening = parts.secrets.onDidChange(({ key }) => {
      // Also our own writings come by here, which a second reading finds unchanged.
      if (AccountVault.owns(key) && this.#loaded) void this.#inTurn(() => this.#reload());
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#emitter.dispose();
  }

  /** All accounts, those of other hosts than the setting's too. */
  async list(): Promise<Account[]> {
    await this.#load();
    return this.#public();
  }

  /** The accounts that this window can switch to. */
  async usable(): Promise<Account[]> {
    const baseUrl = this.#parts.baseUrl();
    return (await this.list()).filter((account) => isUsable(account, baseUrl));
  }

  /** The account that this window works with; `ended` says that it must be signed in again first. */
  async activeAccount(): Promise<Account | undefined> {
    await this.#load();
    return this.#active();
  }

  /** Makes another account the active one of this window, and remembers it for the workspace. */
  async switchAccount(account: Pick<Account, "id">): Promise<void> {
    await this.#load();
    await this.#parts.memory.update(ACTIVE_KEY, account.id);
    this.#tell({ added: [], removed: [], changed: [] });
  }

  /** Call when the base URL setting has changed: another account may be the active one now. */
  async baseUrlChanged(): Promise<void> {
    if (!this.#loaded) return;
    await this.#load();
    this.#tell({ added: [], removed: [], changed: [] });
  }

  /** For the client. Stays good over renewals; fails with a sign-in error once the account is signed out. */
  credentialsFor({ id }: Pick<Account, "id">): Credentials {
    const known = this.#credentials.get(id);
    if (known) return known;
    const credentials = accountCredentials({
      current: () => this.#current(id),
      rotate: (stale) => this.#rotate(id, stale),
      identify: (account) => this.#identify(account),
      end: (account) => this.#end(account),
      demoToken: async () => (await this.#startDemo()).token,
    });
    this.#credentials.set(id, credentials);
    return credentials;
  }

  /** Where the account's requests go; starts the demo company where it is that one. */
  async baseUrlOf(account: Pick<Account, "baseUrl">): Promise<string> {
    return account.baseUrl ?? (await this.#startDemo()).url;
  }

  /** The account of an earlier sign-in of the same user in the same company, if there is one. */
  async find(baseUrl: string | undefined, identity: Identity): Promise<Account | undefined> {
    const id = accountId(baseUrl, identity);
    return (await this.list()).find((account) => account.id === id);
  }

  /** The keys of the OAuth app that the account was signed in by, for signing in again; for this folder only. */
  async oauthKeysOf({
    id,
  }: Pick<Account, "id">): Promise<Pick<OAuthCredential, "clientId" | "clientSecret"> | undefined> {
    await this.#load();
    const credential = this.#known.get(id)?.credential;
    return credential?.method === "oauth" ? credential : undefined;
  }

  /** Stores a sign-in that Factorial has accepted, in place of an earlier one, and makes it the active account. */
  async add(signedIn: {
    readonly baseUrl: string | undefined;
    readonly identity: Identity;
    readonly credential: Credential;
    /** Whom the person said to be: null for "none of these", undefined where they were not asked. */
    readonly chosen: Person | null | undefined;
  }): Promise<Account> {
    await this.#load();
    const fresh = newStoredAccount(signedIn);
    return this.#inTurn(async () => {
      const before = this.#known.get(fresh.id);
      const keepsAnswer = before?.askedWho === true && !fresh.askedWho && fresh.employee === undefined;
      const stored = keepsAnswer ? { ...fresh, askedWho: true, employee: before.employee } : fresh;
      await this.#vault.write(stored);
      await this.#parts.memory.update(ACTIVE_KEY, stored.id);
      await this.#reload();
      return publicAccount(stored);
    });
  }

  /** Signs in to the demo company without asking anything. */
  async signInToDemo(): Promise<Account> {
    const { url, token } = await this.#startDemo();
    const identity = await this.#parts.identify(url, tokenCredentials(token));
    const credential = { method: "demo" } as const;
    return this.add({ baseUrl: undefined, identity, credential, chosen: undefined });
  }

  /** Whom time is logged for, as the person said; null for "none of these". */
  async chooseEmployee({ id }: Pick<Account, "id">, chosen: Person | null): Promise<void> {
    const employee = chosen
      ? { id: chosen.employeeId, fullName: chosen.fullName, email: chosen.email }
      : undefined;
    await this.#rewrite(id, (account) => ({ ...account, askedWho: true, employee }));
  }

  /** Forgets the account with all that is stored of it, in all windows. */
  async signOut({ id }: Pick<Account, "id">): Promise<void> {
    await this.#load();
    await this.#inTurn(async () => {
      await this.#vault.forget(id);
      await forgetRotation({ accountId: id, lockFolder: this.#parts.lockFolder });
      if (this.#parts.memory.get(ACTIVE_KEY) === id) await this.#parts.memory.update(ACTIVE_KEY, undefined);
      this.#credentials.delete(id);
      await this.#reload();
    });
  }

  async #load(): Promise<void> {
    this.#loaded ??= this.#inTurn(async () => {
      await this.#read(); // nobody has missed anything yet: no event
      this.#toldActive = this.#active()?.id;
    });
    try {
      await this.#loaded;
    } catch (error) {
      this.#loaded = undefined; // a locked keyring may be open the next time
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #reload(): Promise<void> {
    const before = this.#public();
    await this.#read();
    this.#tell(diffAccounts(before, this.#public()));
  }

  async #read(): Promise<void> {
    const { accounts, unreadable } = await this.#vault.readAll();
    this.#known = new Map(accounts.map((account) => [account.id, account]));
    for (const account of unreadable.filter(({ id }) => !this.#reported.has(id))) {
      this.#reported.add(account.id);
      this.#parts.onUnreadable(account);
    }
  }

  #tell(diff: AccountsDiff): void {
    const active = this.#active();
    const activeChanged = active?.id !== this.#toldActive;
    this.#toldActive = active?.id;
    if (activeChanged || diff.added.length + diff.removed.length + diff.changed.length > 0) {
      this.#emitter.fire({ ...diff, active, activeChanged });
    }
  }

  #public(): Account[] {
    return [...this.#known.values()].map(publicAccount);
  }

  #active(): Account | undefined {
    const remembered = this.#parts.memory.get(ACTIVE_KEY);
    const id = typeof remembered === "string" ? remembered : undefined;
    return chooseActive(this.#public(), id, this.#parts.baseUrl());
  }

  async #current(id: string): Promise<StoredAccount> {
    await this.#load();
    const account = this.#known.get(id);
    if (!account) throw new FactorialError("sign-in", "You have signed out of this Factorial account.");
    if (account.ended) throw signInEnded();
    return account;
  }

  async #identify(account: StoredAccount): Promise<unknown> {
    if (account.credential.method === "demo" || account.baseUrl === undefined) return undefined;
    return this.#parts.identify(account.baseUrl, plainCredentials(account.credential));
  }

  async #rotate(id: string, stale: string): Promise<OAuthCredential> {
    const { baseUrl } = await this.#current(id);
    if (baseUrl === undefined) throw new Error("Only the demo company has no address of its own.");
    const rotated = await rotateToken(
      {
        accountId: id,
        lockFolder: this.#parts.lockFolder,
        patience: this.#parts.patience,
        refresh: (credential, refreshToken) => refreshTokens({ ...credential, baseUrl }, refreshToken),
        store: {
          read: async () => {
            const credential = (await this.#vault.read(id))?.credential;
            return credential?.method === "oauth" ? credential : undefined;
          },
          write: (credential) => this.#rewrite(id, (account) => ({ ...account, credential })),
        },
      },
      stale,
    );
    // Another window's token: the storage has told us, but perhaps not yet this list.
    const known = this.#known.get(id);
    if (known) this.#known.set(id, { ...known, credential: rotated });
    return rotated;
  }

  /** Marks the sign-in as ended, unless it was replaced in the meantime. */
  #end(account: StoredAccount): Promise<void> {
    const refused = JSON.stringify(account.credential);
    return this.#rewrite(account.id, (current) =>
      JSON.stringify(current.credential) === refused ? { ...current, ended: true } : current,
    );
  }

  /** Changes a stored account, starting from what the storage holds now. */
  #rewrite(id: string, change: (account: StoredAccount) => StoredAccount): Promise<void> {
    return this.#inTurn(async () => {
      const account = await this.#vault.read(id);
      if (!account) throw new FactorialError("sign-in", "You have signed out of this Factorial account.");
      await this.#vault.write(change(account));
      await this.#reload();
    });
  }

  #startDemo(): Promise<DemoCompany> {
    this.#demo ??= this.#parts.startDemoCompany().catch((error: unknown) => {
      this.#demo = undefined;
      throw error;
    });
    return this.#demo;
  }
}
