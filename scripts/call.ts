// Speaks one operation through the client and prints the parsed answer, or the typed error, as JSON:
//   npm run -s call -- projects.close '{"id":"1"}'
// Environment: FACTORIAL_BASE_URL, FACTORIAL_API_KEY or FACTORIAL_TOKEN, FACTORIAL_API_VERSION.
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { apiKeyCredentials, tokenCredentials, type Credentials } from "../src/api/credentials";
import { FactorialError } from "../src/api/errors";
import { fieldsOf } from "../src/api/operation";
import type { Resource } from "../src/api/resource";
import { API_VERSIONS, DEFAULT_VERSION, isApiVersion } from "../src/api/versions";
import { catalogue } from "../src/resources/catalogue";
import { createFactorialClient } from "../src/resources/factorial-client";
import { camelCase } from "./lib/names";

const USAGE = `Usage: npm run -s call -- <resource>.<operation> ['<input as JSON>']
  for instance:  npm run -s call -- projects.close '{"id":"1"}'
  a whole list:  npm run -s call -- time_records.all '{"month":11,"year":2026}'
  what there is: npm run -s endpoints
Environment: FACTORIAL_BASE_URL (default https://api.factorialhr.com), FACTORIAL_API_KEY or FACTORIAL_TOKEN,
FACTORIAL_API_VERSION (${API_VERSIONS.join(", ")}; default ${DEFAULT_VERSION}).`;

/** A mistake of whoever calls, told without a stack. */
class UsageError extends Error {}

/** What the community SDK calls a read of one record. */
const ALIASES: Readonly<Record<string, string>> = { getById: "get" };

const resources: Readonly<Record<string, Resource | undefined>> = catalogue;

function credentialsFromEnvironment(): Credentials {
  const { FACTORIAL_API_KEY: key, FACTORIAL_TOKEN: token } = process.env;
  if (key) return apiKeyCredentials(key);
  if (token) return tokenCredentials(token);
  throw new UsageError(`Set FACTORIAL_API_KEY or FACTORIAL_TOKEN.\n${USAGE}`);
}

function parseInput(text: string): Record<string, unknown> {
  try {
    const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    // The wire's `ids[]` is `ids` here; both are taken.
    return Object.fromEntries(
      Object.entries(parsed).map(([key, value]) => [key.replace(/\[\]$/, ""), value]),
    );
  } catch {
    throw new UsageError(`The input must be one JSON object, such as '{"id":"1"}'.`);
  }
}

/** Files are given by their paths. */
async function openFiles(schema: z.ZodObject, input: Record<string, unknown>): Promise<void> {
  for (const [name, field] of fieldsOf(schema)) {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    const paths = input[name];
    if (!(inner instanceof z.ZodArray && inner.element instanceof z.ZodFile) || !Array.isArray(paths))
      continue;
    input[name] = await Promise.all(
      paths.map(async (path: unknown) => new File([await openAsBlob(String(path))], basename(String(path)))),
    );
  }
}

async function call(target: string, inputText: string): Promise<unknown> {
  const [resourceName, operationName] = target
    .split(".")
    .map((part) => camelCase(part.split("/").pop() ?? ""));
  const resource = resources[resourceName ?? ""];
  if (!resource || !operationName) throw new UsageError(`There is no ${target}.\n${USAGE}`);
  const name = ALIASES[operationName] ?? operationName;
  const version = process.env.FACTORIAL_API_VERSION ?? DEFAULT_VERSION;
  if (!isApiVersion(version))
    throw new UsageError(`FACTORIAL_API_VERSION must be one of ${API_VERSIONS.join(", ")}.`);

  const client = createFactorialClient({
    baseUrl: process.env.FACTORIAL_BASE_URL ?? "https://api.factorialhr.com",
    credentials: credentialsFromEnvironment(),
    version,
  });
  // Names come from outside here, so the typed client is looked at as what it is: functions by name.
  const methods = client[resourceName as keyof typeof client] as unknown as Record<
    string,
    ((input: Record<string, unknown>) => Promise<unknown>) | undefined
  >;
  const method = name === "pages" ? undefined : methods[name];
  if (!method) {
    throw new UsageError(`${resourceName ?? ""} has: ${Object.keys(resource.operations).join(", ")}`);
  }
  const input = parseInput(inputText);
  const operation = resource.operations[name];
  if (operation) await openFiles(operation.input, input);
  return method(input);
}

async function main([target, inputText = "{}"]: readonly string[]): Promise<void> {
  try {
    if (target === undefined) throw new UsageError(USAGE);
    console.log(JSON.stringify(await call(target, inputText), null, 2));
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof UsageError) console.error(error.message);
    else if (error instanceof FactorialError) console.log(JSON.stringify({ error }, null, 2));
    else throw error;
  }
}

void main(process.argv.slice(2));
