import type { Part, Resource } from "../api/resource";
import type { UnreadableRecord } from "../api/page";
import type { AnyRecord } from "../resources/any-client";
import type { Branch, RecordRef } from "./branch";

/** A row that stands for a record. Commands know it by `resourceName` and `recordId`, which no other row has. */
export interface RecordNode {
  readonly kind: "record";
  readonly id: string;
  readonly resource: Resource;
  /** In the catalogue. */
  readonly resourceName: string;
  readonly recordId: string;
  /** What it hangs below, the nearest last. */
  readonly above: readonly RecordRef[];
}

export interface LooseNode {
  readonly kind: "loose";
  readonly id: string;
  readonly resource: Resource;
  readonly record: AnyRecord;
}

/** A row that holds others. `parent` is the record that it hangs right below, where it does. */
export interface GroupNode {
  readonly kind: "group";
  readonly id: string;
  readonly branch: Branch;
  readonly parent?: { readonly resourceName: string; readonly recordId: string } | undefined;
}

/** Some records of the main list that have something in common. */
export interface BucketNode {
  readonly kind: "bucket";
  readonly id: string;
  readonly key: string;
}

/** A piece of a record. */
export interface PartNode {
  readonly kind: "part";
  readonly id: string;
  readonly part: Part;
}

/** What is said about a branch itself, or about a record that cannot be drawn. */
export type NoteNode =
  | { readonly kind: "unreadable"; readonly id: string; readonly record: UnreadableRecord }
  | { readonly kind: "error"; readonly id: string; readonly branch: Branch }
  | { readonly kind: "more"; readonly id: string; readonly branch: Branch }
  | { readonly kind: "empty"; readonly id: string; readonly text: string };

/** A row of a view. */
export type Node = RecordNode | LooseNode | GroupNode | BucketNode | PartNode | NoteNode;

/** One object a row, as VS Code knows rows by identity. */
export class Nodes {
  readonly #nodes = new Map<string, Node>();

  /** The row that is there already under this id, else this one. */
  keep<T extends Node>(node: T): T {
    const known = this.#nodes.get(node.id);
    // A note may have taken the place of a record, a part may have other words now.
    if (known?.kind === node.kind && isSame(known, node)) return known as T; // of the same kind
    this.#nodes.set(node.id, node);
    return node;
  }

  get(id: string): Node | undefined {
    return this.#nodes.get(id);
  }

  records(): RecordNode[] {
    return [...this.#nodes.values()].filter((node) => node.kind === "record");
  }

  clear(): void {
    this.#nodes.clear();
  }
}

/** What rows hold beside what is read when they are drawn. */
function isSame(known: Node, node: Node): boolean {
  switch (known.kind) {
    case "loose":
      return node.kind === "loose" && known.record === node.record;
    case "part":
      return node.kind === "part" && JSON.stringify(known.part) === JSON.stringify(node.part);
    case "unreadable":
      return node.kind === "unreadable" && known.record === node.record;
    case "group":
    case "error":
    case "more":
      return "branch" in node && known.branch === node.branch;
    case "empty":
      return node.kind === "empty" && known.text === node.text;
    case "record":
    case "bucket":
      return true;
  }
}
