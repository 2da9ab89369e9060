import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const names = z.record(z.string(), z.string()).default({});

const packageSchema = z.object({
  name: z.string().optional(),
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  os: z.array(z.string()).default([]),
  cpu: z.array(z.string()).default([]),
  hasInstallScript: z.boolean().default(false),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});

const lockfileSchema = z.object({
  lockfileVersion: z.number(),
  packages: z.record(z.string(), packageSchema),
});

type LockedEntry = z.infer<typeof packageSchema>;

/** A package of the lockfile. */
export interface LockedPackage extends Omit<LockedEntry, "name"> {
  /** Where it lies, from the project: `node_modules/a/node_modules/b`; empty for the project. */
  readonly path: string;
  /** The name that it has in the registry, which an alias hides. */
  readonly name: string;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly project: LockedPackage;
  /** All others, by path. */
  readonly packages: readonly LockedPackage[];
  /** The file as it is. */
  readonly text: string;
}

/** @param folder of the project; @throws ZodError or SyntaxError where the file is no lockfile */
export function readLockfile(folder = "."): Lockfile {
  return parseLockfile(readFileSync(join(folder, "package-lock.json"), "utf8"));
}

/**
 * @param text of package-lock.json
 * @throws SyntaxError where it is no JSON, ZodError where it is no lockfile with `packages`
 */
export function parseLockfile(text: string): Lockfile {
  const { lockfileVersion, packages } = lockfileSchema.parse(JSON.parse(text));
  const all = Object.entries(packages).map(([path, entry]): LockedPackage => {
    return { ...entry, path, name: entry.name ?? nameAt(path) };
  });
  const [project] = all.filter(({ path }) => path === "");
  if (project === undefined) throw new SyntaxError("The lockfile does not name the project.");
  const others = all.filter(({ path }) => path !== "");
  return { lockfileVersion, project, packages: others.toSorted(byPath), text };
}

/** @returns «name@version» */
export function labelOf({ name, version }: Pick<LockedPackage, "name" | "version">): string {
  return `${name}@${version}`;
}

/** @returns the name that a package is installed under at a path */
function nameAt(path: string): string {
  return path.split("node_modules/").at(-1) ?? path;
}

/** By code units: the same on every machine. */
function byPath(a: LockedPackage, b: LockedPackage): number {
  return a.path < b.path ? -1 : 1;
}
