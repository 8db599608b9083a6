import { inBatches } from "../api/batches";
import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { RecordOf, Resource } from "../api/resource";
import type { FactorialClient } from "../resources/factorial-client";
import { employees } from "../resources/employees/employees";
import { projects } from "../resources/project-management/projects";
import { tasks } from "../resources/tasks/tasks";
import type { Store } from "./store";

type Named = typeof employees | typeof projects | typeof tasks;

type Fetch = (ids: string[], options: CallOptions) => Promise<{ readonly data: readonly { id: string }[] }>;

/**
 * Turns ids into records that have a name, in batches and never one request a row. What is asked for twice is
 * fetched once. Names are a courtesy: what Factorial does not show to this account stays without one.
 */
export class Names {
  readonly #store: Store;
  readonly #fetchers: ReadonlyMap<Resource, Fetch>;
  /** Asked for and not there: not asked for again. */
  readonly #unknown = new Map<Resource, Set<string>>();

  constructor(store: Store, client: FactorialClient) {
    this.#store = store;
    this.#fetchers = new Map<Resource, Fetch>([
      [employees, (ids, options) => client.employees.all({ ids }, options)],
      [projects, (ids, options) => client.projects.all({ ids, include_inputed_minutes: false }, options)],
      [tasks, (ids, options) => client.tasks.all({ ids }, options)],
    ]);
  }

  /** @throws FactorialError where the names could not be fetched, but may be later */
  async resolve<T extends Named>(
    resource: T,
    ids: readonly (string | null | undefined)[],
    options: CallOptions = {},
  ): Promise<ReadonlyMap<string, RecordOf<T>>> {
    const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
    const unknown = this.#unknown.get(resource) ?? new Set();
    const missing = wanted.filter((id) => !this.#store.get(resource, id) && !unknown.has(id));
    await Promise.all(inBatches(missing).map((batch) => this.#fetch(resource, batch, options)));
    const found = new Map<string, RecordOf<T>>();
    for (const id of wanted) {
      const record = this.#store.get(resource, id);
      if (record) found.set(id, record);
    }
    return found;
  }

  async #fetch(resource: Resource, ids: string[], options: CallOptions): Promise<void> {
    const fetch = this.#fetchers.get(resource);
    if (!fetch) return;
    const data = await unlessRefused(fetch(ids, options));
    this.#store.put(resource, data);
    const found = new Set(data.map(({ id }) => id));
    const unknown = this.#unknown.get(resource) ?? new Set();
    for (const id of ids) if (!found.has(id)) unknown.add(id);
    this.#unknown.set(resource, unknown);
  }
}

/** Nothing, where this account may not read such records. */
async function unlessRefused<T>(answer: Promise<{ readonly data: readonly T[] }>): Promise<readonly T[]> {
  try {
    return (await answer).data;
  } catch (error) {
    if (error instanceof FactorialError && ["permission", "not-found"].includes(error.kind)) return [];
    throw error;
  }
}
