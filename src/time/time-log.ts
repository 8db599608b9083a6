import { setTimeout as delay } from "node:timers/promises";
import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { FactorialClient } from "../resources/factorial-client";
import { Emitter, type Event } from "../store/emitter";
import { checkEntry, type CheckProblem } from "./checks";
import type { CompanyClock } from "./company-clock";
import type { LoggedDay, LoggedTime, TimeEntry } from "./entry";
import type { Receipt, TimeStrategy, WriteStep } from "./strategies/strategy";

export type SaveOutcome =
  /** Read back: `logged` is what the server holds now. */
  | {
      readonly kind: "saved";
      readonly logged: LoggedTime;
      readonly day: LoggedDay;
      readonly receipt: Receipt;
    }
  /** A part is saved; the rest can be sent again by itself. */
  | {
      readonly kind: "half";
      readonly missing: WriteStep["writes"];
      readonly receipt: Receipt;
      readonly error: FactorialError;
    }
  /** Nothing is saved. `readBack`: the answer was lost, and the day was read to find out. */
  | { readonly kind: "not-saved"; readonly error: FactorialError; readonly readBack: boolean }
  /** Factorial said that it is saved, but the day could not be read back. */
  | { readonly kind: "unconfirmed"; readonly error: FactorialError; readonly receipt: Receipt }
  /** The answer was lost and the day cannot be read: neither is known. */
  | { readonly kind: "unknown"; readonly error: FactorialError; readonly receipt: Receipt };

export interface TimeLogOptions {
  readonly client: FactorialClient;
  readonly strategy: TimeStrategy;
  readonly employeeId: string;
  readonly clock: CompanyClock;
  /** Milliseconds before each look at a day whose answer was lost: the server may still be writing. */
  readonly settleDelays?: readonly number[];
}

/**
 * Logs one person's time: checks, writes, reads back. A write is sent once; whether one whose answer was lost was
 * done is found out by reading the day, never by sending it again.
 */
export class TimeLog {
  readonly #options: TimeLogOptions;
  readonly #changes = new Emitter<LoggedDay>();

  /** A day as it is now on the server, after something was logged or taken back. */
  readonly onDidChange: Event<LoggedDay> = this.#changes.event;

  constructor(options: TimeLogOptions) {
    this.#options = options;
  }

  get strategy(): TimeStrategy {
    return this.#options.strategy;
  }

  get clock(): CompanyClock {
    return this.#options.clock;
  }

  async readDay(day: string, options: CallOptions = {}): Promise<LoggedDay> {
    const [logged, locked] = await Promise.all([
      this.#options.strategy.readDay(day, options),
      this.#isLocked(day, options),
    ]);
    return { day, logged, locked };
  }

  /** Reads what the entry depends on, and says what forbids to send it. */
  async check(
    entry: TimeEntry,
    options: CallOptions = {},
  ): Promise<{ day: LoggedDay; problems: CheckProblem[] }> {
    const [day, isLoggable] = await Promise.all([
      this.readDay(entry.day, options),
      this.#isLoggable(entry, options),
    ]);
    const problems = checkEntry(entry, day, this.clock);
    if (!isLoggable) problems.unshift({ kind: "not-loggable", projectId: entry.projectId });
    return { day, problems };
  }

  /** Writes an entry on a day that was checked before. */
  async save(entry: TimeEntry, before: LoggedDay): Promise<SaveOutcome> {
    return this.#write(entry, before, this.#options.strategy.begin(entry, before.logged));
  }

  /** Sends what a half-saved entry lacks, after a look whether it has not come by itself in the meantime. */
  async finish(entry: TimeEntry, before: LoggedDay, receipt: Receipt): Promise<SaveOutcome> {
    const { strategy } = this.#options;
    const step = strategy.nextStep(entry, receipt);
    if (!step) return this.#readBack(entry, receipt);
    try {
      const found = await step.find(await strategy.readDay(entry.day), before.logged);
      return await this.#write(entry, before, { ...receipt, ...found });
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return { kind: "half", missing: step.writes, receipt, error };
    }
  }

  /** Finds out what became of an entry of unknown outcome. Sends it on only where its first part is there. */
  async lookAgain(
    entry: TimeEntry,
    before: LoggedDay,
    { receipt, error }: Extract<SaveOutcome, { kind: "unknown" }>,
  ): Promise<SaveOutcome> {
    const step = this.#options.strategy.nextStep(entry, receipt);
    if (!step) return this.#readBack(entry, receipt);
    const { known, receipt: found } = await this.#settle(entry.day, step, before);
    if (found) return this.#write(entry, before, { ...receipt, ...found });
    if (!known) return { kind: "unknown", error, receipt };
    if (isEmpty(receipt)) return { kind: "not-saved", error, readBack: true };
    return this.#half(entry, step, receipt, error);
  }

  /** Takes an entry back, and answers the day as it is then. @throws FactorialError */
  async undo(entry: TimeEntry, receipt: Receipt): Promise<LoggedDay> {
    await this.#options.strategy.undo(receipt);
    const day = await this.readDay(entry.day);
    this.#changes.fire(day);
    return day;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #write(entry: TimeEntry, before: LoggedDay, start: Receipt): Promise<SaveOutcome> {
    const { strategy } = this.#options;
    let receipt = start;
    for (let step = strategy.nextStep(entry, receipt); step; step = strategy.nextStep(entry, receipt)) {
      try {
        receipt = { ...receipt, ...(await step.run()) };
      } catch (error) {
        if (!(error instanceof FactorialError)) throw error;
        const wasLost = error.written === "unknown";
        const found = wasLost
          ? await this.#settle(entry.day, step, before)
          : { known: true, receipt: undefined };
        if (found.receipt) receipt = { ...receipt, ...found.receipt };
        else if (!found.known) return { kind: "unknown", error, receipt };
        else if (isEmpty(receipt)) return { kind: "not-saved", error, readBack: wasLost };
        else return this.#half(entry, step, receipt, error);
      }
    }
    return this.#readBack(entry, receipt);
  }

  async #half(
    entry: TimeEntry,
    step: WriteStep,
    receipt: Receipt,
    error: FactorialError,
  ): Promise<SaveOutcome> {
    // The views should show what is there; where that cannot be read, the outcome says enough.
    await this.readDay(entry.day).then(
      (day) => {
        this.#changes.fire(day);
      },
      () => undefined,
    );
    return { kind: "half", missing: step.writes, receipt, error };
  }

  async #readBack(entry: TimeEntry, receipt: Receipt): Promise<SaveOutcome> {
    let day: LoggedDay;
    try {
      day = await this.readDay(entry.day);
    } catch (error) {
      if (error instanceof FactorialError) return { kind: "unconfirmed", error, receipt };
      throw error;
    }
    this.#changes.fire(day);
    const logged = day.logged.find(({ id }) => id === receipt.recordId);
    if (logged) return { kind: "saved", logged, day, receipt };
    const error = new FactorialError(
      "unreadable",
      "Factorial took the entry, but does not show it on that day.",
    );
    return { kind: "unknown", error, receipt };
  }

  /** Looks at the day until what the step writes is there, or has not come in the time that a server may need. */
  async #settle(
    day: string,
    step: WriteStep,
    before: LoggedDay,
  ): Promise<{ known: boolean; receipt: Receipt | undefined }> {
    let known = false;
    for (const milliseconds of this.#options.settleDelays ?? [300, 2000]) {
      await delay(milliseconds);
      try {
        const receipt = await step.find(await this.#options.strategy.readDay(day), before.logged);
        if (receipt) return { known: true, receipt };
        known = true;
      } catch (error) {
        if (!(error instanceof FactorialError)) throw error;
        known = false;
      }
    }
    return { known, receipt: undefined };
  }

  async #isLocked(day: string, options: CallOptions): Promise<boolean> {
    const { client, employeeId } = this.#options;
    try {
      const { data } = await client.attendanceReviews.all(
        { employee_ids: [employeeId], start_on: day, end_on: day },
        options,
      );
      return data.some((review) => review.employee_id === employeeId && review.date === day);
    } catch (error) {
      // Not every account may read sign-offs; the server then says on the write what it would have said here.
      if (error instanceof FactorialError && ["permission", "not-found", "invalid"].includes(error.kind))
        return false;
      throw error;
    }
  }

  /** Whether the worker is still assigned and the project still active; the list in the picker may be older. */
  async #isLoggable(entry: TimeEntry, options: CallOptions): Promise<boolean> {
    const { data } = await this.#options.client.projectWorkers.list(
      { ids: [entry.projectWorkerId], assigned: true, project_active: true },
      options,
    );
    return data.some(({ id, assigned }) => id === entry.projectWorkerId && assigned !== false);
  }
}

function isEmpty(receipt: Receipt): boolean {
  return receipt.recordId === undefined && (receipt.shiftId === undefined || receipt.shiftWasThere === true);
}
