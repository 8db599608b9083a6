/**
 * The API's own description, per version, in the form that the server works with.
 *
 * Everything that the sandbox knows of routes, parameters, bodies and answers comes from here, so that it never
 * shares a belief with the client that is tested against it.
 */

import v20260401 from "../../contract/2026-04-01.json";
import v20260701 from "../../contract/2026-07-01.json";
import v20261001 from "../../contract/2026-10-01.json";
import unofficialRoutes from "../../contract/unofficial.json";

export const VERSIONS = ["2026-04-01", "2026-07-01", "2026-10-01"] as const;
export type Version = (typeof VERSIONS)[number];

/** The part of JSON Schema that the contract uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean;
  readonly description?: string;
  /** Marks the integers of 2026-04-01 that are ids: text everywhere inside the sandbox. */
  readonly "x-id"?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly description?: string;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
  readonly "x-unofficial"?: boolean;
}

export interface ContractDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export type OperationKind = "list" | "get" | "create" | "update" | "delete" | "action";

export interface Operation {
  readonly id: string;
  readonly kind: OperationKind;
  /** `project_management/projects` */
  readonly resource: string;
  /** `close`, for an action only */
  readonly action: string | undefined;
  readonly query: readonly Parameter[];
  readonly body: { readonly type: "json" | "multipart"; readonly schema: Schema } | undefined;
  readonly answer: {
    readonly status: number;
    readonly shape: "page" | "one" | "many";
    readonly record: Schema;
  };
  readonly unofficial: boolean;
}

export interface Contract {
  readonly version: Version;
  /** Ready for the router: request bodies closed, paging parameters added, requirements as the server has them. */
  readonly document: ContractDocument;
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface ContractOptions {
  /** Enforce `required` on every query parameter that the description calls required. */
  readonly strictQuery: boolean;
  /** Serve the routes that no official description has. */
  readonly unofficial: boolean;
}

// The files hold fixed data that a test compares with this shape, and TypeScript would otherwise compare half a
// megabyte of literal types with a recursive type on each run.
const documents = {
  "2026-04-01": v20260401,
  "2026-07-01": v20260701,
  "2026-10-01": v20261001,
  unofficial: unofficialRoutes,
} as unknown as Readonly<Record<Version | "unofficial", ContractDocument>>;

/** The description as it was written down, nothing added. */
export function rawDocument(version: Version | "unofficial"): ContractDocument {
  return documents[version];
}

/**
 * The version that answers a request for `requested`. A retired version is not refused but served with the oldest
 * supported schema; one that isn't out yet does not exist.
 */
export function servedVersion(requested: string): Version | undefined {
  const known = VERSIONS.find((version) => version === requested);
  if (known) return known;
  return /^\d{4}-\d{2}-\d{2}$/.test(requested) && requested < VERSIONS[0] ? VERSIONS[0] : undefined;
}

export function resolve(schema: Schema, document: ContractDocument): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  const target = document.components.schemas[name];
  if (!target) throw new Error(`The contract refers to ${schema.$ref}, which it does not have`);
  return resolve(target, document);
}

/** Every list takes these, though no operation lists them. */
const PAGING: readonly Parameter[] = [
  { name: "limit", in: "query", schema: { type: "integer" } },
  { name: "page", in: "query", schema: { type: "integer" } },
  { name: "after_id", in: "query", schema: { type: "string" } },
  { name: "before_id", in: "query", schema: { type: "string" } },
];

/**
 * `required` on a filter is seldom enforced by the real server (employees list works without `only_active`). These
 * are the ones without which the question makes no sense.
 */
const ENFORCED: Readonly<Record<string, readonly string[]>> = {
  estimatedTimesList: ["start_on", "end_on", "employee_ids[]"],
  exportableExpensesList: ["start_date", "end_date", "project_ids[]"],
  integrationsSyncRunsList: ["marketplace_integration_uuid", "created_at_gteq"],
  integrationsSyncableItemsList: ["sync_run_id"],
  targetManagersList: ["performance_review_process_ids[]"],
};

export function loadContract(version: Version, options: ContractOptions): Contract {
  const raw = documents[version];
  const operations = new Map<string, Operation>();
  const paths: Record<string, Record<string, OperationObject>> = {};
  const add = (document: ContractDocument): void => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, written] of Object.entries(methods)) {
        const servedPath = path.replace(/^\/api\/[^/]+\//, `/api/${version}/`);
        const prepared = prepare(written, document, options);
        operations.set(written.operationId, describe(servedPath, method, prepared, document));
        paths[servedPath] = { ...paths[servedPath], [method]: prepared };
      }
    }
  };
  add(raw);
  if (options.unofficial) add(documents.unofficial);
  const schemas = { ...documents.unofficial.components.schemas, ...raw.components.schemas };
  return { version, document: { ...raw, paths, components: { ...raw.components, schemas } }, operations };
}

function prepare(
  written: OperationObject,
  document: ContractDocument,
  options: ContractOptions,
): OperationObject {
  const isList = answerOf(written, document).shape === "page";
  const enforced = ENFORCED[written.operationId] ?? [];
  const declared = (written.parameters ?? []).map((parameter) => {
    if (parameter.in !== "query") return parameter;
    // A filter that is a free-form object must not make the validator take any name for a filter.
    const schema = omit(parameter.schema, "additionalProperties");
    const required =
      enforced.includes(parameter.name) || (options.strictQuery && parameter.required === true);
    return { ...parameter, schema, required };
  });
  const parameters = isList ? [...declared, ...PAGING] : declared;
  if (!written.requestBody) return { ...written, parameters };
  const content: Record<string, { schema: Schema }> = {};
  for (const [type, { schema }] of Object.entries(written.requestBody.content)) {
    content[type] = { schema: closed(schema, document) };
  }
  return { ...written, parameters, requestBody: { required: true, content } };
}

/**
 * The schema of a body as the sandbox enforces it: no field that the description does not name. The description
 * declares nothing nullable, and what is optional may be null: that is how one clears a field.
 */
function closed(schema: Schema, document: ContractDocument): Schema {
  const target = omit(resolve(schema, document), "format");
  if (target.items) return { ...target, items: closed(target.items, document) };
  if (!target.properties || Object.keys(target.properties).length === 0) return target;
  const properties: Record<string, Schema> = {};
  for (const [name, property] of Object.entries(target.properties)) {
    const inner = closed(property, document);
    properties[name] = target.required?.includes(name) ? inner : nullable(inner);
  }
  return { ...target, properties, additionalProperties: false };
}

function omit(schema: Schema, keyword: keyof Schema): Schema {
  const copy = { ...schema };
  Reflect.deleteProperty(copy, keyword);
  return copy;
}

function nullable(schema: Schema): Schema {
  if (typeof schema.type !== "string") return schema;
  return { ...schema, type: [schema.type, "null"], ...(schema.enum && { enum: [...schema.enum, null] }) };
}

function answerOf(operation: OperationObject, document: ContractDocument): Operation["answer"] {
  for (const [status, { content }] of Object.entries(operation.responses)) {
    const schema = content?.["application/json"]?.schema;
    if (!schema) continue;
    const page = schema.properties?.data?.items;
    if (page) return { status: Number(status), shape: "page", record: resolve(page, document) };
    if (schema.items)
      return { status: Number(status), shape: "many", record: resolve(schema.items, document) };
    return { status: Number(status), shape: "one", record: resolve(schema, document) };
  }
  throw new Error(`The contract declares no answer for ${operation.operationId}`);
}

function describe(
  path: string,
  method: string,
  operation: OperationObject,
  document: ContractDocument,
): Operation {
  const [module = "", resource = "", rest] = path.split("/").slice(4);
  const multipart = operation.requestBody?.content["multipart/form-data"];
  const json = operation.requestBody?.content["application/json"];
  return {
    id: operation.operationId,
    kind: kindOf(method, rest),
    resource: `${module}/${resource}`,
    action: rest === undefined || rest === "{id}" ? undefined : rest,
    query: (operation.parameters ?? []).filter((parameter) => parameter.in === "query"),
    body: multipart
      ? { type: "multipart", schema: multipart.schema }
      : json && { type: "json", schema: json.schema },
    answer: answerOf(operation, document),
    unofficial: operation["x-unofficial"] === true,
  };
}

function kindOf(method: string, rest: string | undefined): OperationKind {
  if (rest === undefined) return method === "get" ? "list" : "create";
  if (rest !== "{id}") return "action";
  if (method === "get") return "get";
  return method === "put" ? "update" : "delete";
}
