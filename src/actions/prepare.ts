import { nearestVersion } from "../api/versions";
import { credentials } from "../resources/api-public/credentials";
import { anyClient, type AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import { ACCESSES } from "../store/names";
import type { Action } from "./action-list";
import { askedField, nowOf, questionsFor, type Answers, type Asked, type Question } from "./asking/question";
import type { Target } from "./targets/target";
import { preferredVersion } from "./version";

/** What an action is to be done to, and with what. */
export interface Prepared {
  readonly targets: readonly Target[];
  /** Chosen as well, and not in a state that allows the action. */
  readonly leftOut: readonly Target[];
  readonly answers: Answers;
}

/** The steps that ask for what is not given. Somebody who gave input wants no question but those that must be. */
export function questionsOf(
  { resource, operation, declaration }: Action,
  record: AnyRecord | undefined,
  known: Answers,
  input: Answers | undefined,
): Question[] {
  const version = nearestVersion(preferredVersion(), operation.versions);
  const facts = { resource, operation, version };
  const { me, company, asks = [], now, choices } = declaration;
  const asked = asks.flatMap((name) => {
    const field = askedField(facts, name, { now: nowOf(record, name, now), choices: choices?.[name] });
    return field && (input === undefined || field.meaning.required) ? [field] : [];
  });
  // Asked for only where it could not be found out, as nobody in particular is signed in.
  const meField = me === undefined ? undefined : askedField(facts, me);
  const companyField = company === undefined ? undefined : askedField(facts, company);
  const fields: Asked[] = [
    ...(meField
      ? [{ ...meField, meaning: { ...meField.meaning, kind: "name", names: ACCESSES } } as const]
      : []),
    ...(companyField ? [companyField] : []),
    ...asked,
  ];
  return questionsFor(fields.filter(({ meaning }) => !(meaning.name in known)));
}

/** Input that nobody needs to be asked for: who is signed in, and where. @throws FactorialError */
export async function knownInput(
  session: Session,
  { declaration: { me, company } }: Action,
): Promise<Answers> {
  const [accessId, companyId] = await Promise.all([
    me === undefined ? undefined : accessOfPerson(session),
    company === undefined ? undefined : companyOf(session),
  ]);
  return {
    ...(me !== undefined && accessId !== undefined && { [me]: accessId }),
    ...(company !== undefined && companyId !== undefined && { [company]: companyId }),
  };
}

async function accessOfPerson({ person, names }: Session): Promise<string | undefined> {
  if (!person) return undefined;
  await names.fetch("employees", [person.employeeId]);
  const accessId = names.find("employees", person.employeeId)?.access_id;
  return typeof accessId === "string" ? accessId : undefined;
}

async function companyOf({ client }: Session): Promise<string | undefined> {
  const { data } = await anyClient(client, credentials).list({});
  const id = data[0]?.company_id;
  return typeof id === "string" ? id : undefined;
}

/**
 * The company's time zone is learned when time is first logged; a deadline that is asked for before that needs it
 * too. Where it cannot be learned, the clock's stays, and is shown beside the day.
 */
export async function learnZoneFor(session: Session, questions: readonly Question[]): Promise<void> {
  const needsZone = questions.some(({ asked: [{ meaning }] }) => meaning.kind === "instant");
  if (needsZone) await session.time()?.catch(() => undefined);
}
