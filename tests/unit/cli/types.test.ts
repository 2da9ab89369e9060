import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";

/** The compiler, as `prepare` runs it. */
function tsc(...args: readonly string[]) {
  const program = join(PROJECT, "node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [program, ...args], { cwd: PROJECT, encoding: "utf8" });
}

test("the types of what others import can be declared, so that npm ci and npm pack end well", () => {
  const folder = temporaryFolder();
  const declared = tsc("--project", "src/tsconfig.json", "--noCheck", "--outDir", folder);
  expect(declared.stdout + declared.stderr).toBe("");
  expect(declared.status).toBe(0);
});
