import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/**
 * A folder in which npm would have installed what it packs of this project: the package itself, and of
 * others what it needs to run, and no more.
 */
export function installedPackage(): string {
  const folder = temporaryFolder();
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: PROJECT,
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  execFileSync("tar", ["-xzf", `vestnik-${version()}.tgz`], { cwd: folder });
  mkdirSync(join(folder, "node_modules"));
  renameSync(join(folder, "package"), join(folder, "node_modules/vestnik"));
  for (const path of neededPackages()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(PROJECT, path), join(folder, path), "junction");
  }
  return folder;
}

function version(): string {
  return JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")).version;
}

/** @returns where they lie; what lies in another package comes with that */
function neededPackages(): string[] {
  const { packages } = JSON.parse(
    readFileSync(join(PROJECT, "package-lock.json"), "utf8"),
  ) as Lockfile;
  const needed = Object.entries(packages).filter(([path, one]) => path !== "" && !one.dev);
  return needed.map(([path]) => path).filter((path) => path.split("node_modules/").length === 2);
}

/** Runs Vestnik as it is installed in a folder. */
export function vestnik(installed: string, folder: string, ...args: readonly string[]) {
  const program = join(installed, "node_modules/vestnik/dist/cli/vestnik.js");
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });
}
