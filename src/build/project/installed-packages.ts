import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "./project.ts";

/** The packages in node_modules. */
export class InstalledPackages {
  readonly #from: string;
  readonly #known = new Map<string, Installed | undefined>();

  /** @param from the folder of who imports them */
  constructor(from: string) {
    this.#from = from;
  }

  /** @returns the names and versions of packages and of all that they need, in order */
  under(names: readonly string[]): string[] {
    const found = new Set<Installed>();
    const waiting = names.map((name) => this.#find(name, this.#from));
    for (const one of waiting) {
      if (one === undefined || found.has(one)) continue;
      found.add(one);
      waiting.push(...one.needs.map((name) => this.#find(name, one.folder)));
    }
    return [...found].map(({ id }) => id).sort();
  }

  /** @returns the version of a package that is installed */
  versionOf(name: string): string | undefined {
    return this.#find(name, this.#from)?.version;
  }

  /** As Node looks for it: in the folder, and in those above. */
  #find(name: string, from: string): Installed | undefined {
    for (let up = from; ; up = dirname(up)) {
      const folder = join(up, "node_modules", name);
      if (!this.#known.has(folder)) this.#known.set(folder, readPackage(folder));
      const found = this.#known.get(folder);
      if (found !== undefined || up === dirname(up)) return found;
    }
  }
}

/** A package that is installed. */
interface Installed {
  readonly folder: string;
  /** «luxon@3.7.2» */
  readonly id: string;
  readonly version: string;
  readonly needs: readonly string[];
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** @returns the version of Vestnik itself */
export function installedVersion(): string {
  return readPackage(PROJECT)?.version ?? "";
}

/** @param folder of a package; @returns nothing where there is none */
export function readPackage(folder: string): Installed | undefined {
  const file = join(folder, "package.json");
  // Most places that are looked at have none: an error for each took a third of the time of all keys.
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, "utf8");
    const { name, version, ...needs } = JSON.parse(text) as PackageFile;
    const names = Object.keys({ ...needs.dependencies, ...needs.optionalDependencies });
    return { folder, id: `${name}@${version}`, version, needs: names };
  } catch {
    return undefined;
  }
}
