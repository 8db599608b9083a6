import { setTimeout as delay } from "node:timers/promises";
import type { CallOptions } from "../../api/client";
import { FactorialError } from "../../api/errors";
import type { RecordOf } from "../../api/resource";
import type { openShifts } from "../../resources/attendance/open-shifts";
import { shifts } from "../../resources/attendance/shifts";
import type { FactorialClient } from "../../resources/factorial-client";
import type { Store } from "../../store/store";
import { wallClock, type CompanyClock } from "../company-clock";

/** What Factorial's time clock says of a person. */
export type ClockState =
  | { readonly kind: "out" }
  /** `since`: wall clock, `HH:MM`; `day`: `YYYY-MM-DD`, the one that the shift counts for. */
  | { readonly kind: "in" | "break"; readonly since?: string; readonly day?: string };

export type ClockAction = "clockIn" | "clockOut" | "startBreak" | "endBreak";

/** What one works on from now; the API takes it with clocking in and with the end of a break. */
export interface ClockedProject {
  readonly projectWorkerId: string;
  readonly subprojectId?: string | undefined;
}

export type ClockOutcome =
  /** Read back. */
  | { readonly kind: "done"; readonly state: ClockState }
  /** The clock was read before, and does not allow it: nothing was sent. */
  | { readonly kind: "not-possible"; readonly state: ClockState }
  /** Refused, or not there when the clock was read after the answer was lost. */
  | { readonly kind: "not-done"; readonly error: FactorialError; readonly readBack: boolean }
  /** The answer was lost, and the clock cannot be read. */
  | { readonly kind: "unknown"; readonly error: FactorialError };

/** From which states each action goes, and to which. */
const WAYS: Readonly<
  Record<ClockAction, { readonly from: readonly ClockState["kind"][]; readonly to: ClockState["kind"] }>
> = {
  clockIn: { from: ["out"], to: "in" },
  clockOut: { from: ["in", "break"], to: "out" },
  startBreak: { from: ["in"], to: "break" },
  endBreak: { from: ["break"], to: "in" },
};

export interface TimeClockOptions {
  readonly client: FactorialClient;
  readonly store: Store;
  readonly employeeId: string;
  readonly clock: CompanyClock;
  /** Milliseconds before each look at the clock after a lost answer. */
  readonly settleDelays?: readonly number[];
}

/**
 * Factorial's time clock. Clocking in is a statement to the employer, made at one moment: the clock is read before, so
 * that nobody is clocked in twice; what is sent is sent once, never kept for later and never tried again.
 */
export class TimeClock {
  readonly #options: TimeClockOptions;

  constructor(options: TimeClockOptions) {
    this.#options = options;
  }

  /** One request. @throws FactorialError */
  async read(options: CallOptions = {}): Promise<ClockState> {
    const { client, employeeId } = this.#options;
    const { data } = await client.openShifts.all({ employee_ids: [employeeId] }, options);
    const open = data.filter(
      (shift) => shift.employee_id === employeeId && (shift.status ?? "opened") === "opened",
    );
    // A break that was begun somewhere else may leave the work before it open: the break is what goes on.
    const current = open.find(({ workable }) => workable === false) ?? open[0];
    return current ? stateOf(current) : { kind: "out" };
  }

  /** @throws FactorialError where the clock cannot be read before anything was sent */
  async act(action: ClockAction, on?: ClockedProject): Promise<ClockOutcome> {
    const way = WAYS[action];
    const before = await this.read();
    if (!way.from.includes(before.kind)) return { kind: "not-possible", state: before };
    try {
      const shift = await this.#send(action, on);
      this.#options.store.putWritten(shifts, [shift]);
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return error.written === "unknown"
        ? this.#settle(error, way.to)
        : { kind: "not-done", error, readBack: false };
    }
    try {
      return { kind: "done", state: await this.read() };
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return { kind: "done", state: { kind: way.to } };
    }
  }

  #send(action: ClockAction, on: ClockedProject | undefined) {
    const { client, clock, employeeId } = this.#options;
    const base = { employee_id: employeeId, now: clock.nowWithOffset() };
    const project = on && {
      project_worker_id: on.projectWorkerId,
      ...(on.subprojectId !== undefined && { subproject_id: on.subprojectId }),
    };
    switch (action) {
      case "clockIn":
        return client.shifts.clockIn({ ...base, ...project });
      case "clockOut":
        return client.shifts.clockOut(base);
      case "startBreak":
        return client.shifts.breakStart(base);
      case "endBreak":
        return client.shifts.breakEnd({ ...base, ...project });
    }
  }

  /** Looks at the clock until it is as it should be, or is not in the time that a server may need. */
  async #settle(error: FactorialError, wanted: ClockState["kind"]): Promise<ClockOutcome> {
    let known = false;
    for (const milliseconds of this.#options.settleDelays ?? [300, 2000]) {
      await delay(milliseconds);
      try {
        const state = await this.read();
        if (state.kind === wanted) return { kind: "done", state };
        known = true;
      } catch (problem) {
        if (!(problem instanceof FactorialError)) throw problem;
        known = false;
      }
    }
    return known ? { kind: "not-done", error, readBack: true } : { kind: "unknown", error };
  }
}

function stateOf({ workable, clock_in, reference_date, date }: RecordOf<typeof openShifts>): ClockState {
  const since = wallClock(clock_in);
  const day = reference_date ?? date ?? undefined;
  return {
    kind: workable === false ? "break" : "in",
    ...(since !== undefined && { since }),
    ...(day !== undefined && { day }),
  };
}
