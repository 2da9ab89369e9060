import { dirname } from "node:path";
import { displayPath, type Problem, type SlugUse, throwIfAny } from "../../content/index.ts";
import { isHashed } from "../../site/index.ts";
import { KEPT } from "../kept-files.ts";
import { MANIFEST } from "../manifest.ts";
import { pageFile } from "../page-files.ts";
import type { PartCache } from "../part-cache.ts";
import { type Claim, type OwnedPath, type SharedPath, sharedPaths } from "./shared-paths.ts";

/** Who publishes a file, as an editor knows them. */
export interface Owner {
  /** In Russian: «страница статьи content/a.md». */
  readonly what: string;
  /** Where an editor can change that. */
  readonly place?: Pick<Problem, "file" | "line" | "column"> | undefined;
}

/** @throws ContentError with both owners of each place that has two */
export function refuseShared(claims: readonly Claim<Owner>[]): void {
  throwIfAny(sharedPaths(claims).map(problemOf));
}

/** A file that is not an article's has its owner in the program: there is nothing to mend there. */
function problemOf({ first, second, isFolder }: SharedPath<Owner>): Problem {
  const [[path, { what, place }], [other, owner]] = [first, second];
  const message = isFolder
    ? `Адрес «/${path}» был бы и файлом (${what}), и папкой (${owner.what}: «/${other}»).`
    : `По адресу «/${path}» оказались бы сразу ${what} и ${owner.what}.`;
  const mend = "переименуйте картинку или смените адрес (slug, aliases), чтобы осталось одно.";
  return { ...(owner.place ?? place ?? { file: path }), message, mend };
}

/** @returns who publishes the page at an address that an article has or had */
export function ownerOfUse({ file, line, column, isAlias, path }: SlugUse): Owner {
  const name = displayPath(file);
  const what = isAlias ? `старый адрес «${path}» статьи ${name}` : `страница статьи ${name}`;
  return { what, place: { file, line, column } };
}

/** What the kinds of parts are to an editor. */
const KINDS: Readonly<Record<string, string>> = {
  admin: "редактор сайта",
  assets: "стили и программы сайта",
  leaf: "поиск",
  pages: "страницы статей",
  segment: "поиск",
  shelf: "общие страницы сайта",
  year: "страницы архива по годам",
};

/**
 * Looks whether each file of a site has one owner, whoever made its parts and when.
 *
 * @param parts their keys
 * @param uses the addresses of all articles, with their files as they are to be named
 * @throws ContentError with both owners of each place that has two
 */
export function checkOwners(
  cache: PartCache,
  parts: readonly string[],
  uses: readonly SlugUse[],
): void {
  const shared = sharedPaths(claimsOf(cache, parts));
  if (shared.length === 0) return;
  const pages = new Map(uses.map((use) => [pageFile(use.path), use]));
  const named = ([path, key]: OwnedPath<string>): OwnedPath<Owner> => {
    return [path, ownerOf(path, key, pages)];
  };
  throwIfAny(
    shared.map(({ first, second, isFolder }) =>
      problemOf({ first: named(first), second: named(second), isFolder }),
    ),
  );
}

/** What has a hash of its bytes in its name is the same file, whoever brings it. */
function claimsOf(cache: PartCache, parts: readonly string[]): Claim<string>[] {
  const claims = [...new Set(parts)].map((key): Claim<string> => {
    const paths = [...(cache.published(key)?.keys() ?? [])];
    return [key, paths.filter((path) => !isHashed(`/${path}`))];
  });
  return [["site", [MANIFEST, KEPT]], ...claims];
}

function ownerOf(path: string, key: string, pages: ReadonlyMap<string, SlugUse>): Owner {
  const page = pages.get(path);
  if (page !== undefined) return ownerOfUse(page);
  const beside = pages.get(`${dirname(path)}/index.html`);
  if (beside === undefined) return { what: KINDS[key.split("-")[0] ?? ""] ?? "сам сайт" };
  const { file, line, column } = beside;
  return { what: `картинка статьи ${displayPath(file)}`, place: { file, line, column } };
}
