import type { Place, Resource } from "../api/resource";
import { anyClient, nameOfResource, type AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import { Branch, type BranchFacts, type RecordRef } from "./branch";
import { takesList } from "./filters";
import { fittingPage, listPage } from "./list-page";

type Query = Readonly<Record<string, unknown>>;

export interface ListFacts extends Pick<BranchFacts, "id" | "label" | "context" | "empty"> {
  readonly resource: Resource;
  readonly icon?: string | undefined;
  readonly query?: Query | undefined;
  readonly above?: readonly RecordRef[];
  readonly adopts?: ((record: AnyRecord) => boolean) | undefined;
}

/** A list of the API as it is, with input that never changes. */
export function listBranch(session: Session, facts: ListFacts): Branch {
  const { resource, query, adopts, above = [] } = facts;
  return new Branch({
    ...facts,
    icon: facts.icon ?? resource.icon,
    lists: [resource],
    above,
    adopts: adoptsBy(session, resource, adopts),
    fetch: async (cursor, options) => {
      const page = await anyClient(session.client, resource).list({ ...query, ...after(cursor) }, options);
      return listPage(session, resource, page, options);
    },
  });
}

export interface PlaceFacts extends Pick<BranchFacts, "id" | "label" | "context" | "empty" | "above"> {
  readonly place: Place;
  readonly resource: Resource;
  readonly parent: RecordRef;
  /** What the view is filtered by, as far as this list takes it. */
  readonly filter: Query;
}

/** The records of a place that a declaration names, below one parent. */
export function placeBranch(session: Session, facts: PlaceFacts): Branch {
  const { place, resource, parent } = facts;
  const { where = {}, by, from = "id" } = place;
  const parentField = (name: string): unknown =>
    name === "id" ? parent.recordId : session.store.get(parent.resource, parent.recordId)?.[name];
  const belongs = (record: AnyRecord) =>
    Object.entries(where).every(([own, of]) => isSame(record[own], parentField(of)));
  return new Branch({
    ...facts,
    icon: place.icon ?? resource.icon,
    lists: [resource],
    adopts: adoptsBy(
      session,
      resource,
      (record) => belongs(record) && isFilteredIn(record, place, parentField),
    ),
    fetch: async (cursor, options) => {
      const value = by === undefined ? undefined : parentField(from);
      // A filter without a value would let everything through.
      if (by !== undefined && !isFilter(value)) return { rows: [] };
      const below = by === undefined ? {} : { [by]: takesList(resource, by) ? [value] : value };
      const client = anyClient(session.client, resource);
      const page = await fittingPage(
        (at) => client.list({ ...place.query, ...facts.filter, ...below, ...after(at) }, options),
        belongs,
        cursor,
      );
      return listPage(session, resource, page, options);
    },
  });
}

/** The cursor's part of a list's input. */
export function after(cursor: string | undefined): { limit: number; after_id?: string } {
  return { limit: 100, ...(cursor !== undefined && { after_id: cursor }) };
}

function adoptsBy(
  session: Session,
  resource: Resource,
  adopts: ((record: AnyRecord) => boolean) | undefined,
): BranchFacts["adopts"] {
  return (written, recordId) => {
    const record = written === resource ? session.store.get(resource, recordId) : undefined;
    return record !== undefined && adopts?.(record) === true;
  };
}

/**
 * Whether the server's filters would let a record through that was just written. Where its fields do not tell, no:
 * the list is fetched again after a write anyway.
 */
function isFilteredIn(
  record: AnyRecord,
  { by, from = "id", query = {} }: Place,
  parentField: (name: string) => unknown,
): boolean {
  if (by !== undefined && !isSame(record[by.replace(/s$/, "")], parentField(from))) return false;
  return Object.entries(query).every(([name, value]) => !(name in record) || isSame(record[name], value));
}

function isSame(value: unknown, other: unknown): boolean {
  return isFilter(value) && value === other;
}

function isFilter(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** What menus know a group by that holds records below another; its states change with the other record. */
export function contextBelow(
  resource: Resource | undefined,
  parentName: string,
  states: readonly string[] = [],
): string {
  return ["group", resource ? nameOfResource(resource) : "", parentName, ...states].join(" ");
}
