import type { Action } from "../actions/action-list";
import { knownInput } from "../actions/prepare";
import type { Answers } from "../actions/asking/question";
import type { Target } from "../actions/targets/target";
import { named } from "../actions/targets/targets";
import type { Resource } from "../api/resource";
import { anyClient, resourceNamed, type AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import { ACCESSES } from "../store/names";
import { fieldMeaning } from "../records/field-meaning";
import { fieldsOf } from "../api/operation";

/** What a form is about. */
export interface Subject {
  readonly action: Action;
  readonly targets: readonly Target[];
  /** The record of the first target with what the action finds in a second one. */
  readonly record: AnyRecord | undefined;
  /** Input that nobody needs to fill in. */
  readonly known: Answers;
}

/** Whether a form changes the record that it was opened on; else it makes something new. */
export function changesRecord({ on, resource }: Action): boolean {
  return on === resource;
}

/** What a form is about, as the server has it now. @throws FactorialError */
export async function readSubject(
  session: Session,
  action: Action,
  given: readonly Target[],
): Promise<Subject> {
  const { on } = action;
  const known = await knownInput(session, action);
  if (!on || !changesRecord(action)) return { action, targets: given, record: given[0]?.record, known };
  const ids = given.map(({ id }) => id);
  const records = await Promise.all(given.map((target) => readRecord(session, on, target)));
  const targets = await named(session, on, ids, records);
  const [record] = records;
  return { action, targets, record: record && (await withSecond(session, action, record)), known };
}

/** Asks the server, also for what is known: by its id, or among those of the list. @throws FactorialError */
export async function readRecord(
  session: Session,
  resource: Resource,
  { id, record: known }: Target,
): Promise<AnyRecord | undefined> {
  const client = anyClient(session.client, resource);
  const { data } = resource.operations.get
    ? await client.call("get", { id })
    : await client.all(queryFor(resource, id, known));
  const record = data.find((one) => one.id === id);
  if (record) session.store.put(resource, [{ ...record, id }]);
  return record;
}

/** Settings have no filter by their own ids, but one by what they belong to. */
function queryFor({ operations, places = [] }: Resource, id: string, known: AnyRecord | undefined) {
  if (operations.list && "ids" in operations.list.input.shape) return { ids: [id] };
  const by = places.find((place) => place.by !== undefined)?.by;
  const owner = by === undefined ? undefined : known?.[by.replace(/s$/, "")];
  return by !== undefined && typeof owner === "string" ? { [by]: [owner] } : {};
}

/** A record together with the second one that has more of what is asked for. @throws FactorialError */
export async function withSecond(
  session: Session,
  { declaration: { alsoIn, asks = [], now = {} }, resource, operation }: Action,
  record: AnyRecord,
): Promise<AnyRecord> {
  const other = alsoIn && resourceNamed(alsoIn.resource);
  const id = alsoIn && record[alsoIn.by];
  if (!other || typeof id !== "string") return record;
  const second = (await readRecord(session, other, { id, record: undefined, name: "" })) ?? {};
  const inputs = new Map(fieldsOf(operation.input));
  const people = await Promise.all(
    asks.map(async (name) => {
      const [input, field] = [inputs.get(name), now[name] ?? name];
      const schema = new Map(fieldsOf(other.record)).get(field);
      const isLogin = schema && fieldMeaning(other, field, schema).names === ACCESSES;
      if (!input || !isLogin || fieldMeaning(resource, name, input).names !== "employees") return [];
      return [[field, await employeesOf(session, second[field])]] as const;
    }),
  );
  return { ...second, ...Object.fromEntries(people.flat()), ...record };
}

/** The one resource knows people by their logins, the other one by what they are in the company. */
async function employeesOf(session: Session, logins: unknown): Promise<string[]> {
  const ids = Array.isArray(logins) ? logins.filter((one) => typeof one === "string") : [];
  await session.names.fetch(ACCESSES, ids);
  return ids.flatMap((id) => {
    const employeeId = session.names.find(ACCESSES, id)?.id;
    return typeof employeeId === "string" ? [employeeId] : [];
  });
}
