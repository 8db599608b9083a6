/** Answers operations: what the contract says every resource can do, and the rules that a resource has besides. */

import { checkAccess } from "./access.js";
import type { Call } from "./call.js";
import type { Contract, Operation } from "./contract.js";
import { malformed, notFound } from "./errors.js";
import { filtersOf, type Filter } from "./filters.js";
import { pageOf, unpaged } from "./paging.js";
import { checkReferences } from "./references.js";
import type { Resource, Resources } from "./resource.js";
import { without, type Row } from "./company/table.js";

/** A value for the answer's writer: `{data, meta}`, a record, or records. */
export type Outcome =
  | { readonly data: readonly Row[]; readonly meta: unknown }
  | { readonly record: Row }
  | { readonly records: readonly Row[] };

export type Handler = (call: Call) => Outcome;

/** One handler per operation; throws if the sandbox can't serve one, so that a gap shows at the start. */
export function handlersOf(contract: Contract, resources: Resources): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const operation of contract.operations.values()) {
    const resource = resources[operation.resource];
    if (!resource) throw new Error(`No resource for ${operation.id} (${operation.resource})`);
    const handler = handlerOf(operation, resource);
    handlers.set(operation.id, (call) => {
      checkAccess(call.viewer, operation);
      resource.guard?.(call);
      return handler(call);
    });
  }
  return handlers;
}

function handlerOf(operation: Operation, resource: Resource): Handler {
  switch (operation.kind) {
    case "list": {
      // An unofficial list has no described records, and no filters either.
      const filters = filtersOf(operation, resource.filters ?? {});
      return (call) => list(call, resource, filters);
    }
    case "get":
      return (call) => one(find(call, resource, call.id), call, resource);
    case "create":
      return (call) => one(create(call, resource), call, resource);
    case "update":
      return (call) => one(update(call, resource), call, resource);
    case "delete":
      return (call) => remove(call, resource);
    case "action": {
      const action = resource.actions?.[operation.action ?? ""];
      if (!action) throw new Error(`No rule for the action ${operation.id}`);
      return (call) => {
        checkReferences(call);
        const result = action(call);
        return isMany(result)
          ? { records: result.map((record) => present(record, call, resource)) }
          : one(result, call, resource);
      };
    }
  }
}

function isMany(result: Row | readonly Row[]): result is readonly Row[] {
  return Array.isArray(result);
}

function list(call: Call, resource: Resource, filters: ReadonlyMap<string, Filter>): Outcome {
  const tests = [...filters].map(([name, filter]) => filter(call, name)).filter((test) => test !== undefined);
  if (resource.shows) tests.push((record) => resource.shows?.(record, call) ?? true);
  const stored = resource.table(call.company).all();
  const all = resource.besides ? [...stored, ...resource.besides(call)] : stored;
  const matching = tests.length === 0 ? all : all.filter((record) => tests.every((test) => test(record)));
  const page = resource.unpaged ? unpaged(matching) : pageOf(matching, call.query);
  return { data: page.records.map((record) => present(record, call, resource)), meta: page.meta };
}

/** The record with this id, if the caller may see it. */
function find(call: Call, resource: Resource, id: string): Row {
  const record = resource.table(call.company).get(id);
  if (!record || resource.shows?.(record, call) === false) throw notFound();
  return record;
}

function create(call: Call, resource: Resource): Row {
  checkReferences(call);
  resource.check?.(call, undefined);
  if (resource.create) return resource.create(call);
  const fields = resource.fields?.(call) ?? call.body.fields;
  return resource.table(call.company).insert({ ...resource.defaults?.(call), ...withoutNulls(fields) });
}

function update(call: Call, resource: Resource): Row {
  const record = find(call, resource, call.id);
  const repeated = call.body.text("id");
  if (repeated !== undefined && repeated !== call.id) throw malformed("id of path and body differ");
  checkReferences(call);
  resource.check?.(call, record);
  if (resource.update) resource.update(record, call);
  else {
    const fields = resource.fields?.(call) ?? call.body.fields;
    resource.table(call.company).patch(record, without(fields, "id"));
  }
  return record;
}

function remove(call: Call, resource: Resource): Outcome {
  const record = find(call, resource, call.id);
  if (resource.discard) return one(resource.discard(record, call), call, resource);
  // The answer shows the record as it was, before what hangs on it goes.
  const outcome = one(record, call, resource);
  resource.beforeDelete?.(record, call);
  resource.table(call.company).remove(record);
  return outcome;
}

function one(record: Row, call: Call, resource: Resource): Outcome {
  return { record: present(record, call, resource) };
}

function present(record: Row, call: Call, resource: Resource): Row {
  return resource.present ? { ...record, ...resource.present(record, call) } : { ...record };
}

function withoutNulls(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
