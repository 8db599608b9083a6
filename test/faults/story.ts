/** A story: some wishes, something that goes wrong, a restart, and what the person does then. */

import type { LoggedTime } from "../../src/time/entry";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { journalEntry, type JournalEntry } from "../../src/time/journal/journal-entry";
import type { RemoveOutcome, SaveOutcome } from "../../src/time/time-log";
import type { FaultEffect } from "../../src/sandbox/index";
import { type Desk } from "../unit/time/desk";
import type { Seeded } from "../unit/time/random";
import { Died, Life, openWindow, type MortalWindow } from "./mortal-window";
import {
  judge,
  pieceOf,
  piecesOf,
  randomEntry,
  randomWishes,
  type Fate,
  type Verdict,
  type Wish,
} from "./wishes";
import { SUNDAY } from "../unit/time/desk";

export interface Told extends Verdict {
  readonly died: boolean;
  /** When its process was killed. */
  readonly moment?: string | undefined;
  readonly unsent: number;
  /** Where something is wrong. */
  readonly how?: unknown;
}

const FAULTS: readonly FaultEffect[] = [
  { kind: "lostAnswer" },
  { kind: "lostAnswer" },
  { kind: "truncatedJson" },
  { kind: "invalidJson" },
  { kind: "cutConnection" },
  { kind: "htmlError" },
  { kind: "rateLimit" },
  { kind: "status", status: 422 },
  { kind: "status", status: 403 },
];

export interface Kept {
  readonly wish: Wish;
  /** Where the person has seen an end. */
  outcome?: SaveOutcome | RemoveOutcome | undefined;
  /** The text is in the Log Time box. */
  isTyped?: boolean;
}

/** Something on the server from before, logged in peace. */
export async function logInPeace(desk: Desk, random: Seeded, folder: string): Promise<LoggedTime[]> {
  const window = await openWindow(desk, folder);
  const there: LoggedTime[] = [];
  for (let slot = 0; slot < random.whole(3); slot++) {
    const entry = randomEntry(desk, random, slot);
    const outcome = await window.log.save(entry, await window.log.readDay(SUNDAY));
    if (outcome.kind !== "saved") throw new Error(outcome.kind);
    there.push({ ...outcome.logged, comment: entry.comment });
  }
  return there;
}

export function write(window: MortalWindow, kept: Kept): Promise<SaveOutcome | RemoveOutcome> {
  const before = { day: SUNDAY, logged: [], locked: false };
  const { kind, entry, instead } = kept.wish;
  const handover = {
    taken: () => {
      kept.isTyped = false;
    },
    givenBack: () => {
      kept.isTyped = true;
    },
  };
  if (kind === "log" || !instead) return window.log.save(entry, before, handover);
  return kind === "change" ? window.log.change(instead, entry, before) : window.log.remove(instead, before);
}

/** In this process: a window dies where an exception says so. */
export async function tell(desk: Desk, random: Seeded, folder: string): Promise<Told> {
  const there = await logInPeace(desk, random, folder);
  const wishes: Kept[] = randomWishes(desk, random, there).map((wish) => ({ wish }));
  const life = new Life(random.whole(3) > 0 ? 1 + random.whole(16) : undefined);
  if (random.whole(4) === 0) life.lateRequest = 1 + random.whole(2);
  const windows = [await openWindow(desk, folder, life)];
  if (random.whole(4) === 0) windows.push(await openWindow(desk, folder));
  misbehave(desk, random);
  const work = wishes.map((kept, at) => async () => {
    const window = windows[at % windows.length] ?? windows[0];
    if (!window) return;
    try {
      kept.outcome = await write(window, kept);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      // Nothing was kept and nothing sent: the text is in the box still, and a change was never asked for.
      if (error.isBeforeIntent) kept.outcome = refused;
    }
  });
  const tried: Kept[] = [];
  const attempt = async (at: number) => {
    tried.push(...wishes.slice(at, at + 1));
    await work[at]?.();
  };
  if (windows.length > 1) await Promise.all(work.map((_, at) => attempt(at)));
  else
    for (const at of work.keys()) {
      await attempt(at);
      if (life.isOver) break;
    }

  return finish(desk, random, { folder, there, tried, died: life.isOver, life });
}

/** The restart, what the person does then, and the verdict. */
export async function finish(
  desk: Desk,
  random: Seeded,
  so: { folder: string; there: readonly LoggedTime[]; tried: readonly Kept[]; died: boolean; life?: Life },
): Promise<Told> {
  const { sandbox } = desk;
  const { folder, there, tried, died } = so;
  const untouched: Kept[] = there
    .filter((logged) => !tried.some(({ wish }) => wish.instead?.id === logged.id))
    .map((logged) => ({
      wish: { kind: "remove", entry: { ...logged, projectId: "", projectWorkerId: "" }, instead: logged },
      outcome: refused,
    }));

  if (random.whole(3) > 0) sandbox.behave();
  let window = await openWindow(desk, folder);
  await window.log.settle();
  await so.life?.arrive();
  // The person sends some of it, perhaps while the network is still bad, and perhaps in a window that dies too.
  if (random.whole(3) === 0) misbehave(desk, random);
  window = await openWindow(desk, folder, new Life(random.whole(4) === 0 ? 1 + random.whole(12) : undefined));
  await sendSome(window, random);
  sandbox.behave();
  window = await openWindow(desk, folder);
  await window.log.settle();
  if (random.whole(2) === 0) await sendSome(window, random);
  window = await openWindow(desk, folder);
  // Those of before are nobody's wish; and what the person has seen the end of is not taken for its twin.
  const peaceful = there.map(({ id }) => id);
  const entries = entriesIn(folder).filter(
    ({ kind, receipt }) => kind !== "log" || !peaceful.includes(receipt.recordId ?? ""),
  );
  const seenFirst = [...tried, ...untouched].toSorted(
    (one, other) => Number(isSeen(other)) - Number(isSeen(one)),
  );
  const fates = seenFirst.map((kept) => ({ wish: kept.wish, fate: fateOf(kept, entries) }));
  const held = piecesOf(desk);
  const verdict = judge(held, fates);
  const isWrong = verdict.lost + verdict.doubled > 0;
  return { ...verdict, died, unsent: window.journal.open.length, ...(isWrong && { how: { held, fates } }) };
}

/** Stands for what nobody touched. */
const refused = { kind: "not-saved" } as SaveOutcome; // Only its kind is looked at.

/** Faults that may come once, or for as long as they last. */
export function misbehave({ sandbox, way }: Desk, random: Seeded): void {
  const times = 1 + random.whole(2);
  if (random.whole(4) > 0) {
    const method = random.pick(["POST", "POST", "PUT", "DELETE"] as const);
    const path = method === "POST" && random.whole(2) === 0 ? random.pick(way.steps).path : /./;
    sandbox.misbehave({ ...random.pick(FAULTS), match: { method, path }, times });
  }
  if (random.whole(4) === 0)
    sandbox.misbehave({ ...random.pick(FAULTS), match: { method: "GET" }, times: 1 + random.whole(8) });
}

export async function sendSome({ journal, log }: MortalWindow, random: Seeded): Promise<void> {
  for (const { id, state } of journal.open) {
    if (state === "writing" || random.whole(3) === 0) continue;
    try {
      await log.send(id);
    } catch (error) {
      if (error instanceof Died) return;
      throw error;
    }
  }
}

/**
 * By the journal, as a person would see it; each entry of it is one wish's, and is taken out of `entries`. A window may
 * die between a refusal and its message: then the text of a new entry must be back in the box, or it is lost; of what
 * was to be changed or removed, all is as it was.
 */
export function fateOf({ wish, outcome, isTyped }: Kept, entries: JournalEntry[]): Fate {
  const isOver = outcome?.kind === "not-saved" && !("unsent" in outcome && outcome.unsent !== undefined);
  if (isOver) return "refused";
  const hasEnd = isSeen({ wish, outcome });
  const at = entries.findIndex(
    ({ kind, entry, instead, state }) =>
      kind === wish.kind &&
      (state === "closed" || !hasEnd) &&
      (kind === "log" ? pieceOf(entry) === pieceOf(wish.entry) : instead?.id === wish.instead?.id),
  );
  const [found] = at < 0 ? [] : entries.splice(at, 1);
  if (hasEnd) return "done";
  if (!found) return wish.kind !== "log" || isTyped ? "refused" : "done";
  return found.state === "closed" ? "done" : "open";
}

function isSeen({ outcome }: Kept): boolean {
  return outcome?.kind === "saved" || outcome?.kind === "removed";
}

/** All that the files of the only journal in the folder say. */
export function entriesIn(folder: string): JournalEntry[] {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return files
    .filter((name) => name.endsWith(".json"))
    .map((name) => journalEntry.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
}
