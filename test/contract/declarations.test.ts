import { describe, expect, test } from "vitest";
import * as z from "zod";
import { inVersion, PAGING_PARAMETERS, type Operation } from "../../src/api/operation";
import type { Resource } from "../../src/api/resource";
import { catalogue } from "../../src/resources/catalogue";
import { API_VERSIONS, type ApiVersion } from "../../src/api/versions";
import { described, officialOperations, resolve, unofficialOperations, type Schema } from "./contract";

const resources: readonly Resource[] = Object.values(catalogue);

interface Declared {
  readonly resource: Resource;
  readonly operation: Operation;
  readonly path: string;
  readonly key: string;
}

const declared: readonly Declared[] = resources.flatMap((resource) =>
  Object.values(resource.operations).map((operation) => {
    const path = `${resource.module}/${resource.path}${operation.suffix}`;
    return { resource, operation, path, key: `${operation.method} ${path}` };
  }),
);

const inEachVersion = declared
  .filter(({ operation }) => !operation.unofficial)
  .flatMap((one) => one.operation.versions.map((version) => ({ ...one, version })));

/** What people say of themselves and nobody needs here: why they are on leave. */
const DROPPED: Readonly<Record<string, readonly string[]>> = { "timeoff/leaves": ["description", "reason"] };

/**
 * Filters that the description marks as required and that we leave to the caller, each for the reason that its
 * declaration gives: the server does not enforce them, or nobody could ever list anything.
 */
const NOT_ENFORCED = new Set([
  "project_management/project_tasks: ids, project_ids, subproject_ids, completed, overdue, search, due_status, client_ids",
  "project_management/flexible_time_records: ids, project_worker_ids",
  "attendance/shifts: half_day, sort_created_at_asc",
  "employees/employees: only_active, only_managers",
]);

/** Fields that only the community SDK's model of a record has: kept where they come. */
const ONLY_IN_SDK: Readonly<Record<string, readonly string[]>> = {
  "custom_resources/resources": ["name", "company_id", "created_at", "updated_at"],
  "integrations/syncable_items": [
    "id",
    "sync_run_id",
    "item_type",
    "item_id",
    "status",
    "created_at",
    "updated_at",
  ],
  "integrations/syncable_sync_runs": [
    "syncable_item_id",
    "started_at",
    "completed_at",
    "created_at",
    "updated_at",
  ],
};

function inputSchema(
  operation: Operation,
  version: ApiVersion,
): Schema & { properties: Record<string, Schema> } {
  const json = z.toJSONSchema(inVersion(operation.input, version), { io: "input", unrepresentable: "any" });
  // JSON Schema by zod's own type is wider than what the API's description uses; the fields are the same.
  return json as Schema & { properties: Record<string, Schema> };
}

function bodySchema(version: ApiVersion, method: string, path: string): Schema {
  const content = described(version, method, path)?.requestBody?.content ?? {};
  const [first] = Object.values(content);
  return first ? resolve(version, first.schema) : {};
}

/** Types as they are on the wire of a version: ids are strings to us, and integers up to 2026-04-01. */
function expectSameKind(name: string, ours: Schema, theirs: Schema) {
  const isId = /(^id|_ids?|^ids|^project_(admins|managers|viewers)|^files_to_remove|^arguments)$/.test(name);
  if (theirs.type === "array") {
    expect(ours.type, `${name} is an array`).toBe("array");
    if (theirs.items?.type !== undefined) expectSameKind(name, ours.items ?? {}, theirs.items);
    return;
  }
  if (isId && theirs.type === "integer") expect(ours.type, `${name} is an id`).toBe("string");
  else if (theirs.type !== undefined) expect(ours.type, `type of ${name}`).toBe(theirs.type);
  if (theirs.format === "binary") expect(ours.format, `${name} is a file`).toBe("binary");
  if (ours.enum)
    expect(theirs.enum ?? ours.enum, `values of ${name}`).toEqual(expect.arrayContaining([...ours.enum]));
  if (theirs.enum && name !== "source") expect(ours.enum, `${name} is an enum`).toBeDefined();
}

describe("the declarations against the API's own description", () => {
  test("every official operation of the modules declared here is declared, in the same versions", () => {
    const paths = new Set(resources.map((resource) => `${resource.module}/${resource.path}`));
    const official = [...officialOperations()].filter(([key]) =>
      paths.has(key.replace(/^\w+ /, "").split("/").slice(0, 2).join("/")),
    );
    const ours = declared
      .filter(({ operation }) => !operation.unofficial)
      .map(({ key, operation }) => [key, operation.versions] as const);
    expect(official.length).toBeGreaterThan(80);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(official));
  });

  test("all of project management is declared", () => {
    const official = [...officialOperations().keys()].filter((key) => key.includes(" project_management/"));
    expect(official.length).toBe(62);
    expect(declared.map(({ key }) => key)).toEqual(expect.arrayContaining(official));
  });

  test("all of performance is declared", () => {
    const official = [...officialOperations().keys()].filter((key) => key.includes(" performance/"));
    expect(official.length).toBe(56);
    expect(declared.map(({ key }) => key)).toEqual(expect.arrayContaining(official));
  });

  test("unofficial are exactly those that only the community SDK names", () => {
    const ours = declared.filter(({ operation }) => operation.unofficial).map(({ key }) => key);
    expect(ours.sort()).toEqual([...unofficialOperations()].sort());
    expect(ours).toHaveLength(20);
  });

  test.each(inEachVersion)("$key takes what $version takes", ({ operation, path, version }) => {
    const theirs = described(version, operation.method, path);
    expect(theirs).toBeDefined();
    const ours = inputSchema(operation, version);
    const parameters = theirs?.parameters ?? [];
    const body = bodySchema(version, operation.method, path);
    const bare = (name: string) => name.replace(/\[\]$/, "");

    const theirFields: Record<string, Schema> = { ...body.properties };
    for (const parameter of parameters) theirFields[parameter.name] = parameter.schema;
    const names = Object.keys(theirFields).map(bare);
    const ourNames = Object.keys(ours.properties).filter((name) => !PAGING_PARAMETERS.includes(name));
    expect(ourNames.sort()).toEqual([...new Set(names)].sort());

    for (const [name, field] of Object.entries(theirFields)) {
      // The encoder brackets the arrays of queries and forms, so theirs must be bracketed and ours arrays.
      const isBracketed = name.endsWith("[]");
      const isArray = ours.properties[bare(name)]?.type === "array";
      if (operation.send !== "json") expect(isArray, name).toBe(isBracketed);
      expectSameKind(bare(name), ours.properties[bare(name)] ?? {}, field);
    }

    const theirRequired = [
      ...(body.required ?? []),
      ...parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    ].map(bare);
    const missing = [...new Set(theirRequired)].filter((name) => !ours.required?.includes(name));
    if (missing.length > 0) expect(NOT_ENFORCED).toContain(`${path}: ${missing.join(", ")}`);
    const extra = (ours.required ?? []).filter((name) => !theirRequired.includes(name));
    expect(extra).toEqual([]);
  });

  test.each(inEachVersion)("$key answers what $version answers", ({ operation, path, version }) => {
    const theirs = described(version, operation.method, path);
    const [status, answer] = Object.entries(theirs?.responses ?? {})[0] ?? [];
    const isPlainCreate = operation.method === "POST" && operation.suffix === "";
    expect(status).toBe(isPlainCreate ? "201" : "200");
    const schema = answer?.content?.["application/json"]?.schema ?? {};
    const kind = schema.properties?.data ? "page" : schema.type === "array" ? "records" : "record";
    expect(operation.answer).toBe(kind);
  });

  const records = resources.flatMap((resource) =>
    API_VERSIONS.flatMap((version) => {
      const list = resource.operations.list;
      if (!list?.versions.includes(version) || list.unofficial) return [];
      return [{ resource, version, name: `${resource.module}/${resource.path}` }];
    }),
  );

  test.each(records)("records of $name read every field of $version", ({ resource, version, name }) => {
    const answer = described(version, "GET", name)?.responses["200"]?.content?.["application/json"]?.schema;
    const theirs = resolve(version, answer?.properties?.data?.items ?? {});
    const ours = Object.keys(resource.record.shape);
    const wanted = Object.keys(theirs.properties ?? {}).filter((field) => !DROPPED[name]?.includes(field));
    // Employees carry bank accounts, home addresses and much more, which we drop on purpose.
    if (name !== "employees/employees") expect(ours).toEqual(expect.arrayContaining(wanted));
    const known = new Set(
      API_VERSIONS.flatMap((each) => {
        const schema = described(each, "GET", name)?.responses["200"]?.content?.["application/json"]?.schema;
        return Object.keys(resolve(each, schema?.properties?.data?.items ?? {}).properties ?? {});
      }),
    );
    expect(ours.filter((field) => !known.has(field))).toEqual(ONLY_IN_SDK[name] ?? []);
  });

  test.each(records)(
    "records of $name bear null in whatever $version may leave out",
    ({ resource, version, name }) => {
      const answer = described(version, "GET", name)?.responses["200"]?.content?.["application/json"]?.schema;
      const theirs = resolve(version, answer?.properties?.data?.items ?? {});
      const shape: Record<string, z.core.$ZodType | undefined> = resource.record.shape;
      for (const field of Object.keys(theirs.properties ?? {})) {
        const ours = shape[field];
        if (!ours || theirs.required?.includes(field)) continue;
        expect(z.safeParse(ours, null).success, field).toBe(true);
        expect(z.safeParse(ours, undefined).success, field).toBe(true);
      }
    },
  );
});
