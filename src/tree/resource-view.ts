import * as vscode from "vscode";
import type { Action } from "../actions/action-list";
import type { Resource } from "../api/resource";
import type { Session } from "../session/session";
import type { StoreChange } from "../store/store";
import type { Branch } from "./branch";
import type { BusyRows } from "./busy-rows";
import { Drawing } from "./drawing";
import { filterWords, type FilterKind, type Filters, type FilterValue } from "./filters";
import type { Grouping } from "./groupings";
import { nameRecords } from "./list-page";
import type { Node, RecordNode } from "./nodes";
import { Scene } from "./scene";
import type { ViewSpec } from "./views";

/** What was done by an action, and with which records. */
export interface Change {
  readonly action: Action;
  readonly targetIds: readonly string[];
}

/** One view, as its spec says: a list of records with what hangs below each, and groups. */
export class ResourceView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #onBusy: { dispose(): void };
  #session: Session | undefined;
  #hearing: { dispose(): void } | undefined;
  #filters: Filters = new Map();
  #grouping: Grouping | undefined;
  #drawing: Drawing | undefined;
  /** Context keys as they were set last. */
  readonly #context = new Map<string, unknown>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(
    readonly spec: ViewSpec,
    readonly busy: BusyRows,
  ) {
    this.#grouping = spec.main?.groupings[0];
    this.#view = vscode.window.createTreeView(`factorial.${spec.name}`, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#onBusy = busy.onDidChange(({ resource, recordIds }) => {
      this.#fireRecords((node) => node.resource === resource && recordIds.includes(node.recordId));
    });
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility(): vscode.Event<unknown> {
    return this.#view.onDidChangeVisibility;
  }

  get onDidChangeSelection(): vscode.Event<unknown> {
    return this.#view.onDidChangeSelection;
  }

  get selection(): readonly Node[] {
    return this.#view.selection;
  }

  get filters(): Filters {
    return this.#filters;
  }

  get filterKinds(): readonly FilterKind[] {
    return this.spec.filters();
  }

  set badge(badge: vscode.ViewBadge | undefined) {
    this.#view.badge = badge;
  }

  setSession(session: Session | undefined): void {
    this.#hearing?.dispose();
    this.#session = session;
    this.#filters = new Map();
    this.#hearing = session?.store.onDidChange((change) => {
      this.#recordsChanged(change);
    });
    this.#startOver();
  }

  /** Shows what the server finds. Filters of other kinds stay; without a value, this kind ends. */
  filter(input: string, value: FilterValue | undefined): void {
    const filters = new Map(this.#filters);
    if (value && value.value !== "") filters.set(input, value);
    else filters.delete(input);
    this.#filters = filters;
    this.#startOver();
  }

  clearFilters(): void {
    this.#filters = new Map();
    this.#startOver();
  }

  group(by: Grouping): void {
    this.#grouping = by;
    if (this.#scene) this.#scene.grouping = by;
    this.#changes.fire(undefined);
  }

  /** Fetches anew what is shown; rows stay where they are until the answers come. */
  refresh(): void {
    for (const branch of this.#scene?.branches.all() ?? []) branch.expire();
    this.#changes.fire(undefined);
  }

  async loadMore(branch: Branch): Promise<void> {
    if (!this.#scene?.branches.has(branch)) return;
    await branch.loadMore();
    this.#fireBranches([branch]);
  }

  retry(branch: Branch): void {
    if (!this.#scene?.branches.has(branch)) return;
    branch.expire();
    this.#fireBranches([branch]);
  }

  /** Fetches anew what an action may have changed. */
  changed({ action, targetIds }: Change): void {
    const of = action.on ?? action.resource;
    const about = this.#scene?.branches.about(action.resource, of, targetIds) ?? [];
    const opened = about.filter((branch) => branch.wasOpened);
    for (const branch of opened) branch.expire();
    this.#fireBranches(opened);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = this.#drawing?.itemOf(node) ?? new vscode.TreeItem("");
    item.id = node.id;
    return item;
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    node: Node,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (node.kind !== "record" && node.kind !== "loose") return item;
    const abort = new AbortController();
    const onCancel = token.onCancellationRequested(() => {
      abort.abort();
    });
    try {
      const title = typeof item.label === "string" ? item.label : "";
      item.tooltip = await this.#drawing?.tooltipOf(node, title, abort.signal);
    } finally {
      onCancel.dispose();
    }
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const scene = this.#scene;
    if (!scene) return [];
    if (node) {
      const rows = await scene.below(node);
      return this.#scene === scene ? [...rows] : [];
    }
    const { content, rows } = await scene.top();
    // Somebody may have signed out, or filtered, meanwhile.
    if (this.#scene !== scene) return [];
    this.#setContext("content", content);
    return [...rows];
  }

  dispose(): void {
    this.#hearing?.dispose();
    this.#onBusy.dispose();
    this.#scene?.dispose();
    this.#view.dispose();
    this.#changes.dispose();
  }

  get #scene(): Scene | undefined {
    return this.#drawing?.scene;
  }

  #startOver(): void {
    this.#scene?.dispose();
    const session = this.#session;
    const scene = session && new Scene(session, this.spec, this.#filters, this.#grouping);
    this.#drawing = scene && new Drawing(scene, this.busy);
    const words = filterWords(this.filterKinds, this.#filters);
    this.#view.description = words === "" ? (session?.companyName ?? "") : words;
    this.#setContext("filtered", this.#filters.size > 0);
    if (!session) this.#setContext("content", undefined);
    this.#changes.fire(undefined);
  }

  #recordsChanged({ resource, put, written, removed }: StoreChange): void {
    const scene = this.#scene;
    if (!scene) return;
    this.#fireBranches(scene.branches.follow(resource, written ? put : [], removed));
    if (written) void this.#drawWritten(scene, resource, put);
    else if (put.length > 0) {
      this.#drawAgain((node) => node.resource === resource && put.includes(node.recordId));
    }
  }

  /** What was written may name what nobody has asked for yet, and other rows may be called by it. */
  async #drawWritten(scene: Scene, resource: Resource, ids: readonly string[]): Promise<void> {
    const { session, nodes } = scene;
    const shown = nodes.records().filter((node) => node.resource === resource && ids.includes(node.recordId));
    const records = shown.map((node) => scene.recordOf(node)).filter((record) => record !== undefined);
    // Without names, the rows still say the rest.
    await nameRecords(session, resource, records).catch(() => undefined);
    if (this.#scene === scene) this.#drawAgain(() => true);
  }

  /** Draws rows that would look otherwise now; the whole view where a record may belong into another group. */
  #drawAgain(which: (node: RecordNode) => boolean): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    const { nodes, grouping, spec } = drawing.scene;
    const old = nodes.records().filter((node) => which(node) && drawing.isOld(node));
    if (old.length === 0) return;
    const mayMove = grouping !== undefined && old.some(({ resource }) => resource === spec.main?.resource);
    this.#changes.fire(mayMove ? undefined : old);
  }

  #fireRecords(which: (node: RecordNode) => boolean): void {
    const nodes = this.#scene?.nodes.records().filter(which) ?? [];
    if (nodes.length > 0) this.#changes.fire(nodes);
  }

  #fireBranches(branches: readonly Branch[]): void {
    const scene = this.#scene;
    if (!scene || branches.length === 0) return;
    // Where there is no main list, its groups decide whether there is anything to show.
    const atTop = scene.root ? [scene.root] : scene.groups;
    const nodes = branches.flatMap((branch) => scene.nodes.get(scene.branches.rowIdOf(branch)) ?? []);
    if (branches.some((branch) => atTop.includes(branch))) this.#changes.fire(undefined);
    else if (nodes.length > 0) this.#changes.fire(nodes);
  }

  #setContext(key: "content" | "filtered", value: unknown): void {
    if (this.#context.has(key) && this.#context.get(key) === value) return;
    this.#context.set(key, value);
    void vscode.commands.executeCommand("setContext", `factorial.${this.spec.name}.${key}`, value);
  }
}
