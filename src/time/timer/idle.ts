import * as z from "zod";

export const Marks = z.object({ seen: z.number(), active: z.number() });
/** The last sign of any window of VS Code, and of the person in one of them. Unix milliseconds. */
export type Marks = z.output<typeof Marks>;

/** `tick`: a window is there, once a minute. `activity`: the person does something, or has something running. */
export type Sign = "tick" | "activity";

export interface Heard {
  readonly marks: Marks;
  /** Nobody was there from when to when (Unix milliseconds): to be asked about, once. */
  readonly away?: { readonly from: number; readonly to: number };
  /** Milliseconds by which the machine's clock was set back. */
  readonly setBack?: number;
}

/** Longer than windows ever are between two ticks, unless the machine sleeps or all of them are closed. */
export const SLEEP_MS = 5 * 60_000;

/** Clocks are put right by seconds all the time. */
const SET_BACK_MS = 60_000;

/**
 * What a sign says while a timer runs. Idle ends with an activity; sleep with any sign, as a machine that wakes up is
 * not a person who has come back but what passed was not worked.
 *
 * @param idleAfter milliseconds without activity that are asked about; 0 asks only about sleep
 */
export function hear(marks: Marks | undefined, sign: Sign, now: number, idleAfter: number): Heard {
  const fresh = { seen: now, active: now };
  if (!marks) return { marks: fresh };
  if (marks.seen - now > SET_BACK_MS) return { marks: fresh, setBack: marks.seen - now };
  const isIdle = idleAfter > 0 && now - marks.active >= idleAfter;
  if (now - marks.seen > SLEEP_MS) {
    const from = idleAfter > 0 ? Math.min(marks.active, marks.seen) : marks.seen;
    return { marks: fresh, away: { from, to: now } };
  }
  if (sign === "tick") return { marks: { seen: now, active: marks.active } };
  return { marks: fresh, ...(isIdle && { away: { from: marks.active, to: now } }) };
}
