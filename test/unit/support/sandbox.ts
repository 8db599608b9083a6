import { afterAll, beforeEach } from "vitest";
import { startSandbox, type Sandbox, type SandboxOptions } from "../../../src/sandbox/index";

/** A Wednesday morning in Madrid. */
export const NOW = "2026-11-18T11:00:00+01:00";

/**
 * A demo company for the whole of a test file, as founding one takes longer than what a test asks of it. Before each
 * test it behaves, and has been asked nothing; what tests write stays, unless the file resets it.
 */
export async function sandboxOfFile(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: NOW, ...options });
  beforeEach(() => {
    sandbox.behave();
    sandbox.requests.length = 0;
  });
  afterAll(() => sandbox.stop());
  return sandbox;
}
