import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "../../disk/durable-file";
import { journalEntry, type JournalEntry } from "./journal-entry";

/** Milliseconds after which a file that was never given its name is what a crash left behind. */
const ABANDONED_AFTER = 24 * 3600 * 1000;

/** A folder with one file a write. Each file is replaced as a whole, so that a crash leaves it old or new. */
export class JournalFolder {
  /** Closed entries do not change any more, and most are closed. */
  readonly #closed = new Map<string, JournalEntry>();
  readonly #damaged: string[] = [];

  constructor(readonly path: string) {}

  /** Files that could not be read, where they are now. */
  get damaged(): readonly string[] {
    return this.#damaged;
  }

  /** All entries, oldest first. A file that is not one is moved to `damaged/`, with all that is in it. */
  async read(): Promise<JournalEntry[]> {
    const names = await readdir(this.path).catch(() => []);
    const files = names.filter((name) => name.endsWith(".json"));
    for (const name of [...this.#closed.keys()]) if (!files.includes(name)) this.#closed.delete(name);
    const entries = await Promise.all(files.map((name) => this.#readFile(name)));
    return entries
      .filter((entry) => entry !== undefined)
      .toSorted((one, other) => one.writtenAt.localeCompare(other.writtenAt));
  }

  /** On the disk when it resolves. */
  async write(entry: JournalEntry): Promise<void> {
    await writeDurably(join(this.path, nameOf(entry.id)), `${JSON.stringify(entry)}\n`);
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.path, nameOf(id)), { force: true });
  }

  /** What a crash left half-written was never begun: its intent comes first. */
  async removeAbandoned(now: number): Promise<void> {
    for (const name of await readdir(this.path).catch(() => [])) {
      if (!name.endsWith(".new")) continue;
      const path = join(this.path, name);
      const written = await stat(path).catch(() => undefined);
      if (written && now - written.mtimeMs > ABANDONED_AFTER) await rm(path, { force: true });
    }
  }

  async #readFile(name: string): Promise<JournalEntry | undefined> {
    const known = this.#closed.get(name);
    if (known) return known;
    let text: string;
    try {
      text = await readFile(join(this.path, name), "utf8");
    } catch {
      return undefined; // Removed by another window in this moment.
    }
    const entry = parse(text);
    if (entry === undefined || nameOf(entry.id) !== name) {
      await this.#setAside(name);
      return undefined;
    }
    if (entry.state === "closed") this.#closed.set(name, entry);
    return entry;
  }

  async #setAside(name: string): Promise<void> {
    const folder = join(this.path, "damaged");
    const path = join(folder, `${Date.now()}-${name}`);
    try {
      await mkdir(folder, { recursive: true });
      await rename(join(this.path, name), path);
      this.#damaged.push(path);
    } catch {
      // Another window was quicker, and tells of it.
    }
  }
}

function nameOf(id: string): string {
  return `${id}.json`;
}

function parse(text: string): JournalEntry | undefined {
  try {
    return journalEntry.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
