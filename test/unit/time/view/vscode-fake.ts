/** As much of VS Code as the Time view touches; a test looks at what it made, and plays the person. */
import { EventEmitter, type ThemeColor, type ThemeIcon } from "../../support/vscode-pieces";

export {
  Disposable,
  EventEmitter,
  l10n,
  QuickInputButtons,
  ThemeColor,
  ThemeIcon,
  Uri,
} from "../../support/vscode-pieces";

export enum TreeItemCollapsibleState {
  None = 0,
  Collapsed = 1,
  Expanded = 2,
}

export class TreeItem {
  id: string | undefined;
  description: string | undefined;
  iconPath: (ThemeIcon & { readonly color?: ThemeColor }) | undefined;
  contextValue: string | undefined;
  tooltip: string | undefined;
  command: { command: string } | undefined;
  accessibilityInformation: { label: string } | undefined;
  constructor(
    readonly label: string,
    readonly collapsibleState = TreeItemCollapsibleState.None,
  ) {}
}

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
