import { spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "../../src/build/index.ts";
import { serveSite } from "../../src/serve/index.ts";
import { AUDIT_ARCHIVE, writeArchive } from "../archive/index.ts";
import { freePort } from "../free-port.ts";
import type { AuditedSite, SiteName } from "./finding.ts";
import { kindPages } from "./pages.ts";

/** What each site is made from, what its search is asked, and the port that it is built for. */
const SITES = {
  seed: { query: "Куньшань", port: 8191 },
  archive: { query: "мост", port: 8192 },
} as const;

/**
 * Builds a site with the project's own command for the address where it is then served, so that
 * what it says of its own address is true.
 *
 * @param folder an empty one for what is made
 * @param use what is done with the site while it is served
 * @throws Error where the build fails
 */
export async function withSite<Result>(
  name: SiteName,
  { folder, ...given }: Pick<AuditedSite, "folder" | "browser" | "report">,
  use: (site: AuditedSite) => Promise<Result>,
): Promise<Result> {
  const { query, port: wished } = SITES[name];
  // The same each time if it can be, for a part of the cache holds the address in its key.
  const port = await freePort(wished);
  const output = join(folder, name, "site");
  await build([
    ...(await sourceFlags(name, join(folder, name))),
    ...["--url", `http://localhost:${port}`, "--output", output],
  ]);
  const server = await serveSite({ folder: output, pathPrefix: "/", port });
  try {
    const pages = kindPages(output, query);
    return await use({ name, folder: output, address: server.address, pages, ...given });
  } finally {
    await server.close();
  }
}

async function sourceFlags(name: SiteName, folder: string): Promise<string[]> {
  if (name === "seed") return [];
  const { content, data } = await writeArchive(join(folder, "source"), AUDIT_ARCHIVE);
  return ["--content", content, "--data", data];
}

/** Runs `npm run build` without npm around it. */
function build(flags: readonly string[]): Promise<void> {
  const command = [join(PROJECT, "scripts/vestnik.js"), "build", ...flags];
  const child = spawn(process.execPath, command, { cwd: PROJECT, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build ended with ${code}`));
    });
  });
}
