import * as vscode from "vscode";
import { showInformation } from "../../../commands/messages";
import type { CompanyClock } from "../../company-clock";
import { formatMinutes } from "../../grammar/format";
import type { Timer } from "../../timer/timer";
import { isPaused, minutesAt, type Away, type RunningTimer } from "../../timer/timer-state";

export interface PresenceParts {
  readonly timer: Timer;
  readonly clock: CompanyClock;
  /** Called each minute. */
  readonly tick: () => void;
  /** Stops the timer as of an instant, Unix milliseconds. */
  readonly stopAt: (at: number) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds between two activities that are worth telling. */
const OFTEN_ENOUGH = 15_000;

const MINUTE = 60_000;

/** Watches whether somebody is there while a timer runs, and asks once about the time in which nobody was. */
export class Presence implements vscode.Disposable {
  readonly #parts: PresenceParts;
  readonly #listening: vscode.Disposable;
  #next: NodeJS.Timeout | undefined;
  #toldAt = 0;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    const active = () => {
      this.#active();
    };
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeWindowState((state) => {
        if (state.active) active();
        if (state.focused) void this.#guarded(() => this.#askAboutAbsence());
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (["file", "untitled", "vscode-remote"].includes(document.uri.scheme)) active();
      }),
      vscode.window.onDidChangeTextEditorSelection(active),
      vscode.window.onDidChangeActiveTextEditor(active),
      vscode.window.onDidChangeActiveTerminal(active),
      vscode.window.onDidStartTerminalShellExecution(active),
      vscode.window.onDidEndTerminalShellExecution(active),
      vscode.debug.onDidStartDebugSession(active),
      vscode.tasks.onDidStartTask(active),
    );
    this.#wait();
  }

  /** Once more about what another window, or this one before a restart, left open. */
  look(): void {
    void this.#guarded(() => this.#hear("tick"));
  }

  dispose(): void {
    clearTimeout(this.#next);
    this.#listening.dispose();
  }

  /** Until the next minute of the clock begins: what is shown changes then. */
  #wait(): void {
    this.#next = setTimeout(
      () => {
        void this.#guarded(() => this.#tick());
        this.#wait();
      },
      MINUTE - (Date.now() % MINUTE) + 100,
    );
  }

  async #tick(): Promise<void> {
    this.#parts.tick();
    await this.#hear(isBusy() ? "activity" : "tick");
  }

  #active(): void {
    const now = Date.now();
    if (Math.abs(now - this.#toldAt) < OFTEN_ENOUGH || !this.#running()) return;
    this.#toldAt = now;
    void this.#guarded(() => this.#hear("activity"));
  }

  #running(): RunningTimer | undefined {
    const { running } = this.#parts.timer.known;
    // What Factorial's clock counts cannot be taken out here.
    return running && !isPaused(running) && running.isClock !== true ? running : undefined;
  }

  async #hear(sign: "tick" | "activity"): Promise<void> {
    if (!this.#running()) return;
    const { setBack } = await this.#parts.timer.hear(sign, idleAfter());
    if (setBack !== undefined) await this.#askAboutClock(setBack);
    if (vscode.window.state.focused) await this.#askAboutAbsence();
  }

  async #askAboutAbsence(): Promise<void> {
    for (const away of await this.#parts.timer.takeUnasked()) await this.#ask(away);
  }

  async #ask(away: Away): Promise<void> {
    const { timer, clock, stopAt } = this.#parts;
    const running = this.#running();
    if (!running) return;
    const [from, to] = [Date.parse(away.from), Date.parse(away.to)];
    const length = formatMinutes((to - from) / MINUTE);
    const [keep, drop, trim] = [
      vscode.l10n.t("Keep {0}", length),
      vscode.l10n.t("Drop It"),
      vscode.l10n.t("Stop at {0}", clock.timeAt(from)),
    ];
    const answer = await showInformation(
      vscode.l10n.t(
        "Nobody was here from {0} to {1}, and the timer on {2} ran. What about these {3}?",
        clock.timeAt(from),
        clock.timeAt(to),
        running.project.name,
        length,
      ),
      keep,
      drop,
      trim,
    );
    // No answer leaves it in; the box that saves the time says so.
    if (answer === keep) await timer.keep(away);
    if (answer === drop) await timer.drop(away);
    if (answer === trim) await stopAt(from);
  }

  async #askAboutClock(setBack: number): Promise<void> {
    const { timer } = this.#parts;
    const running = this.#running();
    if (!running) return;
    const now = timer.now();
    const before = formatMinutes(minutesAt(running, now + setBack));
    const after = formatMinutes(minutesAt(running, now));
    const [countOn, goBack] = [
      vscode.l10n.t("Count On from {0}", before),
      vscode.l10n.t("Go On from {0}", after),
    ];
    const question = vscode.l10n.t(
      "This machine's clock was set back by {0} while the timer on {1} ran.",
      formatMinutes(setBack / MINUTE),
      running.project.name,
    );
    if ((await showInformation(question, countOn, goBack)) === countOn) await timer.moveBack(setBack);
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.failed(error);
    }
  }
}

/** Something runs that the person waits for. */
function isBusy(): boolean {
  return (
    vscode.debug.activeDebugSession !== undefined ||
    vscode.tasks.taskExecutions.some(({ task }) => !task.isBackground)
  );
}

/** Milliseconds without activity that are asked about; 0: none. */
function idleAfter(): number {
  return vscode.workspace.getConfiguration("factorial").get("timer.askWhenIdleMinutes", 0) * MINUTE;
}
