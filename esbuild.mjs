// Builds dist/: the extension (CommonJS, as VS Code loads it), the demo company beside it, and the webviews.
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  legalComments: "none",
  define: { "process.env.NODE_ENV": production ? '"production"' : '"development"' },
};

/** @type {import("esbuild").BuildOptions} */
const host = { ...shared, platform: "node", format: "cjs", target: "node20", external: ["vscode", "./sandbox.js"] };

await Promise.all([
  esbuild.build({ ...host, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js" }),
]);
