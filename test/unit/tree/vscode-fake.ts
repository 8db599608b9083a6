/** As much of VS Code as the views touch; a test looks at what they made, and plays the person. */

import { EventEmitter } from "../support/vscode-pieces";

export {
  Disposable,
  EventEmitter,
  MarkdownString,
  QuickInputButtons,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  l10n,
} from "../support/vscode-pieces";

export class CancellationTokenSource {
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
}

export interface FakeView {
  readonly id: string;
  readonly options: { readonly treeDataProvider: unknown; readonly canSelectMany: boolean };
  visible: boolean;
  description: string | undefined;
  badge: { value: number; tooltip: string } | undefined;
  selection: unknown[];
  show(visible: boolean): void;
  select(...nodes: unknown[]): void;
}

/** What is on the screen. */
export const screen = {
  views: new Map<string, FakeView>(),
  context: new Map<string, unknown>(),
  /** What the person types into the next boxes, and takes from the next lists by their label. */
  answers: [] as (string | undefined)[],
  /** What they were asked. */
  asked: [] as { title?: string; prompt?: string; items?: string[]; value?: string }[],
  clear(): void {
    screen.views.clear();
    screen.context.clear();
    screen.answers.length = 0;
    screen.asked.length = 0;
  },
};

interface Item {
  readonly label: string;
}

class QuickPick {
  title = "";
  value = "";
  placeholder = "";
  busy = false;
  activeItems: readonly Item[] = [];
  selectedItems: readonly Item[] = [];
  readonly onDidTriggerButton = new EventEmitter<unknown>().event;
  readonly onDidChangeSelection = new EventEmitter<unknown>().event;
  #items: readonly Item[] = [];
  readonly #changed = new EventEmitter<string>();
  readonly #accepted = new EventEmitter<undefined>();
  readonly #hidden = new EventEmitter<undefined>();
  readonly onDidChangeValue = this.#changed.event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;

  set items(items: readonly Item[]) {
    this.#items = items;
    screen.asked.push({ title: this.title, items: items.map(({ label }) => label) });
    const label = screen.answers.shift();
    if (label === undefined) this.hide();
    else if (items.some((item) => item.label === label)) {
      this.selectedItems = items.filter((item) => item.label === label);
      this.#accepted.fire(undefined);
    } else {
      this.value = label;
      this.#changed.fire(label);
    }
  }
  get items() {
    return this.#items;
  }
  show(): void {
    // It is on screen until it is hidden.
  }
  hide(): void {
    this.#hidden.fire(undefined);
  }
  dispose(): void {
    for (const emitter of [this.#changed, this.#accepted, this.#hidden]) emitter.dispose();
  }
}

export const window = {
  createTreeView: (id: string, options: FakeView["options"]) => {
    const onVisibility = new EventEmitter<unknown>();
    const onSelection = new EventEmitter<unknown>();
    const view = {
      id,
      options,
      visible: false,
      description: undefined,
      badge: undefined,
      selection: [] as unknown[],
      onDidChangeVisibility: onVisibility.event,
      onDidChangeSelection: onSelection.event,
      show(visible: boolean) {
        view.visible = visible;
        onVisibility.fire({ visible });
      },
      select(...nodes: unknown[]) {
        view.selection = nodes;
        onSelection.fire({ selection: nodes });
      },
      dispose: () => screen.views.delete(id),
    };
    screen.views.set(id, view);
    return view;
  },
  createQuickPick: () => new QuickPick(),
  showQuickPick: (items: readonly Item[], options: { title: string }) => {
    screen.asked.push({ title: options.title, items: items.map(({ label }) => label) });
    const label = screen.answers.shift();
    return Promise.resolve(items.find((item) => item.label === label));
  },
  showInputBox: ({ title, prompt, value }: { title: string; prompt: string; value: string }) => {
    screen.asked.push({ title, prompt, value });
    return Promise.resolve(screen.answers.shift());
  },
};

export const commands = {
  executeCommand: (command: string, key: string, value: unknown) => {
    if (command === "setContext") screen.context.set(key, value);
    return Promise.resolve();
  },
};

export const env = { language: "en" };
