import * as vscode from "vscode";
import { registerActions, type RunnerParts } from "./actions/register";
import { registerAuth } from "./auth/register";
import { logError, registerCommand } from "./commands/register-command";
import { registerDetails } from "./details/register";
import { DemoCompanyHost } from "./session/demo-company";
import { Drafts } from "./session/drafts";
import { identify, listEmployees } from "./session/identify";
import { WhenUsed } from "./session/when-used";
import { Workplace } from "./session/workplace";
import { TimeStatusBar } from "./time/ui/status-bar";
import { Branch } from "./tree/branch";
import { createViews } from "./tree/tree-views";

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Factorial", { log: true });
  const signIn = () => vscode.commands.executeCommand("factorial.signIn");
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
  const views = createViews({ memory: context.workspaceState });
  const statusBar = new TimeStatusBar();
  const session = () => workplace.session;
  const drafts = new Drafts(vscode.Uri.joinPath(context.globalStorageUri, "drafts").fsPath, (error) => {
    logError(log, "keeping a draft", error);
  });
  const timeCommands = new WhenUsed(async () => {
    const { TimeCommands } = await import("./time/ui/time-commands");
    return new TimeCommands({
      workspace: context.workspaceState,
      everywhere: context.globalState,
      drafts,
      signIn,
    });
  }, session);
  const runner: RunnerParts = {
    log,
    session,
    signIn,
    changed: (change) => {
      views.changed(change);
    },
    openForm: async (request) => (await forms.get()).open(request),
    markBusy: (ids, resource) => views.markBusy(resource, ids),
  };
  const forms = new WhenUsed(async () => {
    const { Forms } = await import("./forms/forms");
    return new Forms({ extensionUri: context.extensionUri, runner, drafts });
  }, session);
  const sessions = new vscode.EventEmitter<void>();
  const workplace = new Workplace(context, auth, log, (session) => {
    for (const part of [views, statusBar, timeCommands, forms]) part.setSession(session);
    sessions.fire();
  });

  const register = (name: string, handler: (argument: unknown) => unknown) =>
    registerCommand(log, `factorial.${name}`, handler);
  context.subscriptions.push(
    log,
    demo,
    views,
    statusBar,
    sessions,
    workplace,
    registerActions(runner),
    // Tabs stay open over a restart: VS Code gives them back here.
    vscode.window.registerWebviewPanelSerializer("factorial.form", {
      deserializeWebviewPanel: async (panel, state) => (await forms.get()).restore(panel, state),
    }),
    registerDetails({
      log,
      session,
      signIn,
      onDidChangeSession: sessions.event,
      selected: () => views.selection(),
    }),
    register("signIn", () => workplace.signIn()),
    register("signOut", () => workplace.signOut()),
    register("switchAccount", () => auth.switchAccount()),
    register("exploreDemo", () => auth.accounts.signInToDemo()),
    register("chooseEmployee", () => workplace.chooseEmployee()),
    register("logTime", async (text) =>
      (await timeCommands.get()).logTime(typeof text === "string" ? text : ""),
    ),
    register("undoLastLog", async () => (await timeCommands.get()).undoLast()),
    register("saveForm", async () => (await forms.get()).saveActive()),
    register("refresh", async () => {
      if (await workplace.refresh()) views.refresh();
    }),
    register("refreshLoggableProjects", () => workplace.session?.projectList?.refresh()),
    register("filterProjects", () => views.filter("projects")),
    register("clearProjectFilter", () => {
      views.clearFilter("projects");
    }),
    register("filterReviews", () => views.filter("reviews")),
    register("clearReviewFilter", () => {
      views.clearFilter("reviews");
    }),
    register("filterAssets", () => views.filter("assets")),
    register("clearAssetFilter", () => {
      views.clearFilter("assets");
    }),
    register("filterCompany", () => views.filter("company")),
    register("clearCompanyFilter", () => {
      views.clearFilter("company");
    }),
    register("groupAssetsByModel", () => {
      views.groupAssets("model");
    }),
    register("groupAssetsByOwner", () => {
      views.groupAssets("owner");
    }),
    register("groupAssetsByStatus", () => {
      views.groupAssets("status");
    }),
    register("loadMore", (branch) => branch instanceof Branch && views.loadMore(branch)),
    register("retry", (branch) => {
      if (branch instanceof Branch) views.retry(branch);
    }),
    register("showLogs", () => {
      log.show();
    }),
  );
  // The Log Time box is on screen at once when it is wanted: what it needs is loaded before, but after the start.
  void workplace.start().then(() => timeCommands.get());
}
