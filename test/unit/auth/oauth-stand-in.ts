import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A little authorization server that ends with the test: rotating refresh tokens, codes that work once, and ways to misbehave. */
export interface OAuthStandIn {
  readonly baseUrl: string;
  /** The forms that came to /oauth/token. */
  readonly asked: URLSearchParams[];
  /** Access tokens that are good at the moment. */
  readonly good: Set<string>;
  expiresIn: number | undefined;
  /** Answers the next token requests instead, in this order. */
  readonly instead: ((response: ServerResponse) => void)[];
  /** Milliseconds that the token endpoint takes. */
  slowness: number;
  /** A code as the authorization page would send it. */
  newCode(redirectUri: string): string;
  close(): Promise<void>;
}

/** Where the browser comes back to; it only has to be the same for the code and for the tokens. */
export const redirectUri = "http://127.0.0.1:43117/callback";

export const APP = { clientId: "demo-client", clientSecret: "demo-secret" };

export async function startOAuthStandIn(): Promise<OAuthStandIn> {
  const codes = new Map<string, string>();
  const refreshTokens = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      setTimeout(() => {
        answer(form, response);
      }, standIn.slowness);
    });
  });

  function answer(form: URLSearchParams, response: ServerResponse): void {
    standIn.asked.push(form);
    const instead = standIn.instead.shift();
    if (instead) {
      instead(response);
      return;
    }
    if (form.get("client_id") !== APP.clientId || form.get("client_secret") !== APP.clientSecret) {
      json(response, 401, { error: "invalid_client", error_description: "Client authentication failed." });
      return;
    }
    const code = form.get("code") ?? "";
    const old = form.get("refresh_token") ?? "";
    const byCode = codes.get(code) === form.get("redirect_uri") && codes.delete(code);
    if (!byCode && !refreshTokens.delete(old)) {
      json(response, 400, {
        error: "invalid_grant",
        error_description: "The grant is invalid, expired or revoked.",
      });
      return;
    }
    const [access_token, refresh_token] = [`access-${randomUUID()}`, `refresh-${randomUUID()}`];
    standIn.good.clear();
    standIn.good.add(access_token);
    refreshTokens.add(refresh_token);
    json(response, 200, {
      access_token,
      refresh_token,
      token_type: "Bearer",
      ...(standIn.expiresIn === undefined ? {} : { expires_in: standIn.expiresIn }),
      scope: "read write",
      created_at: Math.floor(Date.now() / 1000),
    });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  const standIn: OAuthStandIn = {
    baseUrl: `http://127.0.0.1:${port}`,
    asked: [],
    good: new Set(),
    expiresIn: 7200,
    instead: [],
    slowness: 0,
    newCode: (redirectUri) => {
      const code = randomUUID();
      codes.set(code, redirectUri);
      return code;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  onTestFinished(() => standIn.close());
  return standIn;
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
