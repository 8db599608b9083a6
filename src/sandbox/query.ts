/** The query of a request, read by the names of the description: `ids[]=1&ids[]=2`, `filter[key]=value`. */

import type { Parameter } from "./contract.js";

type Value = string | readonly string[] | Readonly<Record<string, string>>;

export class Query {
  constructor(private readonly values: ReadonlyMap<string, Value>) {}

  has(name: string): boolean {
    return this.values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.values.get(name);
    return typeof value === "string" ? value : undefined;
  }

  list(name: string): readonly string[] | undefined {
    const value = this.values.get(name);
    return Array.isArray(value) ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.values.get(name);
    return value === undefined ? undefined : value === "true";
  }

  /** One key of a nested filter such as `managed_by_filter[manager_employee_id]`. */
  nested(name: string, key: string): string | undefined {
    const value = this.values.get(name);
    return value !== undefined && typeof value !== "string" && !isList(value) ? value[key] : undefined;
  }
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

export interface ReadQuery {
  readonly query: Query;
  /** The same for the validator, which wants plain objects and takes any name it does not know as an error. */
  readonly plain: Readonly<Record<string, unknown>>;
}

/** @param unknown what becomes of a name that the operation does not declare: shown to the validator, or dropped */
export function readQuery(
  search: URLSearchParams,
  declared: readonly Parameter[],
  unknown: "show" | "drop",
): ReadQuery {
  const parameters = new Map(declared.map((parameter) => [parameter.name, parameter.schema]));
  const values = new Map<string, Value>();
  const plain: Record<string, unknown> = {};
  for (const [name, text] of search) {
    const schema = parameters.get(name);
    const nesting = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name);
    if (schema?.type === "array") {
      const before = values.get(name);
      values.set(name, [...(before !== undefined && isList(before) ? before : []), text]);
    } else if (schema && schema.type !== "object") {
      values.set(name, text);
    } else if (nesting?.[1] !== undefined && nesting[2] !== undefined && parameters.has(nesting[1])) {
      const before = values.get(nesting[1]);
      const keys = typeof before === "object" && !isList(before) ? before : {};
      values.set(nesting[1], { ...keys, [nesting[2]]: text });
    } else if (unknown === "show") {
      plain[name] = text;
    }
  }
  for (const [name, value] of values) plain[name] = value;
  return { query: new Query(values), plain };
}
