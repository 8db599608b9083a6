import type { Journal } from "../journal/journal";
import type { Timer } from "./timer";

/**
 * Forgets what the journal has taken, whatever became of it there: a window that ended just then has left it in both,
 * and saving it from here once more would double it.
 */
export async function forgetHandedOver(timer: Timer, journal: Pick<Journal, "hasTaken">): Promise<void> {
  const { stopped } = await timer.read();
  for (const { id } of stopped) if (journal.hasTaken(id)) await timer.forget(id);
}
