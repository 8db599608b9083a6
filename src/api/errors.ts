import { readErrorBody } from "./error-body";

/** What went wrong, by what a person can do about it. */
export type ErrorKind =
  | "sign-in" // 401: sign in again
  | "permission" // 402, 403: ask the company's administrator
  | "not-found" // 404, 410: it is gone, or not visible to this account
  | "invalid" // 400, 422, or refused here before it was sent: correct the named fields
  | "conflict" // 409: somebody or something else was first
  | "rate-limit" // 429: wait
  | "unavailable" // 5xx, or no answer in time: try again later
  | "offline" // no connection to the server
  | "unreadable" // an answer came that is not what the API promises
  | "cancelled"; // whoever asked has gone

/**
 * Whether the server may have carried out the request. `unknown` is not `failed`: read back before you send again.
 */
export type Written = "no" | "unknown";

export interface ErrorDetails {
  readonly status?: number | undefined;
  readonly messages?: readonly string[];
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly codes?: readonly string[];
  readonly retryAfterSeconds?: number | undefined;
  readonly written?: Written;
  readonly unofficial?: boolean;
  readonly cause?: unknown;
}

/** Every failure of the client. Nothing secret is in it: no header, no request body, no token. */
export class FactorialError extends Error {
  override readonly name = "FactorialError";
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The server's own words about the whole request. */
  readonly messages: readonly string[];
  /** The server's own words (or ours, for what was refused before sending) by request field. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Seconds that the server asks us to wait, on a rate limit. */
  readonly retryAfterSeconds: number | undefined;
  readonly written: Written;
  /** The operation is known only from a community SDK; a 404 on one means that this Factorial does not have it. */
  readonly unofficial: boolean;

  constructor(
    readonly kind: ErrorKind,
    summary: string,
    details: ErrorDetails = {},
  ) {
    super(summary, { cause: details.cause });
    this.status = details.status;
    this.messages = details.messages ?? [];
    this.fields = details.fields ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.written = details.written ?? "no";
    this.unofficial = details.unofficial ?? false;
  }

  /** The server's words, fields named, as one line; empty where it said nothing. */
  get serverWords(): string {
    const ofFields = Object.entries(this.fields).map(([field, words]) => `${field}: ${words.join(", ")}`);
    return [...this.messages, ...ofFields].join(" · ");
  }

  toJSON(): Record<string, unknown> {
    return {
      kind: this.kind,
      message: this.message,
      status: this.status,
      messages: this.messages,
      fields: this.fields,
      retryAfterSeconds: this.retryAfterSeconds,
      written: this.written,
    };
  }
}

const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  401: "sign-in",
  402: "permission",
  403: "permission",
  404: "not-found",
  409: "conflict",
  410: "not-found",
  429: "rate-limit",
};

function kindOf(status: number): ErrorKind {
  const known = KIND_BY_STATUS[status];
  if (known) return known;
  if (status >= 500) return "unavailable";
  return status >= 400 ? "invalid" : "unreadable";
}

const SUMMARIES: Readonly<Record<ErrorKind, string>> = {
  "sign-in": "Factorial does not accept this sign-in.",
  permission: "Factorial does not allow this account to do that.",
  "not-found": "Factorial does not find this, or this account may not see it.",
  invalid: "Factorial refused the request.",
  conflict: "Factorial refused the request, as something else was first.",
  "rate-limit": "Factorial asks to slow down.",
  unavailable: "Factorial is not available at the moment.",
  offline: "No connection to Factorial.",
  unreadable: "Factorial answered something that cannot be read.",
  cancelled: "Cancelled.",
};

/** The error for an answer with a status of 300 or more. */
export function errorFromAnswer(
  answer: { status: number; text: string; headers: Headers },
  request: { isWrite: boolean; unofficial: boolean },
): FactorialError {
  const { status, text, headers } = answer;
  const body = readErrorBody(text);
  const kind = kindOf(status);
  const error = (summary: string) =>
    new FactorialError(kind, summary, {
      ...body,
      status,
      retryAfterSeconds: kind === "rate-limit" ? retryAfter(headers) : undefined,
      // A 4xx says that nothing was done. After a 5xx or a redirect it may have been.
      written: request.isWrite && (status >= 500 || status < 400) ? "unknown" : "no",
      unofficial: request.unofficial,
    });
  if (status < 400) return error("Factorial's address answers with a redirect. Check the base URL setting.");
  if (kind === "not-found" && request.unofficial) {
    return error("This Factorial does not have this operation. It is not in Factorial's official API.");
  }
  const [firstMessage] = body.messages;
  const [firstField] = Object.entries(body.fields);
  if (firstMessage !== undefined) return error(firstMessage);
  if (firstField !== undefined) return error(`${firstField[0]}: ${firstField[1].join(", ")}`);
  return error(SUMMARIES[kind]);
}

/** Seconds to wait, from `Retry-After` as a number or an HTTP date; undefined where there is none. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** What Node says when nothing of the request can have reached the server. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** The error for a request that got no whole answer. */
export function errorFromFailure(
  failure: unknown,
  request: { isWrite: boolean; cancelled: boolean; timedOut: boolean; timeoutSeconds: number },
): FactorialError {
  const code = networkCode(failure);
  const neverSent = code !== undefined && NEVER_SENT.has(code);
  const written: Written = request.isWrite && !neverSent ? "unknown" : "no";
  if (request.cancelled) return new FactorialError("cancelled", SUMMARIES.cancelled, { written });
  if (request.timedOut) {
    const summary = `Factorial did not answer within ${request.timeoutSeconds} s.`;
    return new FactorialError("unavailable", summary, { written, cause: failure });
  }
  if (code?.includes("CERT") === true) {
    return new FactorialError("offline", `The server's certificate is not trusted (${code}).`, {
      cause: failure,
    });
  }
  const summary = neverSent
    ? SUMMARIES.offline
    : "The connection to Factorial broke before the answer was complete.";
  return new FactorialError("offline", summary, { written, cause: failure });
}

/** Node hides the reason of a failed fetch in a chain of causes. */
function networkCode(failure: unknown): string | undefined {
  for (
    let error: unknown = failure, depth = 0;
    error instanceof Error && depth < 5;
    error = error.cause, depth++
  ) {
    if ("code" in error && typeof error.code === "string") return error.code;
  }
  return undefined;
}

export function unreadable(summary: string, isWrite: boolean, cause?: unknown): FactorialError {
  return new FactorialError("unreadable", summary, { written: isWrite ? "unknown" : "no", cause });
}
