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
import { TimeUi } from "./time/ui/time-ui";
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
  const session = () => workplace.session;
  const drafts = new Drafts(vscode.Uri.joinPath(context.globalStorageUri, "drafts").fsPath, (error) => {
    logError(log, "keeping a draft", error);
  });
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
  const register = (name: string, handler: (argument: unknown) => unknown) =>
    registerCommand(log, `factorial.${name}`, handler);
  const time = new TimeUi({
    context,
    log,
    drafts,
    session,
    signIn,
    markRow: (resource, id) => views.markTimed(resource, id),
    register,
  });
  const sessions = new vscode.EventEmitter<void>();
  const workplace = new Workplace(context, auth, log, (session) => {
    for (const part of [views, time, forms]) part.setSession(session);
    sessions.fire();
  });

  context.subscriptions.push(
    log,
    demo,
    views,
    time,
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
    register("saveForm", async () => (await forms.get()).saveActive()),
    register("refresh", async () => {
      if (!(await workplace.refresh())) return;
      views.refresh();
      await time.refresh();
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
  void workplace.start().then(() => time.start());
}
