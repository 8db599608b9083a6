import { FactorialError } from "../../api/errors";
import type { Resource } from "../../api/resource";
import { nameWhatIsIn, wordingOf } from "../../records/session-wording";
import { anyClient, nameOfResource, type AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";
import type { Target } from "./target";

/** The records that ids name, with what people call them. @throws FactorialError */
export async function targetsOf(
  session: Session,
  resource: Resource,
  ids: readonly string[],
): Promise<Target[]> {
  // What may be old is fetched again: what can be done with a record, and what Undo goes back to, depends on it.
  await session.names.fetch(nameOfResource(resource), ids);
  const missing = ids.filter((id) => !session.store.get(resource, id));
  if (missing.length > 0 && resource.operations.get) await fetchEach(session, resource, missing);
  const records = ids.map((id): AnyRecord | undefined => session.store.get(resource, id));
  return named(session, resource, ids, records);
}

/** The same, for records that are there. @throws FactorialError */
export async function named(
  session: Session,
  resource: Resource,
  ids: readonly string[],
  records: readonly (AnyRecord | undefined)[],
): Promise<Target[]> {
  await nameWhatIsIn(session, (wording) => {
    for (const record of records) if (record) wording.row(resource, record);
  });
  const wording = wordingOf(session);
  return ids.map((id, at) => {
    const record = records[at];
    const name = record ? wording.row(resource, record).label : wording.text(resource.names.one);
    return { id, record, name };
  });
}

/**
 * Asks the server anew, also for what is known. What is not there any more leaves the store, and has no record here.
 * @throws FactorialError
 */
export async function lookAgain(
  session: Session,
  resource: Resource,
  targets: readonly Target[],
): Promise<Target[]> {
  const ids = targets.map(({ id }) => id);
  const found = await fetchEach(session, resource, ids);
  const again = await named(
    session,
    resource,
    ids,
    ids.map((id) => found.get(id)),
  );
  return again.map((target, at) => (target.record ? target : { ...target, name: targets[at]?.name ?? "" }));
}

async function fetchEach(
  session: Session,
  resource: Resource,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AnyRecord>> {
  const client = anyClient(session.client, resource);
  const found = new Map<string, AnyRecord>();
  await Promise.all(
    ids.map(async (id) => {
      try {
        const { data } = await client.call("get", { id });
        const [record] = data;
        if (!record) return;
        found.set(id, record);
        session.store.put(resource, [{ ...record, id }]);
      } catch (error) {
        if (!(error instanceof FactorialError) || error.kind !== "not-found") throw error;
        session.store.remove(resource, [id]);
      }
    }),
  );
  return found;
}
