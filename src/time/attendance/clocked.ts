import type { ClockedProject, ClockOutcome, TimeClock } from "./time-clock";

/** What a timer does, as far as a time clock cares. */
export type TimerAction =
  | { readonly kind: "start" | "switch" | "resume"; readonly on: ClockedProject }
  | { readonly kind: "pause" | "stop" };

/**
 * The same on the time clock: a timer's pause is a break, and another project is clocking out of one and in on the
 * next. Ends with the first action that was not done; a clock that was as wanted already counts as done.
 * @throws FactorialError where the clock cannot be read
 */
export async function clocked(clock: TimeClock, timer: TimerAction): Promise<ClockOutcome> {
  switch (timer.kind) {
    case "start":
      return wanted(await clock.act("clockIn", timer.on), "in");
    case "resume":
      return wanted(await clock.act("endBreak", timer.on), "in");
    case "pause":
      return wanted(await clock.act("startBreak"), "break");
    case "stop":
      return wanted(await clock.act("clockOut"), "out");
    case "switch": {
      const out = wanted(await clock.act("clockOut"), "out");
      return out.kind === "done" ? clock.act("clockIn", timer.on) : out;
    }
  }
}

function wanted(outcome: ClockOutcome, kind: "in" | "out" | "break"): ClockOutcome {
  const isSo = outcome.kind === "not-possible" && outcome.state.kind === kind;
  return isSo ? { kind: "done", state: outcome.state } : outcome;
}
