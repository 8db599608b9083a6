import type { FactorialError } from "../../api/errors";
import type { AnyRecord } from "../../resources/any-client";
import type { PlannedRequest } from "./requests";

export interface DoneRequest extends PlannedRequest {
  /** What the server answered. */
  readonly records: readonly AnyRecord[];
}

export interface FailedRequest extends PlannedRequest {
  readonly error: FactorialError;
}

/** How far some requests got. */
export interface Outcome {
  readonly done: readonly DoneRequest[];
  readonly refused: readonly FailedRequest[];
  /** Sent, and whether it was done nobody knows: never sent again. */
  readonly unknown: readonly FailedRequest[];
  readonly notSent: readonly PlannedRequest[];
  /** The person stopped it. */
  readonly cancelled: boolean;
}

/** How many records some requests are about. */
export function countOf(requests: readonly PlannedRequest[]): number {
  return requests.reduce((count, { targets }) => count + Math.max(1, targets.length), 0);
}

export function namesOf(requests: readonly PlannedRequest[]): string[] {
  return requests.flatMap(({ targets }) => targets.map(({ name }) => name));
}

/** Whether the requests after a failed one would fail the same way, so that they are not sent. */
export function endsAll({ kind, written, status }: FactorialError): boolean {
  if (kind === "sign-in" || kind === "permission" || kind === "rate-limit") return true;
  // No answer at all: with each further request somebody would wait half a minute to know as little.
  return kind === "offline" || (written === "unknown" && status === undefined && kind === "unavailable");
}
