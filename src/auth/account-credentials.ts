import { apiKeyCredentials, tokenCredentials, type Credentials } from "../api/credentials";
import { FactorialError } from "../api/errors";
import { OAuthRefusal } from "./oauth";
import type { OAuthCredential, StoredAccount } from "./stored-account";

export interface CredentialSource {
  /** The account as this window knows it; throws a sign-in error if it is signed out or has ended. */
  current(): Promise<StoredAccount>;
  /** A new token in place of the stale one, stored; see `rotateToken`. */
  rotate(stale: string): Promise<OAuthCredential>;
  /** Asks Factorial who the credential is; throws a sign-in error if it is nobody. */
  identify(account: StoredAccount): Promise<unknown>;
  /** Writes down that Factorial does not accept this credential any more. */
  end(account: StoredAccount): Promise<void>;
  demoToken(): Promise<string>;
}

/** After this many milliseconds, a 401 is taken as a new one, not as the echo of a token just replaced. */
const ECHO_MS = 30_000;

/**
 * The credentials of one account, as long as it is signed in: each request asks anew, so a token that another
 * window renewed, or another method of signing in, is used from the next request on.
 */
export function accountCredentials(source: CredentialSource): Required<Credentials> {
  const rotate = once((stale: string) => renewToken(source, stale));
  let renewedAt = -Infinity;
  /** The token that went out last. */
  let lastUsed: string | undefined;

  const authorize = async (): Promise<Record<string, string>> => {
    const account = await source.current();
    const { credential } = account;
    if (credential.method === "demo") return tokenCredentials(await source.demoToken()).authorize();
    if (credential.method !== "oauth") return plainCredentials(credential).authorize();
    const due = credential.refreshAt !== undefined && credential.refreshAt <= Date.now();
    const token =
      due && credential.refreshToken !== undefined ? await rotate(credential.accessToken) : credential;
    if (token !== credential) renewedAt = Date.now();
    lastUsed = token.accessToken;
    return plainCredentials(token).authorize();
  };

  const renew = once(async (): Promise<boolean> => {
    const account = await source.current();
    const { credential } = account;
    if (credential.method === "oauth" && credential.refreshToken !== undefined) {
      // Many requests may have been refused with the same old token; the last of them come when it is replaced,
      // by this window or another.
      const replaced = credential.accessToken !== lastUsed || Date.now() - renewedAt <= ECHO_MS;
      if (!replaced) await rotate(credential.accessToken);
      renewedAt = Date.now();
      return true;
    }
    if (credential.method !== "demo") await endIfRefused(source, account);
    return false;
  });

  return { authorize, renew: () => renew(undefined) };
}

/** The headers of a credential as it stands, without any renewing. */
export function plainCredentials(
  credential: Exclude<StoredAccount["credential"], { method: "demo" }>,
): Credentials {
  if (credential.method === "api-key") return apiKeyCredentials(credential.key);
  return tokenCredentials(credential.method === "oauth" ? credential.accessToken : credential.token);
}

export function signInEnded(cause?: unknown): FactorialError {
  return new FactorialError("sign-in", "Your Factorial sign-in has ended.", { cause });
}

async function renewToken(source: CredentialSource, stale: string): Promise<OAuthCredential> {
  try {
    return await source.rotate(stale);
  } catch (error) {
    if (!(error instanceof OAuthRefusal)) throw error; // no connection is not the end of a sign-in
    const account = await source.current();
    await source.end(account);
    throw signInEnded(error);
  }
}

/**
 * A key or pasted token cannot be renewed. Some operations refuse an API key though it is good, so the credential
 * has ended only if Factorial does not even say who it is; else this is no matter of signing in.
 */
async function endIfRefused(source: CredentialSource, account: StoredAccount): Promise<void> {
  try {
    await source.identify(account);
  } catch (error) {
    if (isRefusal(error)) await source.end(account);
    return;
  }
  throw new FactorialError("permission", "Factorial does not allow this account to do that.", {
    status: 401,
  });
}

export function isRefusal(error: unknown): boolean {
  return error instanceof FactorialError && error.kind === "sign-in";
}

/** Callers that come while a call is under way share its result. */
function once<A, T>(work: (argument: A) => Promise<T>): (argument: A) => Promise<T> {
  let underWay: Promise<T> | undefined;
  return (argument) =>
    (underWay ??= work(argument).finally(() => {
      underWay = undefined;
    }));
}
