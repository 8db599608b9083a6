// Installs the VS Code that `npm start` and the tests serve. It comes from the npm registry alone: the package
// `code-server` carries a built VS Code server, and `node-linux-*` the Node that it wants. No compiler, no other download.
import { execFileSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runVisibly } from "../lib/children.mjs";
import { withLock } from "../lib/lock.mjs";
import { servedVscode } from "../lib/paths.mjs";

const NODE_MAJOR = 24;
const packages = path.join(servedVscode, "node_modules");
const vscode = path.join(packages, "code-server/lib/vscode");
const standIns = path.join(servedVscode, "stand-ins");
const stamp = path.join(packages, ".set-up");

/** Never used here, about 330 MB: other companies' assistants and sign-ins, other systems' binaries. */
const NEVER_USED = [
  "extensions/copilot",
  "extensions/mermaid-markdown-features",
  "extensions/microsoft-authentication",
  "node_modules/@github",
  "node_modules/@microsoft/mxc-sdk",
  "node_modules/@parcel/watcher-linux-x64-musl",
  "node_modules/@vscode/sandbox-runtime",
  "node_modules/@vscode/windows-process-tree",
];

/**
 * Makes the served VS Code ready. Does nothing when it is.
 * @returns {Promise<{ vscode: string, node: string }>} its folder, and the Node to run it with
 */
export async function ensureServedVscode() {
  await withLock("served-vscode", async () => {
    if (isSetUp()) return;
    process.stderr.write("Setting up the VS Code to serve (once, about half a minute) …\n");
    await runVisibly("npm", ["ci", "--loglevel=error"], { cwd: servedVscode });
    // VS Code's npm-shrinkwrap.json pins the versions; `npm ci` refuses it, because it lacks tslib.
    await runVisibly("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--loglevel=error"], {
      cwd: vscode,
    });
    putStandIn("spdlog");
    putStandIn("native-watchdog");
    removeWhatIsNeverUsed();
    fs.writeFileSync(stamp, wantedStamp());
  });
  return { vscode, node: findNode() };
}

function isSetUp() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wantedStamp();
}

function wantedStamp() {
  const hash = crypto.createHash("sha256");
  const sources = [path.join(servedVscode, "package-lock.json"), fileURLToPath(import.meta.url)];
  for (const name of fs.readdirSync(standIns).sort()) sources.push(path.join(standIns, name));
  for (const file of sources) hash.update(fs.readFileSync(file));
  return hash.digest("hex");
}

/** Replaces a module that would have to be compiled by one in plain JavaScript. */
function putStandIn(name) {
  fs.copyFileSync(
    path.join(standIns, `${name}.cjs`),
    path.join(vscode, "node_modules/@vscode", name, "index.js"),
  );
}

function removeWhatIsNeverUsed() {
  for (const part of NEVER_USED) fs.rmSync(path.join(vscode, part), { recursive: true, force: true });
  const terminals = path.join(vscode, "node_modules/node-pty/prebuilds");
  const otherSystems = fs.existsSync(terminals) ? fs.readdirSync(terminals) : [];
  for (const system of otherSystems) {
    if (system !== `${process.platform}-${process.arch}`)
      fs.rmSync(path.join(terminals, system), { recursive: true });
  }
}

/** The Node 24 that VS Code wants: from npm on Linux, an installed one elsewhere. The rest of the project runs on Node 20 on. */
function findNode() {
  const fromNpm = path.join(packages, `node-${process.platform}-${process.arch}`, "bin/node");
  const candidates = [process.env.VSCODE_NODE, fromNpm, process.execPath, "node24", "node"];
  const found = candidates.find((candidate) => candidate && majorVersion(candidate) === NODE_MAJOR);
  if (found) return found;
  throw new Error(
    `The VS Code in the browser needs Node ${NODE_MAJOR}, and there is none for ${process.platform} ${process.arch} on npm.\n` +
      `Install Node ${NODE_MAJOR} and run this command with it, or name it in the environment: VSCODE_NODE=/path/to/node`,
  );
}

/** @param {string} node */
function majorVersion(node) {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(node, ["--version"], { encoding: "utf8" }))?.[1]);
  } catch {
    return undefined; // not there
  }
}
