import type { CallOptions } from "../../api/client";
import { inVersion } from "../../api/operation";
import type { Page } from "../../api/page";
import type { Resource } from "../../api/resource";
import { nearestVersion, type ApiVersion } from "../../api/versions";
import { nameWhatIsIn } from "../../records/session-wording";
import { anyClient, resourceNamed, type AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";

export type KnownRecord = AnyRecord & { readonly id: string };

export interface SearchFacts {
  readonly session: Session;
  readonly resource: Resource;
  /** Further input of the list, over what the resource declares for finding. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Whether a record may be chosen. */
  readonly offers: (record: KnownRecord) => boolean;
}

/** Whether a resource's records can be listed without knowing more than a person types: some lists want ids. */
export function isListable(
  session: Session,
  { operations: { list }, finding }: Resource,
  version: ApiVersion,
  query: Readonly<Record<string, unknown>> = {},
): boolean {
  if (!list) return false;
  const { through } = finding ?? {};
  const input = {
    ...finding?.query?.(session.clock.today()),
    ...(through && { [through.input]: "any" }),
    ...query,
    limit: 100,
  };
  return inVersion(list.input, nearestVersion(version, list.versions)).safeParse(input).success;
}

/** Pages that are fetched without being asked for: those before the first record that may be chosen. */
const EAGER_PAGES = 5;

/**
 * The records of a resource that a text finds, a page at a time. Where Factorial cannot search, the list is fetched
 * once and the same for every text.
 */
export class RecordSearch {
  readonly #facts: SearchFacts;
  #text = "";
  #records: readonly KnownRecord[] = [];
  /** The cursor of the next page; undefined before the first one, null behind the last. */
  #next: string | undefined | null;

  constructor(facts: SearchFacts) {
    this.#facts = facts;
  }

  get isOnServer(): boolean {
    return this.#facts.resource.finding?.search !== undefined;
  }

  /** What was found so far and may be chosen. */
  get records(): readonly KnownRecord[] {
    return this.#records;
  }

  get hasMore(): boolean {
    return typeof this.#next === "string";
  }

  /** Finds what has a text in it, or goes on where that failed. @throws FactorialError */
  async find(text: string, options: CallOptions): Promise<void> {
    if (this.isOnServer && text !== this.#text) {
      this.#text = text;
      this.#records = [];
      this.#next = undefined;
    }
    if (this.#next === undefined) await this.#fetchPage(options);
    for (let pages = 1; this.#wantsMore(pages); pages++) await this.#fetchPage(options);
  }

  /** @throws FactorialError */
  async more(options: CallOptions): Promise<void> {
    if (this.hasMore) await this.#fetchPage(options);
  }

  /** A list that is searched here is worth having whole; a page of the server's findings only if one is of use. */
  #wantsMore(pages: number): boolean {
    return this.hasMore && pages < EAGER_PAGES && (!this.isOnServer || this.#records.length === 0);
  }

  async #fetchPage(options: CallOptions): Promise<void> {
    const { session, resource, offers } = this.#facts;
    const { data, nextCursor } = await this.#readPage(options);
    const records = data.filter(isKnown);
    session.store.put(resource, records);
    const offered = records.filter(offers);
    await nameWhatIsIn(
      session,
      (wording) => {
        for (const record of offered) wording.row(resource, record);
      },
      options,
    );
    // An answer to another text than the last one came too late.
    if (options.signal?.aborted === true) return;
    this.#records = [...this.#records, ...offered];
    this.#next = nextCursor ?? null;
  }

  async #readPage(options: CallOptions): Promise<Pick<Page<AnyRecord>, "data" | "nextCursor">> {
    const { session, resource } = this.#facts;
    const { through } = resource.finding ?? {};
    const client = anyClient(session.client, resource);
    if (!through) return client.list(this.#query(), options);
    const others = resourceNamed(through.resource);
    if (!others) return { data: [], nextCursor: undefined };
    const { data } = await anyClient(session.client, others).all({}, options);
    const values = new Set(data.map((record) => record[through.field]).filter(isText));
    const lists = await Promise.all(
      [...values].map((value) => client.all({ ...this.#query(), [through.input]: value }, options)),
    );
    return { data: lists.flatMap((list) => list.data), nextCursor: undefined };
  }

  #query(): Record<string, unknown> {
    const { session, resource, query } = this.#facts;
    const { finding } = resource;
    return {
      ...finding?.query?.(session.clock.today()),
      ...query,
      limit: 100,
      ...(finding?.search !== undefined && this.#text !== "" && { [finding.search]: this.#text }),
      ...(typeof this.#next === "string" && { after_id: this.#next }),
    };
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isKnown(record: AnyRecord): record is KnownRecord {
  return typeof record.id === "string";
}
