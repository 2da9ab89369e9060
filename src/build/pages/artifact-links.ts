import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Site, withPrefix } from "../../content/index.ts";
import { jsonFile } from "../../index/index.ts";
import { idsOf } from "../../language/index.ts";
import { type LinkTarget, linksOf } from "./link-targets.ts";
import type { WrittenPage } from "./page-check.ts";

const FILE = "links.json";

/** Lies in an artifact: where what it publishes leads. */
const LINKS = jsonFile<LinkTarget[]>(FILE);

/** What is looked through for links. */
const LOOKED_AT = /\.(?:html|xml|json|css|webmanifest)$/;

/**
 * Writes the targets of links for the check of the whole site: each once, with the first file that names it.
 * Anchors of the page itself are left out.
 *
 * @param files as they were made
 * @param site its address is what links are told by
 * @param folder of the artifact
 */
export function writeLinks(
  files: readonly Pick<WrittenPage, "path" | "text">[],
  site: Site,
  folder: string,
): void {
  LINKS.write(folder, linksIn(files, site));
}

/** @returns each target once, with the first file that names it */
export function linksIn(
  files: readonly Pick<WrittenPage, "path" | "text">[],
  site: Site,
): LinkTarget[] {
  const base = site.address + withPrefix(site, "/");
  const links = new Map<string, LinkTarget>();
  for (const { path, text } of files.filter((file) => LOOKED_AT.test(file.path))) {
    const ids = idsOf(text);
    for (const link of linksOf(path, text, base)) {
      if (!links.has(link.to) && !isOwnPlace(link, ids)) links.set(link.to, link);
    }
  }
  return [...links.values()];
}

/** @param folder of an artifact; @returns where it leads; of one without pages and styles, nowhere */
export function readLinks(folder: string): LinkTarget[] {
  return existsSync(join(folder, FILE)) ? LINKS.read(folder) : [];
}

/** Whether a target is the page that names it, or a place that it has: most anchors are. */
function isOwnPlace({ from, to }: LinkTarget, ids: ReadonlySet<string>): boolean {
  const [page = "", anchor = ""] = to.split("#");
  if (page !== from && `${page}index.html` !== from) return false;
  return anchor === "" || ids.has(anchor);
}
