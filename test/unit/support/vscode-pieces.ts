/**
 * The pieces of VS Code that are the same whatever is tested. Each folder's `vscode-fake.ts` exports those that its part
 * of the extension touches, beside a screen of its own.
 */
import { translate } from "./translate";

export type Listener<T> = (event: T) => unknown;

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  static from(...parts: { dispose(): unknown }[]) {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }
  constructor(readonly dispose: () => void) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export interface Button {
  readonly iconPath?: ThemeIcon;
  readonly tooltip?: string;
}

export const QuickInputButtons: { readonly Back: Button } = { Back: { tooltip: "Back" } };

/** Keeps its parts decoded, as VS Code's own does. */
export class FakeUri {
  constructor(
    readonly scheme: string,
    readonly path: string,
    readonly query: string,
  ) {}
  toString(): string {
    const path = this.path.split("/").map(encodeURIComponent).join("/");
    return `${this.scheme}:${path}${this.query === "" ? "" : `?${encodeURIComponent(this.query)}`}`;
  }
}

export type Uri = FakeUri;

interface UriParts {
  readonly scheme?: string;
  readonly path: string;
  readonly query?: string;
}

export const Uri = {
  from: ({ scheme = "file", path, query = "" }: UriParts) => new FakeUri(scheme, path, query),
  parse: (text: string) => {
    const [, scheme, path = "", query = ""] = /^([^:]+):([^?]*)\??(.*)$/.exec(text) ?? [];
    if (scheme === undefined) throw new Error(`${text} has no scheme.`);
    return new FakeUri(scheme, decodeURIComponent(path), decodeURIComponent(query));
  },
  joinPath: ({ path, ...base }: UriParts, ...parts: string[]) =>
    Uri.from({ ...base, path: [path, ...parts].join("/") }),
};

export enum TreeItemCollapsibleState {
  None = 0,
  Collapsed = 1,
  Expanded = 2,
}

export class MarkdownString {
  isTrusted: boolean | undefined;
  supportHtml: boolean | undefined;
  supportThemeIcons: boolean | undefined;
  constructor(readonly value: string) {}
}

export class TreeItem {
  id: string | undefined;
  description: string | undefined;
  iconPath: ThemeIcon | undefined;
  contextValue: string | undefined;
  tooltip: string | MarkdownString | undefined;
  command: { command: string; arguments?: unknown[] } | undefined;
  accessibilityInformation: { label: string } | undefined;
  constructor(
    readonly label: string,
    readonly collapsibleState = TreeItemCollapsibleState.None,
  ) {}
}

export const l10n = { t: translate };
