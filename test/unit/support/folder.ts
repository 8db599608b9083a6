import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new empty folder, removed when the test has ended and its `afterEach` has let go of what is in it. */
export function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "factorial-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
