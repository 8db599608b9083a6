import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenCredentials } from "../../src/api/credentials";
import { FactorialError } from "../../src/api/errors";
import type { UnreadableRecord } from "../../src/api/page";
import type { Resource } from "../../src/api/resource";
import { API_VERSIONS } from "../../src/api/versions";
import { catalogue } from "../../src/resources/catalogue";
import { createFactorialClient } from "../../src/resources/factorial-client";
import { DEMO_ADMIN_TOKEN } from "../../src/sandbox/demo-credentials";
import { startSandbox, type Sandbox } from "../../src/sandbox/index";

const NOW = "2026-11-18T10:00:00Z";

let official: Sandbox;
let withUnofficial: Sandbox;
beforeAll(async () => {
  official = await startSandbox({ now: NOW });
  withUnofficial = await startSandbox({ now: NOW, unofficial: true });
});
afterAll(() => Promise.all([official.stop(), withUnofficial.stop()]));

/** What a list cannot do without. */
const QUERIES: Readonly<Record<string, Record<string, unknown>>> = {
  projects: { include_inputed_minutes: true },
  exportableExpenses: {
    start_date: "2026-01-01",
    end_date: "2026-12-31",
    project_ids: ["1201", "1202", "1203"],
  },
  estimatedTimes: { start_on: "2026-11-16", end_on: "2026-11-18", employee_ids: ["302"] },
  workedTimes: {
    start_on: "2026-11-16",
    end_on: "2026-11-18",
    include_time_range_category: false,
    include_non_attendable_employees: true,
  },
  leaves: { include_deleted_leaves: false },
  shifts: { start_on: "2026-11-16", end_on: "2026-11-18" },
  flexibleTimeRecords: { project_worker_ids: ["20001"] },
  syncRuns: {
    marketplace_integration_uuid: "6f0d2f3c-4b1e-4c8a-9d57-2a8e4f6b7c11",
    created_at_gteq: "2026-01-01T00:00:00Z",
  },
  syncableItems: { sync_run_id: "7002" },
  targetManagers: { performance_review_process_ids: ["102"] },
};

interface Methods {
  readonly all?: (query: unknown) => Promise<{ data: { id?: string }[]; unreadable: UnreadableRecord[] }>;
  readonly get?: (input: { id: string }) => Promise<unknown>;
  readonly [operation: string]: ((input: never) => Promise<unknown>) | undefined;
}

function methodsOf(sandbox: Sandbox, name: string, version: (typeof API_VERSIONS)[number]): Methods {
  const client = createFactorialClient({
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
    version,
    retryDelays: [],
    postsPerMinute: Infinity,
  });
  // Walking over all resources, names are not known to the type.
  return client[name as keyof typeof client] as unknown as Methods;
}

const resources: [name: string, resource: Resource][] = Object.entries(catalogue);

describe.each(API_VERSIONS)("every list and every record that the sandbox has, read in %s", (version) => {
  const lists = resources.filter(([, { operations }]) => operations.list?.unofficial === false);

  test.each(lists.map(([name]) => name))("%s", async (name) => {
    const { all, get } = methodsOf(official, name, version);
    const { data, unreadable } = await (all ?? (() => Promise.reject(new Error("no list"))))(QUERIES[name]);
    expect(unreadable).toEqual([]);
    expect(data.length).toBeGreaterThan(0);
    const first = data.at(-1)?.id;
    const isOfficial = catalogue[name as keyof typeof catalogue].operations;
    if (!get || typeof first !== "string" || !("get" in isOfficial) || isOfficial.get.unofficial) return;
    await expect(get({ id: first })).resolves.toMatchObject({ id: first });
  });
});

describe("the operations that only the community SDK names", () => {
  const unofficial = resources.flatMap(([name, { operations }]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.unofficial)
      .map(([operation, { method, answer }]) => ({ name, operation, method, answer })),
  );

  test.each(unofficial)(
    "$name $operation: sent, answered where there is one, and a plain 404 where not",
    async (one) => {
      const call = async (sandbox: Sandbox) => {
        const method = methodsOf(sandbox, one.name, "2026-10-01")[one.operation];
        if (!method) throw new Error(`the client has no ${one.name}.${one.operation}`);
        const before = sandbox.requests.length;
        // The input of a free-form operation has no type to meet.
        const outcome: unknown = await method(
          (one.answer === "page" ? {} : { id: "999999999" }) as never,
        ).catch((error: unknown) => error);
        return { outcome, requests: sandbox.requests.slice(before) };
      };
      const missing = await call(official);
      expect(missing.requests).toMatchObject([{ method: one.method, status: 404 }]);
      expect(missing.outcome).toBeInstanceOf(FactorialError);
      expect(missing.outcome).toMatchObject({ kind: "not-found", unofficial: true });
      const served = await call(withUnofficial);
      expect(served.requests).toMatchObject([{ method: one.method }]);
      if (one.answer === "page") expect(served.requests[0]?.status).toBe(200);
    },
  );
});
