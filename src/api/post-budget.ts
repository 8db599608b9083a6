import { setTimeout as delay } from "node:timers/promises";
import { FactorialError } from "./errors";

const MINUTE = 60_000;

/**
 * Keeps our POSTs below what Factorial documents (200 a minute), by letting the next one wait until the oldest of
 * the last minute is a minute old.
 */
export class PostBudget {
  /** Milliseconds of the POSTs of the last minute, oldest first. */
  readonly #sent: number[] = [];

  constructor(readonly perMinute: number) {}

  async take(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const now = Date.now();
      while (this.#sent[0] !== undefined && this.#sent[0] <= now - MINUTE) this.#sent.shift();
      const oldest = this.#sent[0];
      if (oldest === undefined || this.#sent.length < this.perMinute) {
        this.#sent.push(now);
        return;
      }
      try {
        await delay(oldest + MINUTE - now, undefined, { ...(signal && { signal }) });
      } catch {
        throw new FactorialError("cancelled", "Cancelled."); // The only way for a plain delay to fail.
      }
    }
  }
}
