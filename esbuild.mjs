// Builds dist/: the extension (ES modules, so that a part is loaded when it is first used), the demo company beside it, and the webviews.
import { readFile, rm } from "node:fs/promises";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  legalComments: "none",
};

/** The demo company is a bundle of its own, loaded when first wanted: most starts of the editor never need it. */
const sandboxApart = {
  name: "sandbox-apart",
  setup(build) {
    build.onResolve({ filter: /\/sandbox\/index$/ }, () => ({ path: "./sandbox.js", external: true }));
  },
};

/**
 * zod's schemas can describe themselves as JSON Schema. The extension never asks them to, and each would bring the
 * 18 KB that it takes: every function of those modules is replaced by one that says so.
 */
const withoutJsonSchema = {
  name: "without-json-schema",
  setup(build) {
    build.onLoad(
      { filter: /zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, "utf8");
        const names = [...source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)];
        if (names.length === 0) throw new Error(`${path} exports nothing: has zod changed?`);
        const leftOut = `const leftOut = () => { throw new Error("JSON Schema is left out of this build."); };`;
        return {
          contents: [leftOut, ...names.map(([, name]) => `export const ${name} = leftOut;`)].join("\n"),
        };
      },
    );
  },
};

/** @type {import("esbuild").BuildOptions} */
const host = { ...shared, platform: "node", target: "node20", external: ["vscode"] };

// What an import() in the code brings is a file of its own; those of a former build must not stay among them.
await rm("dist", { recursive: true, force: true });

await Promise.all([
  esbuild.build({
    ...host,
    format: "esm",
    splitting: true,
    entryPoints: ["src/extension.ts"],
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "[name]-[hash]",
    plugins: [sandboxApart, withoutJsonSchema],
  }),
  esbuild.build({
    ...host,
    format: "cjs",
    entryPoints: ["src/sandbox/index.ts"],
    outfile: "dist/sandbox.js",
  }),
  esbuild.build({
    ...shared,
    platform: "browser",
    format: "iife",
    target: "chrome134", // that of Electron in the oldest VS Code of package.json
    entryPoints: [
      { in: "webview/form/main.ts", out: "form" },
      { in: "webview/form/form.css", out: "form" },
      { in: "webview/week/main.ts", out: "week" },
      { in: "webview/week/week.css", out: "week" },
    ],
    outdir: "dist/webview",
  }),
]);
