import * as vscode from "vscode";
import type { Resource } from "../api/resource";
import { describeError } from "../commands/error-messages";
import { projects } from "../resources/project-management/projects";
import type { Session } from "../session/session";
import type { StoreChange } from "../store/store";
import type { Branch, BranchRow, UnreadableRow } from "./branch";
import { projectBranches, projectsBranch } from "./project-branches";
import { treeRow } from "./record-rows";

/** A row of the view: what a branch brought, or what is said about the branch itself. */
export type Node =
  | { readonly kind: "record"; readonly id: string; readonly resource: Resource; readonly recordId: string }
  | { readonly kind: "group"; readonly id: string; readonly branch: Branch }
  | { readonly kind: "unreadable"; readonly id: string; readonly record: UnreadableRow["record"] }
  | { readonly kind: "error"; readonly id: string; readonly branch: Branch }
  | { readonly kind: "more"; readonly id: string; readonly branch: Branch }
  | { readonly kind: "empty"; readonly id: string; readonly text: string };

/** The Projects view: projects › subprojects, tasks, people and time. */
export class ProjectsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<Node | undefined>();
  readonly #view: vscode.TreeView<Node>;
  #session: Session | undefined;
  #listening: { dispose(): void } | undefined;
  #search = "";
  #root: Branch | undefined;
  /** The groups below each project, by the project's id. */
  readonly #branches = new Map<string, readonly Branch[]>();
  /** One object a row, as VS Code knows rows by identity. */
  readonly #nodes = new Map<string, Node>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor() {
    this.#view = vscode.window.createTreeView("factorial.projects", {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  get search(): string {
    return this.#search;
  }

  setSession(session: Session | undefined): void {
    this.#listening?.dispose();
    this.#session = session;
    this.#search = "";
    this.#listening = session?.store.onDidChange((change) => {
      this.#recordsChanged(change);
    });
    this.#startOver();
  }

  /** Shows the projects that the server finds for a text; all of them for an empty one. */
  filter(search: string): void {
    this.#search = search.trim();
    this.#startOver();
  }

  /** Fetches anew what is shown; rows stay where they are until the answers come. */
  refresh(): void {
    this.#root?.expire();
    for (const branches of this.#branches.values()) for (const branch of branches) branch.expire();
    this.#changes.fire(undefined);
  }

  async loadMore(branch: Branch): Promise<void> {
    await branch.loadMore();
    this.#fireBranch(branch);
  }

  retry(branch: Branch): void {
    branch.expire();
    this.#fireBranch(branch);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = this.#itemOf(node);
    item.id = node.id;
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!this.#session) return [];
    if (!node) return this.#root ? this.#rowsOf(this.#root) : [];
    if (node.kind === "group") return this.#rowsOf(node.branch);
    if (node.kind !== "record" || node.resource !== projects) return [];
    return this.#branchesOf(node.recordId).map((branch) =>
      this.#node({ kind: "group", id: branch.facts.id, branch }),
    );
  }

  dispose(): void {
    this.#listening?.dispose();
    this.#disposeBranches();
    this.#view.dispose();
    this.#changes.dispose();
  }

  #startOver(): void {
    this.#disposeBranches();
    this.#root = this.#session && projectsBranch(this.#session, this.#search);
    this.#view.description = this.#search === "" ? (this.#session?.companyName ?? "") : `“${this.#search}”`;
    this.#changes.fire(undefined);
  }

  #disposeBranches(): void {
    this.#root?.dispose();
    for (const branches of this.#branches.values()) for (const branch of branches) branch.dispose();
    this.#branches.clear();
    this.#nodes.clear();
  }

  #branchesOf(projectId: string): readonly Branch[] {
    const known = this.#branches.get(projectId);
    if (known) return known;
    const branches = this.#session ? projectBranches(this.#session, projectId) : [];
    this.#branches.set(projectId, branches);
    return branches;
  }

  async #rowsOf(branch: Branch): Promise<Node[]> {
    await branch.load();
    const { id } = branch.facts;
    const nodes = branch.rows.map((row, index) => this.#node(this.#nodeOf(row, id, index)));
    if (branch.error) nodes.push(this.#node({ kind: "error", id: `${id}#error`, branch }));
    else if (branch.hasMore) nodes.push(this.#node({ kind: "more", id: `${id}#more`, branch }));
    if (nodes.every(({ kind }) => kind === "more")) {
      nodes.unshift(this.#node({ kind: "empty", id: `${id}#empty`, text: branch.facts.empty }));
    }
    return nodes;
  }

  #nodeOf(row: BranchRow, parent: string, index: number): Node {
    switch (row.kind) {
      case "record":
        return { ...row, id: `${parent}/${row.recordId}` };
      case "group":
        return { ...row, id: row.branch.facts.id };
      case "unreadable":
        return { ...row, id: `${parent}/unreadable/${row.record.id ?? index}` };
    }
  }

  #node(node: Node): Node {
    const known = this.#nodes.get(node.id);
    if (known?.kind === node.kind) return known;
    this.#nodes.set(node.id, node);
    return node;
  }

  #recordsChanged({ resource, put, written, removed }: StoreChange): void {
    const branches = [...this.#branches.values()].flat();
    if (this.#root) branches.push(this.#root);
    for (const branch of branches) {
      const changes = [
        branch.drop(resource, removed),
        ...(written ? put : []).map((recordId) => branch.adopt(resource, recordId)),
      ];
      if (changes.includes(true)) this.#fireBranch(branch);
    }
    for (const recordId of put) {
      for (const node of this.#nodes.values()) {
        if (node.kind === "record" && node.resource === resource && node.recordId === recordId) {
          this.#changes.fire(node);
        }
      }
    }
  }

  #fireBranch(branch: Branch): void {
    this.#changes.fire(branch === this.#root ? undefined : this.#nodes.get(branch.facts.id));
  }

  #itemOf(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case "record":
        return this.#recordItem(node.resource, node.recordId);
      case "group": {
        const { label, icon, context } = node.branch.facts;
        const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
        item.iconPath = new vscode.ThemeIcon(icon);
        item.contextValue = context;
        return item;
      }
      case "unreadable": {
        const item = new vscode.TreeItem(vscode.l10n.t("A record that cannot be read"));
        item.description = node.record.problems.join("; ");
        item.tooltip = item.description;
        item.iconPath = new vscode.ThemeIcon("warning");
        return item;
      }
      case "error":
        return errorItem(node.branch);
      case "more": {
        const item = new vscode.TreeItem(vscode.l10n.t("Load more…"));
        item.iconPath = new vscode.ThemeIcon("ellipsis");
        item.command = { command: "factorial.loadMore", title: "", arguments: [node.branch] };
        return item;
      }
      case "empty":
        return new vscode.TreeItem(node.text);
    }
  }

  #recordItem(resource: Resource, recordId: string): vscode.TreeItem {
    const row = this.#session && treeRow(this.#session, resource, recordId);
    const label = row?.label ?? recordId;
    const description = row?.description ?? "";
    const collapsible =
      resource === projects
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(label, collapsible);
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(row?.icon ?? resource.icon);
    item.contextValue = resource.path;
    item.tooltip = [label, description].filter(Boolean).join(" — ");
    item.accessibilityInformation = {
      label: [resource.names.one, label, description].filter(Boolean).join(", "),
    };
    return item;
  }
}

/** What can be done comes first: the reason is often longer than the view is wide. */
function errorItem(branch: Branch): vscode.TreeItem {
  const retry = vscode.l10n.t("Try Again");
  const reason = branch.error ? describeError(branch.error).message : "";
  const item = new vscode.TreeItem(retry);
  item.description = reason;
  item.tooltip = reason;
  item.iconPath = new vscode.ThemeIcon("error", new vscode.ThemeColor("errorForeground"));
  item.command = { command: "factorial.retry", title: retry, arguments: [branch] };
  item.contextValue = "error";
  item.accessibilityInformation = { label: `${reason} ${retry}`, role: "button" };
  return item;
}
