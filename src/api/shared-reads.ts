import { FactorialError } from "./errors";

interface Read {
  readonly answer: Promise<unknown>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Lets equal reads in flight share one request. It is given up only when everyone who asked has gone; one of them
 * leaving does not take the answer from the others.
 */
export class SharedReads {
  readonly #inFlight = new Map<string, Read>();

  async share(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<unknown> {
    if (signal?.aborted) throw new FactorialError("cancelled", "Cancelled.");
    const read = this.#inFlight.get(key) ?? this.#start(key, start);
    read.waiting++;
    if (!signal) return read.answer;

    return new Promise((resolve, reject) => {
      const leave = () => {
        read.waiting--;
        if (read.waiting === 0) {
          this.#forget(key, read);
          read.stop.abort();
        }
        reject(new FactorialError("cancelled", "Cancelled."));
      };
      signal.addEventListener("abort", leave, { once: true });
      read.answer.then(resolve, reject).finally(() => {
        signal.removeEventListener("abort", leave);
      });
    });
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<unknown>): Read {
    const stop = new AbortController();
    const read: Read = { answer: start(stop.signal), stop, waiting: 0 };
    this.#inFlight.set(key, read);
    const forget = () => {
      this.#forget(key, read);
    };
    read.answer.then(forget, forget);
    return read;
  }

  #forget(key: string, read: Read): void {
    if (this.#inFlight.get(key) === read) this.#inFlight.delete(key);
  }
}
