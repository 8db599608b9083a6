/** The HTTP side of the sandbox: one local server, its log, and what misbehaviour does on the wire. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { readBytes } from "./body.js";
import { forbidden, Refusal } from "./errors.js";
import type { FaultEffect, Faults } from "./faults.js";
import { loggedBody } from "./logged-body.js";
import { json, type Reply } from "./reply.js";

/** One request as it came in and went out. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** As it stood in the URL, without the question mark. */
  readonly query: string;
  /**
   * JSON parsed, or a form's fields by name: text, `{name, size}` for a file, a list for `x[]`. Secrets of the OAuth
   * routes are left out.
   */
  body: unknown;
  /** The body as it came, where ids beyond 2^53 still have all their digits; undefined for a form. */
  text: string | undefined;
  /** 0 if no answer was sent. */
  status: number;
  /** What went wrong inside the sandbox, if the answer was a 500 of its own. */
  defect?: string;
}

export interface IncomingRequest {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
}

export interface ServerParts {
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  /** Routes that steer the sandbox; they are neither logged nor do they misbehave. */
  control: (request: IncomingRequest) => Reply | undefined;
  answer: (request: IncomingRequest) => Promise<Reply>;
}

const LOG_LENGTH = 2000;

export class SandboxServer {
  private readonly http: Server;

  constructor(private readonly parts: ServerParts) {
    this.http = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
  }

  /** Listens on this machine only. Gives the port, which is chosen by the system for 0. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((done, failed) => {
      this.http.once("error", failed).listen(port, "127.0.0.1", done);
    });
    const address = this.http.address();
    return typeof address === "object" && address ? address.port : port;
  }

  /** Ends at once, open connections included. */
  async close(): Promise<void> {
    const closed = new Promise<void>((done) => {
      this.http.close(() => {
        done();
      });
    });
    this.http.closeAllConnections();
    await closed;
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = message.method ?? "GET";
    const url = new URL(message.url ?? "/", "http://localhost");
    if (!isLocal(message)) {
      send(response, replyTo(forbidden("The demo company answers this machine only")));
      return;
    }
    let bytes: Buffer;
    try {
      bytes = await readBytes(message);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The rest of the body is not read, so the connection can't be used again.
      send(response, { ...replyTo(error), headers: { connection: "close" } });
      return;
    }
    const headers = headersOf(message);
    const request = { method, path: decode(url.pathname), search: url.searchParams, headers, bytes };
    const steering = this.parts.control(request);
    if (steering) {
      send(response, steering);
      return;
    }
    await this.misbehaveOrAnswer(request, url.search.slice(1), response);
  }

  private async misbehaveOrAnswer(
    request: IncomingRequest,
    query: string,
    response: ServerResponse,
  ): Promise<void> {
    const entry: LoggedRequest = {
      at: new Date().toISOString(),
      method: request.method,
      path: request.path,
      query,
      body: undefined,
      text: undefined,
      status: 0,
    };
    this.parts.requests.push(entry);
    if (this.parts.requests.length > LOG_LENGTH) this.parts.requests.shift();
    // After it is in the log, so that the log's order is that in which requests came.
    Object.assign(entry, await loggedBody(request));
    const { delay, effect } = this.parts.faults.take(request.method, request.path);
    if (delay > 0) await sleep(delay, undefined, { ref: false });
    if (effect?.kind === "cutConnection") {
      response.destroy();
      return;
    }
    const reply = replyOf(effect) ?? (await this.answer(request, entry));
    if (effect?.kind === "lostAnswer") {
      response.destroy();
      return;
    }
    entry.status = reply.status;
    if (effect?.kind === "truncatedJson") sendHalf(response, reply);
    else if (effect?.kind === "invalidJson") send(response, { ...reply, body: `<${reply.body}` });
    else send(response, reply);
  }

  private async answer(request: IncomingRequest, entry: LoggedRequest): Promise<Reply> {
    try {
      return await this.parts.answer(request);
    } catch (error) {
      if (error instanceof Refusal) return replyTo(error);
      const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
      entry.defect = defect;
      return json(500, { errors: [`Defect of the demo company: ${defect}`] });
    }
  }
}

function replyTo(refusal: Refusal): Reply {
  return json(refusal.status, refusal.body, refusal.headers);
}

/** The answers that stand in for the real one. */
function replyOf(effect: FaultEffect | undefined): Reply | undefined {
  switch (effect?.kind) {
    case "status":
      return json(effect.status, effect.body ?? { errors: null }, effect.headers);
    case "rateLimit": {
      const headers = effect.retryAfter === undefined ? {} : { "retry-after": String(effect.retryAfter) };
      return json(429, { errors: ["Too many requests"] }, headers);
    }
    case "htmlError":
      return {
        status: 500,
        headers: { "content-type": "text/html" },
        body: "<!doctype html><html><head><title>500</title></head><body><h1>We're sorry, something went wrong</h1></body></html>",
      };
    default:
      return undefined;
  }
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

function sendHalf(response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, "content-length": bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    response.destroy();
  });
}

/**
 * A page in a browser can reach this machine's ports too. It names the site it came from in Origin, or, having bent
 * the site's name to this machine, in Host.
 */
function isLocal(message: IncomingMessage): boolean {
  const { host, origin } = message.headers;
  return (
    isLoopback(`http://${host ?? ""}`) &&
    (origin === undefined || origin === "null" ? host !== undefined : isLoopback(origin))
  );
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && ["127.0.0.1", "localhost", "[::1]"].includes(new URL(origin).hostname);
}

function headersOf(message: IncomingMessage): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(message.headers))
    headers[name] = Array.isArray(value) ? value[0] : value;
  return headers;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
