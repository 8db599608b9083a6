// What ships, minified, against its budgets.
//   npm run bench -- size
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

const BUDGETS_KB: Readonly<Record<string, number>> = { "extension.js": 350, "webview/form.js": 200 };

execFileSync(process.execPath, ["esbuild.mjs", "--production"], { cwd: ROOT, stdio: "inherit" });
const dist = join(ROOT, "dist");
const files = ["", "webview"]
  .filter((folder) => existsSync(join(dist, folder)))
  .flatMap((folder) => readdirSync(join(dist, folder)).map((name) => join(folder, name)))
  .filter((name) => /\.(js|css)$/.test(name));
for (const name of files) {
  const kilobytes = statSync(join(dist, name)).size / 1000;
  const budget = BUDGETS_KB[name];
  const verdict = budget === undefined ? "" : kilobytes <= budget ? `, within ${budget}` : `, OVER ${budget}`;
  console.log(`${name}: ${kilobytes.toFixed(1)} KB${verdict}`);
}
