import type { SecretStore } from "../../../src/auth/account-vault";

type WindowSecrets = SecretStore & {
  onDidChange(listener: (event: { key: string }) => void): { dispose(): void };
};

/**
 * A SecretStorage that several windows share. As in VS Code, a window sees its own writings at once and those of
 * others some time later, with an event.
 */
export class MemorySecrets {
  readonly #windows: { seen: Map<string, string>; tell(key: string): void }[] = [];
  readonly written: { key: string; value: string | undefined }[] = [];
  /** Makes the next writings fail, as a locked keyring does. */
  broken = false;

  /** @param delay milliseconds until other windows see a writing */
  constructor(
    private readonly delay = 0,
    readonly initial: Readonly<Record<string, string>> = {},
  ) {}

  openWindow(): WindowSecrets {
    const seen = new Map<string, string>(this.#windows[0]?.seen ?? Object.entries(this.initial));
    const listeners = new Set<(event: { key: string }) => void>();
    const window = {
      seen,
      tell: (key: string) => {
        for (const listener of listeners) listener({ key });
      },
    };
    this.#windows.push(window);
    return {
      get: (key) => Promise.resolve(seen.get(key)),
      store: (key, value) => this.#write(window, key, value),
      delete: (key) => this.#write(window, key, undefined),
      onDidChange: (listener) => {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      },
    };
  }

  /** Everything that is stored, as the first window sees it. */
  get everything(): Record<string, string> {
    return Object.fromEntries(this.#windows[0]?.seen ?? []);
  }

  async #write(from: { seen: Map<string, string> }, key: string, value: string | undefined): Promise<void> {
    await Promise.resolve();
    if (this.broken) throw new Error("The keyring is locked.");
    this.written.push({ key, value });
    for (const window of this.#windows) {
      const apply = () => {
        if (value === undefined) window.seen.delete(key);
        else window.seen.set(key, value);
        window.tell(key);
      };
      if (window === from || this.delay === 0) apply();
      else setTimeout(apply, this.delay);
    }
  }
}
