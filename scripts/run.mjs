// node scripts/run.mjs <script.ts> [arguments …]: runs a TypeScript script of this repository, installing first what is
// missing. Nothing but the script's own words reaches standard output.
import { spawn } from "node:child_process";
import { ensureInstalled } from "./lib/install.mjs";

const [script, ...args] = process.argv.slice(2);
if (!script) {
  process.stderr.write("Usage: node scripts/run.mjs <script.ts> [arguments …]\n");
  process.exit(2);
}

await ensureInstalled();
const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script, ...args], {
  stdio: "inherit",
});

// A terminal sends Ctrl+C to the script as well, and the script decides when it is done; only wait for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.once("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
});
