import type { RecordOf, Resource } from "../api/resource";
import { Emitter, type Event } from "./emitter";

export interface StoreChange {
  readonly resource: Resource;
  readonly put: readonly string[];
  /** What was put is the answer to a write of ours: a list that is on screen may take it in. */
  readonly written: boolean;
  readonly removed: readonly string[];
}

type WithId<T extends Resource> = RecordOf<T> & { readonly id: string };

/**
 * Records in memory, one truth for all views: what a read or a write answers is put in here, and views hear of it.
 * It holds one account's records and is thrown away with it.
 */
export class Store {
  readonly #collections = new Map<Resource, Map<string, unknown>>();
  /** What came since the last `expire`. */
  readonly #fresh = new Map<Resource, Set<string>>();
  readonly #changes = new Emitter<StoreChange>();

  readonly onDidChange: Event<StoreChange> = this.#changes.event;

  /** Takes in what a read brought. */
  put<T extends Resource>(resource: T, records: readonly WithId<T>[]): void {
    this.#put(resource, records, false);
  }

  /** Takes in what a write answered. */
  putWritten<T extends Resource>(resource: T, records: readonly WithId<T>[]): void {
    this.#put(resource, records, true);
  }

  get<T extends Resource>(resource: T, id: string): WithId<T> | undefined {
    // Each collection holds only what `put` took for the same resource.
    return this.#collection(resource).get(id) as WithId<T> | undefined;
  }

  all<T extends Resource>(resource: T): WithId<T>[] {
    return [...this.#collection(resource).values()] as WithId<T>[]; // See get().
  }

  /** Whether a record came since somebody last asked for everything anew. */
  isFresh(resource: Resource, id: string): boolean {
    return this.#fresh.get(resource)?.has(id) === true;
  }

  /** What is held, of one resource or at all, may be old from now on: it shows until it is fetched again. */
  expire(resource?: Resource): void {
    if (resource) this.#fresh.delete(resource);
    else this.#fresh.clear();
  }

  remove(resource: Resource, ids: readonly string[]): void {
    const collection = this.#collection(resource);
    const removed = ids.filter((id) => collection.delete(id));
    if (removed.length > 0) this.#changes.fire({ resource, put: [], written: false, removed });
  }

  dispose(): void {
    this.#changes.dispose();
    this.#collections.clear();
    this.#fresh.clear();
  }

  #put<T extends Resource>(resource: T, records: readonly WithId<T>[], written: boolean): void {
    if (records.length === 0) return;
    const collection = this.#collection(resource);
    const fresh = this.#fresh.get(resource) ?? new Set();
    this.#fresh.set(resource, fresh);
    for (const record of records) {
      collection.set(record.id, record);
      fresh.add(record.id);
    }
    this.#changes.fire({ resource, put: records.map(({ id }) => id), written, removed: [] });
  }

  #collection(resource: Resource): Map<string, unknown> {
    const known = this.#collections.get(resource);
    if (known) return known;
    const collection = new Map<string, unknown>();
    this.#collections.set(resource, collection);
    return collection;
  }
}
