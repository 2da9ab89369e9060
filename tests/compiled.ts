import { execFileSync } from "node:child_process";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vitest/config";

/**
 * Tests run the modules of dist, which are what users run; Node loads them as they are. Through a
 * translator of TypeScript each process that builds something takes half a second more to start.
 */

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Compiles what has changed, before all tests. */
export function compile(): void {
  execFileSync(process.execPath, ["scripts/compile.js"], { cwd: ROOT, stdio: "inherit" });
}

/** Of vitest: what tests import of src is what was made of it in dist. */
export function compiledModules(): Plugin {
  return {
    name: "compiled-modules",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.startsWith(".") || importer === undefined) return;
      const path = relative(ROOT, resolve(dirname(importer), source));
      const [, module] = /^src\/(.+)\.tsx?$/.exec(path) ?? [];
      if (module !== undefined) return { id: join(ROOT, "dist", `${module}.js`), external: true };
    },
  };
}
