// What ships, minified, against its budgets.
//   npm run bench -- size
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const DIST = join(ROOT, "dist");

const BUDGETS_KB: Readonly<Record<string, number>> = {
  "extension.mjs": 350,
  "webview/form.js": 200,
  "webview/week.js": 200,
};

/** A file of dist/ with what it imports before it runs; what is imported when it is first used does not count. */
function withStaticImports(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const source = readFileSync(join(DIST, name), "utf8");
  for (const [, part = ""] of source.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.mjs)"/g)) {
    withStaticImports(part, seen);
  }
  return seen;
}

const kilobytes = (name: string) => statSync(join(DIST, name)).size / 1000;

const files = ["", "webview"]
  .filter((folder) => existsSync(join(DIST, folder)))
  .flatMap((folder) => readdirSync(join(DIST, folder)).map((name) => join(folder, name)))
  .filter((name) => /\.(m?js|css)$/.test(name));
for (const name of files) {
  const parts = [...withStaticImports(name)];
  const total = parts.map(kilobytes).reduce((sum, size) => sum + size, 0);
  const budget = BUDGETS_KB[name];
  const verdict = budget === undefined ? "" : total <= budget ? `, within ${budget}` : `, OVER ${budget}`;
  const counted = budget !== undefined && parts.length > 1 ? ` with ${parts.length - 1} parts` : "";
  const size = budget === undefined ? kilobytes(name) : total;
  console.log(`${name}: ${size.toFixed(1)} KB${counted}${verdict}`);
}
