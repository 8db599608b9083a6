import type { AttachedFile } from "../messages/form";

/** The files that were chosen for a form. What is in them stays here: the page knows a name, a size and an id. */
export class FormFiles {
  readonly #files = new Map<string, File>();

  add(file: File): AttachedFile {
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, file);
    return { id, name: file.name, size: sizeInWords(file.size) };
  }

  get(id: string): File | undefined {
    return this.#files.get(id);
  }
}

const STEP = 1024;

function sizeInWords(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`;
  if (bytes < STEP * STEP) return `${(bytes / STEP).toFixed(1)} KB`;
  return `${(bytes / STEP / STEP).toFixed(1)} MB`;
}
