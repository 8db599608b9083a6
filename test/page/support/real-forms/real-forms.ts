import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Show } from "../models";

const ROOT = join(import.meta.dirname, "../../../..");
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
const CONFIG = join(import.meta.dirname, "vitest.config.mjs");

/** A form of the extension, and what its page is shown when it opens. */
export interface RealForm {
  /** As in its command: `projects.create`. */
  readonly name: string;
  readonly show: Show;
}

/** Every form, as the extension makes it of its declaration and of what the demo company holds. */
export async function realForms(): Promise<readonly RealForm[]> {
  const folder = await mkdtemp(join(tmpdir(), "real-forms-"));
  const file = join(folder, "forms.json");
  try {
    await promisify(execFile)(process.execPath, [VITEST, "run", "--root", ROOT, "--config", CONFIG], {
      // Not as a test of the runner that this is in.
      env: { ...process.env, FACTORIAL_FORMS: file, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined },
    });
    // Written by write-forms.ts, as such.
    return JSON.parse(await readFile(file, "utf8")) as RealForm[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
