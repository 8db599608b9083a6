// Whether what arrived is what was filled in, however the version or the form writes it.
import * as z from "zod";

/** As text, for ids are integers up to 2026-04-01, and everything is a text in a form that has files. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof File) return { name: value.name, size: String(value.size) };
  if (typeof value === "object" && value !== null) {
    const filled = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
    return Object.fromEntries(filled.map(([name, one]) => [name, plain(one)]));
  }
  // The same instant may be written with another offset.
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return value === undefined || value === null ? undefined : z.coerce.string().parse(value);
}

/** The body of a request by its fields; lists have brackets behind their name in a form. */
export function fieldsOf(body: unknown): ReadonlyMap<string, unknown> {
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
  return new Map(entries.map(([name, value]) => [name.replace(/\[\]$/, ""), value]));
}
