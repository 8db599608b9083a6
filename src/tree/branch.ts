import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { UnreadableRecord } from "../api/page";
import type { Resource } from "../api/resource";
import type { AnyRecord } from "../resources/any-client";

/** A record that rows hang below. */
export interface RecordRef {
  readonly resource: Resource;
  /** In the catalogue. */
  readonly resourceName: string;
  readonly recordId: string;
}

/** A row that stands for a record; what it says is read from the store when it is drawn. */
export interface RecordRow {
  readonly kind: "record";
  readonly resource: Resource;
  readonly recordId: string;
}

/** A record without an id, which some lists have: the store cannot hold it, so the row does. */
export interface LooseRow {
  readonly kind: "loose";
  readonly resource: Resource;
  readonly record: AnyRecord;
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

export type BranchRow = RecordRow | LooseRow | GroupRow | UnreadableRow;

export interface BranchPage {
  readonly rows: readonly BranchRow[];
  /** Undefined on the last page. */
  readonly next?: string | undefined;
  /** What went wrong beside the rows: their names could not be fetched. */
  readonly problem?: FactorialError | undefined;
}

export interface BranchFacts {
  /** Unique in the view. */
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** For menus: what kind of row it is. */
  readonly context: string;
  /** Said where there is nothing. */
  readonly empty: string;
  /** Whose records it lists. */
  readonly lists: readonly Resource[];
  /** What it hangs below, the nearest last. */
  readonly above: readonly RecordRef[];
  /** One request a page, plus batches of names. */
  readonly fetch: (cursor: string | undefined, options: CallOptions) => Promise<BranchPage>;
  /** Whether a record that was just written belongs among the rows that are loaded. */
  readonly adopts?: ((resource: Resource, recordId: string) => boolean) | undefined;
  /** The order of records, where it is not that of their coming. */
  readonly compare?: (recordId: string, otherId: string) => number;
  /** Hears that what was fetched is old, for what is kept outside of the branch. */
  readonly onExpire?: () => void;
}

/** Pages that are fetched anew at once; what was shown beyond them comes with "Load more". */
const MOST_PAGES_AGAIN = 10;

/** The rows below one row: fetched when it is expanded, a page at a time, and kept until they are refreshed. */
export class Branch {
  #rows: BranchRow[] = [];
  #next: string | undefined;
  #error: FactorialError | undefined;
  #loaded = false;
  #pages = 0;
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

  /** It was asked for at least once: somebody looks at it, or did. */
  get wasOpened(): boolean {
    return this.#pages > 0 || this.#error !== undefined || this.#fetching !== undefined;
  }

  /**
   * Fetches what is not there yet: at first one page, after `expire` as many as there were. Failures end up in
   * `error`, beside what is there.
   */
  async load(): Promise<void> {
    if (this.#loaded) return;
    await this.#once(() => this.#fetch(undefined, Math.max(1, Math.min(this.#pages, MOST_PAGES_AGAIN))));
    // It may have expired meanwhile, and somebody else have asked again: whoever waits wants the newest.
    if (!this.isLoaded) await this.#fetching;
  }

  async loadMore(): Promise<void> {
    const next = this.#next;
    if (next !== undefined) await this.#once(() => this.#fetch(next, 1));
  }

  /** Forgets that anything was fetched; the next look fetches anew. The rows stay until then. */
  expire(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#fetching = undefined;
    this.#loaded = false;
    this.facts.onExpire?.();
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

  #once(fetch: () => Promise<void>): Promise<void> {
    if (this.#fetching) return this.#fetching;
    const fetching = fetch().finally(() => {
      // After `expire` another one may have taken its place.
      if (this.#fetching === fetching) this.#fetching = undefined;
    });
    this.#fetching = fetching;
    return fetching;
  }

  async #fetch(cursor: string | undefined, pages: number): Promise<void> {
    const { signal } = this.#abort;
    try {
      const rows: BranchRow[] = cursor === undefined ? [] : [...this.#rows];
      let next = cursor;
      let problem: FactorialError | undefined;
      let fetched = 0;
      do {
        const page = await this.facts.fetch(next, { signal });
        if (signal.aborted) return;
        rows.push(...page.rows);
        problem ??= page.problem;
        next = page.next;
        fetched++;
      } while (fetched < pages && next !== undefined);
      this.#rows = withoutRepeats(rows);
      this.#next = next;
      this.#error = problem;
      this.#pages = cursor === undefined ? fetched : this.#pages + fetched;
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      if (error.kind === "cancelled" || signal.aborted) return;
      this.#error = error;
    }
    this.#loaded = true;
  }
}

/**
 * A record that was taken in when it was written comes again with its page, and keeps its place there. Two rows of
 * one id are more than a tree can draw.
 */
function withoutRepeats(rows: readonly BranchRow[]): BranchRow[] {
  const keyOf = ({ resource, recordId }: RecordRow) => `${resource.path}/${recordId}`;
  const last = new Map(rows.flatMap((row, index) => (row.kind === "record" ? [[keyOf(row), index]] : [])));
  return rows.filter((row, index) => row.kind !== "record" || last.get(keyOf(row)) === index);
}
