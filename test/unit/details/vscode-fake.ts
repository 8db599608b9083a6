/** As much of VS Code as documents of records touch: an editor that opens, refreshes and closes them. */

import { Disposable, EventEmitter, FakeUri, type Listener, type Uri } from "../support/vscode-pieces";

export { Disposable, EventEmitter, l10n, Uri } from "../support/vscode-pieces";

export class Range {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

export class DocumentLink {
  constructor(
    readonly range: Range,
    readonly target: Uri,
  ) {}
}

export class TabInputWebview {
  constructor(readonly viewType: string) {}
}

interface ContentProvider {
  readonly onDidChange: (listener: Listener<Uri>) => unknown;
  readonly provideTextDocumentContent: (uri: Uri) => Promise<string>;
}

class FakeDocument {
  constructor(
    readonly uri: Uri,
    public text: string,
  ) {}
  getText(): string {
    return this.text;
  }
  /** Positions are offsets here. */
  positionAt(offset: number): number {
    return offset;
  }
}

export type Document = FakeDocument;

/** What a person sees and does. */
export const editor = {
  provider: undefined as ContentProvider | undefined,
  open: [] as Document[],
  tabs: [] as { input: unknown }[],
  closed: new EventEmitter<Document>(),
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  /** Commands of VS Code's that ran, with their first argument. */
  ran: [] as string[],
  /** VS Code's Markdown extension is turned on. */
  hasMarkdown: true,
  messages: [] as string[],
  statusMessages: [] as string[],
  clipboard: "",
  opened: [] as string[],
  shownAsText: [] as string[],

  close(uri: Uri): void {
    const document = this.open.find((each) => each.uri.toString() === uri.toString());
    this.open = this.open.filter((each) => each !== document);
    if (document) this.closed.fire(document);
  },

  reset(): void {
    Object.assign(this, {
      provider: undefined,
      open: [],
      tabs: [],
      closed: new EventEmitter<Document>(),
      commands: new Map(),
      ran: [],
      hasMarkdown: true,
      messages: [],
      statusMessages: [],
      clipboard: "",
      opened: [],
      shownAsText: [],
    });
  },
};

export const workspace = {
  get textDocuments(): readonly Document[] {
    return editor.open;
  },
  onDidCloseTextDocument: (listener: Listener<Document>) => editor.closed.event(listener),
  registerTextDocumentContentProvider: (_scheme: string, provider: ContentProvider) => {
    editor.provider = provider;
    provider.onDidChange(async (uri) => {
      const document = editor.open.find((each) => each.uri.toString() === uri.toString());
      if (document) document.text = await provider.provideTextDocumentContent(uri);
    });
    return new Disposable(() => undefined);
  },
  openTextDocument: async (uri: Uri): Promise<Document> => {
    const known = editor.open.find((each) => each.uri.toString() === uri.toString());
    if (known) return known;
    if (!editor.provider) throw new Error("Nobody knows this scheme.");
    const document = new FakeDocument(uri, await editor.provider.provideTextDocumentContent(uri));
    editor.open.push(document);
    return document;
  },
  getConfiguration: () => ({ get: (_name: string, otherwise: unknown) => otherwise }),
};

export const languages = {
  registerDocumentLinkProvider: () => new Disposable(() => undefined),
};

export const window = {
  tabGroups: {
    get all() {
      return [{ tabs: editor.tabs }];
    },
  },
  showInformationMessage: (text: string) => {
    editor.messages.push(text);
    return Promise.resolve(undefined);
  },
  showErrorMessage: (text: string) => {
    editor.messages.push(text);
    return Promise.resolve(undefined);
  },
  setStatusBarMessage: (text: string) => {
    editor.statusMessages.push(text);
    return new Disposable(() => undefined);
  },
  showTextDocument: ({ uri }: Document) => {
    editor.shownAsText.push(uri.toString());
    return Promise.resolve(undefined);
  },
};

export const commands = {
  registerCommand: (name: string, handler: (...args: unknown[]) => unknown) => {
    editor.commands.set(name, handler);
    return new Disposable(() => editor.commands.delete(name));
  },
  executeCommand: async (name: string, argument?: unknown) => {
    const own = editor.commands.get(name);
    if (own) return own(argument);
    if (name.startsWith("markdown.") && !editor.hasMarkdown) throw new Error(`command '${name}' not found`);
    editor.ran.push(name);
    if (name === "markdown.showPreview" && argument instanceof FakeUri)
      await workspace.openTextDocument(argument);
    return undefined;
  },
};

export const env = {
  language: "en",
  clipboard: {
    writeText: (text: string) => {
      editor.clipboard = text;
      return Promise.resolve();
    },
  },
  openExternal: (uri: Uri) => {
    editor.opened.push(uri.toString());
    return Promise.resolve(true);
  },
};
