import * as vscode from "vscode";
import { logError } from "../../commands/register-command";
import type { Drafts } from "../../session/drafts";
import type { Session } from "../../session/session";
import { AttendanceCommands } from "./attendance/attendance-commands";
import { ReminderMessage } from "./reminder/reminder-message";
import { TimeStatusBar } from "./status-bar";
import { TimeCommands } from "./time-commands";
import { TimerCommands, type TimerCommandsParts } from "./timer/timer-commands";
import { EntryCommands } from "./view/entry-commands";
import type { AskInBox } from "./view/time-desk";
import { UnsentCommands } from "./view/unsent-commands";

export interface TimeRoomParts {
  readonly context: Pick<vscode.ExtensionContext, "workspaceState" | "globalState" | "globalStorageUri">;
  readonly log: vscode.LogOutputChannel;
  readonly drafts: Drafts;
  readonly signIn: () => unknown;
  /** Called with what the time clock says, in a word or two, and with undefined where there is none. */
  readonly clockChanged: (words: string | undefined) => void;
  readonly markRow: TimerCommandsParts["markRow"];
}

/** The item in the status bar, and all that a person does about time but for the week sheet: loaded after the start. */
export class TimeRoom implements vscode.Disposable {
  readonly commands: TimeCommands;
  readonly timer: TimerCommands;
  readonly attendance: AttendanceCommands;
  readonly entries: EntryCommands;
  readonly unsent: UnsentCommands;
  readonly #statusBar = new TimeStatusBar();
  readonly #reminder: ReminderMessage;

  constructor({ context, log, drafts, signIn, clockChanged, markRow }: TimeRoomParts) {
    const folderOf = (name: string) => vscode.Uri.joinPath(context.globalStorageUri, name).fsPath;
    const failed = (what: string) => (error: unknown) => {
      logError(log, what, error);
    };
    const statusBar = this.#statusBar;
    const commands = new TimeCommands({
      workspace: context.workspaceState,
      everywhere: context.globalState,
      drafts,
      signIn,
      glance: statusBar,
      failed: failed("the time journal"),
    });
    this.commands = commands;
    this.attendance = new AttendanceCommands({ signIn, changed: clockChanged });
    this.timer = new TimerCommands({
      folder: folderOf("timer"),
      commands,
      timeClock: this.attendance,
      glance: statusBar,
      show: (timer) => {
        statusBar.showTimer(timer);
      },
      markRow,
      failed: failed("the timer"),
    });
    const askInBox: AskInBox = (text, editing) => commands.ask(text, editing);
    this.entries = new EntryCommands(askInBox);
    this.unsent = new UnsentCommands(askInBox);
    this.#reminder = new ReminderMessage({
      folder: folderOf("reminder"),
      logTime: (text) => commands.logTime(text),
      failed: failed("the reminder"),
    });
  }

  setSession(session: Session | undefined): void {
    for (const part of [
      this.#statusBar,
      this.commands,
      this.timer,
      this.attendance,
      this.entries,
      this.unsent,
      this.#reminder,
    ])
      part.setSession(session);
  }

  dispose(): void {
    this.#statusBar.dispose();
    this.timer.dispose();
    this.#reminder.dispose();
  }
}
