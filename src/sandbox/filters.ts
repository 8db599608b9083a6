/** Filters of lists: most follow from the name of the parameter and the fields of the record. */

import type { Call } from "./call.js";
import type { Operation, Parameter } from "./contract.js";
import { textOf, type Row } from "./company/table.js";

/** Gives the test that a list's records have to pass, or undefined if this value of the parameter asks for nothing. */
export type Filter<T extends Row = Row> = (call: Call, name: string) => ((record: T) => boolean) | undefined;

type FilterMaker = (field: string) => Filter;

/** `ids[]`: the field is one of these. */
export const oneOf: FilterMaker = (field) => (call, name) => {
  const wanted = call.query.list(name);
  if (!wanted) return undefined;
  const set = new Set<unknown>(wanted);
  return (record) => set.has(record[field]);
};

/** The field, a list itself, has one of these. */
export const sharesOne: FilterMaker = (field) => (call, name) => {
  const wanted = call.query.list(name) ?? one(call.query.text(name));
  return (
    wanted &&
    ((record) =>
      Array.isArray(record[field]) && record[field].some((entry) => wanted.includes(textOf(entry))))
  );
};

function one(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : [text];
}

export const equals: FilterMaker = (field) => (call, name) => {
  const wanted = call.query.text(name);
  return wanted === undefined ? undefined : (record) => textOf(record[field]) === wanted;
};

/** A boolean field is as asked; an empty one counts as false. */
export const flagged: FilterMaker = (field) => (call, name) => {
  const wanted = call.query.flag(name);
  return wanted === undefined ? undefined : (record) => (record[field] === true) === wanted;
};

/** `true` keeps those that pass; `false` asks for nothing. */
export function onlyIf<T extends Row>(passes: (record: T, call: Call) => boolean): Filter<T> {
  return (call, name) => (call.query.flag(name) === true ? (record) => passes(record, call) : undefined);
}

/** Text that appears in one of the fields, in whatever case. */
export function contains(...fields: readonly string[]): Filter {
  return (call, name) => {
    const wanted = call.query.text(name)?.toLowerCase();
    if (wanted === undefined) return undefined;
    return (record) => fields.some((field) => textOf(record[field]).toLowerCase().includes(wanted));
  };
}

export function startsWith(...fields: readonly string[]): Filter {
  return (call, name) => {
    const wanted = call.query.text(name)?.toLowerCase();
    if (wanted === undefined) return undefined;
    return (record) => fields.some((field) => textOf(record[field]).toLowerCase().startsWith(wanted));
  };
}

/** The field is this day or moment, or later. A day is earlier than every moment of it, as text too. */
export const notBefore: FilterMaker = (field) => (call, name) => {
  const bound = call.query.text(name);
  return bound === undefined ? undefined : (record) => textOf(record[field]) >= bound;
};

/** The field is this day or earlier. */
export const notAfter: FilterMaker = (field) => (call, name) => {
  const bound = call.query.text(name);
  return bound === undefined ? undefined : (record) => textOf(record[field]).slice(0, 10) <= bound;
};

/** Looks the answer up by the text of the parameter. */
export function byText<T extends Row>(passes: (record: T, wanted: string, call: Call) => boolean): Filter<T> {
  return (call, name) => {
    const wanted = call.query.text(name);
    return wanted === undefined ? undefined : (record) => passes(record, wanted, call);
  };
}

/** The same by the entries of a list. */
export function byList<T extends Row>(
  passes: (record: T, wanted: ReadonlySet<string>, call: Call) => boolean,
): Filter<T> {
  return (call, name) => {
    const wanted = call.query.list(name);
    if (!wanted) return undefined;
    const set = new Set(wanted);
    return (record) => passes(record, set, call);
  };
}

/** The parameter does not choose records but changes how they are shown, which `present` sees to. */
export const shapesAnswer: Filter = () => undefined;

/**
 * The filter that follows from a parameter's name: `ids[]`, `project_ids[]` of a record with a `project_id`,
 * `serial_numbers[]` of one with a `serial_number`, `half_day` of one with that field, `updated_after`.
 */
export function filterByName(parameter: Parameter, fields: ReadonlySet<string>): Filter | undefined {
  const { name, schema } = parameter;
  if (name === "updated_after" || name === "updated_at_gteq") return notBefore("updated_at");
  if (schema.type === "array") {
    const plural = name.replace(/\[\]$/, "");
    const singular = plural.endsWith("ies") ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, "");
    return fields.has(singular) ? oneOf(singular) : undefined;
  }
  if (!fields.has(name)) return undefined;
  if (schema.type === "boolean") return flagged(name);
  return name === "name" ? contains(name) : equals(name);
}

/** All filters of a list, by parameter. A parameter that nobody implements is a defect of the sandbox. */
export function filtersOf(
  operation: Operation,
  special: Readonly<Record<string, Filter>>,
): ReadonlyMap<string, Filter> {
  const fields = new Set(Object.keys(operation.answer.record.properties ?? {}));
  const filters = new Map<string, Filter>();
  for (const parameter of operation.query) {
    if (PAGING.has(parameter.name)) continue;
    const filter = special[parameter.name] ?? filterByName(parameter, fields);
    if (!filter) throw new Error(`No filter for ${parameter.name} of ${operation.id}`);
    filters.set(parameter.name, filter);
  }
  return filters;
}

const PAGING = new Set(["limit", "page", "after_id", "before_id"]);
