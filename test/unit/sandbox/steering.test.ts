/** What a test can do to the sandbox: make it misbehave, forget, remember, grow; and its OAuth. */

import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { DEMO_OAUTH_CLIENT } from "../../../src/sandbox/demo-credentials.js";
import type { Misbehaviour } from "../../../src/sandbox/index.js";
import { folderOfTest } from "../support/folder.js";
import { bearer, companyBeforeAll, NORA, open } from "./harness.js";

const PROJECTS = "project_management/projects";

describe("misbehaviour", () => {
  const company = companyBeforeAll();
  afterEach(() => {
    company.sandbox.behave();
  });

  const once = (fault: Misbehaviour): void => {
    company.sandbox.misbehave({ times: 1, ...fault });
  };

  it("delays", async () => {
    once({ kind: "latency", ms: 80 });
    const start = performance.now();
    await company.get(PROJECTS);
    expect(performance.now() - start).toBeGreaterThan(75);
  });

  it("answers a status, a rate limit, a page of HTML, or nonsense", async () => {
    once({ kind: "status", status: 503, headers: { "x-why": "test" } });
    once({ kind: "rateLimit", retryAfter: 7 });
    once({ kind: "htmlError" });
    once({ kind: "invalidJson" });
    const answers = [
      await company.get(PROJECTS),
      await company.get(PROJECTS),
      await company.get(PROJECTS),
      await company.get(PROJECTS),
    ];
    expect(answers.map(({ status }) => status)).toEqual([503, 429, 500, 200]);
    expect(answers[0]?.headers.get("x-why")).toBe("test");
    expect(answers[1]?.headers.get("retry-after")).toBe("7");
    expect(answers[2]?.headers.get("content-type")).toBe("text/html");
    expect(() => void JSON.parse(answers[3]?.text ?? "")).toThrow();
    expect((await company.get(PROJECTS)).status).toBe(200);
  });

  it("cuts the connection before the write is done, or loses the answer after it", async () => {
    const { projects } = company.sandbox.company;
    const before = projects.size;
    once({ kind: "cutConnection" });
    await expect(company.post(PROJECTS, { name: "Cut" })).rejects.toThrow();
    expect(projects.size).toBe(before);
    once({ kind: "lostAnswer" });
    await expect(company.post(PROJECTS, { name: "Lost" })).rejects.toThrow();
    expect(projects.size).toBe(before + 1);
    once({ kind: "truncatedJson" });
    await expect(company.get(PROJECTS)).rejects.toThrow();
  });

  it("befalls only what matches", async () => {
    company.sandbox.misbehave({
      kind: "status",
      status: 500,
      match: { method: "get", path: /projects\/\d+$/ },
    });
    expect((await company.get(PROJECTS)).status).toBe(200);
    expect((await company.get(`${PROJECTS}/1201`)).status).toBe(500);
    expect((await company.get(`${PROJECTS}/1201`)).status).toBe(500);
  });

  it("and everything else can be steered over HTTP", async () => {
    const { url } = company.sandbox;
    const steer = async (method: string, route: string, body?: unknown): Promise<[number, unknown]> => {
      const response = await fetch(`${url}/__sandbox/${route}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return [response.status, await response.json()];
    };
    expect((await steer("GET", "health"))[0]).toBe(200);
    expect(
      (await steer("POST", "faults", { kind: "status", status: 502, match: { path: "/teams" } }))[0],
    ).toBe(200);
    expect((await steer("POST", "faults", { kind: "gremlins" }))[0]).toBe(400);
    expect((await company.get("teams/teams")).status).toBe(502);
    await steer("DELETE", "faults");
    await steer("DELETE", "requests");
    await company.get("teams/teams?ids[]=91");
    expect((await steer("GET", "requests"))[1]).toMatchObject([
      { method: "GET", path: "/api/2026-10-01/resources/teams/teams", query: "ids[]=91", status: 200 },
    ]);
    await steer("POST", "lock-day", { employee_id: NORA, date: "2026-11-17" });
    expect(
      (await company.get(`attendance/reviews?employee_ids[]=${NORA}&start_on=2026-11-17`)).body.data,
    ).toHaveLength(1);
    await company.post(`${PROJECTS}/close`, { id: "1201" });
    await steer("POST", "reset");
    expect((await company.get(`${PROJECTS}/1201`)).body.status).toBe("active");
    expect((await steer("GET", "nothing"))[0]).toBe(404);
  });
});

describe("the log", () => {
  it("has what was sent, and no secrets", async () => {
    const company = await open({ control: false });
    await company.post(PROJECTS, { name: "Logged" });
    await fetch(`${company.sandbox.url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({ client_secret: "s" }),
    });
    const [made, token] = company.sandbox.requests;
    expect(made).toMatchObject({ method: "POST", status: 201, body: { name: "Logged" } });
    expect(made?.text).toBe('{"name":"Logged"}');
    expect(token).toMatchObject({ path: "/oauth/token", status: 401, body: undefined, text: undefined });
    expect((await fetch(`${company.sandbox.url}/__sandbox/health`)).status).toBe(404);
    await company.sandbox.stop();
  });
});

describe("the log of bodies", () => {
  const company = companyBeforeAll();

  it("has the fields of a form, and of a file its name and size", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: "Logged", project_id: "1201", status: "todo" }))
      form.append(name, value);
    form.append("assignee_employee_ids[]", NORA);
    form.append("files[]", new Blob(["secret words"]), "plan.txt");
    expect((await company.post("project_management/project_tasks", form)).status).toBe(201);
    expect(company.sandbox.requests.at(-1)).toMatchObject({
      status: 201,
      text: undefined,
      body: {
        name: "Logged",
        project_id: "1201",
        status: "todo",
        "assignee_employee_ids[]": [NORA],
        "files[]": [{ name: "plan.txt", size: 12 }],
      },
    });
    const shown = await (await fetch(`${company.sandbox.url}/__sandbox/requests`)).text();
    expect(shown).toContain("plan.txt");
    expect(shown).not.toContain("secret words");
  });

  it("keeps every digit of an id, and what isn't JSON after all", async () => {
    const body = '{"id":18446744073709551617,"status":"draft"}';
    await company.at("2026-04-01").post(`${PROJECTS}/change_status`, body);
    expect(company.sandbox.requests.at(-1)?.text).toBe(body);
    await company.post(PROJECTS, "{ broken");
    expect(company.sandbox.requests.at(-1)).toMatchObject({
      status: 400,
      body: "{ broken",
      text: "{ broken",
    });
  });
});

describe("OAuth", () => {
  const company = companyBeforeAll({ tokenLifetime: 60 });

  const redirectUri = "http://127.0.0.1:8123/callback";
  const authorize = async (extra: Record<string, string> = {}): Promise<Response> => {
    const query = new URLSearchParams({
      client_id: DEMO_OAUTH_CLIENT.id,
      redirect_uri: redirectUri,
      response_type: "code",
      state: "s1",
      ...extra,
    });
    return await fetch(`${company.sandbox.url}/oauth/authorize?${query.toString()}`, { redirect: "manual" });
  };
  const token = async (fields: Record<string, string>): Promise<[number, Record<string, unknown>]> => {
    const body = new URLSearchParams({
      client_id: DEMO_OAUTH_CLIENT.id,
      client_secret: DEMO_OAUTH_CLIENT.secret,
      redirect_uri: redirectUri,
      ...fields,
    });
    const response = await fetch(`${company.sandbox.url}/oauth/token`, { method: "POST", body });
    // an object in every case
    return [response.status, (await response.json()) as Record<string, unknown>];
  };
  const codeOf = (response: Response): string =>
    new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";

  it("gives a code that works once, and tokens that rotate", async () => {
    const redirect = await authorize({ auto_approve: "1" });
    expect([redirect.status, redirect.headers.get("location")]).toEqual([
      302,
      expect.stringContaining("state=s1"),
    ]);
    const code = codeOf(redirect);
    const [status, first] = await token({ grant_type: "authorization_code", code });
    expect([status, first]).toMatchObject([200, { token_type: "Bearer", expires_in: 60 }]);
    expect((await token({ grant_type: "authorization_code", code }))[0]).toBe(400);
    const asMe = company.as(bearer(String(first.access_token)));
    expect((await asMe.get("api_public/credentials")).body.data[0]?.employee_id).toBe(NORA);
    const refresh = { grant_type: "refresh_token", refresh_token: String(first.refresh_token) };
    const [, second] = await token(refresh);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await token(refresh)).toEqual([400, { error: "invalid_grant" }]);
    company.sandbox.expireTokens();
    expect((await company.as(bearer(String(second.access_token))).get(PROJECTS)).status).toBe(401);
  });

  it("asks a person, who may be somebody else or say no", async () => {
    const page = await authorize();
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toMatch(/value="allow".*value="deny"/s);
    const decide = async (decision: string): Promise<Response> =>
      await fetch(`${company.sandbox.url}/oauth/authorize`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({
          client_id: DEMO_OAUTH_CLIENT.id,
          redirect_uri: redirectUri,
          person: "carmen.ortega@brisa.example",
          decision,
        }),
      });
    expect((await decide("deny")).headers.get("location")).toContain("error=access_denied");
    const [, carmen] = await token({ grant_type: "authorization_code", code: codeOf(await decide("allow")) });
    const who = await company.as(bearer(String(carmen.access_token))).get("api_public/credentials");
    expect(who.body.data[0]?.role).toBe("admin");
  });

  it("refuses wrong secrets, strange redirects and redirects that differ", async () => {
    const wrong = { grant_type: "refresh_token", refresh_token: "x", client_secret: "wrong" };
    expect(await token(wrong)).toEqual([401, { error: "invalid_client" }]);
    expect((await authorize({ redirect_uri: "https://evil.example/cb" })).status).toBe(400);
    expect((await authorize({ redirect_uri: "vscode://some.extension/cb" })).status).toBe(200);
    const code = codeOf(await authorize({ auto_approve: "1" }));
    const other = { grant_type: "authorization_code", code, redirect_uri: "http://127.0.0.1:9/x" };
    expect((await token(other))[0]).toBe(400);
  });

  it("revokes", async () => {
    const code = codeOf(await authorize({ auto_approve: "1", resource_owner_type: "company" }));
    const [, granted] = await token({ grant_type: "authorization_code", code });
    const asCompany = company.as(bearer(String(granted.access_token)));
    expect((await asCompany.get("api_public/credentials")).body.data[0]).not.toHaveProperty("employee_id");
    await fetch(`${company.sandbox.url}/oauth/revoke`, {
      method: "POST",
      body: new URLSearchParams({
        client_id: DEMO_OAUTH_CLIENT.id,
        client_secret: DEMO_OAUTH_CLIENT.secret,
        token: String(granted.access_token),
      }),
    });
    expect((await asCompany.get(PROJECTS)).status).toBe(401);
  });
});

describe("the company", () => {
  it("is kept in a file between starts, unless the file is broken", async () => {
    const stateFile = join(folderOfTest(), "state.json");
    const first = await open({ stateFile });
    const made = await first.post(PROJECTS, { name: "Kept" });
    await first.sandbox.stop();
    const second = await open({ stateFile });
    expect((await second.get(`${PROJECTS}/${String(made.body.id)}`)).body.name).toBe("Kept");
    const next = await second.post(PROJECTS, { name: "Next" });
    expect(Number(next.body.id)).toBe(Number(made.body.id) + 1);
    await second.sandbox.stop();
    writeFileSync(stateFile, "{ broken");
    const third = await open({ stateFile });
    expect((await third.get(`${PROJECTS}/${String(made.body.id)}`)).status).toBe(404);
    expect(existsSync(`${stateFile}.corrupt`)).toBe(true);
    await third.sandbox.stop();
    const otherSeed = await open({ stateFile, seed: 2 });
    expect((await otherSeed.get(PROJECTS)).status).toBe(200);
    await otherSeed.sandbox.stop();
  });

  it("is the same for the same seed, and another for another", async () => {
    const records = async (seed: number): Promise<string> => {
      const company = await open({ seed });
      const { text } = await company.get("project_management/time_records?limit=50");
      await company.sandbox.stop();
      return text;
    };
    const [one, again, two] = [await records(1), await records(1), await records(2)];
    expect(again).toBe(one);
    expect(two).not.toBe(one);
  });

  it("can be big", async () => {
    const big = await open({ scale: 10_000 });
    const page = await big.get(`${PROJECTS}?limit=100`);
    expect(page.body.meta).toMatchObject({ total: 10_009, has_next_page: true });
    await big.sandbox.stop();
  });

  it("stops at once, however slow an answer is", async () => {
    const slow = await open();
    slow.sandbox.misbehave({ kind: "latency", ms: 60_000 });
    const waiting = slow.get(PROJECTS).catch(() => "ended");
    await new Promise((done) => setTimeout(done, 20));
    const start = performance.now();
    await slow.sandbox.stop();
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await waiting).toBe("ended");
  });
});
