import { FactorialError } from "../api/errors";
import { isSameTarget, type LoggedTime } from "./entry";
import { isSameRange } from "./time-range";
import type { Write } from "./time-writer";
import type { RemoveOutcome, SaveOutcome, Shortfall } from "./write-outcomes";

/**
 * Whether nothing of it is to be kept: sending the same again later would be answered the same, and it cannot come by
 * itself any more. To remove something is left for later only where it may come.
 */
export function isOver(outcome: SaveOutcome | RemoveOutcome, kind: Write["kind"]): boolean {
  if (outcome.kind !== "not-saved" || outcome.error.written === "unknown") return false;
  return kind === "remove" || !["offline", "unavailable"].includes(outcome.error.kind);
}

export function whyOf({ error }: Shortfall): { why: string } {
  return { why: error.serverWords === "" ? error.message : error.serverWords };
}

export function isStill(instead: LoggedTime, logged: LoggedTime): boolean {
  const { id, minutes, range } = instead;
  const isSame = logged.minutes === minutes && (range === undefined || isSameRange(range, logged.range));
  return logged.id === id && isSame && isSameTarget(instead, logged);
}

export function changedMeanwhile(): FactorialError {
  return new FactorialError("conflict", "It was changed or removed in the meantime.");
}

export function interrupted(): FactorialError {
  return new FactorialError("cancelled", "The window was closed before Factorial had answered.", {
    written: "unknown",
  });
}

export function unlikeToldOf(kind: Write["kind"]): FactorialError {
  return new FactorialError(
    "unreadable",
    kind === "remove"
      ? "Factorial took it away, but still shows it on that day."
      : "Factorial took the entry, but does not show it on that day.",
  );
}
