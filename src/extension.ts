import * as vscode from "vscode";
import { DEFAULT_VERSION, isApiVersion } from "./api/versions";
import type { Account } from "./auth/stored-account";
import { registerAuth, type Auth } from "./auth/register";
import { logError, registerCommand } from "./commands/register-command";
import { NewProject } from "./forms/new-project";
import { forgetAccount } from "./session/account-memory";
import { Drafts } from "./session/drafts";
import { DemoCompanyHost, demoUrlFromEnvironment } from "./session/demo-company";
import { identify, listEmployees } from "./session/identify";
import { Session, type TimeZoneMemory } from "./session/session";
import type { LoggableProject } from "./time/grammar/types";
import type { ProjectListMemory } from "./time/project-list";
import { TimeStatusBar } from "./time/ui/status-bar";
import { TimeCommands } from "./time/ui/time-commands";
import { Branch } from "./tree/branch";
import { ProjectsView } from "./tree/projects-view";

/** Settings that change where requests go or how time is logged: a session is built anew for them. */
const SESSION_SETTINGS = ["baseUrl", "apiVersion", "timeZone", "timeTracking.mode"];

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Factorial", { log: true });
  const demo = new DemoCompanyHost(context.globalStorageUri, log);
  const auth = registerAuth({
    context,
    identify,
    listEmployees,
    startDemoCompany: () => demo.start(),
    log: (line) => {
      log.warn(line);
    },
  });
  const projectsView = new ProjectsView();
  const statusBar = new TimeStatusBar();
  const timeCommands = new TimeCommands({
    workspace: context.workspaceState,
    everywhere: context.globalState,
    drafts: new Drafts(vscode.Uri.joinPath(context.globalStorageUri, "drafts").fsPath, (error) => {
      logError(log, "keeping a draft", error);
    }),
    signIn: () => vscode.commands.executeCommand("factorial.signIn"),
  });
  const newProject = new NewProject({
    extensionUri: context.extensionUri,
    log,
    signIn: () => vscode.commands.executeCommand("factorial.signIn"),
  });
  const workplace = new Workplace(context, auth, log, (session) => {
    projectsView.setSession(session);
    statusBar.setSession(session);
    timeCommands.setSession(session);
    newProject.setSession(session);
  });

  const register = (name: string, handler: (argument: unknown) => unknown) =>
    registerCommand(log, `factorial.${name}`, handler);
  context.subscriptions.push(
    log,
    demo,
    projectsView,
    statusBar,
    newProject,
    workplace,
    register("signIn", () => workplace.signIn()),
    register("signOut", () => workplace.signOut()),
    register("switchAccount", () => auth.switchAccount()),
    register("exploreDemo", () => auth.accounts.signInToDemo()),
    register("chooseEmployee", () => workplace.chooseEmployee()),
    register("logTime", (text) => timeCommands.logTime(typeof text === "string" ? text : "")),
    register("undoLastLog", () => timeCommands.undoLast()),
    register("newProject", () => newProject.show()),
    register("refresh", () => workplace.refresh(projectsView)),
    register("refreshLoggableProjects", () => workplace.session?.projectList?.refresh()),
    register("filterProjects", () => filterProjects(projectsView)),
    register("clearProjectFilter", () => {
      projectsView.filter("");
    }),
    register("loadMore", (branch) => branch instanceof Branch && projectsView.loadMore(branch)),
    register("retry", (branch) => {
      if (branch instanceof Branch) projectsView.retry(branch);
    }),
    register("showLogs", () => {
      log.show();
    }),
  );
  void workplace.start();
}

async function filterProjects(view: ProjectsView): Promise<void> {
  const search = await vscode.window.showInputBox({
    title: vscode.l10n.t("Filter Projects"),
    prompt: vscode.l10n.t(
      "Part of a project's name or code. Factorial searches all projects, not only those shown.",
    ),
    value: view.search,
  });
  if (search !== undefined) view.filter(search);
}

/** The account that this window works with, and the session that belongs to it. */
class Workplace implements vscode.Disposable {
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

  async refresh(view: ProjectsView): Promise<void> {
    if (this.session) view.refresh();
    else await this.#rebuild();
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
