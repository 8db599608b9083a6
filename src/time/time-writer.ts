import { setTimeout as delay } from "node:timers/promises";
import { FactorialError } from "../api/errors";
import type { LoggedTime } from "./entry";
import type { JournalEntry } from "./journal/journal-entry";
import type { Receipt, TimeStrategy, WriteStep } from "./strategies/strategy";
import type { Shortfall } from "./write-outcomes";

/** What is wanted, from where it started, and how far it has come. */
export type Write = Pick<JournalEntry, "kind" | "entry" | "instead" | "before" | "receipt">;

/** All requests of a write are answered, or why not. */
export type Ended = { readonly kind: "done"; readonly receipt: Receipt } | Shortfall;

export interface TimeWriterOptions {
  readonly strategy: TimeStrategy;
  /** Milliseconds before each look at a day whose answer was lost: the server may still be writing. */
  readonly settleDelays?: readonly number[] | undefined;
  /** Called with each answer, before the next request. */
  readonly note: (receipt: Receipt) => Promise<void>;
  /** Whether another write has found that this is its own. */
  readonly isClaimed: (logged: LoggedTime) => boolean;
}

/** Sends a write's requests, each once. What became of one whose answer was lost is found out by reading. */
export class TimeWriter {
  readonly #options: TimeWriterOptions;

  constructor(options: TimeWriterOptions) {
    this.#options = options;
  }

  /** Sends what is missing. */
  async send(write: Write): Promise<Ended> {
    let { receipt } = write;
    for (let step = this.next(write, receipt); step; step = this.next(write, receipt)) {
      try {
        receipt = { ...receipt, ...(await step.run()) };
      } catch (error) {
        if (!(error instanceof FactorialError)) throw error;
        const wasLost = error.written === "unknown";
        const found = wasLost ? await this.#await(write, step) : { known: true, receipt: undefined };
        if (!found.receipt)
          return this.#shortOf(write, receipt, { step, error, wasLost, known: found.known });
        receipt = { ...receipt, ...found.receipt };
      }
      await this.#options.note(receipt);
    }
    return { kind: "done", receipt };
  }

  /**
   * Looks, and sends nothing: how far the write has come in the meantime. @throws FactorialError where the day cannot
   * be read
   */
  async look(write: Write): Promise<Receipt> {
    let { receipt } = write;
    for (let step = this.next(write, receipt); step; step = this.next(write, receipt)) {
      const found = await this.#find(write, step);
      if (!found) break;
      receipt = { ...receipt, ...found };
      await this.#options.note(receipt);
    }
    return receipt;
  }

  /** Like `look`, but gives the server the time that it may need to finish what was sent a moment ago. */
  async lookPatiently(write: Write, error: FactorialError): Promise<Ended> {
    const first = this.next(write, write.receipt);
    if (!first) return { kind: "done", receipt: write.receipt };
    const found = await this.#await(write, first);
    if (!found.receipt)
      return this.#shortOf(write, write.receipt, { step: first, error, wasLost: true, known: found.known });
    const come = { ...write.receipt, ...found.receipt };
    await this.#options.note(come);
    try {
      const receipt = await this.look({ ...write, receipt: come });
      const step = this.next(write, receipt);
      return step ? { kind: "half", missing: step.writes, receipt, error } : { kind: "done", receipt };
    } catch (failure) {
      if (!(failure instanceof FactorialError)) throw failure;
      return { kind: "unknown", receipt: come, error: failure };
    }
  }

  next({ kind, entry, instead }: Write, receipt: Receipt): WriteStep | undefined {
    const { strategy } = this.#options;
    if (kind === "remove") return strategy.nextRemoval(receipt);
    return kind === "change" && instead
      ? strategy.nextChange(entry, instead, receipt)
      : strategy.nextStep(entry, receipt);
  }

  #shortOf(
    write: Write,
    receipt: Receipt,
    at: { step: WriteStep; error: FactorialError; wasLost: boolean; known: boolean },
  ): Ended {
    const { step, error, wasLost, known } = at;
    if (!known) return { kind: "unknown", error, receipt };
    return hasBegun(write.kind, receipt)
      ? { kind: "half", missing: step.writes, receipt, error }
      : { kind: "not-saved", error, readBack: wasLost };
  }

  /** Looks at the day until what the step writes is there, or has not come in the time that a server may need. */
  async #await(write: Write, step: WriteStep): Promise<{ known: boolean; receipt: Receipt | undefined }> {
    let known = false;
    for (const milliseconds of this.#options.settleDelays ?? [300, 2000]) {
      await delay(milliseconds);
      try {
        const receipt = await this.#find(write, step);
        if (receipt) return { known: true, receipt };
        known = true;
      } catch (error) {
        if (!(error instanceof FactorialError)) throw error;
        known = false;
      }
    }
    return { known, receipt: undefined };
  }

  /** What another write has found to be its own is as if it had been there before. */
  async #find({ entry, before }: Write, step: WriteStep): Promise<Receipt | undefined> {
    const { strategy, isClaimed } = this.#options;
    const now = await strategy.readDay(step.day ?? entry.day);
    return step.find(now, [...before, ...now.filter(isClaimed)]);
  }
}

/** Whether the server holds anything of it. */
export function hasBegun(kind: Write["kind"], receipt: Receipt): boolean {
  const { shiftId, shiftWasThere, recordId, commented, shiftChanged } = receipt;
  const isTakenAway = [receipt.commentGone, receipt.recordGone, receipt.shiftGone].includes(true);
  if (kind === "remove") return isTakenAway;
  if (kind === "change")
    return isTakenAway || recordId !== undefined || commented === true || shiftChanged === true;
  return recordId !== undefined || (shiftId !== undefined && shiftWasThere !== true);
}
