import type * as vscode from "vscode";
import type { Resource } from "../api/resource";
import type { Session } from "../session/session";
import type { Branch } from "./branch";
import { BusyRows } from "./busy-rows";
import { askFilter } from "./filter-box";
import { ASSET_GROUPINGS } from "./groupings";
import type { Node } from "./nodes";
import { ResourceView, type Change } from "./resource-view";
import { ReviewBadge } from "./review-badge";
import { VIEWS, type ViewName } from "./views";

export interface ViewsParts {
  /** Where it is kept how assets are grouped: the workspace's. */
  readonly memory: Pick<vscode.Memento, "get" | "update">;
}

/** The extension's views, and what commands do with them. */
export interface Views {
  setSession(session: Session | undefined): void;
  /** Fetches anew what is shown. */
  refresh(): void;
  /** Asks what to filter a view by, and does. */
  filter(view: ViewName): Promise<void>;
  clearFilter(view: ViewName): void;
  /** Groups assets by `model`, `owner` or `status`, and remembers it. */
  groupAssets(by: string): void;
  loadMore(branch: Branch): Promise<void>;
  retry(branch: Branch): void;
  /** To be called after an action, whatever came of it. */
  changed(change: Change): void;
  /** Shows that something is being done with records, until it is disposed of. */
  markBusy(resource: Resource, recordIds: readonly string[]): { dispose(): void };
  /** Shows on a row that a timer runs on its record, until the mark is disposed of. */
  markTimed(resource: Resource, recordId: string): { dispose(): void };
  /** What is selected in the view where something was selected last. */
  selection(): readonly Node[];
  dispose(): void;
}

const GROUPING_KEY = "factorial.assetGrouping";

export function createViews(parts: ViewsParts): Views {
  return new TreeViews(parts);
}

class TreeViews implements Views {
  readonly #memory: ViewsParts["memory"];
  readonly #busy = new BusyRows();
  readonly #views: ReadonlyMap<ViewName, ResourceView>;
  readonly #badge: ReviewBadge;
  readonly #listening: vscode.Disposable[];
  #session: Session | undefined;
  #selected: ResourceView | undefined;

  constructor({ memory }: ViewsParts) {
    this.#memory = memory;
    this.#views = new Map(VIEWS.map((spec) => [spec.name, new ResourceView(spec, this.#busy)]));
    const views = [...this.#views.values()];
    this.#badge = new ReviewBadge(
      (badge) => {
        this.#view("reviews").badge = badge;
      },
      () => views.some((view) => view.isVisible),
    );
    this.#listening = views.flatMap((view) => [
      view.onDidChangeVisibility(() => {
        this.#badge.look();
      }),
      view.onDidChangeSelection(() => {
        this.#selected = view;
      }),
    ]);
    this.#group(memory.get(GROUPING_KEY));
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    for (const view of this.#views.values()) view.setSession(session);
    this.#badge.setSession(session);
  }

  refresh(): void {
    this.#session?.names.expire();
    for (const view of this.#views.values()) view.refresh();
    this.#badge.expire();
  }

  async filter(name: ViewName): Promise<void> {
    const session = this.#session;
    const view = this.#view(name);
    const title = view.spec.filterTitle();
    if (!session) return;
    const filter = await askFilter(session, { title, kinds: view.filterKinds, filters: view.filters });
    // Somebody may have switched to another company while the box was open.
    if (filter && this.#session === session) view.filter(filter.input, filter.value);
  }

  clearFilter(name: ViewName): void {
    this.#view(name).clearFilters();
  }

  groupAssets(by: string): void {
    if (this.#group(by)) void this.#memory.update(GROUPING_KEY, by);
  }

  async loadMore(branch: Branch): Promise<void> {
    for (const view of this.#views.values()) await view.loadMore(branch);
  }

  retry(branch: Branch): void {
    for (const view of this.#views.values()) view.retry(branch);
  }

  changed(change: Change): void {
    // A task of a project is called by another record than the one that was written.
    const { on, resource } = change.action;
    // The answer was about the action's own records; those that it was run on may have changed too.
    if (on && on !== resource) this.#session?.names.expire(on);
    for (const view of this.#views.values()) view.changed(change);
    if (change.action.resource.module === "performance") this.#badge.expire();
  }

  markBusy(resource: Resource, recordIds: readonly string[]): { dispose(): void } {
    return this.#busy.mark(resource, recordIds);
  }

  markTimed(resource: Resource, recordId: string): { dispose(): void } {
    return this.#busy.mark(resource, [recordId], "timed");
  }

  selection(): readonly Node[] {
    return this.#selected?.selection ?? [];
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.#badge.dispose();
    for (const view of this.#views.values()) view.dispose();
    this.#busy.dispose();
  }

  /** False where there is no such grouping: what was remembered may be of another version. */
  #group(by: unknown): boolean {
    const grouping = ASSET_GROUPINGS.find(({ name }) => name === by);
    if (grouping) this.#view("assets").group(grouping);
    return grouping !== undefined;
  }

  #view(name: ViewName): ResourceView {
    const view = this.#views.get(name);
    if (!view) throw new Error(`There is no view ${name}.`);
    return view;
  }
}
