/** OAuth 2 as Factorial does it: authorization codes with a client secret, refresh tokens that rotate. */

import { randomBytes } from "node:crypto";
import { PEOPLE, viewerOf, type Viewer } from "./access.js";
import type { Company } from "./company/company.js";
import { DEMO_OAUTH_CLIENT } from "./demo-credentials.js";
import type { Reply } from "./reply.js";
import { json } from "./reply.js";

interface Grant {
  /** Whose token it is: a person's e-mail address, or the company itself. */
  readonly owner: string | undefined;
  readonly scope: string;
}

interface Code extends Grant {
  readonly redirectUri: string;
}

interface AccessToken extends Grant {
  readonly expiresAt: number;
  readonly refreshToken: string;
}

const OUT_OF_BAND_SCHEMES = new Set(["vscode:", "vscode-insiders:", "code-oss:"]);

export class OAuth {
  private readonly codes = new Map<string, Code>();
  private readonly accessTokens = new Map<string, AccessToken>();
  private readonly refreshTokens = new Map<string, Grant>();

  /** @param lifetime of access tokens, in seconds */
  constructor(
    private readonly company: () => Company,
    private readonly lifetime: number,
  ) {}

  reset(): void {
    this.codes.clear();
    this.accessTokens.clear();
    this.refreshTokens.clear();
  }

  /** Ends all access tokens at once, as time would. */
  expireAccessTokens(): void {
    this.accessTokens.clear();
  }

  viewer(token: string): Viewer | undefined {
    const known = this.accessTokens.get(token);
    if (!known || known.expiresAt < Date.now()) return undefined;
    if (known.owner === undefined) return { role: "company" };
    const person = PEOPLE.find(({ email }) => email === known.owner);
    return person && viewerOf(this.company(), person);
  }

  /** Answers `/oauth/...`; undefined if there is no such route. */
  answer(
    method: string,
    path: string,
    parameters: URLSearchParams,
    authorization: string | undefined,
  ): Reply | undefined {
    if (path === "/oauth/authorize" && method === "GET") return this.ask(parameters);
    if (path === "/oauth/authorize" && method === "POST") return this.decide(parameters);
    if (path === "/oauth/token" && method === "POST") return this.issue(parameters, authorization);
    if (path === "/oauth/revoke" && method === "POST") return this.revoke(parameters, authorization);
    return undefined;
  }

  private ask(parameters: URLSearchParams): Reply {
    const redirectUri = parameters.get("redirect_uri") ?? "";
    if (parameters.get("client_id") !== DEMO_OAUTH_CLIENT.id) return page(401, "Unknown client", "");
    if (!isAllowedRedirect(redirectUri)) return page(400, "The redirect URI is not valid", "");
    if (parameters.get("response_type") !== "code") {
      return redirect(redirectUri, { error: "unsupported_response_type", state: parameters.get("state") });
    }
    if (parameters.get("auto_approve") === "1") return this.decide(withDecision(parameters, "allow"));
    return consentPage(parameters);
  }

  private decide(parameters: URLSearchParams): Reply {
    const redirectUri = parameters.get("redirect_uri") ?? "";
    if (parameters.get("client_id") !== DEMO_OAUTH_CLIENT.id || !isAllowedRedirect(redirectUri)) {
      return page(400, "The request is not valid", "");
    }
    const state = parameters.get("state");
    if (parameters.get("decision") !== "allow")
      return redirect(redirectUri, { error: "access_denied", state });
    const code = secret();
    const asCompany = parameters.get("resource_owner_type") === "company";
    this.codes.set(code, {
      redirectUri,
      owner: asCompany ? undefined : (parameters.get("person") ?? PEOPLE[0]?.email),
      scope: parameters.get("scope") ?? "read write",
    });
    return redirect(redirectUri, { code, state });
  }

  private issue(parameters: URLSearchParams, authorization: string | undefined): Reply {
    if (!isClient(parameters, authorization)) return oauthError(401, "invalid_client");
    switch (parameters.get("grant_type")) {
      case "authorization_code": {
        const text = parameters.get("code") ?? "";
        const code = this.codes.get(text);
        // A code works once, and only for the redirect URI it was asked for with.
        this.codes.delete(text);
        const fits = code?.redirectUri === (parameters.get("redirect_uri") ?? "");
        return code && fits ? this.grant(code) : oauthError(400, "invalid_grant");
      }
      case "refresh_token": {
        const text = parameters.get("refresh_token") ?? "";
        const grant = this.refreshTokens.get(text);
        if (!grant) return oauthError(400, "invalid_grant");
        this.refreshTokens.delete(text);
        return this.grant(grant);
      }
      default:
        return oauthError(400, "unsupported_grant_type");
    }
  }

  private grant({ owner, scope }: Grant): Reply {
    const [accessToken, refreshToken] = [secret(), secret()];
    const expiresAt = Date.now() + this.lifetime * 1000;
    this.accessTokens.set(accessToken, { owner, scope, expiresAt, refreshToken });
    this.refreshTokens.set(refreshToken, { owner, scope });
    return json(200, {
      access_token: accessToken,
      token_type: "Bearer",
      expires_in: this.lifetime,
      refresh_token: refreshToken,
      scope,
      created_at: Math.floor(Date.now() / 1000),
    });
  }

  private revoke(parameters: URLSearchParams, authorization: string | undefined): Reply {
    if (!isClient(parameters, authorization)) return oauthError(401, "invalid_client");
    const token = parameters.get("token") ?? "";
    const access = this.accessTokens.get(token);
    if (access) this.refreshTokens.delete(access.refreshToken);
    this.accessTokens.delete(token);
    this.refreshTokens.delete(token);
    return json(200, {});
  }
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}

function isClient(parameters: URLSearchParams, authorization: string | undefined): boolean {
  const basic = /^Basic (.+)$/.exec(authorization ?? "")?.[1];
  const [id, password] =
    basic === undefined
      ? [parameters.get("client_id"), parameters.get("client_secret")]
      : Buffer.from(basic, "base64").toString("utf8").split(":");
  return id === DEMO_OAUTH_CLIENT.id && password === DEMO_OAUTH_CLIENT.secret;
}

function isAllowedRedirect(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  if (OUT_OF_BAND_SCHEMES.has(protocol)) return true;
  return (
    (protocol === "http:" || protocol === "https:") && ["127.0.0.1", "localhost", "[::1]"].includes(hostname)
  );
}

function oauthError(status: number, error: string): Reply {
  return json(status, { error });
}

function redirect(uri: string, parameters: Readonly<Record<string, string | null>>): Reply {
  const target = new URL(uri);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) target.searchParams.set(name, value);
  return { status: 302, headers: { location: target.href }, body: "" };
}

function withDecision(parameters: URLSearchParams, decision: string): URLSearchParams {
  const decided = new URLSearchParams(parameters);
  decided.set("decision", decision);
  return decided;
}

function consentPage(parameters: URLSearchParams): Reply {
  const hidden = [...parameters].map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  const people = PEOPLE.map(({ email }) => `<option value="${escape(email)}">${escape(email)}</option>`);
  const form = `<form method="post" action="/oauth/authorize">${hidden.join("")}
<p><label>Sign in as <select name="person">${people.join("")}</select></label></p>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p></form>`;
  return page(200, "An application asks for access to Brisa Software, the demo company", form);
}

function page(status: number, title: string, content: string): Reply {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Demo company</title>
<body style="font: 16px sans-serif; margin: 4rem auto; max-width: 32rem"><h1 style="font-size: 1.2rem">${title}</h1>${content}</body></html>`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: html };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
