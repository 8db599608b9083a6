import * as vscode from "vscode";
import { showError } from "../../../commands/error-messages";
import { logError } from "../../../commands/register-command";
import type { Drafts } from "../../../session/drafts";
import type { Session } from "../../../session/session";
import { exportMonth } from "./month-export";
import { forgetWeek, WeekSheet } from "./week-sheet";

export interface WeekSheetsParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly drafts: Drafts;
  readonly signIn: () => unknown;
}

/** The commands of the week sheet, of which a window has one at a time. */
export class WeekSheets {
  readonly #parts: WeekSheetsParts;
  #session: Session | undefined;
  #sheet: WeekSheet | undefined;

  constructor(parts: WeekSheetsParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    this.#sheet?.useSession(session);
  }

  async open(): Promise<void> {
    if (!(await this.#isReady())) return;
    if (this.#sheet) this.#sheet.reveal();
    else {
      forgetWeek(this.#parts.drafts);
      this.#start();
    }
  }

  /** Takes up the tab of before a restart, on the week that it showed. */
  restore(panel: vscode.WebviewPanel): void {
    if (this.#sheet) {
      panel.dispose();
      return;
    }
    this.#start(panel);
  }

  async exportMonth(): Promise<void> {
    const session = this.#session;
    if (!session || !(await this.#isReady())) return;
    await exportMonth(session, this.#sheet?.middle ?? session.clock.today());
  }

  dispose(): void {
    this.#sheet?.dispose();
  }

  async #isReady(): Promise<boolean> {
    if (!this.#session) await this.#parts.signIn();
    else if (!this.#session.projectList) await vscode.commands.executeCommand("factorial.chooseEmployee");
    return this.#session?.projectList !== undefined;
  }

  #start(panel?: vscode.WebviewPanel): void {
    const { extensionUri, log, drafts, signIn } = this.#parts;
    this.#sheet = new WeekSheet(
      {
        extensionUri,
        drafts,
        exportMonth: () => this.exportMonth(),
        failed: (error) => {
          logError(log, "the week sheet", error);
        },
        tell: (error) => showError(error, { signIn }),
        closed: () => {
          this.#sheet = undefined;
        },
      },
      panel,
    );
    this.#sheet.useSession(this.#session);
  }
}
