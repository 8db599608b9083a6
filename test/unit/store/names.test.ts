import { beforeEach, describe, expect, it } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import { employees } from "../../../src/resources/employees/employees";
import { createFactorialClient } from "../../../src/resources/factorial-client";
import { projects } from "../../../src/resources/project-management/projects";
import { tasks } from "../../../src/resources/tasks/tasks";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import { Names } from "../../../src/store/names";
import { Store } from "../../../src/store/store";
import { answering, json, pageOf } from "../api/stand-in";
import { sandboxOfFile } from "../support/sandbox";

const credentials = tokenCredentials(DEMO_TOKEN);

const sandbox = await sandboxOfFile();
let store: Store;
let names: Names;
beforeEach(() => {
  store = new Store();
  names = new Names(store, createFactorialClient({ baseUrl: sandbox.url, credentials, retryDelays: [1, 1] }));
});

const namesOf = async (ids: readonly (string | null | undefined)[]) =>
  [...(await names.resolve(employees, ids)).values()].map((employee) => employee.full_name);

describe("names", () => {
  it("are fetched for all rows at once, each id once", async () => {
    expect(await namesOf(["301", "302", "301", null, undefined])).toEqual(["Carmen Ortega", "Nora Vidal"]);
    expect(sandbox.requests).toHaveLength(1);
    const { query } = sandbox.requests[0] ?? { query: "" };
    expect(new URLSearchParams(query).getAll("ids[]")).toEqual(["301", "302"]);
    expect(store.get(employees, "302")?.full_name).toBe("Nora Vidal");
  });

  it("that are known are not asked for again", async () => {
    await namesOf(["301"]);
    store.put(employees, [{ id: "302", full_name: "Nora" }]);
    sandbox.requests.length = 0;
    expect(await namesOf(["301", "302"])).toEqual(["Carmen Ortega", "Nora"]);
    expect(sandbox.requests).toEqual([]);
    expect(await namesOf(["301", "303"])).toEqual(["Carmen Ortega", "Ivo Petrov"]);
    expect(new URLSearchParams(sandbox.requests[0]?.query).getAll("ids[]")).toEqual(["303"]);
  });

  it("of nobody need no request", async () => {
    expect(await namesOf([null, undefined])).toEqual([]);
    expect(await namesOf([])).toEqual([]);
    expect(sandbox.requests).toEqual([]);
  });

  it("that nobody has are asked for once", async () => {
    expect(await namesOf(["302", "999999"])).toEqual(["Nora Vidal"]);
    expect(await namesOf(["999999"])).toEqual([]);
    expect(sandbox.requests).toHaveLength(1);
  });

  it("are those of projects and tasks too, with ids above 2^53", async () => {
    const huge = "18446744073709551617";
    const found = await names.resolve(projects, ["1201", huge]);
    expect([...found].map(([id, { name }]) => [id, name])).toEqual([
      ["1201", "ACME"],
      [huge, "Umbra"],
    ]);
    expect((await names.resolve(tasks, ["8801"])).get("8801")?.name).toBe("Rate limits on the public API");
    // An id that nobody has is unknown for this resource alone.
    await names.resolve(projects, ["302"]);
    expect(await namesOf(["302"])).toEqual(["Nora Vidal"]);
  });

  it.each([402, 403, 404, 410])(
    "that this account may not read (%i) are missing, and nothing else is",
    async (status) => {
      sandbox.misbehave({ kind: "status", status, match: { path: "/employees/" } });
      store.put(employees, [{ id: "301", full_name: "Carmen" }]);
      expect(await namesOf(["301", "302"])).toEqual(["Carmen"]);
      expect(await namesOf(["302"])).toEqual([]);
      expect(sandbox.requests).toHaveLength(1);
      expect((await names.resolve(projects, ["1201"])).size).toBe(1);
    },
  );

  it("that cannot be fetched now are an error, and are asked for again", async () => {
    sandbox.misbehave({ kind: "htmlError", times: 3 });
    await expect(namesOf(["302"])).rejects.toMatchObject({ kind: "unavailable" });
    expect(await namesOf(["302"])).toEqual(["Nora Vidal"]);
  });

  it("are not fetched for who has gone", async () => {
    const options = { signal: AbortSignal.abort() };
    await expect(names.resolve(employees, ["302"], options)).rejects.toMatchObject({ kind: "cancelled" });
    expect(await namesOf(["302"])).toEqual(["Nora Vidal"]);
  });

  it("asked for by two views at the same time are one request", async () => {
    const [one, other] = await Promise.all([namesOf(["301", "302"]), namesOf(["301", "302"])]);
    expect(other).toEqual(one);
    expect(sandbox.requests).toHaveLength(1);
  });
});

describe("names that words need", () => {
  const draw = (need: (kind: string, id: string) => void, ids: readonly string[]) => {
    for (const id of ids) {
      need("projectWorkers", id);
      const worker = names.find("projectWorkers", id);
      if (typeof worker?.employee_id === "string") need("employees", worker.employee_id);
    }
  };

  it("are fetched level by level, each level at once", async () => {
    await names.settle((need) => {
      draw(need, ["20001", "20002"]);
    });
    expect(sandbox.requests.map(({ path }) => path.split("/").at(-1))).toEqual([
      "project_workers",
      "employees",
    ]);
    await names.settle((need) => {
      draw(need, ["20001", "20002"]);
    });
    expect(sandbox.requests).toHaveLength(2);
  });

  it("are those of logins too, which are asked for by their own filter", async () => {
    const [nora] = (await names.resolve(employees, ["302"])).values();
    const accessId = nora?.access_id ?? "";
    expect(names.find("accesses", accessId)).toMatchObject({ full_name: "Nora Vidal" });
    const fresh = new Names(new Store(), createFactorialClient({ baseUrl: sandbox.url, credentials }));
    sandbox.requests.length = 0;
    await fresh.fetch("accesses", [accessId, "nobody"]);
    expect(new URLSearchParams(sandbox.requests[0]?.query).getAll("access_ids[]")).toEqual([
      accessId,
      "nobody",
    ]);
    expect(fresh.find("accesses", accessId)).toMatchObject({ id: "302" });
    await fresh.fetch("accesses", [accessId, "nobody"]);
    expect(sandbox.requests).toHaveLength(1);
  });

  it("are asked for again after a refresh, and show until then", async () => {
    await namesOf(["302"]);
    await namesOf(["999999"]);
    names.expire();
    expect(names.find("employees", "302")).toBeDefined();
    sandbox.requests.length = 0;
    await namesOf(["302", "999999"]);
    expect(new URLSearchParams(sandbox.requests[0]?.query).getAll("ids[]")).toEqual(["302", "999999"]);
  });

  it("of a list that wants more than ids are read one by one", async () => {
    await names.fetch("syncRuns", ["7002"]);
    expect(sandbox.requests.map(({ path }) => path.split("/").slice(-2).join("/"))).toEqual([
      "sync_runs/7002",
    ]);
    expect(names.find("syncRuns", "7002")).toMatchObject({ id: "7002" });
  });

  it("of a kind that there is not cost nothing", async () => {
    await names.fetch("unicorns", ["1"]);
    expect(names.find("unicorns", "1")).toBeUndefined();
    expect(sandbox.requests).toEqual([]);
  });
});

describe("many names", () => {
  it("are asked for fifty at a time", async () => {
    const server = await answering((response, { url }) => {
      json(
        response,
        pageOf(url.searchParams.getAll("ids[]").map((id) => ({ id, full_name: `Person ${id}` }))),
      );
    });
    const many = new Names(store, server.client());
    const ids = Array.from({ length: 120 }, (_, index) => String(index + 1));
    const found = await many.resolve(employees, ids);
    expect(found.size).toBe(120);
    expect(found.get("120")?.full_name).toBe("Person 120");
    const batches = server.requests.map(({ url }) => url.searchParams.getAll("ids[]"));
    expect(batches.map((batch) => batch.length).sort()).toEqual([20, 50, 50]);
    expect(new Set(batches.flat())).toEqual(new Set(ids));
  });
});
