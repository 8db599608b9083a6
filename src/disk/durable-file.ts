import { randomUUID } from "node:crypto";
import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Puts a text in the place of what the file held. When it resolves, the text is on the disk; a crash or a power cut at
 * any moment leaves either what was there before or all of the new text, never a half.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const fresh = `${path}.${randomUUID()}.new`;
  await writeThrough(fresh, "w", text);
  await rename(fresh, path);
  await syncFolder(folder);
}

/** Adds a line to a file, made where it is not there. When it resolves, the line is on the disk. */
export async function appendDurably(path: string, line: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await writeThrough(path, "a", `${line}\n`);
  await syncFolder(folder);
}

async function writeThrough(path: string, flags: "a" | "w", text: string): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a new file is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined); // Windows opens no folders, and needs it not.
  try {
    await handle?.sync();
  } catch {
    // A file system that cannot: the file itself is written through.
  } finally {
    await handle?.close();
  }
}
