import * as z from "zod";
import { API_VERSIONS, type ApiVersion } from "../../src/api/versions";
import v2026_04_01 from "../../contract/2026-04-01.json";
import v2026_07_01 from "../../contract/2026-07-01.json";
import v2026_10_01 from "../../contract/2026-10-01.json";
import unofficialRoutes from "../../contract/unofficial.json";

/** As much of JSON Schema as the API's description uses. */
export interface Schema {
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly format?: string | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly $ref?: string | undefined;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    format: z.string().optional(),
    items: schema.optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    $ref: z.string().optional(),
  }),
);

const operation = z.object({
  operationId: z.string(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["query", "path"]),
        required: z.boolean().optional(),
        schema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema })).optional() }),
  ),
});

export type DescribedOperation = z.infer<typeof operation>;

const description = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

const documents = {
  "2026-04-01": description.parse(v2026_04_01),
  "2026-07-01": description.parse(v2026_07_01),
  "2026-10-01": description.parse(v2026_10_01),
} satisfies Record<ApiVersion, unknown>;

export function described(version: ApiVersion, method: string, path: string): DescribedOperation | undefined {
  return documents[version].paths[`/api/${version}/resources/${path}`]?.[method.toLowerCase()];
}

/** Only the first `resources` is the API's own: custom resources have a second. */
function belowResources(path: string): string {
  return path.replace(/^.*?\/resources\//, "");
}

/** Every official operation: `GET project_management/projects` → the versions that have it. */
export function officialOperations(): Map<string, ApiVersion[]> {
  const found = new Map<string, ApiVersion[]>();
  for (const version of API_VERSIONS) {
    for (const [path, item] of Object.entries(documents[version].paths)) {
      for (const method of Object.keys(item)) {
        const key = `${method.toUpperCase()} ${belowResources(path)}`;
        found.set(key, [...(found.get(key) ?? []), version]);
      }
    }
  }
  return found;
}

export function unofficialOperations(): Set<string> {
  return new Set(
    Object.entries(unofficialRoutes.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${belowResources(path)}`),
    ),
  );
}

export function resolve(version: ApiVersion, found: Schema): Schema {
  if (found.$ref === undefined) return found;
  const name = found.$ref.split("/").pop() ?? "";
  const target = documents[version].components.schemas[name];
  if (!target) throw new Error(`${version} refers to ${found.$ref}, which is not there`);
  return target;
}
