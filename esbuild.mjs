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
};

/** The demo company is a bundle of its own, loaded when first wanted: most starts of the editor never need it. */
const sandboxApart = {
  name: "sandbox-apart",
  setup(build) {
    build.onResolve({ filter: /\/sandbox\/index$/ }, () => ({ path: "./sandbox.js", external: true }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const host = { ...shared, platform: "node", format: "cjs", target: "node20", external: ["vscode"] };

await Promise.all([
  esbuild.build({
    ...host,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    plugins: [sandboxApart],
  }),
  esbuild.build({ ...host, entryPoints: ["src/sandbox/index.ts"], outfile: "dist/sandbox.js" }),
  esbuild.build({
    ...shared,
    platform: "browser",
    format: "iife",
    target: "chrome134", // that of Electron in the oldest VS Code of package.json
    entryPoints: [
      { in: "webview/form/main.ts", out: "form" },
      { in: "webview/form/form.css", out: "form" },
    ],
    outdir: "dist/webview",
  }),
]);
