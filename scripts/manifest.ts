// Writes what follows from the declarations: `contributes` of package.json, package.nls.json, docs/operations.md.
// `--check` only says which of them are not as they would be written.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generatedFiles, type GeneratedFile } from "./manifest/generated-files";

const root = fileURLToPath(new URL("..", import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  for (const file of await generatedFiles(root)) {
    const before = await readFile(path.join(root, file.name), "utf8").catch(() => undefined);
    if (before === file.text) continue;
    if (values.check) complain(file);
    else await write(file);
  }
}

function complain({ name }: GeneratedFile): void {
  process.stderr.write(`${name} is not as the declarations say. Run: npm run manifest\n`);
  process.exitCode = 1;
}

async function write({ name, text }: GeneratedFile): Promise<void> {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  process.stdout.write(`${name} is written anew.\n`);
}

void main();
