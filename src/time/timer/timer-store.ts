import { watch, type FSWatcher } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { writeDurably } from "../../disk/durable-file";
import { withFileLock } from "../../disk/file-lock";
import { Emitter, type Event } from "../../store/emitter";
import { NO_TIMER, TimerFile } from "./timer-state";

/**
 * The file of one person's timer, which all windows of this machine share: each change is made under a lock on what
 * the file holds at that moment, and is on the disk when it is told.
 */
export class TimerStore {
  readonly #changes = new Emitter<TimerFile>();
  #watcher: FSWatcher | undefined;
  #known = NO_TIMER;
  /** One look or change at a time, or what was read before a change would be learned after it. */
  #busy: Promise<unknown> = Promise.resolve();
  #text = "";

  /** Heard when the file says something else, whichever window wrote it. */
  readonly onDidChange: Event<TimerFile> = this.#changes.event;

  /** @param onBroken hears where a file was put that could not be read */
  constructor(
    readonly path: string,
    readonly onBroken: (aside: string) => void,
  ) {}

  /** As it was read last. */
  get known(): TimerFile {
    return this.#known;
  }

  /** From now on hears of other windows' changes. */
  async watch(): Promise<void> {
    const folder = dirname(this.path);
    try {
      await mkdir(folder, { recursive: true });
      this.#watcher = watch(folder, (_event, name) => {
        if (name === null || name === basename(this.path)) void this.read();
      });
      this.#watcher.on("error", () => undefined); // The folder is gone: reading says what there is to say.
    } catch {
      // Not every file system tells; windows also look each minute, and when they get the focus.
    }
    await this.read();
  }

  dispose(): void {
    this.#watcher?.close();
    this.#changes.dispose();
  }

  /** What the file says now. One that cannot be read is put aside, never overwritten. */
  read(): Promise<TimerFile> {
    return this.#next(() => this.#read());
  }

  /**
   * Changes what the file says, unless `edit` answers undefined.
   * @returns whether it was changed, and what the file says then
   */
  change(
    edit: (file: TimerFile) => TimerFile | undefined,
  ): Promise<{ readonly changed: boolean; readonly file: TimerFile }> {
    return this.#next(() =>
      withFileLock(`${this.path}.lock`, async () => {
        const before = await this.#read();
        const after = edit(before);
        if (!after) return { changed: false, file: before };
        const text = JSON.stringify(after);
        await writeDurably(this.path, text);
        return { changed: true, file: this.#learn(text, after) };
      }),
    );
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#busy.then(work);
    this.#busy = next.catch(() => undefined); // whoever asked hears of it
    return next;
  }

  async #read(): Promise<TimerFile> {
    let text: string;
    try {
      text = await readFile(this.path, "utf8");
    } catch {
      return this.#learn("", NO_TIMER);
    }
    try {
      return this.#learn(text, TimerFile.parse(JSON.parse(text)));
    } catch {
      const aside = `${this.path}.broken-${Date.now()}`;
      await rename(this.path, aside).then(
        () => {
          this.onBroken(aside);
        },
        () => undefined, // another window was quicker, and tells
      );
      return this.#learn("", NO_TIMER);
    }
  }

  #learn(text: string, file: TimerFile): TimerFile {
    if (text === this.#text) return this.#known;
    this.#text = text;
    this.#known = file;
    this.#changes.fire(file);
    return file;
  }
}
