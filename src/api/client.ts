import type * as z from "zod";
import { FactorialError } from "./errors";
import { encodeBody, IdFormatError } from "./ids";
import { fieldsOf, inVersion, whyUnknown, type Answer, type Operation } from "./operation";
import { problemsOf, readPage, readRecord, readRecords, walkPages, type Page } from "./page";
import type { Resource } from "./resource";
import { Transport, type TransportOptions, type WireRequest } from "./transport";
import { DEFAULT_VERSION, isBefore, nearestVersion, type ApiVersion } from "./versions";

export interface CallOptions {
  /** Stops the request; a write that was already sent is then of unknown outcome. */
  readonly signal?: AbortSignal;
}

export interface ClientOptions extends TransportOptions {
  /** The version to prefer; an operation that it lacks goes out in the nearest that has it. */
  readonly version?: ApiVersion;
}

/** An answer may bring records that cannot be read; bulk actions keep them apart as lists do. */
type Result<A extends Answer, R extends z.ZodObject> = A extends "page"
  ? Page<z.output<R>>
  : A extends "record"
    ? z.output<R>
    : Pick<Page<z.output<R>>, "data" | "unreadable">;

type Method<Input, Output> =
  Partial<Input> extends Input
    ? (input?: Input, options?: CallOptions) => Promise<Output>
    : (input: Input, options?: CallOptions) => Promise<Output>;

type Methods<R extends z.ZodObject, Ops> = {
  readonly [Name in keyof Ops]: Ops[Name] extends Operation<infer Input, infer A>
    ? Method<z.input<Input>, Result<A, R>>
    : never;
};

/** Lists can also be walked: page by page, or whole. */
type Walks<R extends z.ZodObject, Ops> = Ops extends { list: Operation<infer Input, "page"> }
  ? {
      pages(query: z.input<Input>, options?: CallOptions): AsyncGenerator<Page<z.output<R>>, void, undefined>;
      all: Method<z.input<Input>, Pick<Page<z.output<R>>, "data" | "unreadable">>;
    }
  : unknown;

export type ResourceClient<T> =
  T extends Resource<infer R, infer Ops> ? Methods<R, Ops> & Walks<R, Ops> : never;

export type ClientOf<Resources> = { readonly [Name in keyof Resources]: ResourceClient<Resources[Name]> };

/** The typed client of a set of declared resources. */
export function createClient<Resources extends Record<string, Resource>>(
  resources: Resources,
  options: ClientOptions,
): ClientOf<Resources> {
  const caller = new Caller(options);
  const client = Object.fromEntries(
    Object.entries(resources).map(([name, resource]) => [name, clientOf(resource, caller)]),
  );
  // The methods are built from the same declarations as the type; TypeScript cannot follow Object.fromEntries.
  return client as ClientOf<Resources>;
}

function clientOf(resource: Resource, caller: Caller): Record<string, unknown> {
  const methods: Record<string, unknown> = {};
  for (const [name, operation] of Object.entries(resource.operations)) {
    methods[name] = (input: Record<string, unknown> = {}, options: CallOptions = {}) =>
      caller.call(resource, operation, input, options);
  }
  const { list } = resource.operations;
  if (list) {
    const answers = (query: Record<string, unknown>, options: CallOptions, ahead: boolean) =>
      walkPages(
        (cursor) => {
          const input = { limit: 100, ...query, ...(cursor !== undefined && { after_id: cursor }) };
          return caller.send(resource, list, input, options);
        },
        { ahead },
      );
    methods.pages = async function* (query: Record<string, unknown> = {}, options: CallOptions = {}) {
      for await (const answer of answers(query, options, false)) yield readPage(resource.record, answer);
    };
    methods.all = async (query: Record<string, unknown> = {}, options: CallOptions = {}) => {
      const data: unknown[] = [];
      const unreadable: unknown[] = [];
      for await (const answer of answers(query, options, true)) {
        const page = readPage(resource.record, answer);
        data.push(...page.data);
        unreadable.push(...page.unreadable);
      }
      return { data, unreadable };
    };
  }
  return methods;
}

class Caller {
  readonly #transport: Transport;
  readonly #version: ApiVersion;

  constructor({ version = DEFAULT_VERSION, ...options }: ClientOptions) {
    this.#version = version;
    this.#transport = new Transport(options);
  }

  async call(
    resource: Resource,
    operation: Operation,
    input: Record<string, unknown>,
    options: CallOptions,
  ): Promise<unknown> {
    const answer = await this.send(resource, operation, input, options);
    const isWrite = operation.method !== "GET";
    switch (operation.answer) {
      case "page":
        return readPage(resource.record, answer);
      case "record":
        return readRecord(resource.record, answer, isWrite);
      case "records":
        return readRecords(resource.record, answer, isWrite);
    }
  }

  /** The answer as it came, parsed but not validated. */
  async send(
    resource: Resource,
    operation: Operation,
    input: Record<string, unknown>,
    options: CallOptions,
  ): Promise<unknown> {
    return this.#transport.send(this.#request(resource, operation, input, options));
  }

  #request(
    resource: Resource,
    operation: Operation,
    input: Record<string, unknown>,
    { signal }: CallOptions,
  ): WireRequest {
    const version = nearestVersion(this.#version, operation.versions);
    const checked = checkInput(operation.input, input, version);
    const suffix = operation.suffix.replace("{id}", () => encodeURIComponent(String(checked.id)));
    const path = `/api/${version}/resources/${resource.module}/${resource.path}${suffix}`;
    const { method, unofficial } = operation;
    if (operation.send === "query") {
      const query = operation.suffix === "" ? encodeQuery(checked) : "";
      return { method, unofficial, signal, path: query === "" ? path : `${path}?${query}` };
    }
    const body =
      operation.send === "form"
        ? encodeForm(checked)
        : encodeJsonBody(operation.input, checked, isBefore(version, "2026-07-01"));
    return { method, unofficial, signal, path, body };
  }
}

/** Refuses, before anything is sent, what the operation does not take in this version. */
function checkInput(
  schema: z.ZodObject,
  input: Record<string, unknown>,
  version: ApiVersion,
): Record<string, unknown> {
  for (const [name, field] of fieldsOf(schema)) {
    const reason = input[name] === undefined ? undefined : whyUnknown(field, version);
    if (!reason) continue;
    const words =
      "since" in reason ? `only from version ${reason.since} on` : `only before version ${reason.until}`;
    throw invalid({ [name]: [`is known to the API ${words}, and this goes out in ${version}`] });
  }
  const result = inVersion(schema, version).safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".") || "request"];
    const words = issue.code === "unrecognized_keys" ? "is not a field of this operation" : issue.message;
    for (const name of names) (fields[name] ??= []).push(words);
  }
  throw invalid(fields, problemsOf(result.error));
}

function invalid(fields: Record<string, string[]>, problems?: string[]): FactorialError {
  const words = problems ?? Object.entries(fields).map(([field, [first = ""]]) => `${field}: ${first}`);
  return new FactorialError("invalid", `Not sent: ${words.join("; ")}`, { fields });
}

function encodeJsonBody(schema: z.ZodObject, body: Record<string, unknown>, integerIds: boolean): string {
  try {
    return encodeBody(schema, body, integerIds);
  } catch (error) {
    if (error instanceof IdFormatError) throw invalid({ [error.field]: [error.message] });
    throw error;
  }
}

/**
 * In queries and forms an array repeats its bracketed name, `ids[]=1&ids[]=2`, and each field of an object follows
 * the object's name: `managed_by_filter[manager_employee_id]=1`.
 */
function* namedValues(values: Record<string, unknown>): Generator<[string, string | Blob]> {
  for (const [name, value] of Object.entries(values)) yield* namedValue(name, value);
}

function* namedValue(name: string, value: unknown): Generator<[string, string | Blob]> {
  if (value === undefined || value === null) return;
  if (value instanceof Blob) yield [name, value];
  else if (Array.isArray(value)) for (const element of value) yield* namedValue(`${name}[]`, element);
  else if (typeof value === "object") {
    for (const [key, member] of Object.entries(value)) yield* namedValue(`${name}[${key}]`, member);
  } else yield [name, textOf(value)];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function encodeQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of namedValues(values)) if (typeof value === "string") query.append(name, value);
  return query.toString();
}

function encodeForm(values: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of namedValues(values)) form.append(name, value);
  return form;
}
