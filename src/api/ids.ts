import * as z from "zod";

/**
 * Ids are strings in our code, always. Up to 2026-04-01 Factorial sends and wants most of them as JSON integers,
 * some above 2^53, which a JavaScript number cannot hold; from 2026-07-01 they are strings on the wire too.
 */
export const id = z.string().trim().min(1);

/** An id that is a string in every version: a UUID or a key made of several parts. */
export const textId = z.string().trim().min(1);

/** An id as it comes in an answer: text, or a number of an old version. */
export const recordId = z.union([z.string(), z.number().transform(String)]);

export const optionalRecordId = recordId.nullish();

/** A JSON integer that is written digit by digit, since a JavaScript number would round it above 2^53. */
class WireInteger {
  constructor(readonly digits: string) {}
}

/** A string, or a number with its fraction and exponent apart: only bare integers can be ids. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(\.\d+)?([eE][+-]?\d+)?/g;

/** Sixteen digits in a row: the first length at which an integer can be above 2^53. */
const LONG_DIGITS = /\d{16}/;

/**
 * Reads JSON without rounding long integers: one of sixteen digits or more becomes a string of the same digits.
 * Everything else reads as `JSON.parse` does. Throws SyntaxError where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  if (!LONG_DIGITS.test(text)) return JSON.parse(text);
  const quoted = text.replace(STRING_OR_NUMBER, (token, fraction?: string, exponent?: string) => {
    const isLongInteger =
      !token.startsWith('"') && fraction === undefined && exponent === undefined && token.length >= 16;
    return isLongInteger ? `"${token}"` : token;
  });
  return JSON.parse(quoted);
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
