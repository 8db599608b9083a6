import { readFile } from "node:fs/promises";
import path from "node:path";
import * as prettier from "prettier";
import * as z from "zod";
import { contributes } from "./contributes";
import { nlsTexts } from "./nls";
import { operationsPage } from "./operations-page";

export interface GeneratedFile {
  /** Below the repository's root. */
  readonly name: string;
  readonly text: string;
}

/** A record, not an object with a shape: a shape would bring the keys into an order of its own. */
const keyed = z.record(z.string(), z.unknown());

/** Everything that `npm run manifest` writes. What people keep in package.json by hand is taken over from there. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const manifest = keyed.parse(JSON.parse(await readFile(path.join(root, "package.json"), "utf8")));
  const written = contributes(keyed.parse(manifest.contributes));
  return Promise.all([
    formatted(root, "package.json", JSON.stringify({ ...manifest, contributes: written })),
    formatted(root, "package.nls.json", JSON.stringify(nlsTexts())),
    formatted(root, "docs/operations.md", operationsPage()),
  ]);
}

/** As `npm run format` would have it. */
async function formatted(root: string, name: string, text: string): Promise<GeneratedFile> {
  const filepath = path.join(root, name);
  const options = await prettier.resolveConfig(filepath);
  return { name, text: await prettier.format(text, { ...options, filepath }) };
}
