import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { statesOf } from "../../../src/actions/action-list";
import { idsAsText } from "../../../src/api/ids";
import type { Resource } from "../../../src/api/resource";
import { resourceNamed } from "../../../src/resources/any-client";
import { catalogue } from "../../../src/resources/catalogue";
import { startSandbox } from "../../../src/sandbox/index";
import { childKinds } from "../../../src/tree/children";
import type { Node, RecordNode } from "../../../src/tree/nodes";
import { VIEWS, type ViewName } from "../../../src/tree/views";
import { json, pageOf, startStandIn, type StandIn } from "../api/stand-in";
import { NOW } from "../support/sandbox";
import { openSession } from "../support/session";
import { Desk, type Drawn } from "./desk";
import { recordAnswers, type Recorded } from "./recorded";
import { MarkdownString, screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

/** For each list; a longer look: `RUNS=1000 npx vitest run test/unit/tree/robust.test.ts`. */
const RUNS = Number(process.env.RUNS ?? 10);

/** What Factorial's description promises, and then some. */
let recorded: ReadonlyMap<string, readonly Recorded[]>;
/** What the stand-in answers now, instead of what was recorded. */
let mutated: ReadonlyMap<string, readonly Recorded[]> = new Map();
let server: StandIn;

beforeAll(async () => {
  const sandbox = await startSandbox({ now: NOW });
  recorded = await recordAnswers(sandbox, 12);
  await sandbox.stop();
  const names = new Map(
    Object.entries<Resource>(catalogue).map(([name, { module, path }]) => [`${module}/${path}`, name]),
  );
  server = await startStandIn((response, { url }) => {
    const name = names.get(url.pathname.split("/").slice(4).join("/")) ?? "";
    json(response, pageOf(mutated.get(name) ?? recorded.get(name) ?? []));
  });
});
afterAll(() => server.stop());

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "[click](command:factorial.signOut)",
  "$(bug) ![x](https://evil.example/x.png) https://evil.example",
  "**bold** _it_ `code` | a | b |\n# heading\n- [ ] item",
  "\u202Egnp.exe\u0000\u0007",
  "𝕏".repeat(400),
  "a".repeat(100_000),
  "2026-11-18[u-ca=hebrew]",
  "2026-13-45",
  "-271821-04-20T00:00:00Z",
  "__proto__",
  "",
  " \n ",
];

type Mutation =
  | { readonly kind: "drop" }
  | { readonly kind: "set"; readonly value: unknown }
  | { readonly kind: "add"; readonly name: string; readonly value: unknown };

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 1e21, 0.5, true, false, [], {}, [null], [[]], [{}], ...HOSTILE),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant({ kind: "drop" } as const),
  fc.record({ kind: fc.constant("set" as const), value: junk }),
  fc.record({ kind: fc.constant("add" as const), name: fc.string({ minLength: 1 }), value: junk }),
);

/** Where in a page something is changed, and how; fields inside of fields are reached by a longer way. */
const mutations = fc.array(
  fc.record({ at: fc.nat(50), way: fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }), mutation }),
  { minLength: 1, maxLength: 25 },
);

type Mutations = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

function mutate(records: readonly Recorded[], changes: Mutations): Recorded[] {
  const copies = structuredClone(records) as Recorded[];
  for (const { at, way, mutation } of changes) {
    const record = copies[at % Math.max(1, copies.length)];
    if (record) change(record, way, mutation);
  }
  return copies;
}

/** Values are copied: a later change may reach into one, and would put it into itself. */
function change(holder: object, [step = 0, ...way]: readonly number[], mutation: Mutation): void {
  const fields = holder as Record<string, unknown>; // Any object can be looked at by name.
  const names = Object.keys(fields);
  const name = names[step % Math.max(1, names.length)];
  // Not by assignment, as `__proto__` is a name too.
  if (mutation.kind === "add" && !Array.isArray(holder)) {
    const value = structuredClone(mutation.value);
    Object.defineProperty(fields, mutation.name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  if (name === undefined) return;
  const value = fields[name];
  if (way.length > 0 && typeof value === "object" && value !== null) change(value, way, mutation);
  else if (mutation.kind === "drop") Reflect.deleteProperty(fields, name);
  else if (mutation.kind === "set") fields[name] = structuredClone(mutation.value);
}

/** How many rows a page makes: records that are one to the store are one row. */
function rowsExpected(resource: Resource, records: readonly Recorded[]): number {
  const ids = new Set<string>();
  let others = 0;
  for (const record of records) {
    const read = resource.record.safeParse(idsAsText(resource.record, structuredClone(record)));
    const id = read.success ? read.data.id : undefined;
    if (typeof id === "string" && id !== "") ids.add(id);
    else others++;
  }
  return ids.size + others;
}

/** Draws rows and all that is below them without a further request: nothing may throw, and each row says something. */
async function drawAll(desk: Desk, view: ViewName, rows: readonly Drawn[]): Promise<number> {
  let records = 0;
  for (const row of rows) {
    expect(row.item.label).toMatch(/\S/);
    expect(row.item.label.length + (row.item.description ?? "").length).toBeLessThan(1000);
    if (["record", "loose", "unreadable"].includes(row.node.kind)) records++;
    const tooltip = await desk.tooltip(view, row);
    if (tooltip instanceof MarkdownString) {
      expect(tooltip.isTrusted).toBe(false);
      expect(tooltip.supportHtml).toBe(false);
      expect(tooltip.value).not.toMatch(/(?<!\\)[<>[\]()`$|#]/);
    }
    if (["loose", "part", "bucket"].includes(row.node.kind)) {
      records += await drawAll(desk, view, await desk.rows(view, row.node));
    }
  }
  return records;
}

async function withDesk<T>(
  answers: [string, readonly Recorded[]][],
  use: (desk: Desk) => Promise<T>,
): Promise<T> {
  screen.clear();
  mutated = new Map(answers);
  const desk = new Desk(openSession({ baseUrl: server.baseUrl }));
  try {
    return await use(desk);
  } finally {
    desk.close();
  }
}

function holds(name: string, use: (records: readonly Recorded[]) => Promise<void>) {
  return fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      await use(mutate(recorded.get(name) ?? [], changes));
    }),
    { numRuns: RUNS },
  );
}

describe("whatever comes, all of a page shows", () => {
  it.each(VIEWS.map(({ name }) => name))(
    "at the top of %s",
    async (view) => {
      const spec = VIEWS.find(({ name }) => name === view);
      const mains = Object.entries<Resource>(catalogue).filter(
        ([, resource]) => resource === spec?.main?.resource,
      );
      for (const [name, resource] of mains) {
        await holds(name, (records) =>
          withDesk([[name, records]], async (desk) => {
            const rows = await desk.rows(view);
            expect(await drawAll(desk, view, rows)).toBe(rowsExpected(resource, records));
          }),
        );
      }
      const groups = await withDesk([], (desk) => desk.rows(view));
      for (const { node } of groups) {
        if (node.kind !== "group") continue;
        const [resource] = node.branch.facts.lists;
        const [name = ""] = Object.entries<Resource>(catalogue).find(([, each]) => each === resource) ?? [];
        await holds(name, (records) =>
          withDesk([[name, records]], async (desk) => {
            const group = (await desk.rows(view)).find((row) => row.node.id === node.id);
            const rows = group ? await desk.rows(view, group.node) : [];
            const drawn = await drawAll(desk, view, rows);
            if (resource && !node.id.endsWith("/integrations"))
              expect(drawn).toBe(group ? rowsExpected(resource, records) : 0);
          }),
        );
      }
    },
    RUNS * 5000,
  );

  const parents = Object.entries<Resource>(catalogue).filter(([name]) => everyKind(name).length > 0);

  it.each(parents.map(([name]) => name))(
    "below %s",
    async (parentName) => {
      const parent = resourceNamed(parentName);
      if (!parent) throw new Error(parentName);
      const read = (recorded.get(parentName) ?? []).flatMap((raw) => {
        const result = parent.record.safeParse(idsAsText(parent.record, structuredClone(raw)));
        return result.success && typeof result.data.id === "string"
          ? [{ ...result.data, id: result.data.id }]
          : [];
      });
      expect(read).not.toEqual([]);
      for (const kind of everyKind(parentName)) {
        const record = read.find((each) => childKinds(parentName, statesOf(parent, each)).includes(kind));
        if (!record) continue;
        const childName = kind.key.replace(/\..*/, "");
        const place = kind.resource.places?.find(({ parent: name }) => name === parentName);
        await holds(childName, (records) =>
          withDesk([[childName, records]], async (desk) => {
            desk.session.store.put(parent, [record]);
            const node: RecordNode = {
              kind: "record",
              id: "parent",
              resource: parent,
              resourceName: parentName,
              recordId: record.id,
              above: [],
            };
            const rows = await belowKind(desk, node, kind.key);
            const drawn = await drawAll(desk, "projects", rows);
            if (place && !place.where) expect(drawn).toBe(rowsExpected(kind.resource, records));
          }),
        );
      }
    },
    RUNS * 5000,
  );
});

function everyKind(parentName: string) {
  const states = Object.values<Resource>(catalogue).flatMap(({ places = [] }) =>
    places.flatMap((place) => place.states ?? []),
  );
  return childKinds(parentName, states);
}

/** Rows of one kind below a record, whether or not there is a group for them. */
async function belowKind(desk: Desk, parent: Node, key: string): Promise<Drawn[]> {
  const rows = await desk.rows("projects", parent);
  const group = rows.find(({ node }) => node.id === `parent/${key}`);
  if (group) return desk.rows("projects", group.node);
  return rows.filter(({ node }) => node.kind !== "part" && node.kind !== "group");
}
