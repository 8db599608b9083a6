import * as z from "zod";
import { id } from "./ids";
import { API_VERSIONS, isBefore, type ApiVersion } from "./versions";

/** Where an operation's input goes, beside the parts that the path takes. */
type Send = "query" | "json" | "form";

/** What comes back: one page of a list, one record, or a bare array of records (the bulk actions). */
export type Answer = "page" | "record" | "records";

export interface Operation<Input extends z.ZodObject = z.ZodObject, A extends Answer = Answer> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** The end of the path, after the resource's own: "", "/{id}", "/close". */
  readonly suffix: string;
  readonly send: Send;
  /** Path parts, query and body in one flat object: their names do not collide anywhere in the API. */
  readonly input: Input;
  readonly answer: A;
  readonly versions: readonly ApiVersion[];
  /** Known only from a community SDK, in no official description: it may well answer 404. */
  readonly unofficial: boolean;
}

interface OperationOptions {
  readonly versions?: readonly ApiVersion[];
  readonly unofficial?: boolean;
}

function operation<Input extends z.ZodObject, A extends Answer>(
  facts: Pick<Operation<Input, A>, "method" | "suffix" | "send" | "input" | "answer">,
  { versions = API_VERSIONS, unofficial = false }: OperationOptions = {},
): Operation<Input, A> {
  return { ...facts, versions, unofficial };
}

/** The cursor parameters, which every list takes though no operation lists them. Source: Factorial's guide. */
const paging = {
  /** Records a page, at most 100. */
  limit: z.int().min(1).max(100).optional(),
  /** `meta.end_cursor` of the page before: opaque, never a record's id. */
  after_id: z.string().optional(),
  before_id: z.string().optional(),
};

export const PAGING_PARAMETERS = Object.keys(paging);

export function list<S extends z.ZodRawShape>(query: S, options?: OperationOptions) {
  const input = z.strictObject({ ...query, ...paging });
  return operation({ method: "GET", suffix: "", send: "query", input, answer: "page" }, options);
}

export function get(options?: OperationOptions) {
  const input = z.strictObject({ id });
  return operation({ method: "GET", suffix: "/{id}", send: "query", input, answer: "record" }, options);
}

export function create<S extends z.ZodRawShape>(
  body: S,
  { send = "json", ...options }: OperationOptions & { send?: "json" | "form" } = {},
) {
  const input = z.strictObject(body);
  return operation({ method: "POST", suffix: "", send, input, answer: "record" }, options);
}

/**
 * A PUT; the id goes into the path and, as Factorial wants it, into the body again. A body that names its own `id`
 * says that it is text there in every version.
 */
export function update<S extends z.ZodRawShape>(
  body: S,
  { send = "json", ...options }: OperationOptions & { send?: "json" | "form" } = {},
) {
  const input = z.strictObject({ id, ...body });
  return operation({ method: "PUT", suffix: "/{id}", send, input, answer: "record" }, options);
}

/** A DELETE; answers the deleted record. */
export function remove(options?: OperationOptions) {
  const input = z.strictObject({ id });
  return operation({ method: "DELETE", suffix: "/{id}", send: "query", input, answer: "record" }, options);
}

/** A POST to a verb below the resource, such as `projects/close`. */
export function action<S extends z.ZodRawShape>(verb: string, body: S, options?: OperationOptions) {
  const input = z.strictObject(body);
  return operation({ method: "POST", suffix: `/${verb}`, send: "json", input, answer: "record" }, options);
}

/** Like `action`, for verbs that answer a bare array of records. */
export function bulkAction<S extends z.ZodRawShape>(verb: string, body: S, options?: OperationOptions) {
  const input = z.strictObject(body);
  return operation({ method: "POST", suffix: `/${verb}`, send: "json", input, answer: "records" }, options);
}

/**
 * Routes that only the community SDK for 2026-04-01 names: no description says what they take. A body that is given
 * is a guess, by the fields of the records.
 */
const UNOFFICIAL: OperationOptions = { versions: ["2026-04-01"], unofficial: true };

export const unofficial = {
  list: () => list({}, UNOFFICIAL),
  get: () => get(UNOFFICIAL),
  remove: () => remove(UNOFFICIAL),
  create: <S extends z.ZodRawShape>(body: S) =>
    operation(
      { method: "POST", suffix: "", send: "json", input: z.looseObject(body), answer: "record" },
      UNOFFICIAL,
    ),
  update: <S extends z.ZodRawShape>(body: S) =>
    operation(
      {
        method: "PUT",
        suffix: "/{id}",
        send: "json",
        input: z.looseObject({ id, ...body }),
        answer: "record",
      },
      UNOFFICIAL,
    ),
};

interface FieldVersions {
  /** The field is unknown to versions before this one. */
  readonly since?: ApiVersion;
  /** The field is gone from this version on. */
  readonly until?: ApiVersion;
  /** The field is optional before this version and required from it on. */
  readonly requiredSince?: ApiVersion;
  /** The field is required before this version and optional from it on. */
  readonly optionalSince?: ApiVersion;
}

const fieldVersions = z.registry<FieldVersions>();

/** Marks a field that older versions do not know. */
export function since<S extends z.ZodOptional>(version: ApiVersion, schema: S): S {
  fieldVersions.add(schema, { ...fieldVersions.get(schema), since: version });
  return schema;
}

/** Marks a field that is gone from a version on. */
export function until<S extends z.ZodOptional>(version: ApiVersion, schema: S): S {
  fieldVersions.add(schema, { ...fieldVersions.get(schema), until: version });
  return schema;
}

/** Marks an optional field that becomes required. */
export function requiredSince<S extends z.ZodType>(version: ApiVersion, schema: S): z.ZodOptional<S> {
  const optional = schema.optional();
  fieldVersions.add(optional, { requiredSince: version });
  return optional;
}

/** Marks a required field that becomes optional. */
export function optionalSince<S extends z.ZodType>(version: ApiVersion, schema: S): z.ZodOptional<S> {
  const optional = schema.optional();
  fieldVersions.add(optional, { optionalSince: version });
  return optional;
}

/** The fields of a schema by name, typed. */
export function fieldsOf(schema: z.ZodObject): [name: string, field: z.core.$ZodType][] {
  const shape: Record<string, z.core.$ZodType> = schema.shape;
  return Object.entries(shape);
}

/** Why a version does not take a field: it came later, or is gone by then. Undefined where the version takes it. */
export function whyUnknown(
  schema: z.core.$ZodType,
  version: ApiVersion,
): { readonly since: ApiVersion } | { readonly until: ApiVersion } | undefined {
  const { since, until } = fieldVersions.get(schema) ?? {};
  if (since !== undefined && isBefore(version, since)) return { since };
  if (until !== undefined && !isBefore(version, until)) return { until };
  return undefined;
}

const narrowed = new Map<ApiVersion, WeakMap<z.ZodObject, z.ZodObject>>(
  API_VERSIONS.map((version) => [version, new WeakMap()]),
);

/** An operation's input as one version takes it: without the fields it does not know yet or any more. */
export function inVersion(schema: z.ZodObject, version: ApiVersion): z.ZodObject {
  const known = narrowed.get(version)?.get(schema);
  if (known) return known;
  const shape: Record<string, z.core.$ZodType> = {};
  for (const [name, field] of fieldsOf(schema)) {
    if (whyUnknown(field, version)) continue;
    const facts = fieldVersions.get(field);
    const isRequired =
      (facts?.requiredSince !== undefined && !isBefore(version, facts.requiredSince)) ||
      (facts?.optionalSince !== undefined && isBefore(version, facts.optionalSince));
    shape[name] = narrowField(isRequired && field instanceof z.ZodOptional ? field.unwrap() : field, version);
  }
  const result = schema.def.catchall instanceof z.ZodNever ? z.strictObject(shape) : z.looseObject(shape);
  narrowed.get(version)?.set(schema, result);
  return result;
}

/** Fields of objects in an array (the items of bulk actions) have versions of their own. */
function narrowField(field: z.core.$ZodType, version: ApiVersion): z.core.$ZodType {
  if (field instanceof z.ZodArray && field.element instanceof z.ZodObject) {
    return z.array(inVersion(field.element, version));
  }
  return field;
}
