import type { Operation } from "../../src/api/operation";
import type { Resource } from "../../src/api/resource";
import { API_VERSIONS } from "../../src/api/versions";
import { catalogue } from "../../src/resources/catalogue";
import { reachedBy } from "./reached-by";

const resources: readonly [name: string, resource: Resource][] = Object.entries(catalogue);

/** docs/operations.md: every operation of the catalogue, and what reaches it. */
export function operationsPage(): string {
  const modules = [...new Set(resources.map(([, { module }]) => module))];
  return `# Operations

Every operation of Factorial's API that this extension speaks, and what in the extension reaches it. \`npm run manifest\` generates this page from the declarations in \`src/resources\`.

“Run Operation…” runs any of them step by step; it stands where nothing else does. Arrows lead through the views. Unofficial operations are known from a community SDK only.

${modules.map(tableOf).join("\n")}`;
}

function tableOf(module: string): string {
  const rows = resources
    .filter(([, resource]) => resource.module === module)
    .flatMap(([name, resource]) =>
      Object.entries(resource.operations).map(([key, operation]) =>
        [
          `\`${operation.method} ${resource.path}${operation.suffix}\``,
          reachedBy(name, resource, key).join(", "),
          versionsOf(operation),
        ].join(" | "),
      ),
    );
  return `## ${module}

| Operation | Reached by | Versions |
| --- | --- | --- |
${rows.map((row) => `| ${row} |\n`).join("")}`;
}

function versionsOf({ versions, unofficial }: Operation): string {
  const known = versions.length === API_VERSIONS.length ? "all" : versions.join(", ");
  return unofficial ? `${known}, unofficial` : known;
}
