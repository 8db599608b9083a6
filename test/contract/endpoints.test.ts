import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { API_VERSIONS } from "../../src/api/versions";
import { officialOperations, unofficialOperations } from "./contract";

const endpoint = z.strictObject({
  module: z.string(),
  resource: z.string(),
  operation: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  path: z.string(),
  versions: z.array(z.enum(API_VERSIONS)),
  unofficial: z.boolean(),
});

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("npm run endpoints", () => {
  let endpoints: z.infer<typeof endpoint>[];
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)("npm", ["run", "-s", "endpoints"], { cwd: root });
    const lines = stdout.trimEnd().split("\n");
    endpoints = lines.map((line) => endpoint.parse(JSON.parse(line)));
  }, 60_000);

  const versionsByRoute = (unofficial: boolean) =>
    Object.fromEntries(
      endpoints
        .filter((one) => one.unofficial === unofficial)
        .map(({ method, path, versions }) => [`${method} ${path}`, versions]),
    );

  test("names every official operation, in the versions that have it, and no other", () => {
    const official = officialOperations();
    expect(official.size).toBe(183);
    expect(versionsByRoute(false)).toEqual(Object.fromEntries(official));
  });

  test.each([
    ["2026-04-01", 167],
    ["2026-07-01", 160],
    ["2026-10-01", 172],
  ] as const)("names for %s %i official operations", (version, count) => {
    const offered = endpoints.filter((one) => !one.unofficial && one.versions.includes(version));
    expect(offered).toHaveLength(count);
  });

  test("names the operations that only a community SDK knows, all of 2026-04-01, and marks them", () => {
    const named = [...unofficialOperations()].map((route) => [route, ["2026-04-01"]]);
    expect(named).toHaveLength(20);
    expect(versionsByRoute(true)).toEqual(Object.fromEntries(named));
  });

  test("gives each operation one line, and no two of a resource the same name", () => {
    const routes = endpoints.map(({ method, path }) => `${method} ${path}`);
    const names = endpoints.map(({ module, resource, operation }) => `${module}/${resource} ${operation}`);
    expect(new Set(routes).size).toBe(203);
    expect(endpoints).toHaveLength(203);
    expect(new Set(names).size).toBe(203);
  });

  test("gives each operation the path of its resource", () => {
    for (const { module, resource, path } of endpoints) {
      expect(`${path}/`.startsWith(`${module}/${resource}/`), path).toBe(true);
    }
  });
});
