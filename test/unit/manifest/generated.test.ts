import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generatedFiles } from "../../../scripts/manifest/generated-files";

const root = fileURLToPath(new URL("../../..", import.meta.url));

test("what follows from the declarations is written down: npm run manifest", async () => {
  const files = await generatedFiles(root);
  expect(files.map(({ name }) => name)).toEqual(["package.json", "package.nls.json", "docs/operations.md"]);
  for (const { name, text } of files) {
    expect(await readFile(path.join(root, name), "utf8").catch(() => undefined), name).toBe(text);
  }
});

test("it comes out the same twice", async () => {
  expect(await generatedFiles(root)).toEqual(await generatedFiles(root));
});
