/** Misbehaviour on demand: what a network or a server in trouble does to an answer. */

import { isFields } from "./body.js";

export interface FaultMatch {
  readonly method?: string;
  /** Part of the path, or a pattern for it. */
  readonly path?: string | RegExp;
}

export type FaultEffect =
  /** The answer comes late, by so many milliseconds. */
  | { readonly kind: "latency"; readonly ms: number }
  /** This status instead of the answer; nothing is done. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 429; `retryAfter` in seconds, left out of the answer if not given. */
  | { readonly kind: "rateLimit"; readonly retryAfter?: number }
  /** 500 with a page of HTML, as a proxy in front of the API sends it. */
  | { readonly kind: "htmlError" }
  /** The connection ends before the request is done or answered. */
  | { readonly kind: "cutConnection" }
  /** Half of the answer comes, then the connection ends. The request was done. */
  | { readonly kind: "truncatedJson" }
  /** The request is done, and the connection ends without an answer. */
  | { readonly kind: "lostAnswer" }
  /** 200 with something that isn't JSON. The request was done. */
  | { readonly kind: "invalidJson" };

export type Misbehaviour = FaultEffect & {
  readonly match?: FaultMatch;
  /** For so many matching requests; for all of them if left out. */
  readonly times?: number;
};

interface Armed {
  readonly fault: Misbehaviour;
  left: number;
}

export class Faults {
  private armed: Armed[] = [];

  add(fault: Misbehaviour): void {
    this.armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.armed = [];
  }

  /** What befalls this request: every latency that matches, and the first other fault. */
  take(method: string, path: string): { readonly delay: number; readonly effect: FaultEffect | undefined } {
    let delay = 0;
    let effect: FaultEffect | undefined;
    for (const armed of this.armed) {
      const { fault } = armed;
      if (armed.left <= 0 || !matches(fault.match, method, path)) continue;
      if (fault.kind === "latency") delay += fault.ms;
      else if (effect) continue;
      else effect = fault;
      armed.left -= 1;
    }
    this.armed = this.armed.filter((armed) => armed.left > 0);
    return { delay, effect };
  }
}

function matches(match: FaultMatch | undefined, method: string, path: string): boolean {
  if (match?.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match?.path === undefined) return true;
  return typeof match.path === "string"
    ? path.includes(match.path)
    : new RegExp(match.path.source, match.path.flags.replace(/[gy]/g, "")).test(path);
}

/** Reads one that came over HTTP; undefined if it isn't one. */
export function readMisbehaviour(value: unknown): Misbehaviour | undefined {
  if (!isFields(value)) return undefined;
  const effect = readEffect(value);
  if (!effect) return undefined;
  const { match, times } = value;
  return {
    ...effect,
    ...(typeof times === "number" && { times }),
    ...(isFields(match) && {
      match: {
        ...(typeof match.method === "string" && { method: match.method }),
        ...(typeof match.path === "string" && { path: match.path }),
      },
    }),
  };
}

function readEffect(value: Readonly<Record<string, unknown>>): FaultEffect | undefined {
  const { kind, ms, status, body, headers, retryAfter } = value;
  switch (kind) {
    case "latency":
      return typeof ms === "number" ? { kind, ms } : undefined;
    case "status":
      return typeof status === "number" ? { kind, status, body, headers: textsOf(headers) } : undefined;
    case "rateLimit":
      return typeof retryAfter === "number" ? { kind, retryAfter } : { kind };
    case "htmlError":
    case "cutConnection":
    case "truncatedJson":
    case "lostAnswer":
    case "invalidJson":
      return { kind };
    default:
      return undefined;
  }
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isFields(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
