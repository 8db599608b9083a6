// Installs the root package when that is needed. Node's own modules only: this runs before anything is installed.
import fs from "node:fs";
import { runVisibly } from "./children.mjs";
import { withLock } from "./lock.mjs";
import { inRoot, root } from "./paths.mjs";

/** Makes `node_modules` what `package-lock.json` says. Quick when it is already; writes to standard error only. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock("install", async () => {
    if (isInstalled()) return; // by the process that held the lock
    process.stderr.write("Installing the packages of package-lock.json …\n");
    await runVisibly("npm", ["ci", "--loglevel=error"], { cwd: root });
  });
}

/**
 * npm writes `node_modules/.package-lock.json` as the last act of an install: the record of what is there. Comparing it
 * with `package-lock.json` sees a changed lock file and an install that was broken off, and lets a person's own
 * `npm install` count.
 */
function isInstalled() {
  const installed = packagesIn("node_modules/.package-lock.json");
  if (!installed) return false;
  const wanted = packagesIn("package-lock.json");
  return Object.entries(wanted).every(([place, entry]) => {
    const found = installed[place];
    if (!found) return place === "" || entry.optional === true; // "" is our own; optional ones are for other systems
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {string} lockFile */
function packagesIn(lockFile) {
  try {
    return JSON.parse(fs.readFileSync(inRoot(lockFile), "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
