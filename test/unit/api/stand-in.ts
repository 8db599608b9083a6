import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import { createFactorialClient, type FactorialClient } from "../../../src/resources/factorial-client";
import { apiKeyCredentials } from "../../../src/api/credentials";
import type { ClientOptions } from "../../../src/api/client";
import { FactorialError } from "../../../src/api/errors";

export interface ReceivedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answerer = (response: ServerResponse, request: ReceivedRequest, count: number) => void;

/** A server that answers just what a test tells it to, down to the bytes: for what the demo company never says. */
export async function startStandIn(answer: Answerer) {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const received = {
        method: request.method ?? "",
        url: new URL(request.url ?? "/", "http://stand-in"),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      requests.push(received);
      answer(response, received, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // listen() on a port answers an AddressInfo, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    baseUrl,
    requests,
    client: (options: Partial<ClientOptions> = {}): FactorialClient =>
      createFactorialClient({
        baseUrl,
        credentials: apiKeyCredentials("key"),
        retryDelays: [1, 1],
        ...options,
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
) {
  raw(response, JSON.stringify(value), status, { "content-type": "application/json", ...headers });
}

export function raw(
  response: ServerResponse,
  text: string,
  status = 200,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, headers);
  response.end(text);
}

export function pageOf(records: readonly unknown[], next?: string) {
  return {
    data: records,
    meta: {
      has_next_page: next !== undefined,
      has_previous_page: false,
      limit: 100,
      total: 5,
      ...(next !== undefined && { end_cursor: next }),
    },
  };
}

const started: StandIn[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.stop()));
});

/** A stand-in that ends with the test. */
export async function answering(answer: Answerer): Promise<StandIn> {
  const standIn = await startStandIn(answer);
  started.push(standIn);
  return standIn;
}

export const project = { id: "1", name: "ACME", status: "active" };

/** The typed error that a call must fail with. */
export async function failure(promise: Promise<unknown>): Promise<FactorialError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FactorialError);
  if (!(error instanceof FactorialError)) throw new Error("unreachable");
  return error;
}
