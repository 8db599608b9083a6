import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import * as z from "zod";
import { operationsPage } from "../../../scripts/manifest/operations-page";
import { USED_BY } from "../../../scripts/manifest/used-by";
import { resourceNamed } from "../../../src/resources/any-client";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const endpoint = z.object({ module: z.string(), method: z.string(), path: z.string() });

/** The page's rows, by module and operation: what reaches it. */
function rowsOf(page: string): ReadonlyMap<string, string> {
  const rows = page.split(/^## /m).flatMap((part) => {
    const [module = ""] = part.split("\n");
    return Array.from(
      part.matchAll(/^\| `(\w+) ([^`]+)` \| (.*?) \| [^|]+ \|$/gm),
      ([, method = "", route = "", reached = ""]) => [`${method} ${module}/${route}`, reached] as const,
    );
  });
  return new Map(rows);
}

test("every operation of npm run endpoints is on the page, with something that reaches it", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "-s", "endpoints"], { cwd: root });
  const lines = stdout.trimEnd().split("\n");
  const operations = lines.map((line) => endpoint.parse(JSON.parse(line)));
  expect(operations).toHaveLength(203);
  const rows = rowsOf(operationsPage());
  expect([...rows.keys()].sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
  for (const [operation, reached] of rows) expect(reached.trim(), operation).not.toBe("");
}, 60_000);

test("what general commands use is what their code calls", async () => {
  const used = new Set(Object.values(USED_BY).flat());
  for (const one of used) {
    const [name = "", operation = ""] = one.split(".");
    expect(resourceNamed(name)?.operations[operation], one).toBeDefined();
  }
  expect([...used].sort()).toEqual([...(await callsIn("src/time", "src/session", "src/forms"))].sort());
});

/** Calls like `client.projects.list(`, in the code itself: it runs them by no declaration. */
async function callsIn(...folders: readonly string[]): Promise<ReadonlySet<string>> {
  const calls = new Set<string>();
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    for (const name of names.filter((one) => one.endsWith(".ts"))) {
      const code = await readFile(path.join(root, folder, name), "utf8");
      for (const [, resource = "", method = ""] of code.matchAll(/\bclient\s*\.(\w+)\s*\.(\w+)\(/g)) {
        calls.add(`${resource}.${method === "all" ? "list" : method}`);
      }
    }
  }
  return calls;
}
