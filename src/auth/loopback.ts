import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** The path that the redirect URI in the OAuth app's settings must have. */
const PATH = "/callback";

/** Registered at Factorial letter by letter, so a default that stays. */
export const DEFAULT_LOOPBACK_PORT = 43117;

export function loopbackRedirectUri(port: number): string {
  return `http://127.0.0.1:${port}${PATH}`;
}

export interface CallbackPage {
  readonly status: 200 | 400;
  /** Plain text for the person in front of the browser. */
  readonly text: string;
}

export interface Loopback {
  readonly redirectUri: string;
  /** Resolves when the port is free again. */
  close(): Promise<void>;
}

export class PortBusy extends Error {
  override readonly name = "PortBusy";
  constructor(readonly port: number) {
    super(`Port ${port} on this machine is in use by another program.`);
  }
}

/**
 * Listens on 127.0.0.1 for the browser to come back.
 *
 * @throws PortBusy where another program (or another window that is signing in) has the port
 */
export async function listenOnLoopback(
  port: number,
  receive: (query: URLSearchParams) => CallbackPage,
): Promise<Loopback> {
  const server = createServer((request, response) => {
    answer(request, response, receive);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const busy = "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
      reject(busy ? new PortBusy(port) : error);
    });
    server.listen({ host: "127.0.0.1", port, exclusive: true }, resolve);
  });
  // A port, unlike a pipe, always has an address of this form once it listens.
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    redirectUri: loopbackRedirectUri(actualPort),
    close: () =>
      new Promise((resolve) => {
        // The page that is being sent may still go out; idle keep-alive connections would hold the port.
        server.close(() => {
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  receive: (query: URLSearchParams) => CallbackPage,
): void {
  const target = request.url ?? "/";
  const [path, query] = [target.split("?", 1)[0], target.slice(target.indexOf("?") + 1)];
  if (request.method !== "GET" || path !== PATH) {
    response.writeHead(404, { connection: "close" }).end();
    return;
  }
  const page = receive(new URLSearchParams(target.includes("?") ? query : ""));
  response
    .writeHead(page.status, {
      "content-type": "text/plain; charset=utf-8",
      // The address holds the code; nothing may keep it or pass it on.
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      connection: "close",
    })
    .end(page.text);
}
