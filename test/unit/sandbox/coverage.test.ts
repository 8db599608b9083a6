/** The sandbox serves the whole contract, in every version, with answers that fit it. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  loadContract,
  rawDocument,
  resolve,
  VERSIONS,
  type Operation,
  type Parameter,
  type Schema,
  type Version,
} from "../../../src/sandbox/contract.js";
import { handlersOf } from "../../../src/sandbox/engine.js";
import { filtersOf, shapesAnswer } from "../../../src/sandbox/filters.js";
import { DEMO_INTEGRATION_UUID } from "../../../src/sandbox/company/company.js";
import { resources } from "../../../src/sandbox/rules/index.js";
import { companyBeforeAll } from "./harness.js";

const company = companyBeforeAll();

const everything = { strictQuery: false, unofficial: true };

/** Parameters that choose no records; any other one has to. */
const SHAPING = new Set([
  "include_inputed_minutes",
  "include_costs",
  "include_cost",
  "include_labor_cost",
  "include_no_subproject",
  "total_currency",
  "sort_created_at_asc",
  "record_type",
  "company_id",
  "include_time_range_category",
  "include_leave_type",
  "include_duration",
  "include_duration_by_day",
  "forced_finish_on",
]);

/** Query without which a list has nothing to say. */
const NEEDED: Readonly<Record<string, string>> = {
  exportableExpensesList: "?start_date=2026-01-01&end_date=2026-12-31&project_ids[]=1201&project_ids[]=1203",
  integrationsSyncRunsList: `?marketplace_integration_uuid=${DEMO_INTEGRATION_UUID}&created_at_gteq=2026-01-01`,
  integrationsSyncableItemsList: "?sync_run_id=7002",
  targetManagersList: "?performance_review_process_ids[]=102",
  estimatedTimesList: "?start_on=2026-11-16&end_on=2026-11-18&employee_ids[]=302",
  shiftsList: "?start_on=2026-11-16&end_on=2026-11-18",
};

function listsOf(version: Version): readonly Operation[] {
  return [...loadContract(version, { strictQuery: false, unofficial: false }).operations.values()].filter(
    (operation) => operation.kind === "list",
  );
}

/** What of a value does not fit its schema. Anything optional may be null; that is not written in the contract. */
function misfits(value: unknown, schema: Schema, version: Version, place: string): readonly string[] {
  const target = resolve(schema, rawDocument(version));
  if (target.enum && !target.enum.includes(String(value)))
    return [`${place}: ${String(value)} is not in the list`];
  switch (target.type) {
    case "array":
      return Array.isArray(value)
        ? value.flatMap((entry, index) => misfits(entry, target.items ?? {}, version, `${place}[${index}]`))
        : [`${place}: no list`];
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? misfitsOfRecord(value, target, version, place)
        : [`${place}: no object`];
    case "integer":
      return Number.isInteger(value) ? [] : [`${place}: no integer`];
    case "number":
    case "boolean":
    case "string":
      return typeof value === target.type ? [] : [`${place}: no ${target.type}`];
    default:
      return [];
  }
}

function misfitsOfRecord(record: object, schema: Schema, version: Version, place: string): readonly string[] {
  const found: string[] = [];
  for (const name of schema.required ?? []) if (!(name in record)) found.push(`${place}.${name}: missing`);
  for (const [name, value] of Object.entries(record)) {
    const property = schema.properties?.[name];
    if (!property && schema.properties) found.push(`${place}.${name}: not described`);
    const isEmpty = value === null && schema.required?.includes(name) !== true;
    if (property && !isEmpty) found.push(...misfits(value, property, version, `${place}.${name}`));
  }
  return found;
}

describe.each(VERSIONS)("%s", (version) => {
  it("has a handler for every operation, official or not", () => {
    const contract = loadContract(version, everything);
    expect([...handlersOf(contract, resources).keys()].sort()).toEqual(
      [...contract.operations.keys()].sort(),
    );
  });

  it("implements every query parameter of every list", () => {
    const ignored = listsOf(version).flatMap((operation) =>
      [...filtersOf(operation, resources[operation.resource]?.filters ?? {})]
        .filter(([name, filter]) => filter === shapesAnswer && !SHAPING.has(name))
        .map(([name]) => `${operation.id} ${name}`),
    );
    expect(ignored).toEqual([]);
  });

  it.each(listsOf(version).map((operation) => [operation.id, operation] as const))(
    "answers %s with records that fit the contract",
    async (id, operation) => {
      const answer = await company.at(version).get(`${operation.resource}${NEEDED[id] ?? ""}`);
      expect(answer.status, answer.text.slice(0, 500)).toBe(200);
      expect(answer.body.data.length).toBeGreaterThan(0);
      const wrong = answer.body.data.flatMap((record) =>
        misfits(record, operation.answer.record, version, id),
      );
      // A key belongs to nobody, though the description says that there is always an employee.
      expect([...new Set(wrong)].filter((place) => place !== "credentialsList.employee_id: missing")).toEqual(
        [],
      );
    },
  );
});

it("reads every record by its id, where there is such a read", async () => {
  // A record reads alike in a list and alone, so one version is enough.
  const version = "2026-10-01";
  const contract = loadContract(version, { strictQuery: false, unofficial: false });
  for (const get of [...contract.operations.values()].filter((operation) => operation.kind === "get")) {
    const list = listsOf(version).find((operation) => operation.resource === get.resource);
    const page = await company.at(version).get(`${get.resource}${NEEDED[list?.id ?? ""] ?? ""}`);
    const id = /"id":"?([^",]+)/.exec(page.text)?.[1] ?? "";
    const answer = await company.at(version).get(`${get.resource}/${id}`);
    expect([get.id, answer.status]).toEqual([get.id, 200]);
    expect(misfits(answer.body, get.answer.record, version, get.id)).toEqual([]);
  }
});

/** A value that no record has; undefined where every value of the parameter can match something. */
function impossible(parameter: Parameter): string | undefined {
  const { name, schema } = parameter;
  const type = (schema.items ?? schema).type;
  const excluded =
    SHAPING.has(name) || name === "exclude_ids[]" || (schema.items ?? schema).enum !== undefined;
  if (excluded || type === "boolean" || type === "object") return undefined;
  if (type === "integer") return name === "month" || name === "year" ? "1" : "999999999";
  if (/(^from$|start|_gteq$|after$|updated_at$|reviewed_at$)/.test(name)) return "2999-01-01";
  return /(end|^to$)/.test(name) ? "1999-01-01" : "999999999";
}

describe("a filter with a value that nothing has", () => {
  const newest = listsOf("2026-10-01");
  const gone = listsOf("2026-04-01").filter(({ id }) => !newest.some((operation) => operation.id === id));
  const cases = [
    ...newest.map((operation) => ["2026-10-01", operation] as const),
    ...gone.map((operation) => ["2026-04-01", operation] as const),
  ];
  it.each(cases.map(([version, operation]) => [operation.id, version, operation] as const))(
    "leaves nothing of %s",
    async (id, version, operation) => {
      const kept: string[] = [];
      for (const parameter of operation.query) {
        const value = impossible(parameter);
        const isPaging = ["limit", "page", "after_id", "before_id"].includes(parameter.name);
        if (value === undefined || isPaging) continue;
        const query = new URLSearchParams(NEEDED[id] ?? "");
        // Two bounds narrow a range; the other one, if needed at all, stays.
        query.delete(parameter.name);
        query.append(parameter.name, value);
        const answer = await company.at(version).get(`${operation.resource}?${query.toString()}`);
        expect([parameter.name, answer.status]).toEqual([parameter.name, 200]);
        if (answer.body.data.length > 0) kept.push(parameter.name);
      }
      expect(kept).toEqual([]);
    },
  );
});

describe("the contract's files", () => {
  it.each([...VERSIONS, "unofficial"])("%s stays small and says nothing of where it was made", (name) => {
    const text = readFileSync(`contract/${name}.json`, "utf8");
    expect(text.length).toBeLessThan(700_000);
    expect(text).not.toMatch(/\/(work|home|tmp|Users)\//);
  });

  it("have the shape that the sandbox takes them to have", () => {
    for (const version of VERSIONS) {
      const { openapi, paths, components } = rawDocument(version);
      expect(openapi).toBe("3.1.0");
      expect(Object.keys(components.schemas)).toContain("_paged_index_meta");
      for (const [path, methods] of Object.entries(paths)) {
        expect(path).toMatch(new RegExp(`^/api/${version}/resources/[a-z_]+/[a-z_]+(/[a-z_]+|/\\{id\\})?$`));
        for (const [method, operation] of Object.entries(methods)) {
          expect(["get", "post", "put", "delete"]).toContain(method);
          expect(operation.operationId).toMatch(/^[a-z]\w+$/);
          for (const parameter of operation.parameters ?? [])
            expect(["path", "query"]).toContain(parameter.in);
        }
      }
    }
  });

  it("write ids of 2026-04-01 as integers and later ones as strings", () => {
    const idOf = (version: Version): Schema | undefined =>
      rawDocument(version).components.schemas.project_management_project?.properties?.id;
    expect(idOf("2026-04-01")).toMatchObject({ type: "integer", "x-id": true });
    expect(idOf("2026-07-01")).toEqual({ type: "string" });
    const asset = rawDocument("2026-04-01").components.schemas.it_management_it_asset?.properties;
    expect([asset?.id?.type, asset?.owner_id?.type]).toEqual(["string", "integer"]);
  });
});
