import * as vscode from "vscode";
import { wordingOf } from "../records/session-wording";
import type { BusyRows } from "./busy-rows";
import { bucketLabel } from "./groupings";
import { contextBelow } from "./list-branch";
import type { BucketNode, GroupNode, LooseNode, Node, RecordNode } from "./nodes";
import { lookOf, problemOf, statesOrNone } from "./record-look";
import type { Scene } from "./scene";
import { recordTooltip } from "./tooltip";
import * as items from "./tree-items";

/** Draws the rows of a scene, and knows which of them would look otherwise now. */
export class Drawing {
  /** What each record's row was drawn from. */
  readonly #drawn = new Map<string, string>();

  constructor(
    readonly scene: Scene,
    readonly busy: BusyRows,
  ) {}

  itemOf(node: Node): vscode.TreeItem {
    try {
      return this.#itemOf(node);
    } catch (error) {
      // One record that its declaration did not think of must not take the rest of the view with it.
      return items.unreadableItem({ id: undefined, problems: [problemOf(error)] });
    }
  }

  async tooltipOf(
    node: RecordNode | LooseNode,
    title: string,
    signal: AbortSignal,
  ): Promise<vscode.MarkdownString | undefined> {
    const record = this.scene.recordOf(node);
    return record && recordTooltip(this.scene.session, node.resource, record, title, { signal });
  }

  /** It was drawn, and would look otherwise now. */
  isOld(node: RecordNode): boolean {
    const drawn = this.#drawn.get(node.id);
    return drawn !== undefined && drawn !== this.#picture(node);
  }

  #itemOf(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case "record":
      case "loose":
        return this.#recordItem(node);
      case "group":
        return this.#groupItem(node);
      case "bucket":
        return this.#bucketItem(node);
      case "part":
        return items.partItem(node.part);
      case "unreadable":
        return items.unreadableItem(node.record);
      case "error":
        return items.errorItem(node.branch);
      case "more":
        return items.moreItem(node.branch);
      case "empty":
        return items.emptyItem(node.text);
    }
  }

  #recordItem(node: RecordNode | LooseNode): vscode.TreeItem {
    const { resource } = node;
    const record = this.scene.recordOf(node);
    // It was deleted a moment ago, and the row goes with the next answer.
    if (!record) return new vscode.TreeItem(vscode.l10n.t(resource.names.one));
    const hasId = node.kind === "record";
    if (hasId) this.#drawn.set(node.id, this.#picture(node));
    const busy = hasId && this.busy.has(resource, node.recordId);
    const timed = hasId && this.busy.has(resource, node.recordId, "timed");
    return items.recordItem(resource, lookOf(this.scene.session, resource, record, { hasId, busy, timed }));
  }

  /** What a row is drawn from, its tooltip and what is below it included. */
  #picture(node: RecordNode): string {
    const record = this.scene.recordOf(node);
    if (!record) return "";
    try {
      const look = lookOf(this.scene.session, node.resource, record, { hasId: true });
      return JSON.stringify([record, look]);
    } catch (error) {
      return problemOf(error);
    }
  }

  /** Menus of a group below a record go by what can be done with the record now. */
  #groupItem({ branch, parent }: GroupNode): vscode.TreeItem {
    const item = items.groupItem(branch);
    const above = branch.facts.above.at(-1);
    if (!parent || !above) return item;
    const record = this.scene.session.store.get(above.resource, above.recordId);
    const states = statesOrNone(above.resource, record);
    item.contextValue = contextBelow(branch.facts.lists[0], parent.resourceName, states);
    return item;
  }

  #bucketItem(node: BucketNode): vscode.TreeItem {
    const { session, root, grouping, filters } = this.scene;
    if (!grouping) return new vscode.TreeItem("");
    const count = this.scene.rowsInBucket(node).length;
    return items.bucketItem(
      bucketLabel(grouping, node.key, wordingOf(session)),
      grouping.icon,
      root?.hasMore === true ? `${count}+` : String(count),
      filters.size > 0 || grouping.open?.includes(node.key) === true,
    );
  }
}
