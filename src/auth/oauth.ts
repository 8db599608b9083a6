import { randomBytes } from "node:crypto";
import ky from "ky";
import * as z from "zod";
import { errorFromAnswer, errorFromFailure, FactorialError, unreadable } from "../api/errors";

/** The company's own OAuth application, as registered at Factorial. */
export interface OAuthApp {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Letter by letter what the application's settings at Factorial say. */
  readonly redirectUri: string;
}

export interface OAuthTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Unix milliseconds from which on a new token is asked for; undefined for a token that does not expire. */
  readonly refreshAt: number | undefined;
}

/** Factorial answered, and does not accept the app, the code or the refresh token. Asking again is of no use. */
export class OAuthRefusal extends FactorialError {
  constructor(
    /** OAuth's own word for it: `invalid_grant`, `invalid_client`, `access_denied`, … */
    readonly code: string,
    description: string | undefined,
    status?: number,
  ) {
    super("sign-in", description ?? `Factorial refused the sign-in (${code}).`, { status });
  }
}

const TIMEOUT_SECONDS = 20;
/**
 * Tokens are asked for before a request goes out. If that fails, a time record to be written was certainly not, so
 * the error must not speak of an unknown outcome.
 */
const NO_WRITE = { isWrite: false, unofficial: false };
/** A new token is asked for this long before the old one ends, as a request may be under way for a while. */
const MARGIN_MS = 60_000;

export function authorizeUrl(app: Omit<OAuthApp, "clientSecret">, state: string): string {
  const url = new URL("/oauth/authorize", app.baseUrl);
  url.search = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    response_type: "code",
    state,
    scope: "read write",
  }).toString();
  return url.href;
}

/** 256 random bits: who cannot guess them cannot send this window somebody else's code. */
export function newState(): string {
  return randomBytes(32).toString("base64url");
}

export type Callback =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "refused"; readonly refusal: OAuthRefusal }
  /** Not the answer to this question: a forgery, or the answer to an earlier sign-in. */
  | { readonly kind: "foreign" };

/** Reads the query with which the browser came back. */
export function readCallback(query: URLSearchParams, state: string): Callback {
  if (query.get("state") !== state) return { kind: "foreign" };
  const error = query.get("error");
  if (error !== null) {
    return { kind: "refused", refusal: new OAuthRefusal(error, query.get("error_description") ?? undefined) };
  }
  const code = query.get("code");
  return code === null || code === "" ? { kind: "foreign" } : { kind: "code", code };
}

/** Turns the code, which works once, into tokens. */
export function exchangeCode(app: OAuthApp, code: string, signal?: AbortSignal): Promise<OAuthTokens> {
  return requestTokens(
    app,
    { grant_type: "authorization_code", code, redirect_uri: app.redirectUri },
    signal,
  );
}

/** The new pair for an old refresh token. An answer without a refresh token leaves the old one in force. */
export async function refreshTokens(
  app: Omit<OAuthApp, "redirectUri">,
  refreshToken: string,
  signal?: AbortSignal,
): Promise<OAuthTokens> {
  const tokens = await requestTokens(
    app,
    { grant_type: "refresh_token", refresh_token: refreshToken },
    signal,
  );
  return { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
}

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  /** Seconds. A company's token has none: it lives until it is revoked. */
  expires_in: z.coerce.number().nullish().catch(null),
});

const ErrorAnswer = z.object({ error: z.string(), error_description: z.string().nullish() });

async function requestTokens(
  app: Omit<OAuthApp, "redirectUri">,
  grant: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<OAuthTokens> {
  const askedAt = Date.now();
  const { status, text, headers } = await post(app, grant, signal);
  const json = parseJson(text);
  if (status >= 200 && status < 300) {
    const answer = TokenAnswer.safeParse(json);
    if (!answer.success)
      throw unreadable("Factorial's answer to the sign-in cannot be read.", NO_WRITE.isWrite);
    return {
      accessToken: answer.data.access_token,
      refreshToken: answer.data.refresh_token ?? undefined,
      refreshAt: refreshTime(askedAt, answer.data.expires_in ?? undefined),
    };
  }
  const refusal = ErrorAnswer.safeParse(json);
  if ((status === 400 || status === 401) && refusal.success) {
    throw new OAuthRefusal(refusal.data.error, refusal.data.error_description ?? undefined, status);
  }
  // A 400 without OAuth's form is a proxy speaking, not Factorial: no reason to end a sign-in.
  if (status === 401) throw new OAuthRefusal("unauthorized", undefined, status);
  throw errorFromAnswer({ status, text, headers }, NO_WRITE);
}

async function post(
  app: Omit<OAuthApp, "redirectUri">,
  grant: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<{ status: number; text: string; headers: Headers }> {
  try {
    const response = await ky.post(new URL("/oauth/token", app.baseUrl), {
      body: new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...grant }),
      headers: { accept: "application/json" },
      retry: 0, // a code and a refresh token work once
      timeout: TIMEOUT_SECONDS * 1000,
      throwHttpErrors: false,
      redirect: "manual", // following one could carry the app's secret to another host
      ...(signal ? { signal } : {}),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  } catch (failure) {
    const timedOut = failure instanceof Error && failure.name === "TimeoutError";
    const cancelled = signal?.aborted === true;
    throw errorFromFailure(failure, { ...NO_WRITE, cancelled, timedOut, timeoutSeconds: TIMEOUT_SECONDS });
  }
}

/** Our own clock, not the answer's `created_at`: the two may differ, and only ours is asked later on. */
function refreshTime(askedAt: number, lifetimeSeconds: number | undefined): number | undefined {
  if (lifetimeSeconds === undefined) return undefined;
  const lifetime = lifetimeSeconds * 1000;
  return askedAt + lifetime - Math.min(MARGIN_MS, lifetime / 2);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
