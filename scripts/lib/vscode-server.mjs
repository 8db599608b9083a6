// Starts the served VS Code with this repository's extension in it.
import fs from "node:fs";
import path from "node:path";
import { ensureServedVscode } from "../vscode/setup.mjs";
import { startService } from "./children.mjs";
import { root, servedVscode } from "./paths.mjs";

/**
 * @param {object} options
 * @param {string} options.folder the workspace that opens
 * @param {string} options.data where it keeps settings, logs and state
 * @param {number} [options.port] 0: any free one
 * @param {Record<string, unknown>} [options.settings] user settings over the quiet ones
 * @param {boolean} [options.trust] keep workspace trust on; else every folder is trusted
 * @param {NodeJS.ProcessEnv} [options.env] what the extension host sees besides this process's environment
 * @returns {Promise<import("./children.mjs").Service>} `address` ends in a slash
 */
export async function startVscodeServer({ folder, data, port = 0, settings = {}, trust = false, env = {} }) {
  const { vscode, node } = await ensureServedVscode();
  const args = [
    "--disable-warning=DEP0040", // VS Code's own use of punycode
    path.join(servedVscode, "serve.mjs"),
    ...["--vscode", vscode, "--extension", linkExtension(data)],
    ...["--data", path.resolve(data), "--folder", path.resolve(folder)],
    ...["--port", String(port), "--settings", JSON.stringify(settings)],
    ...(trust ? ["--trust"] : []),
  ];
  return startService("The VS Code server", node, args, {
    ready: /READY (http\S+)/,
    env: { ...process.env, FACTORIAL_DEMO_URL: undefined, ...env },
  });
}

/**
 * The repository by another path. VS Code takes every theme below the folder of an extension under development for that
 * extension's own, and shows the first of them; its own themes are below ours, in scripts/vscode.
 * @param {string} data
 */
function linkExtension(data) {
  const link = path.resolve(data, "extension");
  fs.mkdirSync(data, { recursive: true });
  fs.rmSync(link, { force: true });
  fs.symlinkSync(root, link, "junction");
  return link;
}
