import { readFileSync } from "node:fs";
import { type Problem, type Site, throwIfAny, withPrefix } from "../../content/index.ts";
import { idsOf } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import type { LinkTarget } from "../pages/link-targets.ts";
import { noticesOfLinks } from "./notices.ts";

/** The files of a site by their paths in it, such as articles/most/index.html. */
export interface SiteFiles {
  has(path: string): boolean;
  /** @returns where a file is now */
  get(path: string): string;
}

/**
 * Finds links within a site to a missing file or anchor. In a preview a link may lead to a page that is still
 * to be written.
 *
 * @param links where each file leads
 * @param sources from paths of pages to the files that they are made from
 * @returns notices of links that lead nowhere, where the settings let them be, in Russian
 * @throws ContentError with each of them otherwise
 */
export function checkLinks(
  links: Iterable<LinkTarget>,
  files: SiteFiles,
  site: Site,
  sources: ReadonlyMap<string, string>,
): string[] {
  if (site.preview) return [];
  const anchors = anchorsOf(files);
  const targets = new Map<string, LinkTarget>();
  for (const link of links) if (!targets.has(link.to)) targets.set(link.to, link);
  const problems = [...targets.values()]
    .filter(({ to }) => !leadsSomewhere(to, files, anchors))
    .map((link) => problemOf(link, site, sources));
  if (!site.allowBrokenLinks) throwIfAny(problems);
  return noticesOfLinks(problems);
}

/**
 * @param to as of LinkTarget
 * @returns whether there is such a file, and in it such a place
 */
export function leadsSomewhere(to: string, files: SiteFiles, anchors = anchorsOf(files)): boolean {
  const [path = "", anchor = ""] = to.split("#");
  const isFolder = path === "" || path.endsWith("/");
  const names = isFolder ? [`${path}index.html`] : [path, `${path}/index.html`];
  const name = names.find((one) => files.has(one));
  if (name === undefined) return false;
  return anchor === "" || !name.endsWith(".html") || anchors(name).has(anchor);
}

/** @returns what finds the anchors of a page, which is read once */
function anchorsOf(files: SiteFiles): (page: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (page) => entryOf(known, page, () => idsOf(readFileSync(files.get(page), "utf8")));
}

function problemOf(
  { from, to }: LinkTarget,
  site: Site,
  sources: ReadonlyMap<string, string>,
): Problem {
  const file = sources.get(from);
  const message = `Ссылка никуда не ведёт: на сайте нет «${withPrefix(site, to)}».`;
  const mend =
    "исправьте адрес; страницу того же домена вне этого сайта запишите с https:// в начале.";
  return { file: file ?? from, ...(file === undefined ? {} : placeOf(file, to)), message, mend };
}

/** The first place in a text that names a target, whole or by its end. */
function placeOf(file: string, to: string): { line: number; column: number } | undefined {
  const text = readFileSync(file, "utf8");
  const end = /#.*$|[^/]+\/?$/.exec(to)?.[0] ?? to;
  const names = [to, to.replace(/\/$/, ""), end].flatMap((name) => [name, encodeURI(name)]);
  const at = names
    .flatMap((name) => [text.indexOf(`(${name}`) + 1, text.indexOf(name)])
    .find((index) => index > 0);
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
