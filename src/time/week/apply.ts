import { setTimeout as delay } from "node:timers/promises";
import { FactorialError } from "../../api/errors";
import { checkEntry, type CheckProblem } from "../checks";
import type { LoggedDay, LoggedTime } from "../entry";
import type { RemoveOutcome, SaveOutcome, TimeLog } from "../time-log";
import type { CellChange } from "./changes";
import { isSameTime, loggedIn } from "./sheet";

export type CellOutcome =
  | { readonly kind: "saved" }
  /** The server holds something else than what the person saw when typing: nothing was sent. */
  | { readonly kind: "conflict"; readonly held: readonly LoggedTime[] }
  /** Nothing was sent: the day does not take it. */
  | { readonly kind: "forbidden"; readonly problem: CheckProblem }
  /** Nothing is saved. */
  | { readonly kind: "refused"; readonly error: FactorialError }
  /** The time is saved, what else belongs to it is not. */
  | { readonly kind: "half"; readonly error: FactorialError }
  /** The answer was lost, and the day does not tell. */
  | { readonly kind: "unknown"; readonly error: FactorialError };

export interface Applied {
  /** Only of changes that were tried. */
  readonly outcomes: ReadonlyMap<CellChange, CellOutcome>;
  /** Why the rest was not tried. */
  readonly stopped: "cancelled" | "failures" | "sign-in" | undefined;
}

export interface ApplyOptions {
  readonly log: Pick<TimeLog, "check" | "readDay" | "save" | "change" | "remove" | "clock">;
  /** Heard between two writes: one that is on its way is waited for. */
  readonly signal: AbortSignal;
  /** Called before each change. @param done how many were tried */
  readonly onProgress: (change: CellChange, done: number) => void;
  /** Called when the server asks to wait. */
  readonly onWait: (seconds: number) => void;
}

/** So many in a row, and what is left would fail as well. */
const MOST_FAILURES = 10;

/** Seconds, where the server does not say how long to wait. */
const USUAL_WAIT = 30;

/** How often the server may ask to wait for one change before that counts as a failure. */
const MOST_WAITS = 5;

/**
 * Writes cells one after the other. Each is read again before it is written; one that has changed meanwhile is a
 * conflict of that cell alone. Where the server asks to wait it goes on by itself afterwards, with a new look.
 */
export async function applyChanges(changes: readonly CellChange[], options: ApplyOptions): Promise<Applied> {
  const outcomes = new Map<CellChange, CellOutcome>();
  let failures = 0;
  for (const change of changes) {
    if (options.signal.aborted) return { outcomes, stopped: "cancelled" };
    if (failures === MOST_FAILURES) return { outcomes, stopped: "failures" };
    options.onProgress(change, outcomes.size);
    const outcome = await applyPatiently(change, options);
    if (!outcome) return { outcomes, stopped: "cancelled" };
    outcomes.set(change, outcome);
    failures = outcome.kind === "saved" || outcome.kind === "conflict" ? 0 : failures + 1;
    if (outcome.kind === "refused" && outcome.error.kind === "sign-in")
      return { outcomes, stopped: "sign-in" };
  }
  return { outcomes, stopped: undefined };
}

/** Undefined where the person did not want to wait; nothing of the change is written then. */
async function applyPatiently(change: CellChange, options: ApplyOptions): Promise<CellOutcome | undefined> {
  for (let waits = 0; ; waits += 1) {
    const outcome = await applyOne(change, options);
    const isToWait = outcome.kind === "refused" && outcome.error.kind === "rate-limit";
    if (!isToWait || waits === MOST_WAITS) return outcome;
    const seconds = outcome.error.retryAfterSeconds ?? USUAL_WAIT;
    options.onWait(seconds);
    try {
      await delay(seconds * 1000, undefined, { signal: options.signal });
    } catch {
      return undefined; // cancelled: the timer throws nothing else
    }
  }
}

async function applyOne(change: CellChange, { log }: ApplyOptions): Promise<CellOutcome> {
  try {
    const { day, problems } =
      change.kind === "new"
        ? await log.check(change.entry)
        : { day: await log.readDay(change.day), problems: undefined };
    const held = loggedIn(day, change.row);
    if (!isSameTime(held, change.base)) return { kind: "conflict", held };
    const [problem] = problems ?? problemsOf(change, day, log.clock);
    if (problem) return { kind: "forbidden", problem };
    return await write(change, day, log);
  } catch (error) {
    // Of a read, or of a deletion after others went well: what was sent is told by its own outcome.
    if (error instanceof FactorialError) return { kind: "refused", error };
    throw error;
  }
}

function problemsOf(change: CellChange, day: LoggedDay, clock: TimeLog["clock"]): CheckProblem[] {
  if (change.kind === "deleted") return day.locked ? [{ kind: "locked", day: day.day }] : [];
  const without = day.logged.filter(({ id }) => change.kind !== "changed" || id !== change.logged.id);
  return checkEntry(change.entry, { ...day, logged: without }, clock);
}

async function write(
  change: CellChange,
  day: LoggedDay,
  log: Pick<TimeLog, "save" | "change" | "remove">,
): Promise<CellOutcome> {
  switch (change.kind) {
    case "new":
      return outcomeOf(await log.save(change.entry, day));
    case "changed":
      return outcomeOf(await log.change(change.logged, change.entry, day));
    case "deleted":
      for (const logged of change.base) {
        const outcome = outcomeOf(await log.remove(logged, day));
        if (outcome.kind !== "saved") return outcome;
      }
      return { kind: "saved" };
  }
}

function outcomeOf(outcome: SaveOutcome | RemoveOutcome): CellOutcome {
  switch (outcome.kind) {
    case "half":
    case "unknown":
      return { kind: outcome.kind, error: outcome.error };
    case "not-saved":
      return { kind: "refused", error: outcome.error };
    default:
      return { kind: "saved" };
  }
}
