import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { UnreadableRecord } from "../api/page";
import type { Resource } from "../api/resource";

/** A row that stands for a record; what it says is read from the store when it is drawn. */
export interface RecordRow {
  readonly kind: "record";
  readonly resource: Resource;
  readonly recordId: string;
}

/** A row that only holds others: "People", "Time". */
export interface GroupRow {
  readonly kind: "group";
  readonly branch: Branch;
}

/** A record that came but could not be read. */
export interface UnreadableRow {
  readonly kind: "unreadable";
  readonly record: UnreadableRecord;
}

export type BranchRow = RecordRow | GroupRow | UnreadableRow;

export interface BranchPage {
  readonly rows: readonly BranchRow[];
  /** Undefined on the last page. */
  readonly next?: string | undefined;
}

export interface BranchFacts {
  /** Unique in the view. */
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** One word for menus and tests. */
  readonly context: string;
  /** Said where there is nothing. */
  readonly empty: string;
  /** One request a page, plus batches of names. */
  readonly fetch: (cursor: string | undefined, options: CallOptions) => Promise<BranchPage>;
  /** Whether a record that was just written belongs among the rows that are loaded. */
  readonly adopts?: (resource: Resource, recordId: string) => boolean;
  /** The order of records, where it is not that of their coming. */
  readonly compare?: (recordId: string, otherId: string) => number;
}

/** The rows below one row: fetched when it is expanded, a page at a time, and kept until they are refreshed. */
export class Branch {
  #rows: BranchRow[] = [];
  #next: string | undefined;
  #error: FactorialError | undefined;
  #loaded = false;
  #fetching: Promise<void> | undefined;
  #abort = new AbortController();

  constructor(readonly facts: BranchFacts) {}

  get rows(): readonly BranchRow[] {
    return this.#rows;
  }

  get error(): FactorialError | undefined {
    return this.#error;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  get isLoaded(): boolean {
    return this.#loaded;
  }

  /** Fetches the first page where nothing was fetched yet. Failures end up in `error`, beside what is there. */
  load(): Promise<void> {
    if (this.#loaded) return Promise.resolve();
    return this.#fetch(undefined);
  }

  loadMore(): Promise<void> {
    return this.#next === undefined ? Promise.resolve() : this.#fetch(this.#next);
  }

  /** Forgets what was fetched; the next look fetches anew. The rows stay until then. */
  expire(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#fetching = undefined;
    this.#loaded = false;
  }

  /** Takes in a record that was just written. True where the rows changed. */
  adopt(resource: Resource, recordId: string): boolean {
    if (!this.#loaded || this.facts.adopts?.(resource, recordId) !== true) return false;
    if (this.#rows.some((row) => row.kind === "record" && row.recordId === recordId)) return false;
    const { compare } = this.facts;
    const later = compare
      ? this.#rows.findIndex((row) => row.kind === "record" && compare(recordId, row.recordId) <= 0)
      : 0;
    this.#rows.splice(later === -1 ? this.#rows.length : later, 0, { kind: "record", resource, recordId });
    return true;
  }

  /** Drops records that were deleted. True where the rows changed. */
  drop(resource: Resource, recordIds: readonly string[]): boolean {
    const kept = this.#rows.filter(
      (row) => row.kind !== "record" || row.resource !== resource || !recordIds.includes(row.recordId),
    );
    const changed = kept.length !== this.#rows.length;
    this.#rows = kept;
    return changed;
  }

  dispose(): void {
    this.#abort.abort();
  }

  #fetch(cursor: string | undefined): Promise<void> {
    this.#fetching ??= this.#fetchPage(cursor).finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetchPage(cursor: string | undefined): Promise<void> {
    const { signal } = this.#abort;
    try {
      const page = await this.facts.fetch(cursor, { signal });
      if (signal.aborted) return;
      this.#rows = cursor === undefined ? [...page.rows] : withoutRepeats([...this.#rows, ...page.rows]);
      this.#next = page.next;
      this.#error = undefined;
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      if (error.kind === "cancelled" || signal.aborted) return;
      this.#error = error;
    }
    this.#loaded = true;
  }
}

/** A record that was taken in when it was written comes again with its page; it keeps its place there. */
function withoutRepeats(rows: readonly BranchRow[]): BranchRow[] {
  const last = new Map(rows.flatMap((row, index) => (row.kind === "record" ? [[row.recordId, index]] : [])));
  return rows.filter((row, index) => row.kind !== "record" || last.get(row.recordId) === index);
}
