/** The body of a request: read whole, without losing a digit of an id, and handed on by field. */

import type { IncomingMessage } from "node:http";
import type { Schema } from "./contract.js";
import { malformed, Refusal } from "./errors.js";

const LARGEST_BODY = 10 * 1024 * 1024;

export type Fields = Readonly<Record<string, unknown>>;

export interface ReadBody {
  /** As the validator wants it: the types that were sent. */
  readonly plain: unknown;
  /** As the rules want it: ids are text whatever the version, `x[]` of a form is `x`. */
  readonly body: Body;
}

/** The fields of a request. A field that was sent as null is there and empty; that clears it. */
export class Body {
  constructor(readonly fields: Fields) {}

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name);
  }

  text(name: string): string | undefined {
    const value = this.fields[name];
    return typeof value === "string" ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.fields[name];
    return typeof value === "number" ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.fields[name];
    return typeof value === "boolean" ? value : undefined;
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.fields[name];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : undefined;
  }

  numbers(name: string): readonly number[] | undefined {
    const value = this.fields[name];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === "number") : undefined;
  }

  /** The entries of a list of objects, each as a body of its own. */
  bodies(name: string): readonly Body[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value.filter(isFields).map((entry) => new Body(entry)) : [];
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // node:http streams bytes unless an encoding is set, and none is
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Refusal(413, { errors: { errors: ["Payload too large"] } });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function readJson(bytes: Buffer, schema: Schema): ReadBody {
  const text = bytes.toString("utf8");
  if (text.trim() === "") return { plain: {}, body: new Body({}) };
  let plain: unknown;
  let exact: unknown;
  try {
    plain = JSON.parse(text);
    exact = JSON.parse(longIntegersAsText(text));
  } catch {
    throw malformed("The body is not valid JSON");
  }
  const fields = idsAsText(exact, schema, "");
  return { plain, body: new Body(isFields(fields) ? fields : {}) };
}

/** Ids of 2026-04-01 can be above 2^53, where a JavaScript number loses digits: quote them before parsing. */
function longIntegersAsText(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}

const ID_NAME = /(?:^|_)ids?$/;

/** Where the description is silent (free-form objects), the name tells an id from a number. */
function idsAsText(value: unknown, schema: Schema | undefined, name: string): unknown {
  if (typeof value === "number") {
    const isId = schema?.type === undefined ? ID_NAME.test(name) : schema["x-id"] === true;
    return isId ? String(value) : value;
  }
  if (Array.isArray(value)) return value.map((entry: unknown) => idsAsText(entry, schema?.items, name));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, idsAsText(entry, schema?.properties?.[key], key)]),
  );
}

export async function readForm(bytes: Buffer, contentType: string, schema: Schema): Promise<ReadBody> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData();
  } catch {
    throw malformed("The body is not a valid form");
  }
  const plain: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const property = schema.properties?.[name];
    const texts = form.getAll(name).map((value) => (typeof value === "string" ? value : value.name));
    const isList = isOf(property, "array");
    const entry = isList ? property?.items : property;
    const exact = (text: string): unknown => (entry?.["x-id"] === true ? text : typed(text, entry));
    plain[name] = isList ? texts.map((text) => typed(text, entry)) : typed(texts.at(-1) ?? "", entry);
    fields[name.replace(/\[\]$/, "")] = isList ? texts.map(exact) : exact(texts.at(-1) ?? "");
  }
  return { plain, body: new Body(fields) };
}

function isOf(schema: Schema | undefined, type: string): boolean {
  return schema?.type === type || (Array.isArray(schema?.type) && schema.type.includes(type));
}

/** A form carries text only; what the description calls a number or a boolean becomes one, if it reads as one. */
function typed(text: string, schema: Schema | undefined): unknown {
  if (isOf(schema, "integer") && /^-?\d+$/.test(text)) return Number(text);
  if (isOf(schema, "boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}
