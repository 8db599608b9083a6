// The folder that VS Code opens when the extension is tried or tested: a copy of test/workspace, as a git repository
// on a branch that names a task, because the extension suggests what to log from the branch.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { inRoot } from "./paths.mjs";

/**
 * Copies test/workspace to `folder`, unless something is there: a person's changes stay.
 * @param {string} folder
 * @param {{ branch?: string }} [options] `branch`: make it a git repository on that branch (skipped without git)
 */
export function createWorkspace(folder, { branch } = {}) {
  if (fs.existsSync(folder)) return;
  fs.cpSync(inRoot("test/workspace"), folder, { recursive: true });
  if (!branch || !hasGit()) return;
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=Start");
  git(folder, "switch", "--quiet", "--create", branch);
}

function hasGit() {
  try {
    execFileSync("git", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Git without the person's own configuration: no hooks, no signing, a name of its own. */
function git(folder, ...args) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) delete env[name];
  const author = ["-c", "user.name=Ada Demo", "-c", "user.email=ada@demo.example"];
  execFileSync("git", [...author, ...args], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
}
