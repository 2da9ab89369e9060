import { join } from "node:path";
import { expect } from "vitest";
import {
  type BuildOptions,
  type BuildReport,
  buildSite,
  PROJECT,
  Progress,
} from "../../../src/build/index.ts";
import { formatManifest, toManifest } from "../../../src/build/site/site-manifest.ts";
import { explain } from "../../../src/cli/index.ts";

/** The manifest of a site of ours that holds nothing. */
export const EMPTY_SITE = formatManifest(
  toManifest({
    pathPrefix: "/",
    articles: 0,
    headlines: 0,
    pages: 0,
    key: `site-${"0".repeat(32)}`,
    parts: [],
    sums: {},
    versions: {},
  }),
);

/** Of a build of a folder's content/ and _data/ into its site/, with its cache/. */
export function optionsIn(folder: string): BuildOptions {
  return {
    content: join(folder, "content"),
    data: join(folder, "_data"),
    output: join(folder, "site"),
    cache: join(folder, "cache"),
    project: PROJECT,
    overrides: {},
    cacheLimit: 1_000_000_000,
    // Here, where all is loaded already; of processes beside this one workers.test.ts and commands are.
    workers: 1,
  };
}

/** @returns what tells nobody; each build needs its own, for it keeps the seconds of its steps */
export function quiet(): Progress {
  return new Progress(() => {});
}

/**
 * Builds a folder in this process, as the command does that takes seconds to start.
 *
 * @param options what is to be otherwise than optionsIn says
 */
export function buildIn(folder: string, options: Partial<BuildOptions> = {}): Promise<BuildReport> {
  return buildSite({ ...optionsIn(folder), ...options }, quiet());
}

/** @returns what an editor reads where the work fails, the folder as «…» */
export async function refusalOf(work: Promise<unknown>, folder: string): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return `${explain(error)}\n`.replaceAll(folder, "…");
}
