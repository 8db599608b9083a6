// npm run bench [-- <name>]: runs the benchmarks of this folder, or one of them.
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

const BENCHMARKS = ["size", "read-page", "list", "picker", "forms", "week"];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !BENCHMARKS.includes(name));
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}. There are: ${BENCHMARKS.join(", ")}`);
  process.exit(2);
}
// What is measured is what people install.
execFileSync(process.execPath, ["esbuild.mjs", "--production"], { stdio: "inherit" });
for (const name of wanted.length > 0 ? wanted : BENCHMARKS) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, `${name}.ts`)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
