import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { compiledModules, ROOT } from "./compiled.ts";
import { LongFirst } from "./long-first.ts";
import "./memory-disk.ts";

export default defineConfig({
  plugins: [compiledModules()],
  test: {
    root: ROOT,
    include: ["tests/unit/**/*.test.ts"],
    globalSetup: join(ROOT, "tests/unit-run.ts"),
    // What the build puts into scripts of pages.
    setupFiles: [join(ROOT, "tests/messages.ts")],
    server: { deps: { external: [/\/dist\//] } },
    // By default one less than there are processors: on two of them, one test file at a time.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
    // Modules are loaded, and become fast, once for all files of a worker.
    isolate: false,
    // Some tests build sites in processes of their own: a guard against a hang, for slow machines too.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
