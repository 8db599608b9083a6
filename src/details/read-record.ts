import type { CallOptions } from "../api/client";
import { FactorialError, type ErrorKind } from "../api/errors";
import type { Resource } from "../api/resource";
import { anyClient, resourceNamed, type AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import { alsoShown, type AlsoShown } from "./also-shown";
import type { RecordRef } from "./record-ref";

export type KnownRecord = AnyRecord & { readonly id: string };

export interface ReadRecord {
  readonly record: KnownRecord;
  /** Why it is not of now but what was read before. */
  readonly stale?: FactorialError;
}

/** Records shown with another, or why they cannot be. */
export interface ReadRecords {
  readonly shown: AlsoShown;
  readonly resource: Resource;
  readonly ids: readonly string[];
  readonly problem?: FactorialError;
}

const PASSING: readonly ErrorKind[] = ["offline", "unavailable", "rate-limit"];

/** A failure that says nothing about the record: what was read before may still be shown. */
export function isPassing(error: unknown): error is FactorialError {
  return error instanceof FactorialError && PASSING.includes(error.kind);
}

/**
 * Reads one record anew and puts it in the store. Undefined where the API has no way to read a single one and no view
 * has brought it either. @throws FactorialError
 */
export async function readRecord(
  session: Session,
  { resourceName, recordId }: RecordRef,
  options: CallOptions = {},
): Promise<ReadRecord | undefined> {
  const resource = resourceNamed(resourceName);
  if (!resource) return undefined;
  const stored = storedRecord(session, resource, recordId);
  try {
    const data = await fetched(session, resource, recordId, stored !== undefined, options);
    if (!data) return stored && { record: stored };
    const record = data.filter(hasId).find(({ id }) => id === recordId);
    if (!record) throw new FactorialError("not-found", "The list does not have the record any more.");
    session.store.put(resource, [record]);
    return { record };
  } catch (error) {
    if (!stored || !isPassing(error)) throw error;
    return { record: stored, stale: error };
  }
}

export function storedRecord(session: Session, resource: Resource, id: string): KnownRecord | undefined {
  const record: AnyRecord | undefined = session.store.get(resource, id);
  return record && hasId(record) ? record : undefined;
}

/** Undefined where there is no way to ask for one record. */
async function fetched(
  { client }: Session,
  resource: Resource,
  id: string,
  isStored: boolean,
  options: CallOptions,
): Promise<readonly AnyRecord[] | undefined> {
  const { get, list } = resource.operations;
  const records = anyClient(client, resource);
  // An operation that no official description has may well not be there: not asked for what is known anyway.
  if (get && !(get.unofficial && isStored)) return (await records.call("get", { id }, options)).data;
  if (list && "ids" in list.input.shape) return (await records.list({ ids: [id] }, options)).data;
  return undefined;
}

/** Reads what is shown with a record: one request each; what is refused does not keep the rest away. */
export function readAlsoShown(
  session: Session,
  { resourceName, recordId }: RecordRef,
  options: CallOptions,
): Promise<ReadRecords[]> {
  return Promise.all(
    alsoShown(resourceName).flatMap((shown) => {
      const resource = resourceNamed(shown.resourceName);
      return resource ? [readList(session, resource, shown, recordId, options)] : [];
    }),
  );
}

async function readList(
  { client, store }: Session,
  resource: Resource,
  shown: AlsoShown,
  id: string,
  options: CallOptions,
): Promise<ReadRecords> {
  try {
    const { data } = await anyClient(client, resource).list({ [shown.by]: [id] }, options);
    const records = data.filter(hasId);
    store.put(resource, records);
    return { shown, resource, ids: records.map((record) => record.id) };
  } catch (error) {
    if (!(error instanceof FactorialError) || error.kind === "cancelled") throw error;
    return { shown, resource, ids: [], problem: error };
  }
}

function hasId(record: AnyRecord): record is KnownRecord {
  return typeof record.id === "string";
}
