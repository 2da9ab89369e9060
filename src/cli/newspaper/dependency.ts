import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { installedVersion, PROJECT } from "../../build/index.ts";

const FILE = "file:";
/** What npm writes beside what it has installed. */
const INSTALLED = ".package-lock.json";

/**
 * How a newspaper depends on Vestnik: as this very copy was installed.
 *
 * @param folder of the newspaper, absolute
 * @returns a release of a registry; an address of Git with a commit or a tag; a file, from the folder
 */
export function dependencyFor(folder: string): string {
  const modules = dirname(PROJECT.replace(/[\\/]$/, ""));
  const version = installedVersion();
  if (basename(modules) !== "node_modules") return fileFrom(folder, PROJECT);
  const project = dirname(modules);
  const said = dependencyIn(project) ?? version;
  if (said.startsWith(FILE)) return fileFrom(folder, resolve(project, said.slice(FILE.length)));
  if (OF_REGISTRY.test(said)) return version;
  return said.includes("#") ? said : `${said}${commitIn(modules)}`;
}

function fileFrom(folder: string, target: string): string {
  return `${FILE}${relative(folder, target).replaceAll("\\", "/")}`;
}

/** @returns «#» and the commit that npm has taken from Git; nothing where it does not say */
function commitIn(modules: string): string {
  const file = join(modules, INSTALLED);
  if (!existsSync(file)) return "";
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
  };
  return /#.+$/.exec(packages["node_modules/vestnik"]?.resolved ?? "")?.[0] ?? "";
}

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
