import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import { employees } from "../resources/employees/employees";
import { reviewEvaluations } from "../resources/performance/review-evaluations";
import { reviewProcesses } from "../resources/performance/review-processes";
import type { Session } from "../session/session";

/**
 * How many reviews wait for whoever is signed in. It is asked once, when somebody first looks, and again after a
 * change; who may not see reviews hears nothing of it.
 */
export class ReviewBadge {
  #session: Session | undefined;
  #isOld = true;
  #abort = new AbortController();

  /** @param isWatched whether any view is on screen: nobody asks for a number that is not seen */
  constructor(
    readonly show: (badge: vscode.ViewBadge | undefined) => void,
    readonly isWatched: () => boolean,
  ) {}

  setSession(session: Session | undefined): void {
    this.#session = session;
    this.show(undefined);
    this.expire();
  }

  /** What was counted may not be so any more. */
  expire(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#isOld = true;
    this.look();
  }

  /** Asks, where that is due and somebody watches. */
  look(): void {
    const session = this.#session;
    if (!session || !this.#isOld || !this.isWatched()) return;
    this.#isOld = false;
    void this.#count(session, this.#abort.signal);
  }

  dispose(): void {
    this.#abort.abort();
  }

  async #count(session: Session, signal: AbortSignal): Promise<void> {
    try {
      const count = await waitingReviews(session, signal);
      if (!signal.aborted) this.show(count > 0 ? badgeOf(count) : undefined);
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      // A number at the edge is not worth a message. Whoever opens the view reads there what is wrong.
    }
  }
}

function badgeOf(count: number): vscode.ViewBadge {
  const tooltip =
    count === 1 ? vscode.l10n.t("1 review waits for you") : vscode.l10n.t("{0} reviews wait for you", count);
  return { value: count, tooltip };
}

/** Reviews that the person has not handed in, in processes that still take them. @throws FactorialError */
async function waitingReviews(session: Session, signal: AbortSignal): Promise<number> {
  const { client, names, store, person } = session;
  if (!person) return 0;
  const { employeeId } = person;
  await names.fetch("employees", [employeeId], { signal });
  const accessId = store.get(employees, employeeId)?.access_id;
  if (typeof accessId !== "string") return 0;
  const query = { reviewer_ids: [accessId], published: false, limit: 100 };
  const { data, total } = await client.reviewEvaluations.list(query, { signal });
  store.put(reviewEvaluations, data);
  const processes = await names.resolve(
    reviewProcesses,
    data.map((review) => review.performance_review_process_id),
    { signal },
  );
  const isOver = ({ performance_review_process_id: id }: (typeof data)[number]) => {
    const process = typeof id === "string" ? processes.get(id) : undefined;
    return process !== undefined && process.status !== "active";
  };
  return (total ?? data.length) - data.filter(isOver).length;
}
