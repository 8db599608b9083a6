import { watch, type FSWatcher } from "node:fs";
import { mkdir } from "node:fs/promises";
import type { Disposable } from "../../store/emitter";

/** Milliseconds in which several changes are one. */
const PAUSE = 50;
/** Milliseconds between two looks where nothing was told: some file systems tell nothing. */
const EVERY = 30_000;

/** Calls `look` soon after anything in the folder has changed. The folder is made where it is not there. */
export function followFolder(path: string, look: () => unknown): Disposable {
  let watcher: FSWatcher | undefined;
  let pause: NodeJS.Timeout | undefined;
  let isOver = false;
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE);
  };
  const poll = setInterval(look, EVERY);
  poll.unref();
  mkdir(path, { recursive: true }).then(
    () => {
      if (isOver) return;
      try {
        watcher = watch(path, { persistent: false }, soon);
        watcher.on("error", () => watcher?.close()); // The folder went; the poll goes on.
        soon();
      } catch {
        // No more watchers to be had on this machine: the poll has to do.
      }
    },
    () => undefined,
  );
  return {
    dispose: () => {
      isOver = true;
      clearTimeout(pause);
      clearInterval(poll);
      watcher?.close();
    },
  };
}
