/** A started demo company and a bare way of talking to it, so that no test leans on the client. */

import { DEMO_API_KEY } from "../../../src/sandbox/demo-credentials.js";
import { startSandbox, type Sandbox, type SandboxOptions } from "../../../src/sandbox/index.js";

/** A Wednesday morning in Madrid. */
export const NOW = "2026-11-18T11:00:00+01:00";
export const TODAY = "2026-11-18";

/** Nora, the developer of `DEMO_TOKEN`. */
export const NORA = "302";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed JSON. Tests know what they asked for. */
  readonly body: Fields;
}

/** JSON of which a test says by its use what it is. */
export type Fields = Record<string, unknown> & {
  readonly data: readonly Fields[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly errors: unknown;
};

export interface Talk {
  readonly sandbox: Sandbox;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  remove(path: string): Promise<Answer>;
  /** The same company, spoken to otherwise. */
  as(credential: Readonly<Record<string, string>>, version?: string): Talk;
  at(version: string): Talk;
}

export const key = { "x-api-key": DEMO_API_KEY };
export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

export async function open(options: SandboxOptions = {}): Promise<Talk> {
  return talk(await startSandbox({ now: NOW, ...options }), key, "2026-10-01");
}

export function talk(sandbox: Sandbox, credential: Readonly<Record<string, string>>, version: string): Talk {
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${sandbox.url}/api/${version}/resources/${path}`, {
      method,
      headers: {
        ...credential,
        ...(body !== undefined && !isForm && { "content-type": "application/json" }),
      },
      ...(body !== undefined && {
        body: isForm ? body : typeof body === "string" ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
  return {
    sandbox,
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body ?? {}),
    put: (path, body) => send("PUT", path, body),
    remove: (path) => send("DELETE", path),
    as: (other, otherVersion = version) => talk(sandbox, other, otherVersion),
    at: (other) => talk(sandbox, credential, other),
  };
}

function parsed(text: string): Fields {
  try {
    // what a test expects of it, it says by its assertions
    return JSON.parse(text) as Fields;
  } catch {
    return { data: [], meta: {}, errors: undefined };
  }
}
