import { dirname } from "node:path";
import { displayPath, type SlugUse, type StaticFile, throwIfAny } from "../../content/index.ts";
import { isHashed } from "../../hosting/headers.ts";
import type { ArtifactCache } from "../cache/artifact-cache.ts";
import { pageFile } from "../pages/page-files.ts";
import { type Owner, ownerOfStatic, ownerOfUse, problemOf } from "../pages/path-owners.ts";
import { type Claim, type OwnedPath, sharedPaths } from "../pages/shared-paths.ts";
import { KEPT } from "../site/kept-files.ts";
import { MANIFEST } from "../site/site-manifest.ts";
import { TASKS, type Task, type TaskName } from "../tasks/tasks.ts";

/**
 * Checks that each path of a site has one owner, on whatever machine its artifact was made.
 *
 * @param parts their keys
 * @param uses the addresses of all articles, with their files as they are to be named
 * @param statics what is published as it is
 * @throws ContentError with both owners of each place that has two
 */
export function checkOwners(
  cache: ArtifactCache,
  parts: readonly string[],
  uses: readonly SlugUse[],
  statics: readonly StaticFile[],
): void {
  const shared = sharedPaths(claimsOf(cache, parts));
  if (shared.length === 0) return;
  const pages = new Map(uses.map((use) => [pageFile(use.path), use]));
  const files = new Map(statics.map(({ path, file }) => [path, file]));
  const named = ([path, key]: OwnedPath<string>): OwnedPath<Owner> => {
    const file = key.startsWith("static-") ? files.get(path) : undefined;
    return [path, file === undefined ? ownerOf(path, key, pages) : ownerOfStatic(path, file)];
  };
  throwIfAny(
    shared.map(({ first, second, isFolder }) =>
      problemOf({ first: named(first), second: named(second), isFolder }),
    ),
  );
}

/** A name with a hash of its bytes stands for the same file in every artifact. */
function claimsOf(cache: ArtifactCache, parts: readonly string[]): Claim<string>[] {
  const claims = [...new Set(parts)].map((key): Claim<string> => {
    const paths = [...(cache.published(key)?.keys() ?? [])];
    return [key, paths.filter((path) => !isHashed(`/${path}`))];
  });
  return [["site", [MANIFEST, KEPT]], ...claims];
}

function ownerOf(path: string, key: string, pages: ReadonlyMap<string, SlugUse>): Owner {
  const kind = key.split("-")[0] ?? "";
  const task: Task | undefined = TASKS[kind as TaskName];
  const page = pages.get(path);
  if (page !== undefined && kind === "pages") return ownerOfUse(page);
  const beside = kind === "pictures" ? pages.get(`${dirname(path)}/index.html`) : undefined;
  if (beside === undefined) return { what: task?.publishes ?? "сам сайт" };
  const { file, line, column } = beside;
  return { what: `картинка статьи ${displayPath(file)}`, place: { file, line, column } };
}
