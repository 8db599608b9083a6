import { MINUTES_OF_A_DAY } from "../time-range";

export const ROUNDINGS = ["none", "nearest", "up", "down"] as const;

export interface Rounding {
  readonly rule: (typeof ROUNDINGS)[number];
  /** Minutes: 5, 6, 10, 15 or 30. All of them divide a day. */
  readonly step: number;
}

export const NO_ROUNDING: Rounding = { rule: "none", step: 1 };

/**
 * The parts of one measured stretch of time, as they are saved. The stretch is rounded once, and its parts are whole
 * steps that add up to just that. Time that would round to nothing stays as it is; no part exceeds a day.
 *
 * @param parts whole minutes
 */
export function roundParts(parts: readonly number[], { rule, step }: Rounding): number[] {
  const total = parts.reduce((sum, minutes) => sum + minutes, 0);
  const steps = rule === "none" ? 0 : ROUND[rule](total / step);
  if (steps === 0) return parts.map((minutes) => Math.min(minutes, MINUTES_OF_A_DAY));
  return divide(steps, parts, Math.floor(MINUTES_OF_A_DAY / step)).map((share) => share * step);
}

const ROUND = {
  nearest: (steps: number) => Math.round(steps),
  up: (steps: number) => Math.ceil(steps),
  down: (steps: number) => Math.floor(steps),
};

/**
 * Divides a whole number by weights so that the shares are whole and add up to it (by largest remainder). No share
 * exceeds `most`; what does not fit goes to the others, and is left over only where all are full.
 */
export function divide(total: number, weights: readonly number[], most = Infinity): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map((share) => Math.min(Math.floor(share), most));
  let rest = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  while (rest > 0) {
    const before = rest;
    for (const { at } of byRemainder) {
      const share = shares[at] ?? most;
      if (rest === 0 || share >= most || weights[at] === 0) continue;
      shares[at] = share + 1;
      rest--;
    }
    if (rest === before) break;
  }
  return shares;
}
