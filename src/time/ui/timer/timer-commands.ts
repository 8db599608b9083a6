import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import { showInformation, showWarning } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import type { TimerAction } from "../../attendance/clocked";
import type { LoggedDay } from "../../entry";
import { partsOf, type PartsOptions, type TimerPart } from "../../timer/timer-parts";
import { stoppedEntry } from "../../timer/timer";
import {
  isPaused,
  millisecondsAt,
  minutesAt,
  minutesAway,
  type RunningTimer,
  type StoppedEntry,
  type TimedProject,
} from "../../timer/timer-state";
import { describeCheckProblem } from "../entry-rows";
import { askToClockOut, tellClockedOut } from "./clock-out-box";
import { askProject, timedProject } from "./project-box";
import { projectOfRow, readRow } from "./row-project";
import { askHowToStop } from "./stop-box";
import { askForTime } from "./time-menu";
import { TimerDesk, type TimerDeskParts } from "./timer-desk";
import { roundingOfSettings, startsWithoutAsking } from "./timer-settings";
import { typedEntry } from "../names";

export interface TimerCommandsParts extends Omit<TimerDeskParts, "stopAt"> {
  readonly timeClock: TimeClockOfTimer;
}

/** Factorial's time clock, for a timer that the settings make one with it. */
export interface TimeClockOfTimer {
  /** Whether a timer that starts now is the clock. */
  isTimer(): Promise<boolean>;
  /** Does the same on the clock. @returns whether it is done; where not, the person was told why */
  follow(timer: TimerAction): Promise<boolean>;
}

const A_MINUTE = 60_000;

/** Start, switch, pause, stop: what a person does with the timer. */
export class TimerCommands {
  readonly #parts: TimerCommandsParts;
  #desk: TimerDesk | undefined;

  constructor(parts: TimerCommandsParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#desk?.dispose();
    this.#desk =
      session?.projectList &&
      new TimerDesk(session, {
        ...this.#parts,
        stopAt: (at) => this.stop(at),
      });
    if (!this.#desk) TimerDesk.showNone(this.#parts);
  }

  dispose(): void {
    this.#desk?.dispose();
  }

  /** @param row the row of a view whose project is meant; without one it is asked for */
  async start(row?: unknown): Promise<void> {
    const desk = await this.#ready();
    if (!desk) return;
    const { running } = await desk.timer.read();
    const project = await this.#projectFor(desk, row, running);
    if (!project) return;
    if (running) await this.#switch(desk, running, project);
    else await this.#begin(desk, project, "");
  }

  async continueLast(): Promise<void> {
    const desk = await this.#ready();
    if (!desk) return;
    const { running, last } = await desk.timer.read();
    if (running) {
      if (isPaused(running)) await this.resume();
      else void showInformation(vscode.l10n.t("The timer on {0} runs already.", running.project.name));
      return;
    }
    const [best] = this.#parts.commands.suggestions.list();
    const project = last?.project ?? (best && timedProject(best.project, best.subproject));
    if (!project) await this.start();
    else await this.#begin(desk, project, last?.comment ?? "");
  }

  async pause(): Promise<void> {
    const timer = (await this.#ready())?.timer;
    const running = (await timer?.read())?.running;
    if (running?.isClock === true && !(await this.#parts.timeClock.follow({ kind: "pause" }))) return;
    await timer?.pause();
  }

  async resume(): Promise<void> {
    const timer = (await this.#ready())?.timer;
    const running = (await timer?.read())?.running;
    const resumed = running && ({ kind: "resume", on: running.project } as const);
    if (resumed && running.isClock === true && !(await this.#parts.timeClock.follow(resumed))) return;
    await timer?.resume();
  }

  /** @param at the instant to stop at, Unix milliseconds; default now */
  async stop(at?: number): Promise<void> {
    const desk = await this.#ready();
    if (!desk) return;
    const { running } = await desk.timer.read();
    if (!running) {
      void showInformation(vscode.l10n.t("No timer runs."));
      return;
    }
    if (running.isClock === true) return this.#clockOut(desk, running);
    const until = at ?? desk.timer.now();
    const proposed = running.comment || this.#parts.commands.suggestions.comment();
    const options = await this.#options(desk);
    const partsWith = (comment: string) => partsOf({ ...running, comment }, until, options);
    const parts = partsWith("");
    const checked = new Map<string, LoggedDay>();
    const answer = await askHowToStop({
      name: running.project.name,
      parts,
      today: desk.session.clock.today(),
      underAMinute: millisecondsAt(running, until) < A_MINUTE,
      minutesAway: minutesAway(running),
      comment: proposed,
      check: (comment) => this.#check(desk, partsWith(comment), checked),
    });
    switch (answer.kind) {
      case "keep":
        // What was typed is kept with the timer; what was only proposed is not.
        if (answer.comment !== proposed) await desk.timer.setComment(answer.comment);
        return;
      case "discard":
        return this.#discard(desk, running);
      case "edit":
        return this.#edit(desk, running, partsWith(answer.comment));
      case "save": {
        const entries = asStopped(running, partsWith(answer.comment));
        if (!(await desk.timer.stop(running.id, entries))) {
          tellGone();
          return;
        }
        await desk.saving.send(idsOf(entries), checked);
      }
    }
  }

  /** The menu behind the item in the status bar. */
  async menu(): Promise<void> {
    const desk = await this.#ready();
    if (!desk) return;
    const { commands, glance } = this.#parts;
    await commands.suggestions.refresh();
    const choice = await askForTime(await desk.timer.read(), glance, commands.suggestions.list());
    if (typeof choice === "object") await desk.saving.offer(choice.unsaved);
    else if (choice) await vscode.commands.executeCommand(`factorial.${choice}`);
  }

  async #ready(): Promise<TimerDesk | undefined> {
    if (!this.#desk) await this.#parts.commands.ready();
    await this.#desk?.opened;
    return this.#desk;
  }

  async #projectFor(
    { session }: TimerDesk,
    row: unknown,
    running: RunningTimer | undefined,
  ): Promise<TimedProject | undefined> {
    const chosen = readRow(row);
    if (chosen) {
      const project = await projectOfRow(session, chosen);
      if (!project) {
        void showWarning(
          vscode.l10n.t("You can't log time on this: it is closed, or you are not assigned to it."),
        );
      }
      return project;
    }
    const { suggestions } = this.#parts.commands;
    if (!session.projectList?.known) await session.projectList?.refresh();
    await suggestions.refresh();
    const list = suggestions.list();
    const [best] = list;
    if (best && !running && startsWithoutAsking()) return timedProject(best.project, best.subproject);
    const title = running ? vscode.l10n.t("Switch Timer") : vscode.l10n.t("Start Timer");
    return askProject(title, list);
  }

  async #begin(desk: TimerDesk, project: TimedProject, comment: string): Promise<void> {
    const { timeClock } = this.#parts;
    const isClock = await timeClock.isTimer();
    if (isClock && !(await timeClock.follow({ kind: "start", on: project }))) return;
    await desk.start(project, comment, isClock);
  }

  /** The shift that the clock makes is the entry: nothing is saved beside it. */
  async #clockOut(desk: TimerDesk, running: RunningTimer): Promise<void> {
    const minutes = minutesAt(running, desk.timer.now());
    if (!(await askToClockOut(running.project.name, minutes))) return;
    if (!(await this.#parts.timeClock.follow({ kind: "stop" }))) return;
    if (await desk.timer.stop(running.id, [])) tellClockedOut(running.project.name, minutes);
    else tellGone();
  }

  /** Stops, saves and starts in one. */
  async #switch(desk: TimerDesk, running: RunningTimer, project: TimedProject): Promise<void> {
    const { timeClock } = this.#parts;
    const [wasClock, isClock] = [running.isClock === true, await timeClock.isTimer()];
    const next = isClock ? ({ kind: wasClock ? "switch" : "start", on: project } as const) : undefined;
    const punch = next ?? (wasClock ? ({ kind: "stop" } as const) : undefined);
    if (punch && !(await timeClock.follow(punch))) return;
    const at = desk.timer.now();
    const isWorthIt = !wasClock && millisecondsAt(running, at) >= A_MINUTE;
    const parts = partsOf(running, at, await this.#options(desk));
    const entries = isWorthIt ? asStopped(running, parts) : [];
    const timed = { project, comment: "" };
    if ((await desk.timer.switchTo(running.id, at, entries, timed, isClock)) === undefined) {
      tellGone();
      return;
    }
    if (wasClock) return;
    if (isWorthIt) return desk.saving.send(idsOf(entries));
    const save = vscode.l10n.t("Save 1m");
    const told = vscode.l10n.t("{0} ran for less than a minute and was not saved.", running.project.name);
    if ((await showInformation(told, save)) !== save) return;
    const late = asStopped(running, parts);
    for (const entry of late) await desk.timer.add(entry);
    await desk.saving.send(idsOf(late));
  }

  /** @returns what forbids to save; nothing where that cannot be found out now, as what was stopped is kept */
  async #check(
    { session }: TimerDesk,
    parts: readonly TimerPart[],
    checked: Map<string, LoggedDay>,
  ): Promise<string | undefined> {
    try {
      const time = await session.time();
      for (const { entry } of parts) {
        const { day, problems = [] } = (await time?.log.check(entry)) ?? {};
        const [problem] = problems;
        if (problem) return describeCheckProblem(problem);
        if (day && !checked.has(day.day)) checked.set(day.day, day);
      }
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      checked.clear();
    }
    return undefined;
  }

  async #discard(desk: TimerDesk, running: RunningTimer): Promise<void> {
    if (!(await desk.timer.stop(running.id, []))) {
      tellGone();
      return;
    }
    const undo = vscode.l10n.t("Undo");
    const told = vscode.l10n.t("The timer on {0} was discarded.", running.project.name);
    if ((await showInformation(told, undo)) === undo && !(await desk.timer.restore(running))) {
      void showWarning(vscode.l10n.t("Another timer runs by now."));
    }
  }

  /** The Log Time box with the time as it is; what is accepted there is saved in place of the timer. */
  async #edit(desk: TimerDesk, running: RunningTimer, parts: readonly TimerPart[]): Promise<void> {
    const [first] = parts;
    if (!first) return;
    const minutes = parts.reduce((sum, { entry }) => sum + entry.minutes, 0);
    const entry = parts.length === 1 ? first.entry : { ...first.entry, minutes, range: undefined };
    const accepted = await this.#parts.commands.ask(typedEntry(entry, running.project.name));
    if (!accepted) return;
    const entries = [stoppedEntry(accepted.name, accepted.entry)];
    if (!(await desk.timer.stop(running.id, entries))) {
      tellGone();
      return;
    }
    await desk.saving.send(idsOf(entries), new Map([[accepted.entry.day, accepted.before]]));
  }

  async #options({ session }: TimerDesk): Promise<PartsOptions> {
    return {
      zone: session.clock.zone,
      needsRange: await needsRange(session),
      rounding: roundingOfSettings(),
    };
  }
}

/** Whether time hangs on shifts; where that cannot be found out now, plain minutes can still be changed later. */
async function needsRange(session: Session): Promise<boolean> {
  try {
    return (await session.time())?.log.strategy.needsRange ?? false;
  } catch (error) {
    if (error instanceof FactorialError) return false;
    throw error;
  }
}

function asStopped(running: RunningTimer, parts: readonly TimerPart[]): StoppedEntry[] {
  return parts.map(({ entry }) => stoppedEntry(running.project.name, entry));
}

const idsOf = (entries: readonly StoppedEntry[]) => entries.map(({ id }) => id);

function tellGone(): void {
  void showInformation(vscode.l10n.t("Another window has stopped this timer in the meantime."));
}
