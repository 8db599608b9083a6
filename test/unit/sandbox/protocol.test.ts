/** How the sandbox speaks: who may ask, what is refused, how ids and pages look. */

import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import {
  DEMO_ADMIN_TOKEN,
  DEMO_API_KEY,
  DEMO_RESTRICTED_TOKEN,
  DEMO_TOKEN,
} from "../../../src/sandbox/demo-credentials.js";
import { bearer, companyBeforeAll, key, NORA, open, type Talk } from "./harness.js";

const PROJECTS = "project_management/projects";
const HUGE = "18446744073709551617";

const company = companyBeforeAll({ scale: 120 });

describe("credentials", () => {
  it.each([
    ["nothing", {}],
    ["a wrong key", { "x-api-key": "wrong" }],
    ["a wrong token", bearer("wrong")],
    ["the key as a bearer token", bearer(DEMO_API_KEY)],
    ["a wrong key beside a good token, as the key wins", { "x-api-key": "wrong", ...bearer(DEMO_TOKEN) }],
  ])("refuse %s", async (_what, credential) => {
    const answer = await company.as(credential).get(PROJECTS);
    expect([answer.status, answer.text]).toEqual([401, '{"errors":null}']);
  });

  it("tell whose token it is, and that a key is nobody's", async () => {
    const mine = await company.as(bearer(DEMO_TOKEN)).get("api_public/credentials");
    expect(mine.body.data[0]).toMatchObject({ employee_id: NORA, full_name: "Nora Vidal" });
    const keys = await company.as({ ...key, ...bearer(DEMO_TOKEN) }).get("api_public/credentials");
    expect(keys.body.data).toHaveLength(1);
    expect(keys.body.data[0]).not.toHaveProperty("employee_id");
  });

  it("leave what is private empty for those who are no administrators", async () => {
    const colleague = "employees/employees/305";
    expect((await company.as(bearer(DEMO_ADMIN_TOKEN)).get(colleague)).body).toHaveProperty(
      "birthday_on",
      "1988-09-09",
    );
    expect((await company.as(bearer(DEMO_TOKEN)).get(colleague)).body.birthday_on ?? null).toBeNull();
  });

  it("keep a restricted employee out of reviews and from logging time", async () => {
    const ivo = company.as(bearer(DEMO_RESTRICTED_TOKEN));
    for (const [list, what] of [
      ["performance/review_processes", "performance reviews"],
      ["it_management/it_assets", "IT assets"],
      ["it_management/asset_categories", "IT assets"],
      ["custom_resources/schemas", "custom resources"],
      ["integrations/syncable_states", "integrations"],
    ] as const) {
      const closed = await ivo.get(list);
      const words = { errors: [`You are not allowed to see ${what}`] };
      expect([list, closed.status, closed.body.errors]).toEqual([list, 403, words]);
    }
    const logging = await ivo.post("project_management/time_records", {
      project_worker_id: "20001",
      date: "2026-11-17",
      imputed_minutes: 30,
    });
    expect(logging.status).toBe(403);
    expect(logging.body.errors).toEqual({ errors: ["You are not authorized to perform this action"] });
    expect((await ivo.get(PROJECTS)).status).toBe(200);
  });
});

describe("requests", () => {
  it("are refused with a parameter that the operation does not have", async () => {
    const answer = await company.get(`${PROJECTS}?ids=1201&name_or_cod=acme`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual({ errors: ["Unknown param ids", "Unknown param name_or_cod"] });
  });

  it("are refused with a field that the body does not have, without one that it needs, or with a wrong type", async () => {
    const answer = await company.post(PROJECTS, { nmae: "x", is_billable: "yes" });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual({
      errors: [
        "Missing required prop name",
        "Unknown prop nmae",
        "Invalid prop is_billable: must be boolean,null",
      ],
    });
    expect((await company.post(PROJECTS, "{")).body.errors).toEqual({
      errors: ["The body is not valid JSON"],
    });
  });

  it("may clear what is optional by null, and nothing else", async () => {
    const made = await company.post(PROJECTS, { name: "Temporary", code: "TMP" });
    const id = String(made.body.id);
    const cleared = await company.put(`${PROJECTS}/${id}`, { id, name: "Temporary", code: null });
    expect([cleared.status, cleared.body.code ?? null]).toEqual([200, null]);
    expect((await company.put(`${PROJECTS}/${id}`, { id, name: null })).status).toBe(400);
    expect((await company.put(`${PROJECTS}/${id}`, { id: "1201", name: "x" })).status).toBe(400);
  });

  it("need a filter only where the question makes no sense without it", async () => {
    expect((await company.get("project_management/project_tasks")).status).toBe(200);
    const answer = await company.get("project_management/exportable_expenses?start_date=2026-01-01");
    expect(answer.body.errors).toEqual({
      errors: ["Missing required param end_date", "Missing required param project_ids[]"],
    });
  });

  it("for what isn't there get a 404 without the id", async () => {
    const unknown = await company.get(`${PROJECTS}/99`);
    expect([unknown.status, unknown.text]).toEqual([404, '{"errors":["Resource # not found"]}']);
    expect((await company.get("project_management/project")).status).toBe(404);
    expect((await company.post("project_management/imputable_projects", {})).status).toBe(404);
    expect((await company.get("project_management/exportable_projects")).status).toBe(404);
  });

  it("can't be larger than 10 MB", async () => {
    const answer = await company
      .post(PROJECTS, { name: "x".repeat(11 * 1024 * 1024) })
      .catch(() => undefined);
    // The server stops reading; depending on timing the client sees the answer or the end of the connection.
    expect(answer?.status ?? 413).toBe(413);
    expect((await company.get(PROJECTS)).status).toBe(200);
  });

  it("that come by another site's name or from another site are refused", async () => {
    const ask = (headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((done, failed) => {
        const { port } = company.sandbox;
        httpRequest({ host: "127.0.0.1", port, path: "/__sandbox/requests", headers }, (response) => {
          response.resume();
          done(response.statusCode);
        })
          .on("error", failed)
          .end();
      });
    expect(await ask({ host: "rebound.example" })).toBe(403);
    expect(await ask({ origin: "https://evil.example" })).toBe(403);
    expect(await ask({ host: `localhost:${company.sandbox.port}` })).toBe(200);
  });
});

describe("versions", () => {
  it("serve a retired one with the oldest, and know none that is to come", async () => {
    const old = await company.at("2025-07-01").get(`${PROJECTS}/1201`);
    expect(old.text).toContain('"id":1201,');
    expect((await company.at("2027-01-01").get(PROJECTS)).status).toBe(404);
  });

  it("have raw integers as ids in 2026-04-01, digit for digit", async () => {
    const old = company.at("2026-04-01");
    const listed = await old.get(`${PROJECTS}?ids[]=${HUGE}`);
    expect(listed.text).toContain(`"id":${HUGE},`);
    const made = await old.post("project_management/subprojects", `{"name":"Ingest","project_id":${HUGE}}`);
    expect(made.status).toBe(201);
    expect(made.text).toContain(`"project_id":${HUGE}`);
    const parts = await old.get(`project_management/subprojects?project_ids[]=${HUGE}`);
    expect(parts.body.data.map((part) => part.name)).toEqual(["Pipeline", "Ingest"]);
    const asText = await old.post("project_management/subprojects", { name: "x", project_id: HUGE });
    expect(asText.status).toBe(400);
  });

  it("have strings as ids later", async () => {
    expect((await company.get(`${PROJECTS}/${HUGE}`)).body.id).toBe(HUGE);
    const numbered = await company.post("project_management/subprojects", { name: "x", project_id: 1201 });
    expect(numbered.status).toBe(400);
  });

  it("show only their own fields", async () => {
    const record = "project_management/time_records/700001";
    expect((await company.at("2026-04-01").get(record)).body).not.toHaveProperty("observations");
    expect((await company.at("2026-07-01").get(record)).body).not.toHaveProperty("employee_id");
    expect((await company.at("2026-10-01").get(record)).body).toHaveProperty("employee_id", NORA);
  });

  it("leave empty fields out or make them null, and both occur", async () => {
    const { text } = await company.get("project_management/subprojects");
    expect(text).toContain('"description":null');
    expect(text).toMatch(/\{[^{}]*"name":"[^"]*"(?:(?!description)[^{}])*\}/);
  });
});

describe("pages", () => {
  it("follow one another by cursor until all came, in ascending order", async () => {
    const ids: unknown[] = [];
    let cursor = "";
    for (;;) {
      const { body } = await company.get(`${PROJECTS}?limit=50${cursor}`);
      ids.push(...body.data.map((project) => project.id));
      if (body.meta.has_next_page !== true) break;
      cursor = `&after_id=${encodeURIComponent(String(body.meta.end_cursor))}`;
    }
    expect(ids.length).toBe(company.sandbox.company.projects.size);
    expect(new Set(ids).size).toBe(ids.length);
    expect([ids[0], ids.at(-1)]).toEqual(["1201", HUGE]);
  });

  it("go back by before_id", async () => {
    const second = await company.get(`${PROJECTS}?limit=20&page=2`);
    const cursor = encodeURIComponent(String(second.body.meta.start_cursor));
    const first = await company.get(`${PROJECTS}?limit=20&before_id=${cursor}`);
    expect(first.body.data[0]?.id).toBe("1201");
    expect(first.body.meta).toMatchObject({ has_previous_page: false, has_next_page: true });
  });

  it("hold at most 100, can be numbered, and say how many there are in all", async () => {
    const first = await company.get(`${PROJECTS}?limit=500`);
    const second = await company.get(`${PROJECTS}?page=2&limit=100`);
    const total = company.sandbox.company.projects.size;
    expect(first.body.data).toHaveLength(100);
    expect(first.body.meta).toMatchObject({
      limit: 100,
      total,
      has_next_page: true,
      has_previous_page: false,
    });
    expect(second.body.data).toHaveLength(total - 100);
    expect(second.body.meta).toMatchObject({ has_next_page: false, has_previous_page: true });
  });

  it("take no plain id for a cursor", async () => {
    expect((await company.get(`${PROJECTS}?after_id=1201`)).status).toBe(400);
    expect((await company.get(`${PROJECTS}?limit=0`)).status).toBe(400);
  });

  it("do not exist for shifts: all that match come at once", async () => {
    const { body } = await company.get(
      "attendance/shifts?start_on=2026-09-01&end_on=2026-11-18&limit=5&page=3",
    );
    expect(body.data.length).toBeGreaterThan(200);
    expect(body.meta).toMatchObject({ paginateable: false, limit: null, total: body.data.length });
  });
});

describe("options", () => {
  it("enforce what the description requires, or ignore what it does not know", async () => {
    const strict = await open({ strictQuery: true });
    const lenient = await open({ lenientQuery: true });
    try {
      expect((await strict.get(PROJECTS)).body.errors).toEqual({
        errors: ["Missing required param include_inputed_minutes"],
      });
      expect((await lenient.get(`${PROJECTS}?filter[x]=1&ids=2`)).body.data).toHaveLength(9);
    } finally {
      await Promise.all([strict.sandbox.stop(), lenient.sandbox.stop()]);
    }
  });

  it("serve the routes that no official description has", async () => {
    const unofficial = await open({ unofficial: true });
    try {
      const expense = await unofficial.get("project_management/expense_records");
      const id = String(expense.body.data[0]?.id);
      expect((await unofficial.remove(`project_management/expense_records/${id}`)).status).toBe(200);
      expect((await unofficial.get(`project_management/expense_records/${id}`)).status).toBe(404);
      expect(
        (await unofficial.get("project_management/exportable_projects")).body.data.length,
      ).toBeGreaterThan(0);
      expect((await unofficial.remove("project_management/projects/1205")).status).toBe(200);
      // A project task goes with its ordinary task, a comment without its time record.
      const [task] = (await unofficial.get("project_management/project_tasks")).body.data;
      await unofficial.remove(`project_management/project_tasks/${String(task?.id)}`);
      expect((await unofficial.get(`tasks/tasks/${String(task?.task_id)}`)).status).toBe(404);
      const comments = "project_management/flexible_time_record_comments";
      const old = unofficial.at("2026-04-01");
      // Only what nobody has signed off yet can be changed.
      const { timeRecords } = unofficial.sandbox.company;
      const record = timeRecords.where((each) => each.observations !== undefined).at(-1);
      const gone = await old.remove(`${comments}/${record?.id ?? ""}`);
      expect([gone.status, gone.body.content]).toEqual([200, "Rate limits"]);
      expect(timeRecords.get(record?.id ?? "")?.observations).toBeUndefined();
      expect(timeRecords.get(record?.id ?? "")).toBeDefined();
    } finally {
      await unofficial.sandbox.stop();
    }
  });

  it("limit POSTs a minute, and say how long to wait", async () => {
    const limited = await open({ postLimitPerMinute: 2 });
    try {
      const close = (): ReturnType<Talk["post"]> => limited.post(`${PROJECTS}/close`, { id: "1201" });
      expect([(await close()).status, (await close()).status]).toEqual([200, 200]);
      const third = await close();
      expect([third.status, Number(third.headers.get("retry-after"))]).toEqual([429, expect.closeTo(60, -1)]);
      expect((await limited.get(PROJECTS)).status).toBe(200);
    } finally {
      await limited.sandbox.stop();
    }
  });
});
