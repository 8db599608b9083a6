import type { Session } from "./session";

interface Part {
  setSession(session: Session | undefined): void;
  dispose?(): void;
}

/** A part of the extension that is loaded when it is first used, and hears of sessions from then on. */
export class WhenUsed<T extends Part> {
  readonly #load: () => Promise<T>;
  readonly #session: () => Session | undefined;
  #part: Promise<T> | undefined;

  constructor(load: () => Promise<T>, session: () => Session | undefined) {
    this.#load = load;
    this.#session = session;
  }

  get(): Promise<T> {
    this.#part ??= this.#load().then((part) => {
      part.setSession(this.#session());
      return part;
    });
    return this.#part;
  }

  setSession(session: Session | undefined): void {
    void this.#part?.then((part) => {
      part.setSession(session);
    });
  }

  dispose(): void {
    void this.#part?.then((part) => {
      part.dispose?.();
    });
  }
}
