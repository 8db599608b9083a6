export interface Disposable {
  dispose(): void;
}

/** Has the form of VS Code's own `Event`, for code that also runs without VS Code. */
export type Event<T> = (listener: (event: T) => unknown) => Disposable;

export class Emitter<T> {
  readonly #listeners = new Set<{ hear: (event: T) => unknown }>();

  readonly event: Event<T> = (listener) => {
    // An entry of its own for each subscription, so that a listener subscribed twice is heard twice.
    const entry = { hear: listener };
    this.#listeners.add(entry);
    return { dispose: () => void this.#listeners.delete(entry) };
  };

  /** A listener that fails keeps the event neither from the others nor from whoever fires: it is reported apart. */
  fire(event: T): void {
    for (const { hear } of [...this.#listeners]) {
      try {
        hear(event);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
