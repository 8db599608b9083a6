/**
 * What the sandbox knows of a resource beyond its description. Reading, creating, changing and deleting follow from
 * the contract; only what differs, and what an action does, is written down, in `rules/`.
 */

import type { Call } from "./call.js";
import type { Company } from "./company/company.js";
import type { New, Row, Table } from "./company/table.js";
import type { Filter } from "./filters.js";

export interface Resource<T extends Row = Row> {
  table: (company: Company) => Table<T>;
  /** Records that this caller gets to see; all of them if left out. */
  shows?: (record: T, call: Call) => boolean;
  /** Fields that are worked out for the answer. */
  present?: (record: T, call: Call) => Readonly<Record<string, unknown>>;
  /** Further records for a list, which are in no table. */
  besides?: (call: Call) => readonly T[];
  /** Filters that don't follow from the parameter's name. */
  filters?: Readonly<Record<string, Filter<T>>>;
  /** Whether a list ignores paging and answers everything. */
  unpaged?: boolean;
  /** Refuses what may not be done to this resource at all, by anyone or by this caller. */
  guard?: (call: Call) => void;
  /** Makes the record; by default the body's fields and `defaults`. */
  create?: (call: Call) => T;
  /** Fields of a new record that the body does not give. */
  defaults?: (call: Call) => Partial<New<T>>;
  /** Refuses a new or changed record; `record` is undefined for a new one. */
  check?: (call: Call, record: T | undefined) => void;
  /** Fields to store, where they aren't those of the body one by one. */
  fields?: (call: Call) => Partial<T>;
  /** Changes the record; by default the body's fields are stored. */
  update?: (record: T, call: Call) => void;
  /** Before the record goes: refuses, or removes what hangs on it. */
  beforeDelete?: (record: T, call: Call) => void;
  /** Takes the record away otherwise than out of its table alone; gives what the answer shows. */
  discard?: (record: T, call: Call) => T;
  /** The other POSTs, by name. */
  actions?: Readonly<Record<string, (call: Call) => T | readonly T[]>>;
}

/** Takes a definition that knows its records' type; the engine deals in general records. */
export function resource<T extends Row>(definition: Resource<T>): Resource {
  // the engine hands a definition only records of the definition's own table, and those are T
  return definition as unknown as Resource;
}

/** By the path of the resource, such as `project_management/projects`. */
export type Resources = Readonly<Record<string, Resource>>;
