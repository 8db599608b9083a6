/** A window with the views in it, on some company: what a person sees of it, and what it asked. */
import type { Session } from "../../../src/session/session";
import { Branch } from "../../../src/tree/branch";
import type { Node } from "../../../src/tree/nodes";
import { createViews, type Views, type ViewsParts } from "../../../src/tree/tree-views";
import type { ResourceView } from "../../../src/tree/resource-view";
import type { ViewName } from "../../../src/tree/views";
import { CancellationTokenSource, screen, type FakeView, type TreeItem } from "./vscode-fake";

/** A row as it is drawn, with what is below it at hand. */
export interface Drawn {
  readonly node: Node;
  readonly item: TreeItem;
}

export class Desk {
  readonly memory = new Map<string, unknown>();
  readonly views: Views;

  /** @param grouping how assets were grouped last time */
  constructor(
    readonly session: Session,
    grouping?: string,
  ) {
    if (grouping !== undefined) this.memory.set("factorial.assetGrouping", grouping);
    this.views = createViews({
      memory: {
        get: (key: string) => this.memory.get(key),
        update: (key: string, value: unknown) => {
          this.memory.set(key, value);
          return Promise.resolve();
        },
      } as ViewsParts["memory"], // VS Code's own get() lets the caller say what it expects.
    });
    this.views.setSession(session);
  }

  view(name: ViewName): FakeView {
    const view = screen.views.get(`factorial.${name}`);
    if (!view) throw new Error(`No view ${name}`);
    return view;
  }

  provider(name: ViewName): ResourceView {
    // createViews() makes each view its own provider.
    return this.view(name).options.treeDataProvider as ResourceView;
  }

  async rows(name: ViewName, below?: Node): Promise<Drawn[]> {
    const nodes = await this.provider(name).getChildren(below);
    // The views make items of the fake.
    return nodes.map((node) => ({
      node,
      item: this.provider(name).getTreeItem(node) as unknown as TreeItem,
    }));
  }

  /** The rows below the row that these labels lead to. */
  async below(name: ViewName, ...labels: string[]): Promise<Drawn[]> {
    const node = labels.length === 0 ? undefined : await this.find(name, ...labels);
    return this.rows(name, node?.node);
  }

  async find(name: ViewName, ...labels: string[]): Promise<Drawn> {
    const rows = await this.below(name, ...labels.slice(0, -1));
    const found = rows.find(({ item }) => item.label === labels.at(-1));
    if (!found) throw new Error(`No row ${labels.join(" › ")} among: ${labelsOf(rows).join(", ")}`);
    return found;
  }

  async labels(name: ViewName, ...labels: string[]): Promise<string[]> {
    return labelsOf(await this.below(name, ...labels));
  }

  async tooltip(name: ViewName, { node, item }: Drawn): Promise<TreeItem["tooltip"]> {
    const { token } = new CancellationTokenSource();
    // The views were given the fake's items and token in place of VS Code's.
    const given = item as unknown as Parameters<ResourceView["resolveTreeItem"]>[0];
    await this.provider(name).resolveTreeItem(given, node, token);
    return item.tooltip;
  }

  content(name: ViewName): unknown {
    return screen.context.get(`factorial.${name}.content`);
  }

  close(): void {
    this.views.dispose();
    this.session.dispose();
  }
}

/** What the command of a row is about: "Load more…", "Try Again". */
export function branchOf(row: Drawn | undefined): Branch {
  const [branch] = row?.item.command?.arguments ?? [];
  if (!(branch instanceof Branch)) throw new Error(`${row?.item.label ?? "No row"} has no branch`);
  return branch;
}

export function labelsOf(rows: readonly Drawn[]): string[] {
  return rows.map(({ item }) => item.label);
}
