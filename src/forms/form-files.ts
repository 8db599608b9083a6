import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { AttachedFile } from "../messages/form";

/**
 * The files that were chosen for a form. What is in them, and where they are, stays here: the page knows a name, a size
 * and an id.
 */
export class FormFiles {
  readonly #files = new Map<string, File>();
  /** By id; none for a file that a command brought along. */
  readonly #addresses = new Map<string, string>();

  add(file: File): AttachedFile {
    return this.#put(randomUUID(), file);
  }

  /** A file on this machine, or wherever VS Code has files. @throws where it cannot be read */
  async open(uri: vscode.Uri): Promise<AttachedFile> {
    const file = await readFile(uri);
    const id = randomUUID();
    this.#addresses.set(id, uri.toString());
    return this.#put(id, file);
  }

  /** Undefined also for a file that was there and is not any more. */
  get(id: string): File | undefined {
    return this.#files.get(id);
  }

  /** Where these files are, by id: for a draft. */
  addressesOf(ids: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      ids.flatMap((id) => {
        const address = this.#addresses.get(id);
        return address === undefined ? [] : [[id, address] as const];
      }),
    );
  }

  /** Takes up the files of a draft, as far as they are still there. */
  async openAgain(addresses: Readonly<Record<string, string>>): Promise<void> {
    await Promise.all(
      Object.entries(addresses).map(async ([id, address]) => {
        // Kept in any case: it may be on a disk that is there the next time.
        this.#addresses.set(id, address);
        try {
          this.#put(id, await readFile(vscode.Uri.parse(address, true)));
        } catch {
          // The field says which are not there.
        }
      }),
    );
  }

  #put(id: string, file: File): AttachedFile {
    this.#files.set(id, file);
    return { id, name: file.name, size: sizeInWords(file.size) };
  }
}

async function readFile(uri: vscode.Uri): Promise<File> {
  const { type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.File) === 0) throw vscode.FileSystemError.FileIsADirectory(uri);
  // A copy, as a File takes only bytes that nobody shares.
  return new File([new Uint8Array(await vscode.workspace.fs.readFile(uri))], nameOf(uri));
}

export function nameOf({ path }: vscode.Uri): string {
  return path.split("/").findLast(Boolean) ?? path;
}

const STEP = 1024;

function sizeInWords(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`;
  if (bytes < STEP * STEP) return `${(bytes / STEP).toFixed(1)} KB`;
  return `${(bytes / STEP / STEP).toFixed(1)} MB`;
}
