/** A started demo company and a bare way of talking to it, so that no test leans on the client. */

import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { DEMO_API_KEY } from "../../../src/sandbox/demo-credentials.js";
import { startSandbox, type Sandbox, type SandboxOptions } from "../../../src/sandbox/index.js";
import { NOW } from "../support/sandbox.js";

export { NOW };
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

/** What is refused, as it is compared: the status and the server's words. */
export const refusal = ({ status, body }: Answer): unknown => [status, body.errors];

/** A company that the test stops itself. */
export async function open(options: SandboxOptions = {}): Promise<Talk> {
  const sandbox = await startSandbox({ now: NOW, ...options });
  return talk(() => sandbox);
}

/** One company for all tests of the file, or of the `describe` around. */
export const companyBeforeAll = (options?: SandboxOptions): Talk => founded(beforeAll, afterAll, options);

/** A company founded anew for each test. */
export const companyBeforeEach = (options?: SandboxOptions): Talk => founded(beforeEach, afterEach, options);

type Hook = (act: () => Promise<void>) => void;

function founded(before: Hook, after: Hook, options: SandboxOptions = {}): Talk {
  let sandbox: Sandbox | undefined;
  before(async () => {
    sandbox = await startSandbox({ now: NOW, ...options });
  });
  after(async () => {
    await sandbox?.stop();
    sandbox = undefined;
  });
  return talk(() => {
    if (!sandbox) throw new Error("The company is there only while tests run.");
    return sandbox;
  });
}

/** @param company the company that is there now */
function talk(
  company: () => Sandbox,
  credential: Readonly<Record<string, string>> = key,
  version = "2026-10-01",
): Talk {
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${company().url}/api/${version}/resources/${path}`, {
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
    get sandbox() {
      return company();
    },
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body ?? {}),
    put: (path, body) => send("PUT", path, body),
    remove: (path) => send("DELETE", path),
    as: (other, otherVersion = version) => talk(company, other, otherVersion),
    at: (other) => talk(company, credential, other),
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
