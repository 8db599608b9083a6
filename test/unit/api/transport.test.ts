import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { answering, failure, json, pageOf, project, raw } from "./stand-in";

describe("reads", () => {
  test("are tried three times, writes once", async () => {
    const { client, requests } = await answering((response) => {
      raw(response, "<html><h1>502 Bad Gateway</h1></html>", 502);
    });
    const read = await failure(client().projects.get({ id: "1" }));
    expect(requests).toHaveLength(3);
    expect(read.kind).toBe("unavailable");
    expect(read.message).not.toContain("<");
    const write = await failure(client().projects.close({ id: "1" }));
    expect(requests).toHaveLength(4);
    expect(write.written).toBe("unknown");
  });

  test.each([
    [
      "cut in half",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write('{"data":[');
        setTimeout(() => response.destroy(), 5);
      },
    ],
    [
      "whole but no JSON",
      (response: ServerResponse) => {
        raw(response, '{"data":[{"id":');
      },
    ],
  ])("recover from an answer that is %s", async (_, breakOnce) => {
    const { client, requests } = await answering((response, __, count) => {
      if (count === 1) breakOnce(response);
      else json(response, project);
    });
    await expect(client().projects.get({ id: "1" })).resolves.toMatchObject({ name: "ACME" });
    expect(requests).toHaveLength(2);
  });

  test("obey Retry-After and say so; one that is too long is told instead", async () => {
    const waits: number[] = [];
    const { client } = await answering((response, __, count) => {
      if (count === 1) json(response, {}, 429, { "retry-after": "0" });
      else if (count === 2) json(response, project);
      else json(response, {}, 429, { "retry-after": "3600" });
    });
    const factorial = client({ onWait: (seconds) => waits.push(seconds) });
    await factorial.projects.get({ id: "1" });
    expect(waits).toEqual([0]);
    const error = await failure(factorial.projects.get({ id: "1" }));
    expect(error).toMatchObject({ kind: "rate-limit", retryAfterSeconds: 3600 });
  });

  test("that are equal and in flight share one request, unless all who asked have gone", async () => {
    const { client, requests } = await answering((response) => {
      setTimeout(() => {
        json(response, project);
      }, 20);
    });
    const factorial = client();
    const leaving = new AbortController();
    const first = factorial.projects.get({ id: "1" }, { signal: leaving.signal });
    const second = factorial.projects.get({ id: "1" });
    leaving.abort();
    expect((await failure(first)).kind).toBe("cancelled");
    await expect(second).resolves.toMatchObject({ id: "1" });
    expect(requests).toHaveLength(1);
    await factorial.projects.get({ id: "1" });
    expect(requests).toHaveLength(2);
  });

  test("are at most four in flight", async () => {
    let inFlight = 0;
    let most = 0;
    const { client } = await answering((response) => {
      most = Math.max(most, ++inFlight);
      setTimeout(() => {
        inFlight--;
        json(response, project);
      }, 10);
    });
    const factorial = client();
    await Promise.all(Array.from({ length: 12 }, (_, n) => factorial.projects.get({ id: String(n) })));
    expect(most).toBe(4);
  });

  test("stop when the one who asked has gone", async () => {
    let closed = false;
    const { client, requests } = await answering((response) => {
      response.on("close", () => {
        closed = true;
      });
    });
    const leaving = new AbortController();
    const read = failure(client().projects.get({ id: "1" }, { signal: leaving.signal }));
    await expect.poll(() => requests.length).toBe(1);
    leaving.abort();
    expect((await read).kind).toBe("cancelled");
    await expect.poll(() => closed).toBe(true);
  });
});

describe("writes", () => {
  test("that time out, or whose answer is lost, are of unknown outcome", async () => {
    const { client } = await answering((response, __, count) => {
      if (count === 1) response.destroy();
    });
    expect(await failure(client().projects.close({ id: "1" }))).toMatchObject({
      kind: "offline",
      written: "unknown",
    });
    const slow = client({ timeoutSeconds: 0.05 });
    expect(await failure(slow.projects.close({ id: "1" }))).toMatchObject({
      kind: "unavailable",
      written: "unknown",
    });
  });

  test("that reach nobody were not written", async () => {
    const { client, stop } = await answering((response) => {
      json(response, project);
    });
    await stop();
    expect(await failure(client().projects.close({ id: "1" }))).toMatchObject({
      kind: "offline",
      written: "no",
    });
  });

  test("are sent again only after a 401 that new credentials cure", async () => {
    const { client, requests } = await answering((response, request) => {
      if (request.headers.authorization === "Bearer new") json(response, project);
      else json(response, { errors: null }, 401);
    });
    let token = "old";
    const credentials = {
      authorize: () => Promise.resolve({ authorization: `Bearer ${token}` }),
      renew: () => {
        token = "new";
        return Promise.resolve(true);
      },
    };
    await client({ credentials }).projects.close({ id: "1" });
    expect(requests).toHaveLength(2);
    const hopeless = client({
      credentials: {
        authorize: () => Promise.resolve({ authorization: "Bearer x" }),
        renew: () => Promise.resolve(false),
      },
    });
    expect((await failure(hopeless.projects.close({ id: "1" }))).kind).toBe("sign-in");
    expect(requests).toHaveLength(3);
  });

  test("keep to the POSTs a minute that we allow ourselves", async () => {
    const { client, requests } = await answering((response) => {
      json(response, project);
    });
    const factorial = client({ postsPerMinute: 2 });
    const leaving = new AbortController();
    await factorial.projects.close({ id: "1" });
    await factorial.projects.close({ id: "2" });
    const third = failure(factorial.projects.close({ id: "3" }, { signal: leaving.signal }));
    leaving.abort();
    expect((await third).kind).toBe("cancelled");
    expect(requests).toHaveLength(2);
  });
});

test("a redirect is not followed: it would carry the key elsewhere", async () => {
  const { client, requests } = await answering((response) => {
    raw(response, "", 302, { location: "/elsewhere" });
  });
  const error = await failure(client().projects.close({ id: "1" }));
  expect(error.message).toContain("base URL");
  expect(requests).toHaveLength(1);
});

test("a 404 on an unofficial operation says what it means", async () => {
  const { client } = await answering((response) => {
    json(response, { errors: ["Resource # not found"] }, 404);
  });
  const error = await failure(client().projects.delete({ id: "1" }));
  expect(error).toMatchObject({ kind: "not-found", unofficial: true });
  expect(error.message).toContain("official");
});

test("request lines for the log carry no secret and no query", async () => {
  const lines: unknown[] = [];
  const { client } = await answering((response) => {
    json(response, pageOf([]));
  });
  await client({ onRequest: (line) => lines.push(line) }).employees.list({ emails: ["ana@example.com"] });
  expect(lines).toMatchObject([
    { method: "GET", path: "/api/2026-10-01/resources/employees/employees", status: 200 },
  ]);
  expect(JSON.stringify(lines)).not.toContain("ana");
});
