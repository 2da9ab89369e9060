import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { compile } from "../compiled.ts";
import { BUILDER, type BuildRequest, SITES } from "./built-sites.ts";

/**
 * Before all tests. The process that runs the others builds all sites, one after the other: to load what
 * builds takes as long as three small sites, and each process that runs tests would load it anew.
 *
 * @returns what is done after them
 */
export default async function prepare(): Promise<() => void> {
  compile();
  const folder = mkdtempSync(join(tmpdir(), "vestnik-sites-"));
  // What one site has made is there for the next.
  process.env.VESTNIK_CACHE = join(folder, "cache");
  process.env[SITES] = folder;
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer(async (request, response) => {
    const built = last.then(() => build(request));
    last = built.catch(() => undefined);
    const failure = await built.catch(explained);
    response.writeHead(failure === undefined ? 200 : 500).end(failure);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  process.env[BUILDER] = `http://127.0.0.1:${port}/`;
  return () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** @returns what the command tells of an error */
async function explained(error: unknown): Promise<string> {
  const { explain } = await import("../../src/cli/index.ts");
  return explain(error);
}

/** As the command builds. */
async function build(request: IncomingMessage): Promise<undefined> {
  const { flags, environment, project }: BuildRequest = JSON.parse(await text(request));
  // Compiled by now.
  const { buildOptions, buildSite, Progress } = await import("../../src/build/index.ts");
  const { BUILD_FLAGS } = await import("../../src/cli/arguments.ts");
  const { values } = parseArgs({ args: [...flags], options: BUILD_FLAGS });
  const options = buildOptions(values, { ...process.env, ...environment });
  await buildSite({ ...options, project }, new Progress(() => {}));
}
