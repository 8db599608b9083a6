import type { Answers } from "../../actions/asking/question";
import { isListable } from "../../actions/targets/record-search";
import { preferredVersion } from "../../actions/version";
import { FactorialError } from "../../api/errors";
import { inVersion } from "../../api/operation";
import { nearestVersion } from "../../api/versions";
import { anyClient, nameOfResource, type AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";
import { withSecond, type Subject } from "../form-subject";

/** More pages than these are not looked through: then it is not known what was there before. */
const MOST_PAGES = 3;

/** The records among which a new one would be, before it was sent. */
export interface Trace {
  readonly query: Answers;
  readonly idsBefore: ReadonlySet<string>;
}

/**
 * Notes which records there are where a new one will be: should the answer to its creation be lost, it can be told
 * from them. Undefined where Factorial does not list them.
 */
export async function traceOf(
  session: Session,
  subject: Subject,
  answers: Answers,
): Promise<Trace | undefined> {
  const query = queryFor(session, subject, answers);
  try {
    const records = query && (await recordsBy(session, subject, query));
    return query && records && { query, idsBefore: new Set(records.flatMap(idOf)) };
  } catch (error) {
    // It only makes sure; whoever may create need not be allowed to list.
    if (error instanceof FactorialError) return undefined;
    throw error;
  }
}

/** The records that were not there before and have all that was sent. @throws FactorialError */
export async function findCreated(
  session: Session,
  subject: Subject,
  answers: Answers,
  { query, idsBefore }: Trace,
): Promise<readonly AnyRecord[]> {
  const records = (await recordsBy(session, subject, query)) ?? [];
  const added = records.filter((record) => idOf(record).some((id) => !idsBefore.has(id)));
  const whole = await Promise.all(added.map((record) => withSecond(session, subject.action, record)));
  return added.filter((_, at) => hasSent(whole[at] ?? {}, subject, answers));
}

function queryFor(
  session: Session,
  { action: { resource, on, target }, targets }: Subject,
  answers: Answers,
): Answers | undefined {
  const { list } = resource.operations;
  if (!list) return undefined;
  const schema = inVersion(list.input, nearestVersion(preferredVersion(), list.versions));
  const ids = targets.map(({ id }) => id);
  const place = on && resource.places?.find(({ parent }) => parent === nameOfResource(on));
  const filter = [place?.by, target, `${target}s`].find((name) => name !== undefined && name in schema.shape);
  const search = resource.finding?.search;
  const { name } = answers;
  const query = {
    ...resource.finding?.query?.(session.clock.today()),
    ...(on && filter !== undefined && { [filter]: filter.endsWith("s") ? ids : ids[0] }),
    ...(!on && search !== undefined && typeof name === "string" && { [search]: name }),
  };
  return isListable(session, { ...resource, finding: {} }, preferredVersion(), query) ? query : undefined;
}

/** Undefined where there are too many to look through. */
async function recordsBy(
  session: Session,
  { action: { resource } }: Subject,
  query: Answers,
): Promise<readonly AnyRecord[] | undefined> {
  const client = anyClient(session.client, resource);
  const records: AnyRecord[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await client.list({ ...query, limit: 100, ...(next !== undefined && { after_id: next }) });
    records.push(...page.data);
    next = page.nextCursor;
    if (next === undefined) return records;
  }
  return undefined;
}

/** Of what records do not tell nothing can be said; of the rest all must be there. */
function hasSent(record: AnyRecord, { action, targets }: Subject, answers: Answers): boolean {
  const now = action.declaration.now ?? {};
  const told = Object.entries(answers).filter(([name]) => (now[name] ?? name) in record);
  const own = record[action.target];
  const isBelow = own === undefined || targets.length === 0 || targets.some(({ id }) => id === own);
  return isBelow && told.length > 0 && told.every(([name, sent]) => isAlike(record[now[name] ?? name], sent));
}

function isAlike(held: unknown, sent: unknown): boolean {
  if (Array.isArray(sent)) {
    const there = new Set(Array.isArray(held) ? held.map(String) : []);
    return sent.length === there.size && sent.every((one) => there.has(String(one)));
  }
  if (typeof sent === "string" && typeof held === "string" && /^\d{4}-\d\d-\d\dT/.test(sent)) {
    return Date.parse(sent) === Date.parse(held);
  }
  // What is not filled in may come back as nothing.
  return (held ?? (sent === false ? false : undefined)) === sent;
}

function idOf({ id }: AnyRecord): string[] {
  return typeof id === "string" ? [id] : [];
}
