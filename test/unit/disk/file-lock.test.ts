import { spawnSync } from "node:child_process";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { LockTimeout, withFileLock } from "../../../src/disk/file-lock";
import { folderOfTest } from "../support/folder";

let folder: string;
let path: string;
const quick = { staleAfter: 2000, every: 5 };

beforeEach(() => {
  folder = folderOfTest();
  path = join(folder, "not", "yet", "there.lock");
});

const owner = (over: object) => JSON.stringify({ id: "x", pid: process.pid, machine: hostname(), ...over });

/** A process id that was in use a moment ago, and is no longer. */
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("withFileLock", () => {
  it("lets one in at a time, and leaves nothing behind", async () => {
    let inside = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        withFileLock(
          path,
          async () => {
            most = Math.max(most, ++inside);
            await sleep(5);
            inside--;
            return at;
          },
          quick,
        ),
      ),
    );
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(1);
    expect(await readdir(join(folder, "not", "yet"))).toEqual([]);
  });

  it("is released when the work fails", async () => {
    await expect(withFileLock(path, () => Promise.reject(new Error("no")), quick)).rejects.toThrow("no");
    await expect(withFileLock(path, () => Promise.resolve("in"), quick)).resolves.toBe("in");
  });

  it("takes over from a window that has died, at once", async () => {
    path = join(folder, "a.lock");
    await writeFile(path, owner({ pid: deadPid() }));
    const started = Date.now();
    await expect(withFileLock(path, () => Promise.resolve("in"), quick)).resolves.toBe("in");
    expect(Date.now() - started).toBeLessThan(quick.staleAfter);
  });

  it("lets in one at a time though many find the same dead owner", async () => {
    path = join(folder, "a.lock");
    await writeFile(path, owner({ pid: deadPid() }));
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withFileLock(path, work, quick)));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it("does not judge the processes of another machine that shares the folder", async () => {
    path = join(folder, "a.lock");
    await writeFile(path, owner({ pid: deadPid(), machine: "another" }));
    const done = withFileLock(path, () => Promise.resolve("in"), { staleAfter: 300, every: 5 });
    await expect(Promise.race([done, sleep(100, "waits")])).resolves.toBe("waits");
    await expect(done).resolves.toBe("in");
  });

  it("takes over an old lock whose content is garbage", async () => {
    path = join(folder, "a.lock");
    await writeFile(path, "");
    const old = new Date(Date.now() - 10_000);
    await utimes(path, old, old);
    await expect(withFileLock(path, () => Promise.resolve("in"), quick)).resolves.toBe("in");
  });

  it("gives up when it cannot be had", async () => {
    path = join(folder, "a.lock");
    await writeFile(path, owner({}));
    const keepFresh = setInterval(() => void utimes(path, new Date(), new Date()), 20);
    const done = withFileLock(path, () => Promise.resolve("in"), { staleAfter: 100, every: 5 });
    await expect(done).rejects.toBeInstanceOf(LockTimeout);
    clearInterval(keepFresh);
    expect(await readFile(path, "utf8")).toBe(owner({}));
  });

  it("works without a lock where none can be made", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    await expect(withFileLock(join(file, "x.lock"), () => Promise.resolve("in"), quick)).resolves.toBe("in");
  });
});
