import * as vscode from "vscode";
import { DEFAULT_VERSION, isApiVersion } from "../api/versions";
import type { Auth } from "../auth/register";
import type { Account } from "../auth/stored-account";
import { logError } from "../commands/register-command";
import type { LoggableProject } from "../time/grammar/types";
import type { ProjectListMemory } from "../time/project-list";
import { forgetAccount } from "./account-memory";
import { demoUrlFromEnvironment } from "./demo-company";
import { Session, type TimeZoneMemory } from "./session";

/** Settings that change where requests go or how time is logged: a session is built anew for them. */
const SESSION_SETTINGS = ["baseUrl", "apiVersion", "timeZone", "timeTracking.mode"];

/** The account that this window works with, and the session that belongs to it. */
export class Workplace implements vscode.Disposable {
  readonly #listening: vscode.Disposable;
  session: Session | undefined;
  /** Sessions are built one after the other, so that the last wish wins. */
  #building: Promise<void> = Promise.resolve();

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly auth: Auth,
    readonly log: vscode.LogOutputChannel,
    readonly onSession: (session: Session | undefined) => void,
  ) {
    const onAccounts = auth.accounts.onDidChange(({ activeChanged, changed, removed, active }) => {
      for (const { id } of removed) void this.#forget(id);
      if (activeChanged || changed.some(({ id }) => id === active?.id)) void this.#rebuild();
    });
    const onSettings = vscode.workspace.onDidChangeConfiguration((event) => {
      if (SESSION_SETTINGS.some((name) => event.affectsConfiguration(`factorial.${name}`)))
        void this.#rebuild();
    });
    this.#listening = vscode.Disposable.from(onAccounts, onSettings);
  }

  /** Takes up the account of last time; whoever started this VS Code with a demo company is signed in to that. */
  async start(): Promise<void> {
    try {
      const active = await this.auth.accounts.activeAccount();
      if (!active && demoUrlFromEnvironment() !== undefined) await this.auth.accounts.signInToDemo();
      else await this.#rebuild();
    } catch (error) {
      logError(this.log, "start", error);
      await this.#rebuild();
    }
  }

  async signIn(): Promise<void> {
    const active = await this.auth.accounts.activeAccount();
    await this.auth.signIn(active?.ended === true ? active : undefined);
  }

  async signOut(): Promise<void> {
    const active = await this.auth.accounts.activeAccount();
    if (active) await this.auth.accounts.signOut(active);
  }

  async chooseEmployee(): Promise<void> {
    const active = await this.auth.accounts.activeAccount();
    if (active) await this.auth.chooseEmployee(active);
  }

  /** Tries again to reach the account; true where there is one already. */
  async refresh(): Promise<boolean> {
    if (!this.session) {
      await this.#rebuild();
      return false;
    }
    return true;
  }

  dispose(): void {
    this.#listening.dispose();
    this.session?.dispose();
  }

  async #forget(accountId: string): Promise<void> {
    await Promise.all(
      [this.context.globalState, this.context.workspaceState].map((memory) =>
        forgetAccount(memory, accountId),
      ),
    );
  }

  #rebuild(): Promise<void> {
    this.#building = this.#building.then(
      () => this.#build(),
      () => this.#build(),
    );
    return this.#building;
  }

  async #build(): Promise<void> {
    let session: Session | undefined;
    let state = "signedOut";
    try {
      const account = await this.auth.accounts.activeAccount();
      if (account && !account.ended) session = await this.#sessionOf(account);
      if (account) state = account.ended ? "ended" : "signedIn";
    } catch (error) {
      logError(this.log, "session", error);
      state = "unreachable";
    }
    const before = this.session;
    this.session = session;
    this.onSession(session);
    before?.dispose();
    await vscode.commands.executeCommand("setContext", "factorial.state", state);
    await vscode.commands.executeCommand(
      "setContext",
      "factorial.actsForOther",
      session?.actsForOther === true,
    );
  }

  async #sessionOf(account: Account): Promise<Session> {
    const settings = vscode.workspace.getConfiguration("factorial");
    const version = settings.get("apiVersion", DEFAULT_VERSION);
    const { employee } = account;
    return new Session({
      accountId: account.id,
      companyName: account.company.name ?? account.host,
      person: employee && { employeeId: employee.id, name: employee.fullName ?? employee.email ?? "" },
      actsForOther: account.askedWho,
      baseUrl: await this.auth.accounts.baseUrlOf(account),
      credentials: this.auth.accounts.credentialsFor(account),
      version: isApiVersion(version) ? version : DEFAULT_VERSION,
      timeZone: settings.get("timeZone", ""),
      timeMode: settings.get<"auto" | "attendance" | "flexible">("timeTracking.mode", "auto"),
      projectListMemory: this.#projectListMemory(account),
      timeZoneMemory: this.#timeZoneMemory(account),
      journalFolder: vscode.Uri.joinPath(this.context.globalStorageUri, "journal").fsPath,
      onJournalFailure: (error) => {
        logError(this.log, "keeping the time journal", error);
      },
      onRequest: ({ method, path, status, milliseconds }) => {
        this.log.debug(`${method} ${path} → ${status ?? "no answer"} (${milliseconds} ms)`);
      },
      onWait: (seconds) => {
        vscode.window.setStatusBarMessage(
          vscode.l10n.t("Factorial asks us to wait {0} s.", seconds),
          seconds * 1000,
        );
      },
    });
  }

  #timeZoneMemory({ id, employee }: Account): TimeZoneMemory {
    const key = `factorial.timeZone:${id}:${employee?.id ?? ""}`;
    return {
      read: () => this.context.globalState.get(key),
      write: (zone) => void this.context.globalState.update(key, zone),
    };
  }

  #projectListMemory({ id, employee }: Account): ProjectListMemory {
    const key = `factorial.projectList:${id}:${employee?.id ?? ""}`;
    return {
      read: () => this.context.globalState.get<readonly LoggableProject[]>(key),
      write: (projects) => void this.context.globalState.update(key, projects),
    };
  }
}
