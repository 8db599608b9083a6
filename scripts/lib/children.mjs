// Starting other programs and, above all, ending them: each is the head of its own process group, so that what it
// started ends with it.
import { spawn } from "node:child_process";
import { once } from "node:events";

const GRACE_MS = 5000;
const KEPT_LOG = 200_000;

/**
 * @typedef {object} Finished
 * @property {number | null} code exit code; null when ended by a signal
 * @property {string} output standard output and error, as they came
 * @property {boolean} timedOut
 * @property {number} ms
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<Finished>}
 */
export async function runToEnd(command, args, options = {}) {
  const started = performance.now();
  const child = startGroup(command, args, options);
  const log = keepLog(child, options.onOutput);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void endGroup(child);
  }, options.timeoutMs ?? 600_000);
  const code = await exitOf(child);
  clearTimeout(timer);
  return { code, output: log(), timedOut, ms: performance.now() - started };
}

/**
 * Runs a program that a person may watch: its output goes to standard error, because standard output belongs to the
 * result of the command that a person gave.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @throws {Error} when it does not end with 0
 */
export async function runVisibly(command, args, options = {}) {
  const child = spawn(command, args, {
    ...options,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code ?? "a signal"}.`);
}

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {string} address what `ready` captured in its output
 * @property {() => string} log the last of its output
 * @property {Promise<number | null>} exited
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a program that keeps running, and waits until its output says that it is ready.
 * @param {string} name for messages
 * @param {string} command
 * @param {string[]} args
 * @param {{ ready: RegExp, cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} options `ready` captures the address
 * @returns {Promise<Service>}
 */
export async function startService(name, command, args, options) {
  const child = startGroup(command, args, options);
  const exited = exitOf(child);
  const { promise: ready, resolve, reject } = withResolvers();
  const log = keepLog(child, () => {
    const address = options.ready.exec(log())?.[1];
    if (address) resolve(address);
  });
  void exited.then((code) => reject(new Error(`${name} ended with ${code ?? "a signal"}.\n${log()}`)));
  const timeoutMs = options.timeoutMs ?? 60_000;
  const timer = setTimeout(
    () => reject(new Error(`${name} was not ready within ${timeoutMs / 1000} s.\n${log()}`)),
    timeoutMs,
  );
  try {
    const address = await ready;
    return { name, address, log, exited, stop: () => endGroup(child) };
  } catch (error) {
    await endGroup(child);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends everything that was started here and still runs. */
export async function endAll() {
  await Promise.all([...running].map(endGroup));
}

function startGroup(command, args, { cwd, env }) {
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    stdio: ["pipe", "pipe", "pipe"], // the first one only so that it closes with us: see end-with-parent.mjs
    detached: process.platform !== "win32",
    shell: process.platform === "win32" && command.endsWith(".cmd"),
  });
  child.stdin.on("error", () => {}); // the child may close its end first
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** @returns {Promise<number | null>} */
function exitOf(child) {
  return new Promise((resolve) => {
    child.once("close", resolve);
    child.once("error", (error) => {
      running.delete(child);
      child.stderr.emit("data", `${error.message}\n`);
      resolve(127);
    });
  });
}

function keepLog(child, onOutput) {
  let log = "";
  const keep = (chunk) => {
    log = (log + String(chunk)).slice(-KEPT_LOG);
    onOutput?.(String(chunk));
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return () => log;
}

async function endGroup(child) {
  if (!running.has(child)) return;
  const gone = new Promise((resolve) => child.once("close", resolve));
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
  await gone;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // gone already
  }
}

/** `Promise.withResolvers`, which Node has from 22 on. */
function withResolvers() {
  let resolve, reject;
  const promise = new Promise((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  promise.catch(() => {}); // whoever awaits it hears of it; an early failure is no unhandled one
  return { promise, resolve, reject };
}
