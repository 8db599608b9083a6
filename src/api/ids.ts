import * as z from "zod";

/**
 * Ids are strings in our code, always. Up to 2026-04-01 Factorial sends and wants most of them as JSON integers,
 * some above 2^53, which a JavaScript number cannot hold; from 2026-07-01 they are strings on the wire too.
 */
export const id = z.string().trim().min(1);

/** An id that is a string in every version: a UUID or a key made of several parts. */
export const textId = z.string().trim().min(1);

/** An id as it comes in an answer; `idsAsText` has made text of the numbers of old versions. */
export const recordId = z.string();

export const optionalRecordId = recordId.nullish();

/** The names of a record's fields that are ids, by its schema. */
function idFieldsOf(schema: z.ZodObject): readonly string[] {
  const shape: Record<string, z.core.$ZodType | undefined> = schema.shape;
  return Object.keys(shape).filter((name) => {
    let field = shape[name];
    while (field instanceof z.ZodOptional || field instanceof z.ZodNullable) field = field.unwrap();
    return field === recordId || (field instanceof z.ZodArray && field.element === recordId);
  });
}

const idFields = new WeakMap<z.ZodObject, readonly string[]>();

/**
 * Makes text of a record's numeric ids, in place: a pass over the few fields that are ids, where a schema that takes
 * both would slow the reading of every record of every version.
 */
export function idsAsText(schema: z.ZodObject, record: unknown): unknown {
  if (typeof record !== "object" || record === null) return record;
  let names = idFields.get(schema);
  if (!names) idFields.set(schema, (names = idFieldsOf(schema)));
  // Any object can be looked at by name; what is not there is undefined.
  const fields = record as Record<string, unknown>;
  for (const name of names) {
    const value = fields[name];
    if (typeof value === "number") fields[name] = String(value);
    else if (Array.isArray(value)) {
      fields[name] = value.map((each: unknown) => (typeof each === "number" ? String(each) : each));
    }
  }
  return record;
}

/** A JSON integer that is written digit by digit, since a JavaScript number would round it above 2^53. */
class WireInteger {
  constructor(readonly digits: string) {}
}

/** Sixteen digits in a row: the first length at which an integer can be above 2^53. */
const LONG_DIGITS = /\d{16}/;

/** A whole number of such a length among JSON's signs; what has a fraction or an exponent cannot be an id. */
const LONG_INTEGERS = /-?\d{16,}(?![\d.eE])/g;

/**
 * Reads JSON without rounding long integers: one of sixteen digits or more becomes a string of the same digits.
 * Everything else reads as `JSON.parse` does. Throws SyntaxError where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(LONG_DIGITS.test(text) ? quoteLongIntegers(text) : text);
}

/** Leaves strings as they are: digits in them are somebody's text. */
function quoteLongIntegers(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const opening = text.indexOf('"', at);
    const end = opening === -1 ? text.length : opening;
    if (end - at >= 16) {
      parts.push(text.slice(copied, at), text.slice(at, end).replace(LONG_INTEGERS, quoteUnlessFraction));
      copied = end;
    }
    at = opening === -1 ? text.length : endOfString(text, opening);
  }
  parts.push(text.slice(copied));
  return parts.join("");
}

/** The digits after a decimal point look like an integer of their own. */
function quoteUnlessFraction(digits: string, at: number, between: string): string {
  return /[\d.]/.test(between.charAt(at - 1)) ? digits : `"${digits}"`;
}

/** The place after the closing quote; the text's end where there is none. */
function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
}

/** Writes JSON; a `WireInteger` becomes a bare integer. `undefined` properties are left out, as ever. */
function writeJson(value: unknown): string {
  if (value instanceof WireInteger) return value.digits;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Marks the ids of a request body, found by its schema, as integers; throws where one is not made of digits. */
function withIntegerIds(schema: z.core.$ZodType, value: unknown, field: string): unknown {
  if (value === undefined || value === null) return value;
  if (schema instanceof z.ZodOptional) return withIntegerIds(schema.unwrap(), value, field);
  if (schema === id && typeof value === "string") {
    if (!/^\d+$/.test(value)) throw new IdFormatError(field, value);
    return new WireInteger(value);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((element: unknown) => withIntegerIds(schema.element, element, field));
  }
  if (schema instanceof z.ZodObject && typeof value === "object") {
    const shape: Record<string, z.core.$ZodType | undefined> = schema.shape;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const memberSchema = shape[key];
        return [key, memberSchema ? withIntegerIds(memberSchema, member, key) : (member as unknown)];
      }),
    );
  }
  return value;
}

/** An id that cannot be written in a version that wants integers. */
export class IdFormatError extends Error {
  constructor(
    readonly field: string,
    readonly id: string,
  ) {
    super(`${field}: "${id}" is not a number, and this version of the API takes only numbers as ids.`);
  }
}

/**
 * The JSON text of a request body.
 * @param integerIds true for versions up to 2026-04-01, whose bodies carry ids as integers
 * @throws IdFormatError
 */
export function encodeBody(schema: z.ZodObject, body: unknown, integerIds: boolean): string {
  return writeJson(integerIds ? withIntegerIds(schema, body, "") : body);
}
