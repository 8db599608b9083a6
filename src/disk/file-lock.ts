import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";

const Owner = z.object({ id: z.string(), pid: z.number(), machine: z.string() });
type Owner = z.output<typeof Owner>;

export interface LockTimes {
  /** Milliseconds after which a lock counts as left behind; must be longer than any honest holder needs. */
  readonly staleAfter: number;
  /** Milliseconds between two looks at a lock that somebody holds. */
  readonly every: number;
}

const TIMES: LockTimes = { staleAfter: 60_000, every: 50 };

/** The lock is in honest hands for too long. */
export class LockTimeout extends Error {
  override readonly name = "LockTimeout";
}

/**
 * Runs `work` while no other window of VS Code on this machine runs work under the same lock file.
 *
 * A window can be closed or killed at any time, so a lock whose process is gone, or that is older than
 * `staleAfter`, is taken over. Where the folder cannot be written, `work` runs without a lock: losing the
 * protection is better than losing what the work would have kept.
 *
 * @throws LockTimeout if somebody who is alive does not let go of it
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, times = TIMES): Promise<T> {
  const owner: Owner = { id: randomUUID(), pid: process.pid, machine: hostname() };
  if (!(await acquire(path, owner, times))) return work();
  try {
    return await work();
  } finally {
    await release(path, owner);
  }
}

/** Resolves to false where no lock can be made here at all. */
async function acquire(path: string, owner: Owner, times: LockTimes): Promise<boolean> {
  const giveUpAt = Date.now() + 2 * times.staleAfter;
  for (;;) {
    const made = await create(path, owner);
    if (made !== "taken") return made === "made";
    const stale = await findStale(path, times.staleAfter);
    if (stale) await takeAway(path, stale);
    else if (Date.now() > giveUpAt) throw new LockTimeout(`${path} is held by another window.`);
    else await sleep(times.every);
  }
}

async function create(path: string, owner: Owner): Promise<"made" | "taken" | "impossible"> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    return "impossible"; // here EEXIST would mean that the folder's name belongs to a file
  }
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(JSON.stringify(owner));
    } finally {
      await file.close();
    }
    return "made";
  } catch (error) {
    return isCode(error, "EEXIST") ? "taken" : "impossible";
  }
}

/** The lock that is found stale, by its owner's id; false for one that is in honest hands or has just gone. */
async function findStale(path: string, staleAfter: number): Promise<{ ownerId: string | undefined } | false> {
  try {
    const { mtimeMs } = await stat(path);
    const owner = await readOwner(path);
    // An owner that cannot be read is being written at this moment, or is garbage that its age will betray.
    const gone = owner?.machine === hostname() && !isAlive(owner.pid);
    return gone || Date.now() - mtimeMs > staleAfter ? { ownerId: owner?.id } : false;
  } catch {
    return false; // released in the meantime: the next attempt to create it tells
  }
}

/**
 * Removes a stale lock. Two windows may find the same one stale, and the slower must not remove the fresh lock of
 * the quicker: so the file is first moved aside, which one of the two wins, and put back if it is another one.
 */
async function takeAway(path: string, stale: { ownerId: string | undefined }): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return; // the other window was quicker
  }
  const owner = await readOwner(aside);
  if (owner?.id !== stale.ownerId) await link(aside, path).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
}

async function release(path: string, owner: Owner): Promise<void> {
  // After a long sleep of the machine, somebody else may hold the lock by now.
  const current = await readOwner(path);
  if (current?.id === owner.id) await unlink(path).catch(() => undefined);
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return Owner.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

/** Whether there is such a process on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH"); // EPERM: alive, and somebody else's
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
