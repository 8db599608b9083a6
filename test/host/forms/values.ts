// What is filled in in a form, made up from the API's own description and not from the declarations that it checks.
import { resolve, type Schema } from "../../contract/contract";
import type { ApiVersion } from "../../../src/api/versions";

export interface ValueFacts {
  readonly version: ApiVersion;
  /** What the record has in the field now. */
  readonly now: (field: string) => unknown;
  /** The id of something that there is, or its ids, where a field names it. */
  readonly idFor: (field: string) => Promise<string>;
}

/** A value for a field of the description. */
export async function valueFor(field: string, described: Schema, facts: ValueFacts): Promise<unknown> {
  const schema = resolve(facts.version, described);
  if (schema.enum) return schema.enum.at(-1);
  switch (schema.type) {
    case "boolean":
      return facts.now(field) !== true;
    case "integer":
    case "number":
      return isId(field) ? facts.idFor(field) : numberFor(field);
    case "array":
      return [await valueFor(field, schema.items ?? {}, facts)];
    case "object":
      return objectFor(schema, facts);
    default:
      return schema.format === "binary" ? new File(["id\n7\n"], `${field}.csv`) : textFor(field, facts);
  }
}

async function objectFor({ properties }: Schema, facts: ValueFacts): Promise<unknown> {
  // An open one holds texts under names.
  if (!properties) return { base: "The base" };
  const entries = Object.entries(properties).map(
    async ([name, schema]) => [name, await valueFor(name, schema, facts)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** The description knows no formats: days and moments are told by their names, as people tell them. */
function textFor(field: string, { idFor }: ValueFacts): string | Promise<string> {
  if (isId(field)) return idFor(field);
  if (/(^|_)(date|on)$/.test(field)) return /end|due/.test(field) ? "2030-02-15" : "2030-01-15";
  if (field.endsWith("_at")) return "2030-01-15T17:00:00+01:00";
  return `The ${field.replaceAll("_", " ")}`;
}

function numberFor(field: string): number {
  if (field.endsWith("_cents")) return 123_456;
  return field.endsWith("minutes") ? 95 : 3;
}

function isId(field: string): boolean {
  return /_ids?$|^(arguments|project_(admins|managers|viewers))$/.test(field);
}
