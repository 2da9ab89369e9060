import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { LOCAL_ADDRESS } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { writeCacheFile } from "../cache/cache-folder.ts";
import { listedFiles } from "../cache/checksums.ts";
import { artifactKey } from "../disk/schemas.ts";
import type { SiteTree } from "../site/site-tree.ts";
import type { BuildContext } from "./build-context.ts";

/**
 * Lies in the cache and says of what artifacts each site was when it last went live. In CI the cache is
 * all that is left of the site before. Nothing that is published depends on it.
 */
const FILE = "live-sites.json";

/** The sites that went live last are remembered; each takes a few kilobytes. */
const MOST_SITES = 20;

const liveSchema = z.array(z.object({ site: z.string(), parts: z.array(artifactKey) }));
type LiveSites = z.output<typeof liveSchema>;

/** From paths of pages in a site, such as articles/most/index.html, to files that hold their HTML. */
export type PageFiles = ReadonlyMap<string, string>;

/**
 * Finds the artifacts of the site before.
 *
 * @param standing the site in the place of the next one
 * @returns the keys of its artifacts; none where nothing is known of it, or only a preview stands there
 */
export function lastArtifacts(work: BuildContext, standing: SiteTree): readonly string[] {
  const name = nameOf(work);
  const known = load(work.maker.cache.folder).find(({ site }) => site === name);
  return known?.parts ?? (standing.isPreview ? [] : standing.parts);
}

/** Is called when a site has gone live that is no preview. */
export function rememberArtifacts(work: BuildContext, keys: readonly string[]): void {
  const { folder } = work.maker.cache;
  const name = nameOf(work);
  const others = load(folder).filter(({ site }) => site !== name);
  const sites: LiveSites = [{ site: name, parts: [...keys] }, ...others.slice(0, MOST_SITES - 1)];
  writeCacheFile(folder, FILE, JSON.stringify(sites));
}

/** A runner of CI puts the project into another folder each time: there the address says more. */
function nameOf({ archive: { site }, options: { content, output } }: BuildContext): string {
  if (site.address === LOCAL_ADDRESS) return output;
  return `${site.address}${site.pathPrefix} ${relative(content, output)}`;
}

function load(folder: string): LiveSites {
  try {
    return liveSchema.parse(JSON.parse(readFileSync(join(folder, FILE), "utf8")));
  } catch {
    return [];
  }
}

/**
 * @param keys of artifacts
 * @param site the folder of a site that may still hold what is no longer in the cache
 * @returns the pages that they publish; nothing of one that is in neither
 */
export function pagesOf(
  keys: readonly string[],
  { maker: { cache } }: BuildContext,
  site: string,
): PageFiles {
  const pages = new Map<string, string>();
  for (const key of keys) {
    const own = cache.published(key)?.keys();
    const folder = own === undefined ? site : join(cache.folderOf(key), PUBLISHED);
    for (const path of own ?? listedFiles(site, key).keys()) {
      if (path.endsWith(".html")) pages.set(path, join(folder, path));
    }
  }
  return pages;
}
