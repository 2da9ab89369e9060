import { readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Site, withPrefix } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { idsOf } from "../../language/index.ts";
import { hashOf } from "../code-hash.ts";
import { keyOf, type PartCache } from "../part-cache.ts";
import type { Workers } from "../workers.ts";
import { type LinkTarget, linksOf } from "./link-targets.ts";

/** Reads the links of a part's pages, feeds, maps and styles. */
export interface LinksJob {
  readonly kind: "links";
  /** The folder of what the part publishes. */
  readonly published: string;
  /** The files in it that are read. */
  readonly paths: readonly string[];
  /** The address of the site with its prefix: https://example.org/news/ */
  readonly base: string;
  /** Where the links go. */
  readonly folder: string;
}

/** What is looked through for links; the search index is checked by its own seals. */
const LOOKED_AT = /^(?!pagefind\/|search\/).*\.(?:html|xml|json|css|webmanifest)$/;
const CODE = ["src/build/checks/part-links.ts", "src/build/checks/link-targets.ts"];
const FILE = "links.json";

/**
 * @param key of a part
 * @param site its address is what links are told by
 * @returns where the part leads, but for places of the page that names them; kept in the cache
 */
export async function linksOfPart(
  key: string,
  { site, cache, workers }: { site: Site; cache: PartCache; workers: Workers },
): Promise<LinkTarget[]> {
  const published = [...(cache.published(key)?.keys() ?? [])];
  const base = site.address + withPrefix(site, "/");
  // Pages keep their key when a picture changes, and the picture its name no longer.
  const own = keyOf("links", hashOf(CODE), key, base, published);
  if ((await cache.find(own)) === undefined) {
    const folder = await cache.begin(own);
    const paths = published.filter((path) => LOOKED_AT.test(path));
    const part = join(cache.folderOf(key), PUBLISHED);
    await workers.run({ kind: "links", published: part, paths, base, folder });
    await cache.finish(own);
  }
  return JSON.parse(await readFile(join(cache.folderOf(own), FILE), "utf8"));
}

/** Does the job: writes each target once, with the first file that names it. */
export async function writeLinks({ published, paths, base, folder }: LinksJob): Promise<void> {
  const links = new Map<string, LinkTarget>();
  for (const path of paths) {
    const text = readFileSync(join(published, path), "utf8");
    const ids = idsOf(text);
    for (const link of linksOf(path, text, base)) {
      if (!links.has(link.to) && !isOwnPlace(link, ids)) links.set(link.to, link);
    }
  }
  writeFileSync(join(folder, FILE), JSON.stringify([...links.values()]));
}

/** Whether a target is the page that names it, or a place that it has: most anchors are. */
function isOwnPlace({ from, to }: LinkTarget, ids: ReadonlySet<string>): boolean {
  const [page = "", anchor = ""] = to.split("#");
  if (page !== from && `${page}index.html` !== from) return false;
  return anchor === "" || ids.has(anchor);
}
