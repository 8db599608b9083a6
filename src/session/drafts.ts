import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What was typed and is not saved yet, one text a key: an account's Log Time box, or a form of an account. Kept in
 * files of our own, and on disk before the call returns: VS Code writes its own memory a moment later, and a window
 * that is closed or reloaded at once would lose it.
 */
export class Drafts {
  /** @param folder belongs to this extension alone; made when first needed */
  constructor(
    readonly folder: string,
    readonly onFailure: (error: unknown) => void,
  ) {}

  read(key: string): string | undefined {
    try {
      const text = readFileSync(this.#fileOf(key), "utf8");
      return text === "" ? undefined : text;
    } catch {
      return undefined; // No draft, which is the usual case.
    }
  }

  /** Keeps the text in place of an earlier one; an empty text forgets it. */
  keep(key: string, text: string): void {
    const file = this.#fileOf(key);
    try {
      if (text === "") {
        rmSync(file, { force: true });
        return;
      }
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      // A full disk must not stop anybody from logging; the log says it.
      this.onFailure(error);
    }
  }

  /** Keys have characters that file names cannot. */
  #fileOf(key: string): string {
    return join(this.folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.txt`);
  }
}
