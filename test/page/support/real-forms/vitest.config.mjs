// For real-forms.ts alone: no suite, but a program that needs vitest's stand-in for the module "vscode".
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/page/support/real-forms/write-forms.ts"], testTimeout: 60_000 },
});
