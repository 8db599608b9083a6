import type { CallOptions } from "../api/client";
import type { Page } from "../api/page";
import type { Resource } from "../api/resource";
import { catalogue } from "./catalogue";
import type { FactorialClient } from "./factorial-client";

/** A record of a resource that is known only at run time. */
export type AnyRecord = Readonly<Record<string, unknown>>;

type Input = Readonly<Record<string, unknown>>;
type Records = Pick<Page<AnyRecord>, "data" | "unreadable">;

/** The client of one resource, for code that goes by declarations and not by a resource's name. */
export interface AnyClient {
  /** One page. @throws FactorialError */
  list(query: Input, options?: CallOptions): Promise<Page<AnyRecord>>;
  /** All pages. @throws FactorialError */
  all(query: Input, options?: CallOptions): Promise<Records>;
  /** Any operation by its name; an answer of records is one list, whatever its form. @throws FactorialError */
  call(operation: string, input: Input, options?: CallOptions): Promise<Records>;
}

const resources: ReadonlyMap<string, Resource> = new Map(Object.entries(catalogue));
const keys: ReadonlyMap<Resource, string> = new Map([...resources].map(([key, resource]) => [resource, key]));

/** A resource by its name in the catalogue. */
export function resourceNamed(name: string): Resource | undefined {
  return resources.get(name);
}

/** A resource's name in the catalogue. */
export function nameOfResource(resource: Resource): string {
  return keys.get(resource) ?? resource.path;
}

export function anyClient(client: FactorialClient, resource: Resource): AnyClient {
  // The client has a method for every declared operation, each of (input, options); only the types differ.
  const methods = client[nameOfResource(resource) as keyof FactorialClient] as unknown as Readonly<
    Record<string, (input: Input, options?: CallOptions) => Promise<never>>
  >;
  const method = (name: string) => {
    const found = methods[name];
    if (!found) throw new Error(`${nameOfResource(resource)} has no operation ${name}.`);
    return found;
  };
  return {
    list: (query, options) => method("list")(query, options),
    all: (query, options) => method("all")(query, options),
    call: async (operation, input, options) => {
      const answer: AnyRecord | Records = await method(operation)(input, options);
      return resource.operations[operation]?.answer === "record"
        ? { data: [answer], unreadable: [] }
        : // By its declaration the answer is of records.
          answer;
    },
  };
}
