import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["tests/unit/**/*.test.ts"],
    // By default one less than there are processors: on two of them, one test file at a time.
    maxWorkers: availableParallelism(),
    // Some tests build sites in processes of their own: a guard against a hang, for slow machines too.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
