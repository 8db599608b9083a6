import * as z from "zod";
import { checkBaseUrl } from "./base-url";

/** Who a credential belongs to, as the API says. */
export interface Identity {
  readonly companyId: string;
  readonly companyName?: string | undefined;
  /** Absent for an API key and a company's token: they belong to no employee. */
  readonly employeeId?: string | undefined;
  readonly accessId?: string | undefined;
  readonly fullName?: string | undefined;
  readonly email?: string | undefined;
}

export interface Person {
  readonly employeeId: string;
  readonly fullName: string;
  readonly email?: string | undefined;
}

const text = z.string().min(1);

const OAuthCredential = z.object({
  method: z.literal("oauth"),
  clientId: text,
  clientSecret: text,
  accessToken: text,
  refreshToken: text.optional(),
  /** Unix milliseconds from which on a new token is asked for. */
  refreshAt: z.number().optional(),
});
export type OAuthCredential = z.output<typeof OAuthCredential>;

const Credential = z.discriminatedUnion("method", [
  z.object({ method: z.literal("api-key"), key: text }),
  OAuthCredential,
  z.object({ method: z.literal("token"), token: text }),
  // The demo company's address and token are made anew by each window: only the fact is kept.
  z.object({ method: z.literal("demo") }),
]);
export type Credential = z.output<typeof Credential>;
export type Method = Credential["method"];

const VERSION = 1;

const StoredAccount = z.object({
  version: z.literal(VERSION),
  id: text,
  /** Where the credential may go, and nowhere else; absent for the demo company, which moves. */
  baseUrl: text.optional(),
  company: z.object({ id: text, name: z.string().optional() }),
  user: z.object({
    accessId: text.optional(),
    fullName: z.string().optional(),
    email: z.string().optional(),
  }),
  /** For whom time is logged: the credential's own employee, or whom the person said to be. */
  employee: z.object({ id: text, fullName: z.string().optional(), email: z.string().optional() }).optional(),
  /** The person was asked who they are, whatever came of it: they are not asked again. */
  askedWho: z.boolean(),
  /** Factorial does not accept the credential any more. */
  ended: z.boolean(),
  credential: Credential,
});
export type StoredAccount = z.output<typeof StoredAccount>;

/** What everybody but this folder sees of an account: nothing secret. */
export type Account = Omit<StoredAccount, "version" | "credential"> & {
  readonly method: Method;
  /** Host (and port) of the base URL; `demo` for the demo company. */
  readonly host: string;
};

export function publicAccount(stored: StoredAccount): Account {
  const { id, baseUrl, company, user, employee, askedWho, ended } = stored;
  const host = hostOf(baseUrl) ?? DEMO_HOST;
  return { id, baseUrl, host, method: stored.credential.method, company, user, employee, askedWho, ended };
}

const DEMO_HOST = "demo";

function hostOf(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined) return undefined;
  const check = checkBaseUrl(baseUrl);
  return check.ok ? check.host : undefined;
}

/**
 * An account is a user in a company on a host, however they proved it: signing in again by another method replaces
 * the credential. A key or token of the company itself makes the account of user `company`.
 */
export function accountId(baseUrl: string | undefined, identity: Identity): string {
  const user = identity.accessId ?? identity.employeeId ?? "company";
  return [hostOf(baseUrl) ?? DEMO_HOST, identity.companyId, user].map(encodeURIComponent).join("/");
}

export function newStoredAccount(signedIn: {
  readonly baseUrl: string | undefined;
  readonly identity: Identity;
  readonly credential: Credential;
  /** Whom the person said to be: null for "none of these", undefined where the credential says it. */
  readonly chosen: Person | null | undefined;
}): StoredAccount {
  const { identity, chosen, baseUrl, credential } = signedIn;
  const { accessId, fullName, email } = identity;
  const own = identity.employeeId === undefined ? undefined : { id: identity.employeeId, fullName, email };
  return {
    version: VERSION,
    id: accountId(baseUrl, identity),
    baseUrl,
    company: { id: identity.companyId, name: identity.companyName },
    user: { accessId, fullName, email },
    employee: chosen ? { id: chosen.employeeId, fullName: chosen.fullName, email: chosen.email } : own,
    askedWho: chosen !== undefined,
    ended: false,
    credential,
  };
}

export function writeStoredAccount(account: StoredAccount): string {
  return JSON.stringify(account);
}

export type ReadResult =
  { readonly ok: true; readonly account: StoredAccount } | { readonly ok: false; readonly reason: string };

/** Reads what {@link writeStoredAccount} wrote. The reason of a failure has nothing of the record's content. */
export function readStoredAccount(id: string, json: string): ReadResult {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, reason: "not JSON" }; // the parser's own message would quote the secret
  }
  const parsed = StoredAccount.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "record");
    return { ok: false, reason: `unknown or missing: ${[...new Set(fields)].join(", ")}` };
  }
  const account = parsed.data;
  if (account.id !== id || !isAtHome(account))
    return { ok: false, reason: "kept under another host or account" };
  return { ok: true, account };
}

/** Whether the record's address is the host that it is kept under, so that no secret goes to another host. */
function isAtHome(account: StoredAccount): boolean {
  if ((account.baseUrl === undefined) !== (account.credential.method === "demo")) return false;
  const host = account.baseUrl === undefined ? DEMO_HOST : hostOf(account.baseUrl);
  return host !== undefined && account.id.startsWith(`${encodeURIComponent(host)}/`);
}
