import { type InstalledPackage, readInstalled } from "./installed.ts";
import { type LockedPackage, type Lockfile, labelOf } from "./lockfile.ts";
import type { CheckResult } from "./result.ts";

/** Packages that have an install script, and why nothing is lost where it does not run. */
export const NOT_NEEDED: Readonly<Record<string, string>> = {
  esbuild:
    "puts the binary of the platform, which is a package of its own, in the place of a start-up script: " +
    "saves the command line some milliseconds, and the programmatic interface finds the binary itself",
  koffi:
    "builds its library from source where none comes along: each of our systems has its own as a package, " +
    "and where there is none a site is exchanged by renames (src/build/exchange.ts)",
};

/**
 * Every package with an install script has a reason why it is not needed, so that `npm ci
 * --ignore-scripts` loses nothing. Looks at what packages say of themselves too, for the lockfile may
 * have been written by hand.
 *
 * @param folder of the project, where node_modules lies
 * @param reasons by the package's name
 */
export function checkInstallScripts(
  { packages }: Lockfile,
  folder = ".",
  reasons: Readonly<Record<string, string>> = NOT_NEEDED,
): CheckResult {
  const withScript = packages.filter((one) => runsSomething(one, readInstalled(folder, one)));
  const names = new Set(withScript.map(({ name }) => name));
  const failures = [
    ...withScript
      .filter(({ name }) => reasons[name] === undefined)
      .map((one) => `${labelOf(one)} has an install script, and no reason why it is not needed`),
    ...Object.keys(reasons)
      .filter((name) => !names.has(name))
      .map((name) => `${name} has no install script any more: take its reason away`),
  ];
  const summary = `${names.size} of ${packages.length} packages have one, and none is needed`;
  return { check: "install scripts", summary, failures, notes: [] };
}

function runsSomething(locked: LockedPackage, installed: InstalledPackage | undefined): boolean {
  return locked.hasInstallScript || (installed?.hasInstallScript ?? false);
}
