import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { FactorialError } from "../../../src/api/errors";
import { json, pageOf, raw, startStandIn, type StandIn } from "./stand-in";

let standIn: StandIn | undefined;

async function answering(...parameters: Parameters<typeof startStandIn>): Promise<StandIn> {
  standIn = await startStandIn(...parameters);
  return standIn;
}

afterEach(async () => {
  await standIn?.stop();
  standIn = undefined;
});

const project = { id: "1", name: "ACME", status: "active" };

async function failure(promise: Promise<unknown>): Promise<FactorialError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FactorialError);
  if (!(error instanceof FactorialError)) throw new Error("unreachable");
  return error;
}

describe("requests", () => {
  test("go to the version, module and resource, with arrays bracketed and the key in its header", async () => {
    const { client, requests } = await answering((response) => {
      json(response, pageOf([project]));
    });
    await client().projects.list({ ids: ["1", "2"], include_inputed_minutes: false });
    const [request] = requests;
    expect(request?.method).toBe("GET");
    expect(request?.url.pathname).toBe("/api/2026-10-01/resources/project_management/projects");
    expect(request?.url.searchParams.getAll("ids[]")).toEqual(["1", "2"]);
    expect(request?.url.searchParams.get("include_inputed_minutes")).toBe("false");
    expect(request?.headers["x-api-key"]).toBe("key");
    expect(request?.headers.authorization).toBeUndefined();
  });

  test("carry a filter of several fields under its name", async () => {
    const { client, requests } = await answering((response) => {
      json(response, pageOf([]));
    });
    await client().reviewProcessTargets.list({
      ids: ["1-3"],
      managed_by_filter: { manager_employee_id: "8", only_direct_reports: false },
    });
    expect([...(requests[0]?.url.searchParams ?? [])]).toEqual([
      ["ids[]", "1-3"],
      ["managed_by_filter[manager_employee_id]", "8"],
      ["managed_by_filter[only_direct_reports]", "false"],
    ]);
  });

  test("go out in the nearest version that has the operation", async () => {
    const { client, requests } = await answering((response) => {
      json(response, pageOf([]));
    });
    await client().flexibleTimeRecords.list({ project_worker_ids: ["1"] });
    await client({ version: "2026-04-01" }).imputableProjects.list();
    await client({ version: "2026-04-01" }).rates.list();
    expect(requests.map(({ url }) => url.pathname.split("/")[2])).toEqual([
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
    ]);
  });

  test("escape an id in the path, and repeat it in the body of a PUT", async () => {
    const { client, requests } = await answering((response) => {
      json(response, project);
    });
    await client().projects.get({ id: "a/../b?c" });
    await client().projects.update({ id: "7", name: "New" });
    expect(requests[0]?.url.pathname).toMatch(/projects\/a%2F\.\.%2Fb%3Fc$/);
    expect(JSON.parse(requests[1]?.body ?? "")).toEqual({ id: "7", name: "New" });
  });

  test("carry forms with bracketed arrays and files", async () => {
    const { client, requests } = await answering((response) => {
      json(response, { id: "1", project_id: "2", task_id: "3", follow_up: false });
    });
    await client().projectTasks.create({
      name: "Fix login",
      project_id: "2",
      status: "todo",
      assignee_employee_ids: ["4", "5"],
      files: [new File(["hello"], "hello.txt")],
    });
    const [request] = requests;
    const form = await new Response(request?.body, {
      headers: { "content-type": request?.headers["content-type"] ?? "" },
    }).formData();
    expect(form.get("name")).toBe("Fix login");
    expect(form.getAll("assignee_employee_ids[]")).toEqual(["4", "5"]);
    expect(form.getAll("files[]")).toHaveLength(1);
  });

  test("are refused before they leave when they do not fit", async () => {
    const { client, requests } = await answering((response) => {
      json(response, project);
    });
    // What JavaScript callers or data from outside could send: the type forbids it.
    const wrong: Record<string, unknown> = { name: "", colour: "red" };
    const error = await failure(client().projects.create(wrong as { name: string }));
    expect(error.kind).toBe("invalid");
    expect(Object.keys(error.fields).sort()).toEqual(["colour", "name"]);
    expect(error.written).toBe("no");
    expect(requests).toHaveLength(0);
  });

  test("are refused when a field is newer than the version they would go out in", async () => {
    const { client, requests } = await answering((response) => {
      json(response, {});
    });
    const error = await failure(
      client({ version: "2026-07-01" }).timeRecords.create({
        project_worker_id: "1",
        imputed_minutes: 90,
        date: "2026-11-19",
      }),
    );
    expect(error.fields.imputed_minutes?.[0]).toContain("2026-10-01");
    expect(requests).toHaveLength(0);
    const required = await failure(client().subprojects.update({ id: "1", code: "X" }));
    expect(Object.keys(required.fields).sort()).toEqual(["name", "status"]);
    await failure(client({ version: "2026-07-01" }).subprojects.update({ id: "1", code: "X" })); // sent: answer unreadable
    expect(requests).toHaveLength(1);
  });

  test("are refused when a field is gone in the version they would go out in", async () => {
    const { client, requests } = await answering((response) => {
      json(response, {});
    });
    const process = { author_access_id: "1", cycle_id: "7" };
    const error = await failure(client({ version: "2026-10-01" }).reviewProcesses.create(process));
    expect(error.fields.cycle_id).toEqual([
      "is known to the API only before version 2026-10-01, and this goes out in 2026-10-01",
    ]);
    expect(requests).toHaveLength(0);
    await failure(client({ version: "2026-04-01" }).reviewProcesses.create(process)); // sent: answer unreadable
    expect(requests[0]?.body).toBe('{"author_access_id":1,"cycle_id":"7"}');
  });

  test("leave keys of several parts as text where other ids are integers", async () => {
    const { client, requests } = await answering((response) => {
      json(response, {});
    });
    const april = client({ version: "2026-04-01" });
    await failure(april.reviewProcessTargets.addPeers({ id: "1-3", peer_access_ids: ["9007199254740993"] }));
    expect(requests[0]?.body).toBe('{"id":"1-3","peer_access_ids":[9007199254740993]}');
  });
});

describe("ids", () => {
  const big = "18446744073709551617"; // 2^64 + 1

  test("above 2^53 are read from the source text, also between strings that look like them", async () => {
    const { client } = await answering((response) => {
      raw(
        response,
        `{"data":[{"id":${big},"name":"a, ${big}: \\"${big}","status":"active","legal_entity_id":12,"fixed_cost_cents":9007199254740.5}],"meta":{"has_next_page":false,"limit":100}}`,
      );
    });
    const { data } = await client({ version: "2026-04-01" }).projects.list({
      include_inputed_minutes: false,
    });
    expect(data[0]?.id).toBe(big);
    expect(data[0]?.legal_entity_id).toBe("12");
    expect(data[0]?.name).toBe(`a, ${big}: "${big}`);
    expect(data[0]?.fixed_cost_cents).toBe(9007199254740.5);
  });

  test("are written as bare integers up to 2026-04-01 and as strings from 2026-07-01", async () => {
    const { client, requests } = await answering((response) => {
      json(response, [{ id: "1", project_id: "2", employee_id: "3" }]);
    });
    const input = { project_id: big, employee_ids: ["3", big] };
    await client({ version: "2026-04-01" }).projectWorkers.bulkCreate(input);
    await client({ version: "2026-07-01" }).projectWorkers.bulkCreate(input);
    expect(requests[0]?.body).toBe(`{"project_id":${big},"employee_ids":[3,${big}]}`);
    expect(requests[1]?.body).toBe(`{"project_id":"${big}","employee_ids":["3","${big}"]}`);
  });

  test("inside the items of a bulk action are written as integers too; text that looks like an id is not", async () => {
    const { client, requests } = await answering((response) => {
      json(response, []);
    });
    await client({ version: "2026-04-01" }).timeRecords.bulkProcess({
      items: [{ time_record_id: "5", attendance_shift_id: big }],
    });
    await client({ version: "2026-04-01" })
      .flexibleTimeRecordComments.create({ flexible_time_record_id: "9", content: "123" })
      .catch(() => undefined);
    expect(requests[0]?.body).toBe(`{"items":[{"time_record_id":5,"attendance_shift_id":${big}}]}`);
    expect(requests[1]?.body).toBe('{"content":"123","flexible_time_record_id":9}');
  });

  test("that are no numbers are refused where the version wants integers", async () => {
    const { client, requests } = await answering((response) => {
      json(response, project);
    });
    const error = await failure(client({ version: "2026-04-01" }).projects.close({ id: "abc" }));
    expect(error.kind).toBe("invalid");
    expect(error.message).toContain('"abc"');
    expect(requests).toHaveLength(0);
  });
});

describe("answers", () => {
  test("bear nulls, missing and extra fields, unknown enum values; a wrapped record is taken too", async () => {
    const { client } = await answering((response) => {
      json(response, { data: { id: 5, name: "X", status: "paused", code: null, colour: "red" } });
    });
    const read = await client().projects.get({ id: "5" });
    expect(read).toMatchObject({ id: "5", status: "paused", code: null });
  });

  test("keep a record that cannot be read apart, and name its field", async () => {
    const { client } = await answering((response) => {
      json(response, pageOf([project, { id: 2, name: 7, status: "active" }, "nonsense"]));
    });
    const page = await client().projects.list({ include_inputed_minutes: false });
    expect(page.data).toHaveLength(1);
    expect(page.unreadable).toHaveLength(2);
    expect(page.unreadable[0]).toMatchObject({ id: "2" });
    expect(page.unreadable[0]?.problems[0]).toMatch(/^name: /);
  });

  test.each([
    ["a bare array", [project], 1],
    ["an empty result as errors: null", { errors: null }, 0],
    ["an empty body", "", 0],
    [
      "a meta without a limit",
      { data: [project], meta: { has_next_page: true, limit: null, end_cursor: "x" } },
      1,
    ],
  ])("a list may come as %s", async (_, answer, count) => {
    const { client } = await answering((response) => {
      if (answer === "") raw(response, "");
      else json(response, answer);
    });
    const { data } = await client().projects.all({ include_inputed_minutes: false });
    expect(data).toHaveLength(count);
  });

  test("that are no list, or no record, are unreadable; a write's outcome is then unknown", async () => {
    const { client } = await answering((response) => {
      json(response, { hello: "world" });
    });
    expect((await failure(client().projects.list({ include_inputed_minutes: false }))).kind).toBe(
      "unreadable",
    );
    const error = await failure(client().projects.close({ id: "1" }));
    expect(error).toMatchObject({ kind: "unreadable", written: "unknown" });
  });
});

describe("paging", () => {
  test("walks by the opaque cursor until there is no next page", async () => {
    const { client, requests } = await answering((response, request) => {
      const after = request.url.searchParams.get("after_id");
      const next = { null: "MQ==", "MQ==": "Mg==", "Mg==": undefined }[String(after)];
      json(response, pageOf([{ ...project, id: after ?? "first" }], next));
    });
    const { data } = await client().projects.all({ include_inputed_minutes: false });
    expect(data.map(({ id }) => id)).toEqual(["first", "MQ==", "Mg=="]);
    expect(requests.map(({ url }) => url.searchParams.get("limit"))).toEqual(["100", "100", "100"]);
  });

  test("ends with an error when a cursor comes again, instead of walking for ever", async () => {
    const { client, requests } = await answering((response) => {
      json(response, pageOf([project], "same"));
    });
    const error = await failure(client().projects.all({ include_inputed_minutes: false }));
    expect(error.kind).toBe("unreadable");
    expect(requests).toHaveLength(2);
  });
});

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
    const { client } = await answering((response) => {
      response.on("close", () => {
        closed = true;
      });
    });
    const leaving = new AbortController();
    const read = failure(client().projects.get({ id: "1" }, { signal: leaving.signal }));
    await expect.poll(() => standIn?.requests.length).toBe(1);
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
    standIn = undefined;
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
