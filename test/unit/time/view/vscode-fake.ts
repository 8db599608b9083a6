/** As much of VS Code as the Time view touches; a test looks at what it made, and plays the person. */
import { EventEmitter } from "../../support/vscode-pieces";

export {
  Disposable,
  EventEmitter,
  QuickInputButtons,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  l10n,
} from "../../support/vscode-pieces";

/** What the person has said and chosen, and what they see. */
export const screen = {
  settings: new Map<string, unknown>(),
  context: new Map<string, unknown>(),
  messages: [] as string[],
  /** Buttons and rows that the person takes, in order; `undefined` leaves. */
  answers: [] as (string | undefined)[],
  windowState: new EventEmitter<{ focused: boolean }>(),
  configuration: new EventEmitter<{ affectsConfiguration(name: string): boolean }>(),
  clear(): void {
    screen.settings.clear();
    screen.context.clear();
    screen.messages.length = 0;
    screen.answers.length = 0;
  },
};

const ask = (message: string) => {
  screen.messages.push(message);
  return Promise.resolve(screen.answers.shift());
};

export const window = {
  state: { focused: true },
  onDidChangeWindowState: screen.windowState.event,
  showInformationMessage: ask,
  showWarningMessage: ask,
  showErrorMessage: ask,
  showQuickPick: (items: readonly { label: string }[]) => {
    const label = screen.answers.shift();
    return Promise.resolve(items.find((item) => item.label === label));
  },
  withProgress: (_options: unknown, work: () => Promise<unknown>) => work(),
};

export const workspace = {
  getConfiguration: () => ({
    get: (name: string, usual?: unknown) => screen.settings.get(name) ?? usual,
    inspect: (name: string) => ({ globalValue: screen.settings.get(name) }),
  }),
  onDidChangeConfiguration: screen.configuration.event,
};

export const commands = {
  executeCommand: (command: string, key: string, value: unknown) => {
    if (command === "setContext") screen.context.set(key, value);
    return Promise.resolve();
  },
};

export const ProgressLocation = { Window: 10 };

export const env = { language: "en" };
