import { beforeEach, describe, expect, it, vi } from "vitest";
import { FactorialError } from "../../../src/api/errors";
import { Authorization, pastedCallback } from "../../../src/auth/authorization";
import {
  authorizeUrl,
  exchangeCode,
  newState,
  OAuthRefusal,
  readCallback,
  refreshTokens,
} from "../../../src/auth/oauth";
import { APP, json, redirectUri, startOAuthStandIn, type OAuthStandIn } from "./oauth-stand-in";

let server: OAuthStandIn;
const app = () => ({ ...APP, baseUrl: server.baseUrl, redirectUri });

beforeEach(async () => {
  server = await startOAuthStandIn();
});

describe("the page to open", () => {
  it("carries what Factorial asks for, and no secret", () => {
    const url = new URL(authorizeUrl({ ...app(), clientId: "a b&c" }, "state"));
    expect(url.origin + url.pathname).toBe(`${server.baseUrl}/oauth/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "a b&c",
      redirect_uri: redirectUri,
      response_type: "code",
      state: "state",
      scope: "read write",
    });
    expect(url.href).not.toContain(APP.clientSecret);
  });

  it("has a state of 256 bits, new each time", () => {
    expect(Buffer.from(newState(), "base64url")).toHaveLength(32);
    expect(new Set(Array.from({ length: 100 }, newState)).size).toBe(100);
  });
});

describe("the callback", () => {
  const read = (query: string) => readCallback(new URLSearchParams(query), "right");
  it("is taken with the right state only", () => {
    expect(read("state=right&code=abc")).toEqual({ kind: "code", code: "abc" });
    for (const query of [
      "state=wrong&code=abc",
      "code=abc",
      "",
      "state=&code=abc",
      "state=right",
      "state=right&code=",
    ]) {
      expect(read(query).kind, query).toBe("foreign");
    }
    expect(read("state=wrong&error=access_denied").kind).toBe("foreign");
  });

  it("may be a refusal", () => {
    const callback = read("state=right&error=access_denied&error_description=The+owner+denied+it");
    expect(callback).toMatchObject({
      kind: "refused",
      refusal: { code: "access_denied", message: "The owner denied it", kind: "sign-in" },
    });
  });

  it("can be pasted as an address", () => {
    expect(pastedCallback(` ${redirectUri}?code=abc&state=s\n`)?.get("code")).toBe("abc");
    expect(pastedCallback("abc")).toBeUndefined();
    expect(pastedCallback("https://factorialhr.com/")).toBeUndefined();
  });
});

describe("one authorization", () => {
  const open = () => {
    const authorization = new Authorization(app());
    const state = new URL(authorization.url).searchParams.get("state") ?? "";
    return { authorization, answer: (query: object) => new URLSearchParams({ state, ...query }) };
  };

  it("goes on after foreign callbacks, and takes the first right one", async () => {
    const { authorization, answer } = open();
    expect(authorization.receive(answer({ state: "other", code: "evil" }))).toBe("foreign");
    expect(authorization.receive(answer({ code: "good" }))).toBe("taken");
    expect(authorization.receive(answer({ code: "second" }))).toBe("late");
    await expect(authorization.code).resolves.toBe("good");
  });

  it("ends with a refusal", async () => {
    const { authorization, answer } = open();
    expect(authorization.receive(answer({ error: "access_denied" }))).toBe("refused");
    await expect(authorization.code).rejects.toBeInstanceOf(OAuthRefusal);
  });

  it("can be cancelled", async () => {
    const { authorization, answer } = open();
    authorization.cancel();
    expect(authorization.receive(answer({ code: "good" }))).toBe("late");
    await expect(authorization.code).rejects.toMatchObject({ kind: "cancelled" });
  });
});

describe("the tokens", () => {
  it("come for a code, once", async () => {
    const code = server.newCode(redirectUri);
    const askedAt = Date.now();
    const tokens = await exchangeCode(app(), code);
    expect(server.good).toContain(tokens.accessToken);
    expect(tokens.refreshToken).toMatch(/^refresh-/);
    expect((tokens.refreshAt ?? 0) - askedAt).toBeGreaterThan(7_139_000);
    expect((tokens.refreshAt ?? 0) - askedAt).toBeLessThan(7_150_000);
    expect(Object.fromEntries(server.asked[0] ?? [])).toEqual({
      client_id: "demo-client",
      client_secret: "demo-secret",
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
    });
    await expect(exchangeCode(app(), code)).rejects.toMatchObject({
      code: "invalid_grant",
      kind: "sign-in",
      status: 400,
    });
  });

  it("are refused with a wrong secret", async () => {
    const wrong = { ...app(), clientSecret: "guess" };
    const refused = exchangeCode(wrong, server.newCode(redirectUri));
    await expect(refused).rejects.toMatchObject({ code: "invalid_client", status: 401 });
    await expect(refused).rejects.not.toThrow("guess");
  });

  it("are renewed by a refresh token, which works once", async () => {
    const { refreshToken = "" } = await exchangeCode(app(), server.newCode(redirectUri));
    const renewed = await refreshTokens(app(), refreshToken);
    expect(renewed.refreshToken).not.toBe(refreshToken);
    await expect(refreshTokens(app(), refreshToken)).rejects.toBeInstanceOf(OAuthRefusal);
  });

  it.each<[what: string, body: object, expected: object]>([
    [
      "a company's token, which does not expire",
      { access_token: "a" },
      { refreshToken: undefined, refreshAt: undefined },
    ],
    ["nulls", { access_token: "a", refresh_token: null, expires_in: null }, { refreshAt: undefined }],
    ["a lifetime as text", { access_token: "a", expires_in: "soon" }, { refreshAt: undefined }],
  ])("are read from %s", async (_what, body, expected) => {
    server.instead.push((response) => {
      json(response, 200, body);
    });
    await expect(exchangeCode(app(), "x")).resolves.toMatchObject({ accessToken: "a", ...expected });
  });

  it("that live shortly are used for half their life", async () => {
    server.expiresIn = 4;
    const before = Date.now();
    const { refreshAt = 0 } = await exchangeCode(app(), server.newCode(redirectUri));
    expect(refreshAt - before).toBeGreaterThanOrEqual(2000);
    expect(refreshAt - before).toBeLessThan(3500);
  });

  it("keep the old refresh token where the answer has none", async () => {
    server.instead.push((response) => {
      json(response, 200, { access_token: "a", expires_in: 60 });
    });
    await expect(refreshTokens(app(), "old")).resolves.toMatchObject({
      accessToken: "a",
      refreshToken: "old",
    });
  });
});

describe("what is not a refusal", () => {
  it.each<[what: string, status: number, body: string, kind: string]>([
    ["a proxy's page", 400, "<html>no</html>", "invalid"],
    ["a broken server", 502, "<html>no</html>", "unavailable"],
    ["too many requests", 429, "", "rate-limit"],
    ["an answer without a token", 200, "{}", "unreadable"],
    ["a page instead of JSON", 200, "<html>hello</html>", "unreadable"],
  ])("%s", async (_what, status, body, kind) => {
    server.instead.push((response) => response.writeHead(status, { "content-type": "text/html" }).end(body));
    const failed: unknown = await refreshTokens(app(), "old").catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(FactorialError);
    expect(failed).not.toBeInstanceOf(OAuthRefusal);
    expect(failed).toMatchObject({ kind });
    expect(server.asked).toHaveLength(1);
  });

  it("a redirect, which is not followed with the secret", async () => {
    const elsewhere = await startOAuthStandIn();
    server.instead.push((response) =>
      response.writeHead(307, { location: `${elsewhere.baseUrl}/oauth/token` }).end(),
    );
    await expect(refreshTokens(app(), "old")).rejects.toMatchObject({ kind: "unreadable" });
    expect(elsewhere.asked).toHaveLength(0);
  });

  it("no network", async () => {
    const gone = app();
    await server.close();
    await expect(refreshTokens(gone, "old")).rejects.toMatchObject({ kind: "offline" });
  });

  it("a cut connection, after which nothing is sent again", async () => {
    server.instead.push((response) => response.destroy());
    await expect(refreshTokens(app(), "old")).rejects.toMatchObject({ kind: "offline", written: "no" });
    expect(server.asked).toHaveLength(1);
  });

  it("having been cancelled", async () => {
    server.slowness = 2000;
    const gone = new AbortController();
    const asked = refreshTokens(app(), "old", gone.signal);
    setTimeout(() => {
      gone.abort();
    }, 20);
    await expect(asked).rejects.toMatchObject({ kind: "cancelled" });
  });

  it("20 seconds without an answer", async () => {
    server.slowness = 60_000;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const asked = refreshTokens(app(), "old");
      asked.catch(() => undefined);
      await vi.advanceTimersByTimeAsync(20_500);
      await expect(asked).rejects.toMatchObject({ kind: "unavailable" });
    } finally {
      vi.useRealTimers();
    }
  });
});
