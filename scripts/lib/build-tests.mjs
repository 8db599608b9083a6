// Bundles the host suite: the extension host loads CommonJS, and its tests are TypeScript that imports from src/.
import fs from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import { inRoot } from "./paths.mjs";

const SOURCE = inRoot("test/host");
const OUTPUT = inRoot("dist/test/host");

/**
 * @param {string} [fileFilter] only the test files with that in their name
 * @returns {Promise<string>} the file for `extensionTestsPath`
 */
export async function buildHostTests(fileFilter = "") {
  fs.rmSync(OUTPUT, { recursive: true, force: true }); // a test that is gone must not go on running
  const names = fs.readdirSync(SOURCE, { recursive: true, encoding: "utf8" });
  const tests = names.filter((name) => name.endsWith(".test.ts") && name.includes(fileFilter));
  await esbuild.build({
    entryPoints: ["index.ts", ...tests].map((name) => path.join(SOURCE, name)),
    outdir: OUTPUT,
    outbase: SOURCE,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "linked", // a failed test names the line of the TypeScript file
    sourcesContent: false,
    logLevel: "warning",
  });
  return path.join(OUTPUT, "index.js");
}
