import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "../../disk/durable-file";
import { withFileLock } from "../../disk/file-lock";
import { FactorialError } from "../../api/errors";
import type { CompanyClock } from "../company-clock";
import { minutesOf, type LoggedDay } from "../entry";
import { missingMinutes } from "../expected";
import { again, done, isDue, remindedState, type RemindedState, type ReminderTimes } from "./schedule";

/** Minutes until the next try where the day could not be read. */
const AFTER_FAILURE = 10;

export interface ReminderOptions {
  /** Shared by all windows. */
  readonly folder: string;
  /** Whose day it is: account and employee. */
  readonly whose: string;
  readonly clock: CompanyClock;
  readonly readDay: (day: string) => Promise<LoggedDay>;
}

/** Reminds once a day, whichever window comes first. What was decided is on disk, so that all windows know it. */
export class Reminder {
  readonly #options: ReminderOptions;
  readonly #file: string;

  constructor(options: ReminderOptions) {
    this.#options = options;
    const name = createHash("sha256").update(options.whose).digest("hex").slice(0, 32);
    this.#file = join(options.folder, `${name}.json`);
  }

  /**
   * Minutes to remind of, now, in this window; undefined where it is not the time, another window does it, the day is
   * closed, or nothing is missing. Reads the day from the server only when it is the time.
   */
  async look(times: ReminderTimes): Promise<number | undefined> {
    const { clock, readDay } = this.#options;
    if (!isDue(await this.#read(), times, clock) || !(await this.#claim(times))) return undefined;
    try {
      const day = await readDay(clock.today());
      const missing = missingMinutes(day, minutesOf(day), times.hours);
      return missing > 0 && !day.locked ? missing : undefined;
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      await this.#keep(again(AFTER_FAILURE, clock));
      return undefined;
    }
  }

  /** Asks again after so many minutes, if the day lasts so long. */
  async later(minutes: number): Promise<void> {
    await this.#keep(again(minutes, this.#options.clock));
  }

  /** True in one of the windows that find it is time. */
  #claim(times: ReminderTimes): Promise<boolean> {
    const { clock } = this.#options;
    return withFileLock(`${this.#file}.lock`, async () => {
      if (!isDue(await this.#read(), times, clock)) return false;
      await this.#keep(done(clock));
      return true;
    });
  }

  async #keep(state: RemindedState): Promise<void> {
    await writeDurably(this.#file, JSON.stringify(state));
  }

  async #read(): Promise<RemindedState | undefined> {
    try {
      return remindedState.safeParse(JSON.parse(await readFile(this.#file, "utf8"))).data;
    } catch {
      return undefined; // Nothing was decided yet; or nobody can read what: being reminded twice is no loss.
    }
  }
}
