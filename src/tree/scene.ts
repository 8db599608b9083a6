import type { Part } from "../api/resource";
import { wordingOf } from "../records/session-wording";
import { nameOfResource, type AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import type { Branch, BranchRow } from "./branch";
import { Branches } from "./branches";
import { childKinds } from "./children";
import { filterInput, filterWords, type FilterKind, type Filters } from "./filters";
import { keysOf, type Grouping } from "./groupings";
import { listBranch } from "./list-branch";
import { Nodes, type BucketNode, type LooseNode, type Node, type RecordNode } from "./nodes";
import { partsOf, problemOf, statesOrNone } from "./record-look";
import type { MainList, ViewSpec } from "./views";

/** What a view has to show: welcome contents and menus go by it. */
export type Content = "denied" | "empty" | "shown";

/** The rows of a view, for one account and under some filters. */
export class Scene {
  readonly branches = new Branches();
  readonly nodes = new Nodes();
  /** The main list, where the view has one. */
  readonly root: Branch | undefined;
  /** The groups at the top. */
  readonly groups: readonly Branch[];

  constructor(
    readonly session: Session,
    readonly spec: ViewSpec,
    readonly filters: Filters,
    public grouping: Grouping | undefined,
  ) {
    const { main, name, groups } = spec;
    const viewId = `${session.accountId}/${name}`;
    this.root = main && this.branches.add(this.#mainBranch(main, viewId));
    this.groups = groups.map((make) => this.branches.add(make(session, viewId)));
  }

  dispose(): void {
    this.branches.clear();
    this.nodes.clear();
  }

  /** The rows at the top, and what they amount to. */
  async top(): Promise<{ readonly content: Content; readonly rows: readonly Node[] }> {
    const { root, groups } = this;
    await Promise.all((root ? [root] : groups).map((branch) => branch.load()));
    const content = root ? this.#contentOf(root) : contentOfGroups(groups);
    if (content === "denied") return { content, rows: [] };
    const groupRows = content === "empty" && !root ? [] : groups.map((branch) => this.#groupNode(branch));
    // A view that is nothing but an empty list leaves the room to its welcome content.
    const isBare = content === "empty" && groups.length === 0;
    return { content, rows: root && !isBare ? [...this.#mainRows(root), ...groupRows] : groupRows };
  }

  async below(node: Node): Promise<readonly Node[]> {
    switch (node.kind) {
      case "group":
        await node.branch.load();
        return this.#rowsOf(node.branch);
      case "bucket":
        return this.root ? this.#nodesOf(this.root, this.rowsInBucket(node)) : [];
      case "record":
        return this.#belowRecord(node);
      case "loose":
        return this.#partsOf(node, node.record);
      case "part":
        return this.#partNodes(node.part.parts ?? [], node.id);
      case "unreadable":
      case "error":
      case "more":
      case "empty":
        return [];
    }
  }

  rowsInBucket({ key }: BucketNode): readonly BranchRow[] {
    const { root, grouping } = this;
    return (root?.rows ?? []).filter((row) => {
      const record = this.recordOf(row);
      return record !== undefined && grouping?.keyOf(record) === key;
    });
  }

  /** The record that a row stands for; undefined for other rows, and for one that was just deleted. */
  recordOf(row: BranchRow | Node): AnyRecord | undefined {
    if (row.kind === "loose") return row.record;
    return row.kind === "record" ? this.session.store.get(row.resource, row.recordId) : undefined;
  }

  #mainBranch({ resource, query, label, empty, noMatch }: MainList, viewId: string): Branch {
    const valueOf = ({ input }: FilterKind) => this.filters.get(input)?.value ?? "";
    const all = this.spec.filters();
    const kinds = all.filter(({ input }) => this.filters.has(input));
    const words = filterWords(all, this.filters);
    return listBranch(this.session, {
      id: `${viewId}/${nameOfResource(resource)}`,
      resource,
      label: label(),
      context: "",
      empty: words === "" ? empty() : noMatch(words),
      query: { ...query, ...filterInput(resource, this.filters) },
      adopts: (record) => kinds.every((kind) => kind.finds?.(record, valueOf(kind)) === true),
    });
  }

  #contentOf(root: Branch): Content {
    if (root.error?.kind === "permission") return "denied";
    return isEmpty(root) && this.filters.size === 0 ? "empty" : "shown";
  }

  #mainRows(root: Branch): Node[] {
    const { grouping, session } = this;
    if (!grouping || isEmpty(root)) return this.#rowsOf(root);
    const records = root.rows.map((row) => this.recordOf(row)).filter((record) => record !== undefined);
    // What was searched for is to be seen at once: VS Code keeps closed what was closed, but for rows that are new.
    const place = `${root.facts.id}#${grouping.name}${this.filters.size > 0 ? "?" : ""}`;
    const buckets = keysOf(grouping, records, wordingOf(session)).map((key) =>
      this.nodes.keep<Node>({ kind: "bucket", id: `${place}:${key}`, key }),
    );
    const unreadable = root.rows.filter(({ kind }) => kind === "unreadable");
    return [...buckets, ...this.#nodesOf(root, unreadable), ...this.#notesOf(root)];
  }

  async #belowRecord(node: RecordNode): Promise<Node[]> {
    const { resource, resourceName, recordId } = node;
    const record = this.recordOf(node);
    const parent = { resource, resourceName, recordId };
    const branches = childKinds(resourceName, statesOrNone(resource, record)).map((kind) => {
      const id = `${node.id}/${kind.key}`;
      const above = [...node.above, parent];
      const filter = filterInput(kind.resource, this.filters);
      return this.branches.at(id, () => kind.branch(this.session, { id, parent, above, filter }));
    });
    const parts = record ? this.#partsOf(node, record) : [];
    const [only, another] = branches;
    if (only && !another) {
      this.branches.add(only, node.id);
      await only.load();
      return [...parts, ...this.#rowsOf(only)];
    }
    return [...parts, ...branches.map((branch) => this.#groupNode(branch, node))];
  }

  /** Rows of a branch that is loaded, with what is to be said about it. */
  #rowsOf(branch: Branch): Node[] {
    const { id, empty } = branch.facts;
    const rows = this.#nodesOf(branch, branch.rows);
    if (rows.length > 0 || branch.error) return [...rows, ...this.#notesOf(branch)];
    return [this.nodes.keep({ kind: "empty", id: `${id}#empty`, text: empty }), ...this.#notesOf(branch)];
  }

  #notesOf(branch: Branch): Node[] {
    const { id } = branch.facts;
    if (branch.error) return [this.nodes.keep({ kind: "error", id: `${id}#error`, branch })];
    return branch.hasMore ? [this.nodes.keep({ kind: "more", id: `${id}#more`, branch })] : [];
  }

  #nodesOf({ facts: { id, above } }: Branch, rows: readonly BranchRow[]): Node[] {
    return rows.map((row, index) => {
      switch (row.kind) {
        case "record": {
          const resourceName = nameOfResource(row.resource);
          return this.nodes.keep<Node>({ ...row, id: `${id}/${row.recordId}`, resourceName, above });
        }
        case "loose":
          return this.nodes.keep<Node>({ ...row, id: `${id}#loose/${index}` });
        case "group":
          return this.#groupNode(this.branches.at(row.branch.facts.id, () => row.branch));
        case "unreadable":
          return this.nodes.keep<Node>({ ...row, id: `${id}#unreadable/${index}` });
      }
    });
  }

  #groupNode(branch: Branch, parent?: RecordNode): Node {
    const ref = parent && { resourceName: parent.resourceName, recordId: parent.recordId };
    return this.nodes.keep({ kind: "group", id: branch.facts.id, branch, parent: ref });
  }

  #partsOf({ id, resource }: RecordNode | LooseNode, record: AnyRecord): Node[] {
    try {
      return this.#partNodes(partsOf(this.session, resource, record), id);
    } catch (error) {
      const unreadable = { id: undefined, problems: [problemOf(error)] };
      return [this.nodes.keep<Node>({ kind: "unreadable", id: `${id}#part`, record: unreadable })];
    }
  }

  #partNodes(parts: readonly Part[], parentId: string): Node[] {
    return parts.map((part, index) =>
      this.nodes.keep({ kind: "part", id: `${parentId}#part/${index}`, part }),
    );
  }
}

function isEmpty(branch: Branch): boolean {
  return branch.rows.length === 0 && !branch.error && !branch.hasMore;
}

/** Nothing may be seen, there is nothing, or there is something in one of them. */
function contentOfGroups(groups: readonly Branch[]): Content {
  const isDenied = (branch: Branch) => branch.error?.kind === "permission";
  if (groups.every(isDenied)) return "denied";
  return groups.every((branch) => isDenied(branch) || isEmpty(branch)) ? "empty" : "shown";
}
