/** As much of VS Code as actions touch; a test plays the person by `person`, which works these objects. */
import { Disposable, EventEmitter, Uri, type Button } from "../support/vscode-pieces";

export { Disposable, EventEmitter, l10n, QuickInputButtons, ThemeIcon, Uri } from "../support/vscode-pieces";

export interface Item {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: boolean;
}

class QuickInput {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  busy = false;
  ignoreFocusOut = false;
  placeholder: string | undefined;
  value = "";
  buttons: readonly Button[] = [];
  isOpen = false;
  readonly hidden = new EventEmitter<void>();
  readonly triggered = new EventEmitter<Button>();
  readonly accepted = new EventEmitter<void>();
  readonly changed = new EventEmitter<string>();
  readonly onDidHide = this.hidden.event;
  readonly onDidTriggerButton = this.triggered.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidChangeValue = this.changed.event;
  show(): void {
    this.isOpen = true;
    screen.inputs.push(this);
  }
  hide(): void {
    this.isOpen = false;
    this.hidden.fire();
  }
  dispose(): void {
    if (this.isOpen) this.hide();
  }
}

export class InputBox extends QuickInput {
  prompt: string | undefined;
  validationMessage: string | undefined;
}

export class QuickPick extends QuickInput {
  canSelectMany = false;
  matchOnDescription = false;
  #items: readonly Item[] = [];
  activeItems: readonly Item[] = [];
  selectedItems: readonly Item[] = [];
  readonly selected = new EventEmitter<readonly Item[]>();
  readonly onDidChangeSelection = this.selected.event;
  get items(): readonly Item[] {
    return this.#items;
  }
  /** As VS Code does: what was checked and highlighted goes with the old rows. */
  set items(items: readonly Item[]) {
    this.#items = items;
    this.selectedItems = [];
    this.activeItems = this.canSelectMany ? [] : items.slice(0, 1);
  }
}

/** What was shown, and what the person answers to messages. */
export const screen = {
  inputs: [] as QuickInput[],
  messages: [] as string[],
  /** Buttons to press, in the order of the messages; undefined and nothing more closes the message. */
  presses: [] as (string | undefined)[],
  progress: [] as { title: string; cancellable: boolean; reports: string[]; cancel: () => void }[],
  status: [] as string[],
  documents: [] as { path: string; text: string }[],
  files: [] as string[],
  commands: new Map<string, (...given: unknown[]) => unknown>(),
  settings: {} as Record<string, unknown>,
  get newest(): QuickInput | undefined {
    return this.inputs.at(-1);
  },
  clear(): void {
    for (const input of this.inputs) input.dispose();
    for (const list of [this.inputs, this.messages, this.presses, this.progress, this.status, this.documents])
      list.length = 0;
    this.files.length = 0;
    this.commands.clear();
    this.settings = {};
  },
};

function message(kind: string, text: string, given: readonly unknown[]) {
  const [first, ...others] = given;
  const isModal = typeof first === "object" && first !== null && "modal" in first;
  const detail = isModal && "detail" in first && typeof first.detail === "string" ? first.detail : undefined;
  const buttons = (isModal ? others : given).map((button) =>
    typeof button === "string" ? button : (button as { title: string }).title,
  );
  screen.messages.push(
    [
      isModal ? "modal" : kind,
      text,
      ...(detail ? [detail] : []),
      ...buttons.map((title) => `[${title}]`),
    ].join(" | "),
  );
  const press = buttons.length === 0 ? undefined : screen.presses.shift();
  const at = buttons.findIndex((title) => title === press);
  return Promise.resolve(at === -1 ? undefined : (isModal ? others : given)[at]);
}

interface ProgressOptions {
  readonly location: ProgressLocation;
  readonly title: string;
  readonly cancellable?: boolean;
}

export const window = {
  createInputBox: () => new InputBox(),
  createQuickPick: () => new QuickPick(),
  showInformationMessage: (text: string, ...given: unknown[]) => message("info", text, given),
  showWarningMessage: (text: string, ...given: unknown[]) => message("warning", text, given),
  showErrorMessage: (text: string, ...given: unknown[]) => message("error", text, given),
  withProgress: async <T>(
    { location, title, cancellable = false }: ProgressOptions,
    work: (
      progress: { report(step: { message?: string }): void },
      token: { isCancellationRequested: boolean },
    ) => Promise<T>,
  ): Promise<T> => {
    const token = { isCancellationRequested: false };
    const reports: string[] = [];
    if (location === ProgressLocation.Window) screen.status.push(title);
    else {
      const cancel = () => {
        token.isCancellationRequested = true;
      };
      screen.progress.push({ title, cancellable, reports, cancel });
    }
    return work({ report: ({ message: text }) => reports.push(text ?? "") }, token);
  },
  showOpenDialog: () =>
    Promise.resolve(screen.files.length === 0 ? undefined : screen.files.map((path) => Uri.from({ path }))),
  showTextDocument: (document: { path: string; text: string }) => {
    screen.documents.push(document);
    return Promise.resolve();
  },
};

export enum ProgressLocation {
  Window = 10,
  Notification = 15,
}

interface Provider {
  provideTextDocumentContent(uri: { path: string }): string;
}
let provider: Provider | undefined;

export const workspace = {
  getConfiguration: () => ({ get: (name: string, otherwise: unknown) => screen.settings[name] ?? otherwise }),
  registerTextDocumentContentProvider: (_scheme: string, provides: Provider) => {
    provider = provides;
    return new Disposable(() => (provider = undefined));
  },
  onDidCloseTextDocument: new EventEmitter<{ uri: { scheme: string; path: string } }>().event,
  openTextDocument: (uri: { path: string }) =>
    Promise.resolve({ path: uri.path, text: provider?.provideTextDocumentContent(uri) ?? "" }),
  fs: { readFile: (uri: { path: string }) => Promise.resolve(new TextEncoder().encode(`in ${uri.path}`)) },
};

export const commands = {
  registerCommand: (name: string, handler: (...given: unknown[]) => unknown) => {
    screen.commands.set(name, handler);
    return new Disposable(() => screen.commands.delete(name));
  },
  executeCommand: (name: string, ...given: unknown[]) =>
    Promise.resolve(screen.commands.get(name)?.(...given)),
};

export const env = { language: "en" };
