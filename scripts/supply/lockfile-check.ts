import { type LockedPackage, type Lockfile, labelOf } from "./lockfile.ts";
import type { CheckResult } from "./result.ts";

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * The lockfile says by its hashes what is installed, and leaves to npm from where: no package without
 * integrity, no address, nothing that does not come from a registry; package.json pins what it names.
 */
export function checkLockfile(lockfile: Lockfile): CheckResult {
  const { lockfileVersion, project, packages } = lockfile;
  const isThree = lockfileVersion === 3;
  const failures = [
    ...(isThree ? [] : [`lockfileVersion is ${lockfileVersion}, and has to be 3`]),
    ...unpinned(project),
    ...[project, ...packages].flatMap(foreignDependencies),
    ...packages.flatMap(entryFailures),
  ];
  const summary = `${packages.length} packages, each by its SHA-512, none by an address`;
  return { check: "lockfile", summary, failures, notes: [] };
}

function unpinned({ dependencies, devDependencies, optionalDependencies }: LockedPackage) {
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json: ${name} «${version}» is not an exact version`);
}

/** git, http, file, a tarball, GitHub's «owner/name»: all have a «:» or a «/», and no range has. */
function foreignDependencies(from: LockedPackage): string[] {
  const { dependencies, devDependencies, optionalDependencies } = from;
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  return Object.entries(all)
    .filter(([, spec]) => /[:/]/.test(spec) && !spec.startsWith("npm:"))
    .map(([name, spec]) => `${labelOf(from)} wants ${name} from «${spec}», not from a registry`);
}

function entryFailures(entry: LockedPackage): string[] {
  const { path, integrity, resolved, link } = entry;
  const failures: string[] = [];
  if (!path.startsWith("node_modules/")) failures.push(`${path} is a folder of the project`);
  if (link) failures.push(`${path} is a link`);
  if (resolved !== undefined) failures.push(`${path} is bound to an address: ${resolved}`);
  if (integrity === undefined) failures.push(`${path} has no integrity`);
  else if (!integrity.startsWith("sha512-")) failures.push(`${path} has a weak hash: ${integrity}`);
  return failures;
}
