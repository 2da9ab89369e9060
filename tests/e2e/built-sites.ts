import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readHashes } from "../../src/build/disk/changes.ts";
import { readServed } from "../../src/build/site/site-manifest.ts";
import { type RunningServer, serveSite } from "../../src/serve/index.ts";

/** Sites that tests only read are built once for a run, by whoever needs one first (building.ts). */

/** Name the folder of the run's sites, and who builds, to the processes that tests run in. */
export const SITES = "VESTNIK_BUILT_SITES";
export const BUILDER = "VESTNIK_BUILDER";

/** What is asked of the process that builds. */
export interface BuildRequest {
  /** Options of build. */
  readonly flags: readonly string[];
  /** Variables of build, besides those of the run. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of the newspaper. */
  readonly project: string;
}

/**
 * @param flags options of build, without --output
 * @param environment variables of build
 * @returns the folder of the site, which nobody may change
 */
export async function builtSite(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const output = join(process.env[SITES] ?? "", keyOf(flags, environment));
  // Where two ask at once, the second build has nothing to do.
  if (existsSync(join(output, "build.json"))) return output;
  await runBuild([...flags, "--output", output], { environment });
  return output;
}

/**
 * Builds as the command does, which takes seconds to start.
 *
 * @param flags options of build
 * @param project the folder of the newspaper: this repository's own by default
 * @throws Error with what the build says
 */
export async function runBuild(
  flags: readonly string[],
  { environment = {}, project = process.cwd() }: Partial<BuildRequest> = {},
): Promise<void> {
  const body = JSON.stringify({ flags, environment, project } satisfies BuildRequest);
  const response = await fetch(process.env[BUILDER] ?? "", { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
}

/** Builds a newspaper where it lies; @returns the folder of its site */
export async function buildNewspaper(project: string): Promise<string> {
  const output = join(project, "_site");
  const folders = { content: join(project, "content"), data: join(project, "_data"), output };
  const flags = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]);
  await runBuild(flags, { project });
  return output;
}

/** Folders count by what they hold: each process writes its archives anew. */
function keyOf(flags: readonly string[], environment: Readonly<Record<string, string>>): string {
  const parts = [...flags, ...Object.entries(environment).flat()].map((part) =>
    existsSync(part) ? [...readHashes(part)] : part,
  );
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/**
 * For what all tests of a file read: a fixture of a worker would have a process and a browser for itself.
 *
 * @returns what is made when it is asked for first, and stays until the process ends
 */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** By folder, in this process, until it ends. */
const served = new Map<string, Promise<RunningServer>>();

/**
 * @param flags as of builtSite
 * @returns the server of a site that nobody may change or close
 */
export async function servedSite(
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const folder = await builtSite(flags, environment);
  const server = served.get(folder) ?? serveBuilt(folder);
  served.set(folder, server);
  return server;
}

/** Serves a built site in this process, on any free port. */
export async function serveBuilt(folder: string): Promise<RunningServer> {
  return serveSite({ ...(await readServed(folder)), port: 0 });
}
