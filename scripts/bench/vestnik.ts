import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT } from "../../src/build/index.ts";
import type { MadeArchive } from "./archive.ts";
import { runMeasured } from "./process-tree.ts";
import { type SiteFigures, siteFigures } from "./site-figures.ts";

/** What the build is made of; the copy shares node_modules with the project. */
const SOURCES = [
  "src",
  "scripts",
  "eleventy.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** The folders of one measurement. */
export interface Place {
  /** A copy of the project, whose templates may be changed. */
  readonly project: string;
  readonly made: MadeArchive;
  readonly site: string;
  readonly cache: string;
}

/** Copies the project, so that what is measured does not change meanwhile. */
export async function copyProject(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of SOURCES) {
    await cp(join(PROJECT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(PROJECT, "node_modules"), join(folder, "node_modules"));
}

/** Loads the program once, so that no step pays for compiling it anew. */
export async function warmUp({ project }: Place): Promise<void> {
  const args = ["scripts/vestnik.js", "build", "--help"];
  await runMeasured("vestnik, warming up", process.execPath, args, project);
}

/** Builds the site once. */
export async function buildOnce(place: Place, step: string): Promise<SiteFigures> {
  const { project, made, site, cache } = place;
  const folders = { content: made.content, data: made.data, output: site, cache };
  const flags = Object.entries(folders).flatMap(([flag, folder]) => [`--${flag}`, folder]);
  const args = ["scripts/vestnik.js", "build", ...flags];
  return siteFigures(await runMeasured(`vestnik, ${step}`, process.execPath, args, project), site);
}
