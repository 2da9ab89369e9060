import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ArchiveFolders } from "../../content/index.ts";
import { InstalledPackages, installedVersion } from "./installed-packages.ts";
import { MODULES } from "./project.ts";

const run = promisify(execFile);

/** The versions and the commit that a site was made from. */
export interface Provenance {
  /** From a name to its version. */
  readonly versions: Readonly<Record<string, string>>;
  /** The commit of the articles, forty hexadecimal digits; absent outside Git. */
  readonly commit?: string;
  /** Whether articles, data or other files of the newspaper differ from that commit. */
  readonly isModified?: boolean;
}

/** The libraries whose versions show in a site's bytes. */
const LIBRARIES = ["@11ty/eleventy", "markdown-it", "pagefind"];

/** @param folders of a newspaper; they may lie in several repositories: the commit is that of the articles */
export async function provenanceOf(folders: Required<ArchiveFolders>): Promise<Provenance> {
  const versions = versionsOf();
  const commit = await git(folders.content, "rev-parse", "HEAD");
  if (commit === undefined) return { versions };
  const all = Object.values(folders);
  const changes = all.map((folder) => git(folder, "status", "--porcelain", "--", "."));
  const isModified = (await Promise.all(changes)).some((text = "") => text !== "");
  return { versions, commit, isModified };
}

function versionsOf(): Record<string, string> {
  const installed = new InstalledPackages(MODULES);
  const libraries = LIBRARIES.map((name) => [name, installed.versionOf(name) ?? ""] as const);
  return { vestnik: installedVersion(), ...Object.fromEntries(libraries) };
}

/** @returns what Git prints; nothing where there is no Git, no repository, or no commit in it yet */
async function git(folder: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", ["-C", folder, ...args], { maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
