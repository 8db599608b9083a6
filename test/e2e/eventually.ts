import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const ATTEMPTS = 3;
const NOTES = "test-results";

/**
 * Repeats `check` until it no longer throws, and answers what it answered: what a person sees comes a moment after what
 * they did. Throws the last error after `timeoutMs`, which is long, as only a failure waits for it.
 */
export async function eventually<T>(check: () => Promise<T> | T, timeoutMs = 20_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/**
 * Does what a person does, and again where nothing came of it: a click that comes while VS Code draws a list anew is
 * lost, and a person clicks again. Every time is noted in test-results/done-again.log, so that something of ours that
 * never works the first time does not go unseen.
 */
export async function insist(
  what: string,
  {
    act,
    isDone,
    patienceMs = 5000,
  }: { act: () => Promise<void>; isDone: () => Promise<boolean>; patienceMs?: number },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // What was slow may have come after all.
      if (attempt > 1 && (await isDone())) return;
      await act();
      await eventually(async () => {
        if (!(await isDone())) throw new Error(`Nothing came of it: ${what}.`);
      }, patienceMs);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      note(what, error);
    }
  }
}

function note(what: string, error: unknown): void {
  const [reason] = String(error).split("\n");
  fs.mkdirSync(NOTES, { recursive: true });
  fs.appendFileSync(`${NOTES}/done-again.log`, `${new Date().toISOString()} ${what}: ${reason ?? ""}\n`);
}

/** A pattern for the whole of a text, white space at the ends aside. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}
