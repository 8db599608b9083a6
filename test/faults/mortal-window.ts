import { hostname } from "node:os";
import { FactorialError } from "../../src/api/errors";
import { Journal, type JournalOptions } from "../../src/time/journal/journal";
import type { JournalEntry, OpenEntry } from "../../src/time/journal/journal-entry";
import type { Receipt, TimeStrategy, WriteStep } from "../../src/time/strategies/strategy";
import { TimeLog } from "../../src/time/time-log";
import { clockAt, NORA, NOW, type Desk } from "../unit/time/desk";

export const ACCOUNT = "brisa/nora";

/** No process ever has this number. */
const NOBODY = 99_999_999;

export class Died extends Error {
  constructor(readonly isBeforeIntent = false) {
    super("The window died.");
  }
}

/** Counts the moments of a window's life, and ends it at one of them: nothing of it reaches disk or server then. */
export class Life {
  #moments = 0;

  constructor(public diesAt = Number.POSITIVE_INFINITY) {}

  /** The request of this number is under way for so long that nobody waits for it any more. */
  lateRequest = 0;
  #requests = 0;
  #late: (() => Promise<unknown>) | undefined;

  holdUp(request: () => Promise<unknown>): void {
    if (++this.#requests !== this.lateRequest) return;
    this.#late = request;
    throw new FactorialError("offline", "No answer came.", { written: "unknown" });
  }

  /** What was under way arrives. */
  async arrive(): Promise<void> {
    await this.#late?.().catch(() => undefined); // The server may refuse it by now.
    this.#late = undefined;
  }

  get isOver(): boolean {
    return this.#moments >= this.diesAt;
  }

  moment(isBeforeIntent = false): void {
    if (++this.#moments >= this.diesAt) throw new Died(isBeforeIntent);
  }
}

class MortalJournal extends Journal {
  constructor(
    readonly life: Life,
    options: JournalOptions,
  ) {
    super(options);
  }

  override async begin(...given: Parameters<Journal["begin"]>): Promise<OpenEntry> {
    return this.#between(() => super.begin(...given), true);
  }

  override async intend(open: OpenEntry): Promise<void> {
    await this.#between(() => super.intend(open));
  }

  override async note(...given: Parameters<Journal["note"]>): Promise<void> {
    await this.#between(() => super.note(...given));
  }

  override async close(id: string, receipt?: Receipt): Promise<void> {
    await this.#between(() => super.close(id, receipt));
  }

  async #between<T>(work: () => Promise<T>, isIntent = false): Promise<T> {
    this.life.moment(isIntent);
    const result = await work();
    this.life.moment();
    return result;
  }
}

function mortal(strategy: TimeStrategy, life: Life): TimeStrategy {
  const step = (whole: WriteStep | undefined): WriteStep | undefined =>
    whole && {
      ...whole,
      run: async () => {
        life.moment();
        life.holdUp(() => whole.run());
        const receipt = await whole.run();
        life.moment();
        return receipt;
      },
    };
  return {
    kind: strategy.kind,
    needsRange: strategy.needsRange,
    takesTask: strategy.takesTask,
    commentOn: strategy.commentOn,
    readDay: (day) => {
      life.moment();
      return strategy.readDay(day);
    },
    readDays: (from, to) => {
      life.moment();
      return strategy.readDays(from, to);
    },
    begin: (entry, before) => strategy.begin(entry, before),
    nextStep: (entry, receipt) => step(strategy.nextStep(entry, receipt)),
    nextChange: (entry, instead, receipt) => step(strategy.nextChange(entry, instead, receipt)),
    nextRemoval: (receipt) => step(strategy.nextRemoval(receipt)),
    commentOf: (logged) => strategy.commentOf(logged),
    receiptOf: (logged) => strategy.receiptOf(logged),
  };
}

export interface MortalWindow {
  readonly journal: Journal;
  readonly log: TimeLog;
}

/** A window of VS Code on a journal's folder. To all others its process is gone. */
export async function openWindow(desk: Desk, folder: string, life = new Life()): Promise<MortalWindow> {
  const writer: JournalEntry["writer"] = { pid: NOBODY, machine: hostname() };
  const journal = new MortalJournal(life, { folder, account: ACCOUNT, employeeId: NORA, writer });
  await journal.refresh();
  const log = new TimeLog({
    client: desk.client,
    strategy: mortal(desk.strategy, life),
    employeeId: NORA,
    clock: clockAt(NOW),
    settleDelays: [0, 1],
    journal,
  });
  return { journal, log };
}
