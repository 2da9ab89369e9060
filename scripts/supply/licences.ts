import { readInstalled } from "./installed.ts";
import { ALLOWED_IN_DEVELOPMENT, ALLOWED_IN_PRODUCTION, LICENCES_READ } from "./licence-policy.ts";
import { type LockedPackage, type Lockfile, labelOf } from "./lockfile.ts";
import type { CheckResult } from "./result.ts";
import { isAllowed } from "./spdx.ts";

/** @returns an SPDX expression; nothing where none is known */
export function licenceOf(one: LockedPackage): string | undefined {
  return one.license ?? LICENCES_READ[labelOf(one)]?.licence;
}

/**
 * Every package of the lockfile has a licence that is allowed for its part, and what is installed says
 * the same of itself as the lockfile.
 *
 * @param folder of the project, where node_modules lies
 */
export function checkLicences({ packages }: Lockfile, folder = "."): CheckResult {
  const labels = new Set(packages.map(labelOf));
  const failures = [
    ...packages.flatMap((one) => [...unallowed(one), ...contradicted(one, folder)]),
    ...Object.keys(LICENCES_READ)
      .filter((label) => !labels.has(label))
      .map((label) => `${label} is not in the lockfile: take its licence away`),
  ];
  const installed = packages.filter((one) => readInstalled(folder, one) !== undefined).length;
  const production = packages.filter(({ dev }) => !dev).length;
  const summary =
    `${production} packages build sites, ${packages.length - production} test; ` +
    `${installed} are installed and say the same`;
  return { check: "licences", summary, failures, notes: [] };
}

function unallowed(one: LockedPackage): string[] {
  const [licence, part] = [licenceOf(one), one.dev ? "development" : "production"];
  if (licence === undefined) return [`${labelOf(one)} names no licence`];
  const allowed = one.dev ? ALLOWED_IN_DEVELOPMENT : ALLOWED_IN_PRODUCTION;
  try {
    if (isAllowed(licence, allowed)) return [];
    return [`${labelOf(one)}: «${licence}» is not allowed in ${part}`];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`${labelOf(one)}: «${licence}» is no SPDX expression: ${reason}`];
  }
}

function contradicted(one: LockedPackage, folder: string): string[] {
  const installed = readInstalled(folder, one);
  // A package that is for another platform, or is optional, need not be there.
  if (installed === undefined) return one.optional ? [] : [`${one.path} is not installed`];
  if (installed.version !== one.version) {
    return [`${one.path}: ${installed.version} is installed, the lockfile says ${one.version}`];
  }
  if (installed.licence === one.license) return [];
  const said = `it says «${installed.licence}» of itself`;
  return [`${labelOf(one)}: ${said}, the lockfile says «${one.license}»`];
}
