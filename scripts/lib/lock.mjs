// One at a time: `npm start` and `npm test` in two terminals must not install over each other.
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "./paths.mjs";

/**
 * Runs `work` while no other process runs the work of the same name. Waits for as long as that other process lives.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const file = inRoot(".vscode-test", `${name}.lock`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) {
    if (!isAlive(Number(readOrEmpty(file)))) fs.rmSync(file, { force: true });
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return ""; // given back between our two looks at it
  }
}

/** @param {number} processId */
function isAlive(processId) {
  if (!processId) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // somebody else's, but there
  }
}
