// Prints one JSON object a line for every operation that the client speaks.
import { catalogue } from "../src/resources/catalogue";
import type { Resource } from "../src/api/resource";
import { snakeCase } from "./lib/names";

const resources: readonly Resource[] = Object.values(catalogue);

const lines = resources.flatMap((resource) =>
  Object.entries(resource.operations).map(([name, operation]) =>
    JSON.stringify({
      module: resource.module,
      resource: resource.path,
      operation: snakeCase(name),
      method: operation.method,
      path: `${resource.module}/${resource.path}${operation.suffix}`,
      versions: operation.versions,
      unofficial: operation.unofficial,
    }),
  ),
);

// A reader that has enough (`| head`) closes the pipe: that is no error.
process.stdout.on("error", () => process.exit());
process.stdout.write(`${lines.join("\n")}\n`);
