/**
 * Refusals in the shapes in which Factorial answers them.
 *
 * No version up to 2026-10-01 declares an error schema. The bodies below are those that were seen or that
 * Factorial's own test data shows; they differ by status, and a client has to cope with all of them.
 */

/** Thrown by any rule; the server turns it into the answer. Nothing that was written before it stays. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${JSON.stringify(body)}`);
    this.name = "Refusal";
  }
}

/** 400: the request itself is malformed. The nesting is Factorial's. */
export function malformed(...messages: readonly string[]): Refusal {
  return new Refusal(400, { errors: { errors: messages } });
}

/** 401: no credential, an unknown one, or one of the wrong kind for its header. */
export function unauthenticated(): Refusal {
  return new Refusal(401, { errors: null });
}

/** 403: known, yet not allowed. */
export function forbidden(message: string): Refusal {
  return new Refusal(403, { errors: { errors: [message] } });
}

/** 404: no such record, or none that the credential may see. The `#` is Factorial's: the id isn't repeated. */
export function notFound(message = "Resource # not found"): Refusal {
  return new Refusal(404, { errors: [message] });
}

/** 409: the state of things stands against it. */
export function conflict(message: string): Refusal {
  return new Refusal(409, { errors: [message] });
}

/** 422: well formed, yet against a rule; by field, `base` for the record as a whole. */
export function invalid(field: string, message: string): Refusal {
  return new Refusal(422, { errors: { [field]: [message] } });
}

/** 429: too many requests; `retryAfter` in seconds. */
export function tooMany(retryAfter: number): Refusal {
  return new Refusal(429, { errors: ["Too many requests"] }, { "retry-after": String(retryAfter) });
}
