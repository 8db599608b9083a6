import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import { describeError } from "../../../commands/error-messages";
import { showInformation, showWarning } from "../../../commands/messages";
import type { PersonalTime, Session } from "../../../session/session";
import { clocked, type TimerAction } from "../../attendance/clocked";
import { TimeClock, type ClockAction, type ClockOutcome, type ClockState } from "../../attendance/time-clock";

export interface AttendanceParts {
  readonly signIn: () => unknown;
  /** Called with what the time clock says, in words, and with undefined where there is none. */
  readonly changed: (words: string | undefined) => void;
}

/** Clock In, Clock Out, Start Break, End Break: for companies that keep attendance. */
export class AttendanceCommands {
  readonly #parts: AttendanceParts;
  #session: Session | undefined;
  #busy = false;
  #state: ClockState | undefined;

  constructor(parts: AttendanceParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    this.#show(undefined);
    if (session) void this.#look(session);
  }

  async clock(action: ClockAction): Promise<void> {
    if (this.#busy) return; // pressed twice
    this.#busy = true;
    try {
      const desk = await this.#desk();
      if (!desk) return;
      const title = vscode.l10n.t("Asking Factorial's time clock…");
      const outcome = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title },
        () => desk.clock.act(action),
      );
      await this.#after(desk, outcome);
      this.#tell(action, outcome);
    } finally {
      this.#busy = false;
    }
  }

  /** Whether a timer that starts now is the clock: where the setting says so, and attendance is kept. */
  async isTimer(): Promise<boolean> {
    if (!vscode.workspace.getConfiguration("factorial").get<boolean>("timer.isClock", false)) return false;
    return (await this.#session?.time())?.finding.mode === "attendance";
  }

  /**
   * Does on Factorial's clock what a timer is about to do. Only what was not done is told.
   * @returns whether it is done, so that the timer may follow
   */
  async follow(timer: TimerAction): Promise<boolean> {
    const session = this.#session;
    const time = await session?.time();
    if (!session || !time) return false;
    const outcome = await clocked(clockOf(session, time), timer);
    await this.#after({ session, time }, outcome);
    if (outcome.kind !== "done") this.#tell(actionOf(timer), outcome);
    return outcome.kind === "done";
  }

  /** The clock of whoever is signed in; where there is none, says why. */
  async #desk(): Promise<{ session: Session; time: PersonalTime; clock: TimeClock } | undefined> {
    const session = this.#session;
    if (!session) {
      await this.#parts.signIn();
      return undefined;
    }
    const time = await session.time();
    if (!time) {
      await vscode.commands.executeCommand("factorial.chooseEmployee");
      return undefined;
    }
    if (time.finding.mode !== "attendance") {
      void showInformation(
        vscode.l10n.t(
          "{0} logs plain minutes a day, so there is no clock to punch. If that is wrong, change the setting Factorial: Time Tracking: Mode.",
          session.companyName,
        ),
      );
      return undefined;
    }
    return { session, time, clock: clockOf(session, time) };
  }

  async #look(session: Session): Promise<void> {
    try {
      const time = await session.time();
      if (time?.finding.mode !== "attendance" || session !== this.#session) return;
      const state = await clockOf(session, time).read();
      if (session === this.#session) this.#show(state);
    } catch (error) {
      // Only which commands are offered depends on it: each reads the clock again, and says what is wrong.
      if (!(error instanceof FactorialError)) throw error;
    }
  }

  /** The days that were touched are read again: a shift that went over midnight is on two. */
  async #after(
    { session, time }: { session: Session; time: PersonalTime },
    outcome: ClockOutcome,
  ): Promise<void> {
    const days = new Set([session.clock.today(), dayOf(this.#state) ?? session.clock.today()]);
    if (outcome.kind === "done" || outcome.kind === "not-possible") this.#show(outcome.state);
    if (outcome.kind === "not-possible") return;
    for (const day of days) await time.log.changedElsewhere(day);
  }

  #show(state: ClockState | undefined): void {
    this.#state = state;
    void vscode.commands.executeCommand("setContext", "factorial.clock", state?.kind ?? "none");
    this.#parts.changed(state && shortly(state));
  }

  #tell(action: ClockAction, outcome: ClockOutcome): void {
    switch (outcome.kind) {
      case "done":
        void showInformation(doneInWords(action, outcome.state, this.#whose()));
        return;
      case "not-possible":
        void showInformation(vscode.l10n.t("{0} Nothing was sent.", stateInWords(outcome.state)));
        return;
      case "not-done":
        void showWarning(
          outcome.readBack
            ? vscode.l10n.t("The answer was lost. We read the clock: {0} was not done.", titleOf(action))
            : vscode.l10n.t("{0} was not done: {1}", titleOf(action), describeError(outcome.error).message),
        );
        return;
      case "unknown":
        void showWarning(
          vscode.l10n.t(
            "We don't know whether {0} was done: the answer was lost, and the clock cannot be read. Look at Factorial before you try again.",
            titleOf(action),
          ),
        );
    }
  }

  /** Whose clock it is, where the credential is not theirs. */
  #whose(): string {
    return this.#session?.actsForOther === true ? ` ${this.#session.person?.name ?? ""}.` : "";
  }
}

function clockOf({ client, store, clock }: Session, { person }: PersonalTime): TimeClock {
  return new TimeClock({ client, store, clock, employeeId: person.employeeId });
}

function actionOf({ kind }: TimerAction): ClockAction {
  switch (kind) {
    case "start":
    case "switch":
      return "clockIn";
    case "pause":
      return "startBreak";
    case "resume":
      return "endBreak";
    case "stop":
      return "clockOut";
  }
}

function titleOf(action: ClockAction): string {
  switch (action) {
    case "clockIn":
      return vscode.l10n.t("Clock In");
    case "clockOut":
      return vscode.l10n.t("Clock Out");
    case "startBreak":
      return vscode.l10n.t("Start Break");
    case "endBreak":
      return vscode.l10n.t("End Break");
  }
}

function doneInWords(action: ClockAction, state: ClockState, whose: string): string {
  return `${action === "clockOut" ? vscode.l10n.t("You are clocked out.") : stateInWords(state)}${whose}`;
}

function stateInWords(state: ClockState): string {
  switch (state.kind) {
    case "out":
      return vscode.l10n.t("You are not clocked in.");
    case "in":
      return state.since === undefined
        ? vscode.l10n.t("You are clocked in.")
        : vscode.l10n.t("You are clocked in since {0}.", state.since);
    case "break":
      return state.since === undefined
        ? vscode.l10n.t("You are on a break.")
        : vscode.l10n.t("You are on a break since {0}.", state.since);
  }
}

/** Beside the title of a view, where there is room for little. */
function shortly(state: ClockState): string {
  const since = state.kind === "out" ? undefined : state.since;
  const words = { in: vscode.l10n.t("in"), break: vscode.l10n.t("break"), out: vscode.l10n.t("out") }[
    state.kind
  ];
  return [words, since].filter(Boolean).join(" · ");
}

function dayOf(state: ClockState | undefined): string | undefined {
  return state === undefined || state.kind === "out" ? undefined : state.day;
}
