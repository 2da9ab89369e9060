import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BuildOptions, BuildReport } from "../../../src/build/index.ts";
import { CACHES } from "../../unit-run.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";

/** One that is shaped by all that an editor may say of it. */
const EXAMPLE = "tests/fixtures/newspaper";

/**
 * @param files are put into it, by their paths
 * @returns a folder with a copy of the example newspaper
 */
export function newspaper(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  cpSync(EXAMPLE, folder, { recursive: true });
  put(folder, files);
  return folder;
}

/**
 * Builds a newspaper for what its site is: what other tests of this process have made of the same things is
 * taken, by its key. What is said of the cache itself needs one of its own.
 */
export function buildNewspaper(folder: string): Promise<BuildReport> {
  return buildShared(folder, { project: folder });
}

/**
 * Builds a folder as buildIn does, with what other tests of this process have made.
 *
 * @param options what is to be otherwise than optionsIn says
 */
export function buildShared(
  folder: string,
  options: Partial<BuildOptions> = {},
): Promise<BuildReport> {
  return buildIn(folder, { cache: sharedCache(), ...options });
}

/** @returns the folder of what tests of this process have made, for a build of another kind */
export function sharedCache(): string {
  return join(process.env[CACHES] ?? "", process.env.VITEST_POOL_ID ?? "");
}

export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** @returns a file of the site that is built of such a folder */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, "site", path), "utf8");
}

/** @param change of a file of the folder, which has to be one */
export function edit(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}
