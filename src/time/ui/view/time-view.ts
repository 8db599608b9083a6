import * as vscode from "vscode";
import type { Session } from "../../../session/session";
import { WhenUsed } from "../../../session/when-used";
import type { TimeRow } from "./time-row";

/** The Time view. Only this frame is there at the start; what draws its rows is loaded when somebody looks. */
export class TimeView implements vscode.TreeDataProvider<TimeRow>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view = vscode.window.createTreeView("factorial.time", {
    treeDataProvider: this,
    showCollapseAll: true,
  });
  readonly #content;

  constructor(session: () => Session | undefined) {
    this.#content = new WhenUsed(async () => {
      const { TimeContent } = await import("./time-content");
      return new TimeContent(this.#view, () => {
        this.#changes.fire(undefined);
      });
    }, session);
  }

  /** Shows from now on how much is not sent, also where nobody looks. */
  async start(): Promise<void> {
    await this.#content.get();
  }

  setSession(session: Session | undefined): void {
    this.#content.setSession(session);
  }

  async refresh(): Promise<void> {
    (await this.#content.get()).refresh();
  }

  /** What stands beside the view's title. */
  describe(words: string | undefined): void {
    this.#view.description = words ?? "";
  }

  getTreeItem({ item }: TimeRow): vscode.TreeItem {
    return item;
  }

  async getChildren(row?: TimeRow): Promise<TimeRow[]> {
    return [...(row ? row.below : await (await this.#content.get()).rows())];
  }

  dispose(): void {
    this.#content.dispose();
    this.#view.dispose();
    this.#changes.dispose();
  }
}
