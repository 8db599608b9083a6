import * as vscode from "vscode";
import { showInformation } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import { formatMinutes } from "../../grammar/format";
import { Reminder } from "../../reminder/reminder";
import { workingHours } from "../working-hours";

/** Milliseconds between two looks at the clock: a timer set for the minute itself would be late after a sleep. */
const LOOK_EVERY = 30_000;

const LATER_MINUTES = 30;

export interface ReminderParts {
  /** Shared by all windows. */
  readonly folder: string;
  /** Opens the Log Time box with a text. */
  readonly logTime: (text: string) => unknown;
  readonly failed: (error: unknown) => void;
}

/** Says once a day, at a time of the settings, how much is missing. Only in a window that somebody looks at. */
export class ReminderMessage implements vscode.Disposable {
  readonly #parts: ReminderParts;
  readonly #timer: NodeJS.Timeout;
  readonly #onFocus: vscode.Disposable;
  #session: Session | undefined;
  #busy = false;

  constructor(parts: ReminderParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY);
    this.#onFocus = vscode.window.onDidChangeWindowState(() => void this.#look());
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    void this.#look();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#onFocus.dispose();
  }

  async #look(): Promise<void> {
    const session = this.#session;
    const time = vscode.workspace.getConfiguration("factorial").get<string>("reminder.time", "");
    if (this.#busy || time === "" || !session?.person || !vscode.window.state.focused) return;
    this.#busy = true;
    try {
      const reminder = this.#reminderOf(session, session.person.employeeId);
      const missing = await reminder.look({ time, hours: workingHours() });
      if (missing !== undefined) void this.#tell(reminder, missing).catch(this.#parts.failed);
    } catch (error) {
      this.#parts.failed(error);
    } finally {
      this.#busy = false;
    }
  }

  #reminderOf(session: Session, employeeId: string): Reminder {
    return new Reminder({
      folder: this.#parts.folder,
      whose: `${session.accountId}:${employeeId}`,
      clock: session.clock,
      readDay: async (day) => {
        const time = await session.time();
        return time ? time.log.readDay(day) : { day, logged: [], locked: true };
      },
    });
  }

  async #tell(reminder: Reminder, missing: number): Promise<void> {
    const time = formatMinutes(missing);
    const log = vscode.l10n.t("Log {0}", time);
    const later = vscode.l10n.t("Later");
    const notToday = vscode.l10n.t("Not Today");
    const chosen = await showInformation(
      vscode.l10n.t("{0} of today is not logged yet.", time),
      log,
      later,
      notToday,
    );
    if (chosen === log) await this.#parts.logTime(`${time} `);
    if (chosen === later) await reminder.later(LATER_MINUTES);
  }
}
