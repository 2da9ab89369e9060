import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What of a project's package.json is read here. */
interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A release, or a range of releases, of a registry: «^0.2.0», «latest». */
export const OF_REGISTRY = /^[\^~<>=v]*\d|^[a-z]+$/;

/** @returns how a project says that it depends on Vestnik; nothing where it does not */
export function dependencyIn(project: string): string | undefined {
  const file = join(project, "package.json");
  if (!existsSync(file)) return undefined;
  const { dependencies } = JSON.parse(readFileSync(file, "utf8")) as PackageFile;
  return dependencies?.vestnik;
}
