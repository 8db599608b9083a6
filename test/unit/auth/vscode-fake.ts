/** As much of VS Code as the parts under test touch; a test plays the person by the objects that were created. */

import { Disposable, EventEmitter, type Button } from "../support/vscode-pieces";

export { Disposable, EventEmitter, l10n, QuickInputButtons, ThemeIcon } from "../support/vscode-pieces";

export class CancellationError extends Error {}

class QuickInput {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  busy = false;
  enabled = true;
  ignoreFocusOut = false;
  placeholder: string | undefined;
  buttons: readonly Button[] = [];
  shown = false;
  disposed = false;
  readonly hidden = new EventEmitter<void>();
  readonly triggered = new EventEmitter<Button>();
  readonly accepted = new EventEmitter<void>();
  readonly onDidHide = this.hidden.event;
  readonly onDidTriggerButton = this.triggered.event;
  readonly onDidAccept = this.accepted.event;
  show(): void {
    this.shown = true;
  }
  dispose(): void {
    this.disposed = true;
  }
}

export class InputBox extends QuickInput {
  value = "";
  prompt: string | undefined;
  password = false;
  validationMessage: string | undefined;
  readonly changed = new EventEmitter<string>();
  readonly onDidChangeValue = this.changed.event;
}

export interface Item {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

export class QuickPick extends QuickInput {
  items: readonly Item[] = [];
  activeItems: readonly Item[] = [];
  selectedItems: readonly Item[] = [];
}

/** What was put on the screen, in order. */
export const screen = {
  boxes: [] as InputBox[],
  picks: [] as QuickPick[],
  opened: [] as string[],
  warnings: [] as string[],
  copied: [] as string[],
  errors: [] as string[],
  commands: [] as unknown[][],
  /** The button that the person presses in a message. */
  answer: undefined as string | undefined,
  /** What the person takes from a simple quick pick. */
  choose: (items: readonly Item[]): Item | undefined => items[0],
  clear(): void {
    const { boxes, picks, opened, warnings, copied, errors, commands } = this;
    for (const list of [boxes, picks, opened, warnings, copied, errors, commands]) list.length = 0;
  },
};

export const window = {
  createInputBox: () => {
    const box = new InputBox();
    screen.boxes.push(box);
    return box;
  },
  createQuickPick: () => {
    const pick = new QuickPick();
    screen.picks.push(pick);
    return pick;
  },
  showWarningMessage: (text: string) => {
    screen.warnings.push(text);
    return Promise.resolve(undefined);
  },
  showErrorMessage: (text: string) => {
    screen.errors.push(text);
    return Promise.resolve(screen.answer);
  },
  showQuickPick: (items: readonly Item[]) => Promise.resolve(screen.choose(items)),
  registerUriHandler: () => new Disposable(() => undefined),
};

export enum UIKind {
  Desktop = 1,
  Web = 2,
}

export const env = {
  uiKind: UIKind.Desktop,
  remoteName: undefined as string | undefined,
  uriScheme: "vscode",
  clipboard: {
    writeText: (text: string) => {
      screen.copied.push(text);
      return Promise.resolve();
    },
  },
  openExternal: (uri: { toString(): string }) => {
    screen.opened.push(uri.toString());
    return Promise.resolve(true);
  },
};

/** Written as it was read: what a browser opens is compared with that. */
export const Uri = { parse: (text: string) => ({ toString: () => text }) };

/** The settings under `factorial`. */
export const settings: Record<string, unknown> = {};

export const configuration = new EventEmitter<{ affectsConfiguration: (name: string) => boolean }>();

export const workspace = {
  onDidChangeConfiguration: configuration.event,
  isTrusted: true,
  getConfiguration: () => ({ get: (name: string, otherwise: unknown) => settings[name] ?? otherwise }),
};

export const extensions = {
  getExtension: (): { activate(): Promise<unknown> } | undefined => undefined,
};

export const commands = {
  executeCommand: (...command: unknown[]) => {
    screen.commands.push(command);
    return Promise.resolve();
  },
};

export const authentication = {
  registered: undefined as { id: string; label: string; options: unknown } | undefined,
  registerAuthenticationProvider(id: string, label: string, _provider: unknown, options: unknown) {
    this.registered = { id, label, options };
    return new Disposable(() => undefined);
  },
};
