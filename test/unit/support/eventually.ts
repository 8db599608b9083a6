import { vi } from "vitest";

/** What `look` gives, as soon as it no longer throws: for what comes soon, on however slow a machine. */
export function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 8000, interval: 5 });
}
