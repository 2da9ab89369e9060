import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  buildOptions,
  buildSite,
  Progress,
  readHashes,
  readServed,
} from "../../src/build/index.ts";
import { BUILD_FLAGS } from "../../src/cli/arguments.ts";
import { type RunningServer, serveSite } from "../../src/serve/index.ts";
import { compile } from "../compiled.ts";

/** Sites that tests only read are built once for a run, by whoever needs one first. */

/** Names the folder of the run's sites to the processes that tests run in. */
const VARIABLE = "VESTNIK_BUILT_SITES";

/** Before all tests; @returns what is done after them */
export default function prepare(): () => void {
  compile();
  const folder = mkdtempSync(join(tmpdir(), "vestnik-sites-"));
  process.env[VARIABLE] = folder;
  // What one site has made is there for the next, whoever builds it.
  process.env.VESTNIK_CACHE = join(folder, "cache");
  return () => rmSync(folder, { recursive: true, force: true });
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
  const output = join(process.env[VARIABLE] ?? "", keyOf(flags, environment));
  // Where two start at once, the second build waits for the first, and has nothing to do.
  if (existsSync(join(output, "build.json"))) return output;
  await buildHere([...flags, "--output", output], { environment });
  return output;
}

/**
 * Builds in this process, as the command does, which takes seconds to start.
 *
 * @param flags options of build
 * @param project the folder of the newspaper: this repository's own by default
 */
export async function buildHere(
  flags: readonly string[],
  { environment = {}, project = process.cwd() }: BuildPlace = {},
): Promise<void> {
  const { values } = parseArgs({ args: [...flags], options: BUILD_FLAGS });
  const options = buildOptions(values, { ...process.env, ...environment });
  await buildSite({ ...options, project }, new Progress(() => {}));
}

interface BuildPlace {
  readonly environment?: Readonly<Record<string, string>>;
  readonly project?: string;
}

/** Builds a newspaper where it lies; @returns the folder of its site */
export async function buildNewspaper(project: string): Promise<string> {
  const output = join(project, "_site");
  const folders = { content: join(project, "content"), data: join(project, "_data"), output };
  const flags = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]);
  await buildHere(flags, { project });
  return output;
}

/** Folders count by what they hold: each process writes its archives anew. */
function keyOf(flags: readonly string[], environment: Readonly<Record<string, string>>): string {
  const parts = [...flags, ...Object.entries(environment).flat()].map((part) =>
    existsSync(part) ? [...readHashes(part)] : part,
  );
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
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
