import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { FactorialClient } from "../resources/factorial-client";
import { Emitter, type Event } from "../store/emitter";
import { checkEntry, type CheckProblem } from "./checks";
import type { WorkCalendar } from "./calendar/work-calendar";
import type { CompanyClock } from "./company-clock";
import { without, withTaskOf, type LoggedDay, type LoggedTime, type TimeEntry } from "./entry";
import type { Journal } from "./journal/journal";
import { JournaledWrites } from "./journaled-writes";
import type { Receipt, TimeStrategy } from "./strategies/strategy";
import type { Write } from "./time-writer";
import type { Handover, RemoveOutcome, SaveOutcome, Settled, Shortfall } from "./write-outcomes";

export type { RemoveOutcome, SaveOutcome, Settled } from "./write-outcomes";

export interface TimeLogOptions {
  readonly client: FactorialClient;
  readonly strategy: TimeStrategy;
  readonly employeeId: string;
  readonly clock: CompanyClock;
  /** Milliseconds before each look at a day whose answer was lost: the server may still be writing. */
  readonly settleDelays?: readonly number[];
  /** Outlives this window, and is shared by all. Without one, what is not finished is known to this log alone. */
  readonly journal?: Journal;
  /** What sort of days they are. */
  readonly calendar?: WorkCalendar;
  /** Project and subproject as a person knows them; for the journal. */
  readonly nameOf?: (entry: TimeEntry) => string;
}

/**
 * Logs one person's time: checks, writes, reads back. A write is sent once; whether one whose answer was lost was
 * done is found out by reading the day, never by sending it again.
 */
export class TimeLog {
  readonly #options: TimeLogOptions;
  readonly #writes: JournaledWrites;
  readonly #changes = new Emitter<LoggedDay>();

  /** A day as it is now on the server, after something was logged or taken back. */
  readonly onDidChange: Event<LoggedDay> = this.#changes.event;

  constructor(options: TimeLogOptions) {
    this.#options = options;
    this.#writes = new JournaledWrites({
      ...options,
      nameOf: options.nameOf ?? (() => ""),
      showDay: (day) => this.#showDay(day),
    });
  }

  get strategy(): TimeStrategy {
    return this.#options.strategy;
  }

  get clock(): CompanyClock {
    return this.#options.clock;
  }

  async readDay(day: string, options: CallOptions = {}): Promise<LoggedDay> {
    const [logged, locked, facts] = await Promise.all([
      this.#options.strategy.readDay(day, options),
      this.#lockedDays(day, day, options),
      this.#options.calendar?.of([day]),
    ]);
    return { day, logged, locked: locked.has(day), facts: facts?.get(day) };
  }

  /** Several days at once, each with what is on it. @param days `YYYY-MM-DD`, in order, without gaps */
  async readDays(days: readonly string[], options: CallOptions = {}): Promise<LoggedDay[]> {
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return [];
    const [logged, locked, facts] = await Promise.all([
      this.#options.strategy.readDays(from, to, options),
      this.#lockedDays(from, to, options),
      this.#options.calendar?.of(days),
    ]);
    return days.map((day) => ({
      day,
      logged: logged.filter((one) => one.day === day),
      locked: locked.has(day),
      facts: facts?.get(day),
    }));
  }

  /** To be called when a day was changed by other means: it is read again, for whoever shows it. */
  async changedElsewhere(day: string): Promise<void> {
    try {
      this.#changes.fire(await this.readDay(day));
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error; // Shown as it was, until the next look.
    }
  }

  /** Reads what the entry depends on, and says what forbids to send it. @param instead what it takes the place of */
  async check(
    entry: TimeEntry,
    options: CallOptions = {},
    instead?: LoggedTime,
  ): Promise<{ day: LoggedDay; problems: CheckProblem[] }> {
    const [day, isLoggable] = await Promise.all([
      this.readDay(entry.day, options),
      this.#isLoggable(entry, options),
    ]);
    const problems = checkEntry(entry, without(day, instead), this.clock);
    if (!isLoggable) problems.unshift({ kind: "not-loggable", projectId: entry.projectId });
    return { day, problems };
  }

  /** Writes an entry on a day that was checked before. */
  async save(entry: TimeEntry, before: LoggedDay, handover?: Handover): Promise<SaveOutcome> {
    const wish: Write = { kind: "log", entry, before: before.logged, receipt: {} };
    return asSaved(await this.#writes.begin(wish, handover));
  }

  /**
   * Puts `entry` in the place of what the server holds. A comment that it leaves out stays; an empty one is taken away.
   * Where time hangs on shifts, a range that it leaves out stays, if it is as long as before.
   */
  async change(logged: LoggedTime, entry: TimeEntry, before: LoggedDay): Promise<SaveOutcome> {
    const instead = await this.#whole(logged);
    if ("kind" in instead) return instead;
    const { comment = instead.comment, range = keptRange(entry, instead) } = entry;
    const whole = { ...withTaskOf(instead, entry), comment, range };
    return asSaved(
      await this.#writes.begin({ kind: "change", entry: whole, instead, before: before.logged, receipt: {} }),
    );
  }

  /** Takes away what the server holds, its comment too; where time hangs on shifts, the shift goes with its project. */
  async remove(logged: LoggedTime, before: LoggedDay): Promise<RemoveOutcome> {
    const instead = await this.#whole(logged);
    if ("kind" in instead) return instead;
    const { day, minutes, range, comment, projectWorkerId = "", subprojectId, taskId } = instead;
    const entry = { projectId: "", projectWorkerId, subprojectId, taskId, day, minutes, range, comment };
    const receipt = this.strategy.receiptOf(instead);
    return asRemoved(
      await this.#writes.begin({ kind: "remove", entry, instead, before: before.logged, receipt }),
    );
  }

  /** Sends what a half-saved entry lacks, after a look whether it has not come by itself in the meantime. */
  async finish(entry: TimeEntry, before: LoggedDay, receipt: Receipt): Promise<SaveOutcome> {
    return asSaved(await this.#writes.finish({ kind: "log", entry, before: before.logged, receipt }));
  }

  /** Finds out what became of an entry of unknown outcome. Sends it on only where its first part is there. */
  async lookAgain(
    entry: TimeEntry,
    before: LoggedDay,
    { receipt, error }: Extract<SaveOutcome, { kind: "unknown" }>,
  ): Promise<SaveOutcome> {
    const write: Write = { kind: "log", entry, before: before.logged, receipt };
    return asSaved(await this.#writes.lookAgain(write, error));
  }

  /**
   * Sends what the journal holds open, as the person wants it. Looks first, and sends only what is missing.
   * @throws Error where another window has sent or is sending it
   */
  send(id: string): Promise<SaveOutcome | RemoveOutcome> {
    return this.#writes.send(id);
  }

  /** Finds out what became of the writes that nobody has seen the end of. Only reads, except the journal. */
  settle(): Promise<readonly Settled[]> {
    return this.#writes.settle();
  }

  /** Takes an entry back, and answers the day as it is then. @throws FactorialError */
  async undo(entry: TimeEntry, receipt: Receipt): Promise<LoggedDay> {
    const { writeId, ...written } = receipt;
    const outcome = await this.#writes.begin({ kind: "remove", entry, before: [], receipt: written });
    if (outcome.kind === "saved") throw new Error("What was taken back cannot be saved.");
    if (outcome.kind !== "removed") throw outcome.error;
    const { journal } = this.#options;
    if (writeId !== undefined && journal?.get(writeId)) await journal.discard(writeId);
    return outcome.day;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  /** With its comment, which the day may not have brought along. */
  async #whole(logged: LoggedTime): Promise<LoggedTime | Shortfall> {
    try {
      return { ...logged, comment: await this.strategy.commentOf(logged) };
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return { kind: "not-saved", error, readBack: false };
    }
  }

  async #showDay(day: string): Promise<LoggedDay> {
    const logged = await this.readDay(day);
    this.#changes.fire(logged);
    return logged;
  }

  async #lockedDays(from: string, to: string, options: CallOptions): Promise<ReadonlySet<string>> {
    const { client, employeeId } = this.#options;
    try {
      const { data } = await client.attendanceReviews.all(
        { employee_ids: [employeeId], start_on: from, end_on: to },
        options,
      );
      return new Set(data.filter((review) => review.employee_id === employeeId).map((review) => review.date));
    } catch (error) {
      // Not every account may read sign-offs; the server then says on the write what it would have said here.
      if (error instanceof FactorialError && ["permission", "not-found", "invalid"].includes(error.kind))
        return new Set();
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

/** The range of what is changed, where the entry says none and is as long. */
function keptRange(entry: TimeEntry, instead: LoggedTime): TimeEntry["range"] {
  return entry.minutes === instead.minutes ? instead.range : undefined;
}

function asSaved(outcome: SaveOutcome | RemoveOutcome): SaveOutcome {
  if (outcome.kind === "removed") throw new Error("A removal is not an entry.");
  return outcome;
}

function asRemoved(outcome: SaveOutcome | RemoveOutcome): RemoveOutcome {
  if (outcome.kind === "saved") throw new Error("An entry is not a removal.");
  return outcome;
}
