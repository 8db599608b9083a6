import * as vscode from "vscode";
import type { Drafts } from "../../session/drafts";
import type { Session } from "../../session/session";
import { WhenUsed } from "../../session/when-used";
import type { TimeRoomParts } from "./time-room";
import { TimeView } from "./view/time-view";

export interface TimeUiParts {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly drafts: Drafts;
  readonly session: () => Session | undefined;
  readonly signIn: () => unknown;
  readonly markRow: TimeRoomParts["markRow"];
  /** Registers `factorial.<name>`. */
  readonly register: (name: string, handler: (argument: unknown) => unknown) => vscode.Disposable;
}

/** Time in VS Code: the item in the status bar, the Time view, the week sheet, and their commands. */
export class TimeUi implements vscode.Disposable {
  readonly #view;
  readonly #room;
  readonly #weeks;
  readonly #registered: vscode.Disposable;

  constructor({ context, log, drafts, session, signIn, markRow, register }: TimeUiParts) {
    const view = new TimeView(session);
    const room = new WhenUsed(async () => {
      const { TimeRoom } = await import("./time-room");
      return new TimeRoom({
        context,
        log,
        drafts,
        signIn,
        markRow,
        clockChanged: (words) => {
          view.describe(words);
        },
      });
    }, session);
    const weeks = new WhenUsed(async () => {
      const { WeekSheets } = await import("./week/week-sheets");
      return new WeekSheets({ extensionUri: context.extensionUri, log, drafts, signIn });
    }, session);
    this.#view = view;
    this.#room = room;
    this.#weeks = weeks;
    this.#registered = vscode.Disposable.from(
      register("logTime", async (from) => (await room.get()).commands.logTime(logTextOf(from))),
      register("undoLastLog", async () => (await room.get()).commands.undoLast()),
      register("time", async () => (await room.get()).timer.menu()),
      register("startTimer", async (row) => (await room.get()).timer.start(row)),
      register("switchTimer", async (row) => (await room.get()).timer.start(row)),
      register("pauseTimer", async () => (await room.get()).timer.pause()),
      register("resumeTimer", async () => (await room.get()).timer.resume()),
      register("stopTimer", async () => (await room.get()).timer.stop()),
      register("continueLast", async () => (await room.get()).timer.continueLast()),
      ...(["clockIn", "clockOut", "startBreak", "endBreak"] as const).map((action) =>
        register(action, async () => (await room.get()).attendance.clock(action)),
      ),
      register("editEntry", async (row) => (await room.get()).entries.edit(row)),
      register("deleteEntry", async (row) => (await room.get()).entries.delete(row)),
      register("sendUnsent", async (row) => (await room.get()).unsent.send(row)),
      register("lookAgain", async (row) => (await room.get()).unsent.lookAgain(row)),
      register("editUnsent", async (row) => (await room.get()).unsent.edit(row)),
      register("discardUnsent", async (row) => (await room.get()).unsent.discard(row)),
      register("openWeek", async () => (await weeks.get()).open()),
      register("exportMonth", async () => (await weeks.get()).exportMonth()),
      vscode.window.registerWebviewPanelSerializer("factorial.week", {
        deserializeWebviewPanel: async (panel) => {
          (await weeks.get()).restore(panel);
        },
      }),
    );
  }

  setSession(session: Session | undefined): void {
    for (const part of [this.#view, this.#room, this.#weeks]) part.setSession(session);
  }

  /** The status bar shows, and the Log Time box is at once on screen when it is wanted: loaded after the start. */
  async start(): Promise<void> {
    await Promise.all([this.#room.get(), this.#view.start()]);
  }

  refresh(): Promise<void> {
    return this.#view.refresh();
  }

  dispose(): void {
    for (const part of [this.#registered, this.#view, this.#room, this.#weeks]) part.dispose();
  }
}

/** What the Log Time box starts with: a text, or that of a row of the Time view. */
function logTextOf(from: unknown): string {
  if (typeof from === "string") return from;
  const isRow = typeof from === "object" && from !== null && "logText" in from;
  return isRow && typeof from.logText === "string" ? from.logText : "";
}
