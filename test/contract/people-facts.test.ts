// What the declarations say to people must fit what they say to Factorial: the names of fields are checked by nobody
// else, as actions and places are data.
import * as z from "zod";
import { describe, expect, test } from "vitest";
import { ACTIONS, type Action } from "../../src/actions/action-list";
import { fieldsOf, type Operation } from "../../src/api/operation";
import type { Resource } from "../../src/api/resource";
import { catalogue } from "../../src/resources/catalogue";
import { resourceNamed } from "../../src/resources/any-client";
import { fieldMeaning } from "../../src/records/field-meaning";

const resources: readonly (readonly [string, Resource])[] = Object.entries(catalogue);

const inputsOf = ({ input }: Operation) => Object.keys(input.shape);
const requiredOf = ({ input }: Operation) =>
  fieldsOf(input).flatMap(([name, field]) => (field instanceof z.ZodOptional ? [] : [name]));
const fieldsOfRecord = (resource: Resource | undefined) => Object.keys(resource?.record.shape ?? {});

/** What an action sends of its own accord or asks for. */
function sentBy({ declaration, on, target }: Action): string[] {
  const { from, fixed, me, company, asks } = declaration;
  return [
    ...(on ? [target] : []),
    ...Object.keys(from ?? {}),
    ...Object.keys(fixed ?? {}),
    ...[me, company].filter((name) => name !== undefined),
    ...(asks ?? []),
  ];
}

describe.each(ACTIONS.map((action) => [action.id, action] as const))("%s", (_id, action) => {
  const { declaration, operation, on, resource } = action;

  test("sends what its operation takes, and all that it needs", () => {
    expect(inputsOf(operation)).toEqual(expect.arrayContaining(sentBy(action)));
    expect(sentBy(action)).toEqual(expect.arrayContaining(requiredOf(operation)));
  });

  test("takes from the row what the row has", () => {
    const taken = [...Object.values(declaration.from ?? {}), ...Object.values(declaration.now ?? {})];
    const { alsoIn, nowBy = {} } = declaration;
    const second = alsoIn && resourceNamed(alsoIn.resource);
    if (alsoIn) expect(fieldsOfRecord(on)).toContain(alsoIn.by);
    taken.push(...Object.values(nowBy).flatMap(({ fields }) => Object.values(fields)));
    const held = [...fieldsOfRecord(on), ...fieldsOfRecord(second)];
    expect(held).toEqual(expect.arrayContaining(taken));
    for (const [name, { input }] of Object.entries(nowBy)) {
      expect(declaration.asks).toEqual(expect.arrayContaining([name, input]));
    }
  });

  test("can ask for everything that it asks for", () => {
    for (const name of declaration.asks ?? []) {
      const field = new Map(fieldsOf(operation.input)).get(name);
      const meaning = field && fieldMeaning(resource, name, field);
      expect(meaning?.kind, name).not.toBe("other");
      if (meaning?.names !== undefined && meaning.names !== "accesses") {
        expect(resourceNamed(meaning.names)?.operations.list, `${name} names ${meaning.names}`).toBeDefined();
      }
    }
  });

  test("narrows choices by fields and filters that there are", () => {
    for (const [name, { by, fixed, of }] of Object.entries(declaration.choices ?? {})) {
      expect(declaration.asks).toContain(name);
      const field = new Map(fieldsOf(operation.input)).get(name);
      const names = field && fieldMeaning(resource, name, field).names;
      const list = names === undefined ? undefined : resourceNamed(names)?.operations.list;
      const filters = Object.keys({ ...by, ...fixed, ...of?.by });
      if (filters.length > 0) expect(list ? inputsOf(list) : []).toEqual(expect.arrayContaining(filters));
      expect(fieldsOfRecord(on)).toEqual(expect.arrayContaining(Object.values(by ?? {})));
      if (!of) continue;
      expect(declaration.form, "steps do not know the other answers").toBe(true);
      expect(declaration.asks).toContain(of.input);
      expect(fieldsOfRecord(resourceNamed(of.resource))).toEqual(
        expect.arrayContaining(Object.values(of.by)),
      );
    }
  });

  test("is taken back by an operation that gets what it needs", () => {
    const { undo } = declaration;
    expect(declaration.danger === "reversible").toBe(undo !== undefined);
    if (!undo) return;
    const back = resource.operations[undo.operation];
    expect(back, undo.operation).toBeDefined();
    if (!back) return;
    const given = [action.target, ...Object.keys({ ...undo.from, ...undo.fixed }), undo.answer];
    expect(given).toEqual(expect.arrayContaining(requiredOf(back)));
    expect(inputsOf(back)).toEqual(expect.arrayContaining(Object.keys({ ...undo.from, ...undo.fixed })));
    expect(fieldsOfRecord(on)).toEqual(expect.arrayContaining(Object.values(undo.from ?? {})));
    if (undo.answer !== undefined) expect(inputsOf(back)).toContain(undo.answer);
  });

  test("is named like a command", () => {
    expect(declaration.title).toMatch(/^[A-Z][a-z]+( ([A-Z]\S*|a|an|the|of|or|on|from|to))*$/);
    expect(declaration.done).not.toMatch(/[.!]$/);
    if (declaration.danger === "destructive") expect(declaration.undo).toBeUndefined();
  });
});

test("no two commands have the same name or title", () => {
  const titles = ACTIONS.map(({ declaration }) => declaration.title);
  expect(new Set(titles).size).toBe(titles.length);
});

describe.each(resources)("%s", (_name, resource) => {
  const { places = [], fields = {}, finding } = resource;

  test("is shown below what there is, by filters that there are", () => {
    for (const { parent, by, from, where, query } of places) {
      const above = resourceNamed(parent);
      expect(above, parent).toBeDefined();
      const list = resource.operations.list;
      const filters = list ? inputsOf(list) : [];
      expect(filters).toEqual(expect.arrayContaining(Object.keys(query ?? {})));
      if (by !== undefined) expect(filters).toContain(by);
      if (from !== undefined) expect(fieldsOfRecord(above)).toContain(from);
      expect(fieldsOfRecord(resource)).toEqual(expect.arrayContaining(Object.keys(where ?? {})));
      expect(fieldsOfRecord(above)).toEqual(expect.arrayContaining(Object.values(where ?? {})));
    }
  });

  test("declares only fields that it has, in records or in inputs", () => {
    const known = [...fieldsOfRecord(resource), ...Object.values(resource.operations).flatMap(inputsOf)];
    expect(known).toEqual(expect.arrayContaining(Object.keys(fields)));
    for (const { names } of Object.values(fields)) {
      if (typeof names === "string" && names !== "accesses") expect(resourceNamed(names)).toBeDefined();
    }
  });

  test("is found by filters that its list has", () => {
    const list = resource.operations.list;
    const query = Object.keys(finding?.query?.("2026-11-20") ?? {});
    if (finding?.search !== undefined) query.push(finding.search);
    const { through } = finding ?? {};
    if (through) {
      query.push(through.input);
      expect(fieldsOfRecord(resourceNamed(through.resource))).toContain(through.field);
    }
    expect(list ? inputsOf(list) : []).toEqual(expect.arrayContaining(query));
  });
});
