import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts", "test/contract/**/*.test.ts", "test/faults/**/*.test.ts"],
    pool: "threads",
    // All cores: by default one is kept free for somebody who watches.
    maxWorkers: "100%",
    testTimeout: 10_000,
  },
});
