import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests that change what a process has only one of, such as its working folder or how it loads modules. */
const ALONE = [
  "tests/unit/build/**/*.test.ts",
  "tests/unit/fuzz/**/*.test.ts",
  "tests/unit/site/maps.test.ts",
];

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  test: {
    root,
    // What the build puts into scripts of pages.
    setupFiles: [join(root, "tests/messages.ts")],
    // By default one less than there are processors: on two of them, one test file at a time.
    maxWorkers: availableParallelism(),
    // Some tests build sites in processes of their own: a guard against a hang, for slow machines too.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      { extends: true, test: { name: "alone", include: ALONE } },
      {
        extends: true,
        test: {
          name: "together",
          include: ["tests/unit/**/*.test.ts"],
          exclude: ALONE,
          // Modules are loaded once for all files of a worker: 85 s of processor and not 136.
          isolate: false,
        },
      },
    ],
  },
});
