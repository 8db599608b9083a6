import { describe, expect, test } from "vitest";
import { answering, failure, json, pageOf, project, raw } from "./stand-in";

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
