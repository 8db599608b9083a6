import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { Transport } from "../../../src/api/transport";
import { Authorization } from "../../../src/auth/authorization";
import { listenOnLoopback } from "../../../src/auth/loopback";
import { exchangeCode, type OAuthApp } from "../../../src/auth/oauth";
import { folderOfTest } from "../support/folder";
import { sandboxOfFile } from "../support/sandbox";
import { nora, openWindow } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";
import { APP } from "./oauth-stand-in";

const WHO_AM_I = "/api/2026-10-01/resources/api_public/credentials";
const Credentials = z.object({ data: z.array(z.object({ full_name: z.string() })).length(1) });

// Tokens expire by the clock of the machine that holds them.
const sandbox = await sandboxOfFile({ now: () => new Date() });
beforeEach(() => {
  sandbox.reset();
});

/** Sends the browser to the demo company's page and back through a real port; resolves to the code. */
async function authorize(app: Omit<OAuthApp, "redirectUri">, decision: "allow" | "deny") {
  let authorization: Authorization | undefined;
  const loopback = await listenOnLoopback(0, (query) => ({
    status: authorization?.receive(query) === "foreign" ? 400 : 200,
    text: "",
  }));
  try {
    const { redirectUri } = loopback;
    authorization = new Authorization({ ...app, redirectUri });
    const page = new URL(authorization.url);
    expect((await fetch(page)).status).toBe(200);
    page.searchParams.set("decision", decision);
    await fetch(new URL("/oauth/authorize", page), { method: "POST", body: page.searchParams });
    return { redirectUri, code: await authorization.code };
  } finally {
    await loopback.close();
  }
}

const app = (over: Partial<OAuthApp> = {}): OAuthApp => ({
  ...APP,
  baseUrl: sandbox.url,
  redirectUri: "",
  ...over,
});
const tokenRequests = () => sandbox.requests.filter(({ path }) => path === "/oauth/token").length;

async function signIn(secrets = new MemorySecrets(), folder = folderOfTest()) {
  const { redirectUri, code } = await authorize(app(), "allow");
  const tokens = await exchangeCode(app({ redirectUri }), code);
  const window = openWindow(secrets, { lockFolder: folder, patience: 200 });
  window.baseUrl = sandbox.url;
  const credential = { method: "oauth" as const, ...APP, ...tokens };
  const account = await window.accounts.add({
    baseUrl: sandbox.url,
    identity: nora,
    credential,
    chosen: undefined,
  });
  const transport = new Transport({
    baseUrl: sandbox.url,
    credentials: window.accounts.credentialsFor(account),
  });
  const who = async () =>
    Credentials.parse(await transport.send({ method: "GET", path: WHO_AM_I })).data[0]?.full_name;
  return { ...window, account, tokens, who, transport };
}

describe("the demo company's OAuth", () => {
  it("signs a person in through the browser, and works with the client", async () => {
    const { who } = await signIn();
    expect(await who()).toBe("Nora Vidal");
  });

  it("tells of a person who does not allow it", async () => {
    await expect(authorize(app(), "deny")).rejects.toMatchObject({ code: "access_denied" });
  });

  it("takes a code once, with the right secret and redirect URI only", async () => {
    const { redirectUri, code } = await authorize(app(), "allow");
    const wrong = app({ redirectUri, clientSecret: "guess" });
    await expect(exchangeCode(wrong, code)).rejects.toMatchObject({ code: "invalid_client" });
    await exchangeCode(app({ redirectUri }), code);
    await expect(exchangeCode(app({ redirectUri }), code)).rejects.toMatchObject({
      code: "invalid_grant",
    });
    const second = await authorize(app(), "allow");
    const elsewhere = app({ redirectUri: "http://127.0.0.1:1/callback" });
    await expect(exchangeCode(elsewhere, second.code)).rejects.toMatchObject({ code: "invalid_grant" });
  });

  it("renews an expired token once for many requests of two windows", async () => {
    const secrets = new MemorySecrets(20);
    const folder = folderOfTest();
    const here = await signIn(secrets, folder);
    const there = openWindow(secrets, { lockFolder: folder });
    there.baseUrl = sandbox.url;
    const credentials = there.accounts.credentialsFor(here.account);
    const other = new Transport({ baseUrl: sandbox.url, credentials });
    expect(await there.accounts.list()).toHaveLength(1);
    sandbox.expireTokens();
    const before = tokenRequests();
    const reads = [here.transport, other].flatMap((transport) =>
      Array.from({ length: 6 }, (_, at) =>
        transport.send({ method: "GET", path: `${WHO_AM_I}?limit=${at + 1}` }),
      ),
    );
    expect((await Promise.all(reads)).map((answer) => Credentials.parse(answer).data[0]?.full_name)).toEqual(
      Array.from({ length: 12 }, () => "Nora Vidal"),
    );
    expect(tokenRequests() - before).toBe(1);
  });

  it("ends a sign-in that was revoked", async () => {
    const { who, tokens, accounts } = await signIn();
    const form = {
      ...{ client_id: APP.clientId, client_secret: APP.clientSecret },
      token: tokens.accessToken,
    };
    await fetch(`${sandbox.url}/oauth/revoke`, { method: "POST", body: new URLSearchParams(form) });
    await expect(who()).rejects.toMatchObject({
      kind: "sign-in",
      message: "Your Factorial sign-in has ended.",
    });
    expect(await accounts.activeAccount()).toMatchObject({ ended: true });
  });
});
