import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { tokenCredentials } from "../../src/api/credentials";
import { encodeBody } from "../../src/api/ids";
import { inVersion, type Operation } from "../../src/api/operation";
import type { Resource } from "../../src/api/resource";
import { API_VERSIONS, DEFAULT_VERSION, isBefore, type ApiVersion } from "../../src/api/versions";
import { anyClient } from "../../src/resources/any-client";
import { catalogue } from "../../src/resources/catalogue";
import { createFactorialClient, type FactorialClient } from "../../src/resources/factorial-client";
import { DEMO_ADMIN_TOKEN } from "../../src/sandbox/demo-credentials";
import { startSandbox, type LoggedRequest, type Sandbox } from "../../src/sandbox/index";
import communityMethods from "../../contract/community-sdk-methods.json";
import { described, officialOperations, resolve, unofficialOperations, type Schema } from "./contract";
import { samplesByName, samplesFor } from "./operation-samples";
import type { Sample } from "./samples/sample";
import { NOW } from "./samples/world";

interface Case {
  /** `projects.close` */
  readonly name: string;
  readonly resource: Resource;
  readonly operationName: string;
  readonly operation: Operation;
  /** `project_management/projects/close` */
  readonly path: string;
}

const resources: readonly [name: string, resource: Resource][] = Object.entries(catalogue);

const cases: readonly Case[] = resources.flatMap(([name, resource]) =>
  Object.entries(resource.operations).map(([operationName, operation]) => ({
    name: `${name}.${operationName}`,
    resource,
    operationName,
    operation,
    path: `${resource.module}/${resource.path}${operation.suffix}`,
  })),
);

const isRead = ({ operation }: Case) => operation.method === "GET";

const casesOf = (version: ApiVersion) =>
  cases.filter(({ operation }) => operation.versions.includes(version));

let sandbox: Sandbox;
let putBack: () => void;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW, unofficial: true });
  putBack = keep(sandbox);
});
afterAll(() => sandbox.stop());

/** Gives what puts the company back as it is now. A reset does too, yet founds half a year of time anew. */
function keep({ company }: Sandbox): () => void {
  const kept = [...company.tables().values()].map((table) => {
    const { lastId, rows } = table.snapshot();
    return { table, lastId, rows: rows.map((row) => ({ ...row })) };
  });
  return () => {
    for (const { table, lastId, rows } of kept)
      table.restore({ lastId, rows: rows.map((row) => ({ ...row })) });
  };
}

function clientOf(version: ApiVersion): FactorialClient {
  return createFactorialClient({
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
    version,
    retryDelays: [],
    postsPerMinute: Infinity,
  });
}

interface Outcome {
  readonly sample: Sample;
  readonly data: readonly unknown[];
  readonly unreadable: readonly unknown[];
  readonly requests: readonly LoggedRequest[];
}

/**
 * Calls an operation as its sample says, of the company as it was founded.
 * @param version the one that the request has to go out in
 */
async function call(one: Case, client: FactorialClient, version: ApiVersion): Promise<Outcome> {
  putBack();
  const sample = samplesByName(samplesFor(sandbox, version)).get(one.name);
  if (!sample) throw new Error(`${one.name} has no sample`);
  sample.before?.();
  if (sample.sees)
    expect({ seen: sample.sees() }, "before the call").not.toMatchObject({ seen: sample.becomes });
  sandbox.requests.length = 0;
  const { data, unreadable } = await anyClient(client, one.resource).call(one.operationName, sample.input);
  return { sample, data, unreadable, requests: [...sandbox.requests] };
}

function wirePath({ path }: Case, { input }: Sample, version: ApiVersion): string {
  return `/api/${version}/resources/${path.replace("{id}", () => String(input.id))}`;
}

/** Statuses that the description declares for an operation. */
function declaredStatuses({ operation, path }: Case, version: ApiVersion): string[] {
  // No description has them; they answer as official creations and reads do.
  if (operation.unofficial) return [operation.method === "POST" ? "201" : "200"];
  return Object.keys(described(version, operation.method, path)?.responses ?? {}).filter((status) =>
    status.startsWith("2"),
  );
}

function bodyDescribed({ operation, path }: Case, version: ApiVersion): Schema | undefined {
  return described(version, operation.method, path)?.requestBody?.content["application/json"]?.schema;
}

/** A value's JSON types are those of the version: its ids are integers up to 2026-04-01, then text. */
function expectTypes(version: ApiVersion, schema: Schema, value: unknown, name: string) {
  const { type, items = {}, properties = {} } = resolve(version, schema);
  const actual = Array.isArray(value) ? "array" : typeof value;
  // The inside of some objects is open.
  if (type !== undefined) expect(actual, name).toBe(type === "integer" ? "number" : type);
  if (Array.isArray(value)) for (const element of value) expectTypes(version, items, element, name);
  else if (typeof value === "object" && value !== null)
    for (const [field, member] of Object.entries(value))
      expectTypes(version, properties[field] ?? {}, member, `${name}.${field}`);
}

/** A value with all fields of a schema. What is text may be an id, and is one here. */
function fullest({ type, items = {}, properties = {} }: Schema): unknown {
  if (type === "string") return "7";
  if (type === "array") return [fullest(items)];
  if (type === "object")
    return Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, fullest(member)]));
  return type === "boolean" ? true : 7;
}

describe("the samples", () => {
  test("are there for 183 official and 20 unofficial operations, all that there are", () => {
    const names = [...samplesByName(samplesFor(sandbox, DEFAULT_VERSION)).keys()];
    expect(names.sort()).toEqual(cases.map(({ name }) => name).sort());
    const routes = (unofficial: boolean) =>
      cases
        .filter(({ operation }) => operation.unofficial === unofficial)
        .map(({ operation, path }) => `${operation.method} ${path}`);
    expect(routes(false)).toHaveLength(183);
    expect(routes(false).sort()).toEqual([...officialOperations().keys()].sort());
    expect(routes(true)).toHaveLength(20);
    expect(routes(true).sort()).toEqual([...unofficialOperations()].sort());
  });

  test.each([
    ["2026-04-01", 187],
    ["2026-07-01", 160],
    ["2026-10-01", 172],
  ] as const)("are called in %s: %i of them", (version, count) => {
    expect(casesOf(version)).toHaveLength(count);
  });
});

describe.each(API_VERSIONS)("every operation, called in %s", (version) => {
  let client: FactorialClient;
  beforeAll(() => {
    client = clientOf(version);
  });

  test.each(casesOf(version))("$name", async (one) => {
    const { sample, data, unreadable, requests } = await call(one, client, version);
    const { method } = one.operation;

    const [request] = requests;
    expect(requests).toMatchObject([{ method, path: wirePath(one, sample, version) }]);
    expect(declaredStatuses(one, version)).toContain(String(request?.status));
    expectTypes(version, bodyDescribed(one, version) ?? {}, request?.body, "body");
    if (sample.text !== undefined) expect(request?.text).toBe(sample.text);
    if (one.operation.send === "form") expect(sample.form).toBeDefined();
    if (sample.form) expect(request?.body).toMatchObject(sample.form);

    expect(unreadable).toEqual([]);
    expect(sample.answer.length).toBeGreaterThan(0);
    expect(data).toMatchObject(sample.answer);

    if (sample.sees)
      expect({ seen: sample.sees() }, "after the call").toMatchObject({ seen: sample.becomes });
    else expect(isRead(one) || sample.leavesNoTrace).toBeTruthy();
  });
});

describe(`what ${DEFAULT_VERSION} lacks goes out in the nearest version that has it`, () => {
  const lacking = cases
    .filter(({ operation }) => !operation.versions.includes(DEFAULT_VERSION))
    .map((one) => ({ ...one, nearest: one.operation.versions.at(-1) ?? DEFAULT_VERSION }));

  test("are the older time records, the items of synchronisations and all that is unofficial", () => {
    expect(lacking).toHaveLength(31);
  });

  test.each(lacking)("$name in $nearest", async ({ nearest, ...one }) => {
    const { sample, data, requests } = await call(one, clientOf(DEFAULT_VERSION), nearest);
    expect(requests).toMatchObject([{ method: one.operation.method, path: wirePath(one, sample, nearest) }]);
    expect(data).toMatchObject(sample.answer);
  });
});

describe("ids in bodies", () => {
  const UMBRA = "18446744073709551617";

  test.each([
    ["2026-04-01", `{"id":${UMBRA}}`],
    ["2026-07-01", `{"id":"${UMBRA}"}`],
    ["2026-10-01", `{"id":"${UMBRA}"}`],
  ] as const)("keep every digit beyond 2^53 in %s", async (version, text) => {
    putBack();
    sandbox.requests.length = 0;
    const closed = await clientOf(version).projects.close({ id: UMBRA });
    expect(sandbox.requests.map((request) => request.text)).toEqual([text]);
    expect(closed.id).toBe(UMBRA);
    expect(sandbox.company.projects.get(UMBRA)?.status).toBe("closed");
  });

  const bodies = API_VERSIONS.flatMap((version) =>
    casesOf(version).flatMap((one) => {
      const body = bodyDescribed(one, version);
      return body ? [{ ...one, version, body }] : [];
    }),
  );
  test.each(bodies)("are what $version wants, each field of $name", ({ operation, version, body }) => {
    const json = z.toJSONSchema(inVersion(operation.input, version), { io: "input", unrepresentable: "any" });
    // JSON Schema by zod's own type is wider than what the API's description uses; the fields are the same.
    const written = encodeBody(operation.input, fullest(json as Schema), isBefore(version, "2026-07-01"));
    expectTypes(version, body, JSON.parse(written), "body");
  });
});

describe("the methods of the community SDK for 2026-04-01", () => {
  /** Where it calls an operation otherwise than its route. */
  const OURS: Readonly<Record<string, string>> = {
    get: "list",
    all: "all",
    get_by_id: "get",
    set_scale: "set",
  };
  const camelCase = (name: string) =>
    name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

  test("are 181, of 149 routes", () => {
    expect(communityMethods).toHaveLength(181);
    expect(new Set(communityMethods.map(({ verb, path }) => `${verb} ${path}`)).size).toBe(149);
  });

  test.each(communityMethods)("$class: $method is a method of the client", ({ method, verb, path }) => {
    const found = cases.filter((one) => one.operation.method === verb && one.path === path);
    const name = OURS[method] ?? camelCase(method);
    // To read all pages is a way of calling `list`.
    expect(found.map(({ operationName }) => operationName)).toEqual([name === "all" ? "list" : name]);
    const client = clientOf("2026-04-01");
    const [resource = ""] = found.map((one) => one.name.replace(/\..*/, ""));
    expect(client).toHaveProperty([resource, name], expect.any(Function));
  });
});
