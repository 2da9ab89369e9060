import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Problem, type Site, throwIfAny, withPrefix } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { idsOf } from "../../language/index.ts";
import { noticesOfLinks } from "../notices.ts";
import { sourcesOf } from "../page-files.ts";
import type { PartCache } from "../part-cache.ts";
import { type MadeVolume, usesOf } from "../volumes.ts";
import type { Work } from "../work.ts";
import type { Workers } from "../workers.ts";
import type { LinkTarget } from "./link-targets.ts";
import { linksOfPart } from "./part-links.ts";

/** What is checked before a site goes live. */
interface LinkCheck {
  readonly site: Site;
  readonly cache: PartCache;
  readonly workers: Workers;
  /** The keys of all parts of the site. */
  readonly parts: readonly string[];
  /** From paths of pages, such as articles/most/index.html, to the files that they are made from. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Looks for links that lead nowhere in the parts of a site. In a preview a link may lead to what is
 * still to be written.
 *
 * @param shelfParts the keys of parts besides those of volumes and assets
 * @returns notices of links that lead nowhere, where the settings let them be, in Russian
 * @throws ContentError with each of them otherwise
 */
export async function checkLinks(
  { archive, cache, content, assetsKey, progress, workers }: Work,
  volumes: readonly MadeVolume[],
  shelfParts: readonly string[],
): Promise<string[]> {
  const { site } = archive;
  if (site.preview) return [];
  progress.step("Проверяю ссылки");
  const sources = sourcesOf(usesOf(volumes, content));
  const parts = [assetsKey, ...volumes.map(({ pagesKey }) => pagesKey), ...shelfParts];
  const problems = await brokenLinks({ site, cache, workers, parts, sources });
  if (!site.allowBrokenLinks) throwIfAny(problems);
  return noticesOfLinks(problems);
}

/**
 * Looks for links within a site that lead nowhere: to no file, or to no anchor of a page. Of each
 * part its links are kept, so that only new pages are read.
 *
 * @returns one problem for each target, at the first place that names it
 */
async function brokenLinks(check: LinkCheck): Promise<Problem[]> {
  const { site, cache, parts, sources } = check;
  const files = new Map<string, string>();
  for (const key of parts) {
    for (const path of cache.published(key)?.keys() ?? []) files.set(path, key);
  }
  const checked = new Set<string>();
  const problems: Problem[] = [];
  const anchors = new Anchors(files, cache);
  const reading = parts.map((key) => linksOfPart(key, check));
  for (const links of await Promise.all(reading)) {
    for (const link of links) {
      if (checked.has(link.to)) continue;
      checked.add(link.to);
      if (!leadsSomewhere(link.to, files, anchors)) problems.push(problemOf(link, site, sources));
    }
  }
  return problems;
}

function leadsSomewhere(to: string, files: ReadonlyMap<string, string>, anchors: Anchors): boolean {
  const [path = "", anchor = ""] = to.split("#");
  const isFolder = path === "" || path.endsWith("/");
  const names = isFolder ? [`${path}index.html`] : [path, `${path}/index.html`];
  const name = names.find((one) => files.has(one));
  if (name === undefined) return false;
  return anchor === "" || !name.endsWith(".html") || anchors.of(name).has(anchor);
}

/** The anchors of pages, read once. */
class Anchors {
  readonly #files: ReadonlyMap<string, string>;
  readonly #cache: PartCache;
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(files: ReadonlyMap<string, string>, cache: PartCache) {
    this.#files = files;
    this.#cache = cache;
  }

  of(page: string): ReadonlySet<string> {
    const known = this.#known.get(page);
    if (known !== undefined) return known;
    const folder = this.#cache.folderOf(this.#files.get(page) ?? "");
    const html = readFileSync(join(folder, PUBLISHED, page), "utf8");
    const ids = idsOf(html);
    this.#known.set(page, ids);
    return ids;
  }
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

/** Where a text names a target first: as a path, or by what it ends with. */
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
