import { FactorialError } from "../../api/errors";
import type { AnyRecord } from "../../resources/any-client";
import { endsAll, type DoneRequest, type FailedRequest, type Outcome } from "./outcome";
import type { PlannedRequest } from "./requests";

export interface Sending {
  /** @throws FactorialError */
  readonly send: (request: PlannedRequest) => Promise<readonly AnyRecord[]>;
  /** Asked before each request: one that is under way is let finish, as nobody would know what became of it. */
  readonly isCancelled: () => boolean;
  /** Called before each request with the number of requests before it. */
  readonly onNext: (at: number) => void;
}

/** Sends requests one after the other, each once. What fails stops the others only where they would fail too. */
export async function sendAll(
  requests: readonly PlannedRequest[],
  { send, isCancelled, onNext }: Sending,
): Promise<Outcome> {
  const done: DoneRequest[] = [];
  const refused: FailedRequest[] = [];
  const unknown: FailedRequest[] = [];
  for (const [at, request] of requests.entries()) {
    if (isCancelled()) return { done, refused, unknown, notSent: requests.slice(at), cancelled: true };
    onNext(at);
    try {
      done.push({ ...request, records: await send(request) });
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      (error.written === "unknown" ? unknown : refused).push({ ...request, error });
      if (endsAll(error)) {
        return { done, refused, unknown, notSent: requests.slice(at + 1), cancelled: false };
      }
    }
  }
  return { done, refused, unknown, notSent: [], cancelled: false };
}
