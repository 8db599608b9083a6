import * as z from "zod";
import { inBatches } from "../api/batches";
import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import { fieldsOf, type Operation } from "../api/operation";
import type { RecordOf, Resource } from "../api/resource";
import { anyClient, nameOfResource, resourceNamed, type AnyRecord } from "../resources/any-client";
import { employees } from "../resources/employees/employees";
import type { FactorialClient } from "../resources/factorial-client";
import type { Store } from "./store";

/** What an id names: a resource's name in the catalogue, or `accesses`, employees by the id of their login. */
export type NameKind = string;

export const ACCESSES = "accesses";

/** A row's names may need names in turn: a time record its worker, a worker its employee. */
const DEEPEST = 4;

/** Of names that can only be asked for one by one. */
const MOST_ONE_BY_ONE = 5;

/**
 * Turns ids into records that have a name, in batches and never one request a row. What is asked for twice is
 * fetched once. Names are a courtesy: what Factorial does not show to this account stays without one.
 */
export class Names {
  readonly #store: Store;
  readonly #client: FactorialClient;
  /** Asked for and not there: not asked for again. */
  readonly #unknown = new Map<NameKind, Set<string>>();
  /** Employees' ids by the ids of their logins. */
  readonly #employeeByAccess = new Map<string, string>();

  constructor(store: Store, client: FactorialClient) {
    this.#store = store;
    this.#client = client;
    store.onDidChange(({ resource, put }) => {
      if (resource === employees) this.#learnAccesses(put);
    });
  }

  /** The record that an id names, where it is known. */
  find(kind: NameKind, id: string): AnyRecord | undefined {
    if (kind === ACCESSES) {
      const employeeId = this.#employeeByAccess.get(id);
      return employeeId === undefined ? undefined : this.#store.get(employees, employeeId);
    }
    const resource = resourceNamed(kind);
    return resource && this.#store.get(resource, id);
  }

  /** @throws FactorialError where the names could not be fetched, but may be later */
  async resolve<T extends Resource>(
    resource: T,
    ids: readonly (string | null | undefined)[],
    options: CallOptions = {},
  ): Promise<ReadonlyMap<string, RecordOf<T>>> {
    const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
    await this.fetch(nameOfResource(resource), wanted, options);
    const found = new Map<string, RecordOf<T>>();
    for (const id of wanted) {
      const record = this.#store.get(resource, id);
      if (record) found.set(id, record);
    }
    return found;
  }

  /**
   * Fetches what a piece of text needs: `draw` is called with a function that it asks for every name in it, again
   * as long as what came asks for more. @throws FactorialError
   */
  async settle(
    draw: (need: (kind: NameKind, id: string) => void) => void,
    options: CallOptions = {},
  ): Promise<void> {
    for (let depth = 0; depth < DEEPEST; depth++) {
      const needed = new Map<NameKind, Set<string>>();
      draw((kind, id) => {
        if (this.#isKnown(kind, id)) return;
        needed.set(kind, (needed.get(kind) ?? new Set()).add(id));
      });
      if (needed.size === 0) return;
      await Promise.all([...needed].map(([kind, ids]) => this.fetch(kind, [...ids], options)));
    }
  }

  /** Fetches records by what names them, those that are not known yet. @throws FactorialError */
  async fetch(kind: NameKind, ids: readonly string[], options: CallOptions = {}): Promise<void> {
    const missing = ids.filter((id) => !this.#isKnown(kind, id));
    await Promise.all(inBatches(missing).map((batch) => this.#fetchBatch(kind, batch, options)));
  }

  /** Asks anew for what is next needed, of one resource or at all, also for what was not there. */
  expire(resource?: Resource): void {
    this.#store.expire(resource);
    if (resource) this.#unknown.delete(nameOfResource(resource));
    else this.#unknown.clear();
  }

  #isKnown(kind: NameKind, id: string): boolean {
    if (this.#unknown.get(kind)?.has(id) === true) return true;
    if (kind === ACCESSES) {
      const employeeId = this.#employeeByAccess.get(id);
      return employeeId !== undefined && this.#store.isFresh(employees, employeeId);
    }
    const resource = resourceNamed(kind);
    return resource !== undefined && this.#store.isFresh(resource, id);
  }

  async #fetchBatch(kind: NameKind, ids: string[], options: CallOptions): Promise<void> {
    const resource = kind === ACCESSES ? employees : resourceNamed(kind);
    const list = resource?.operations.list;
    const filter = kind === ACCESSES ? "access_ids" : "ids";
    if (resource && list && !canListBy(list, filter)) await this.#fetchEach(resource, ids, options);
    else if (resource && list) {
      // Counting a project's minutes is slow, and a name does not need it.
      const query = {
        [filter]: ids,
        ...(resource.path === "projects" && { include_inputed_minutes: false }),
      };
      const { data } = await unlessRefused(anyClient(this.#client, resource).all(query, options));
      this.#store.put(resource, data.filter(hasId));
    }
    const unknown = this.#unknown.get(kind) ?? new Set();
    for (const id of ids) if (!this.#isKnown(kind, id)) unknown.add(id);
    this.#unknown.set(kind, unknown);
  }

  /** Of a list that wants more than ids, records are read one by one: there are few of those. */
  async #fetchEach(resource: Resource, ids: readonly string[], options: CallOptions): Promise<void> {
    if (!resource.operations.get) return;
    const client = anyClient(this.#client, resource);
    for (const id of ids.slice(0, MOST_ONE_BY_ONE)) {
      const { data } = await unlessRefused(client.call("get", { id }, options));
      this.#store.put(resource, data.filter(hasId));
    }
  }

  #learnAccesses(employeeIds: readonly string[]): void {
    for (const id of employeeIds) {
      const accessId = this.#store.get(employees, id)?.access_id;
      if (typeof accessId === "string") this.#employeeByAccess.set(accessId, id);
    }
  }
}

function canListBy({ input }: Operation, filter: string): boolean {
  const needed = fieldsOf(input).filter(([, field]) => !(field instanceof z.ZodOptional));
  return filter in input.shape && needed.every(([name]) => SENT_ANYWAY.includes(name));
}

/** What lists want that we send with every request. */
const SENT_ANYWAY = ["include_inputed_minutes"];

function hasId(record: AnyRecord): record is AnyRecord & { readonly id: string } {
  return typeof record.id === "string";
}

/** Nothing, where this account may not read such records. */
async function unlessRefused(
  answer: Promise<{ readonly data: readonly AnyRecord[] }>,
): Promise<{ readonly data: readonly AnyRecord[] }> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof FactorialError && ["permission", "not-found"].includes(error.kind)) {
      return { data: [] };
    }
    throw error;
  }
}
