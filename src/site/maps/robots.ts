import type { Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import type { ArchiveLists } from "../types.ts";
import { INDEX_PATH, mapsOf, NEWS_PATH } from "./sitemap.ts";

/**
 * Everything may be read, and here are the maps. Each is named, not the index alone: a map may list
 * pages outside its own folder only where robots.txt names it
 * (https://www.sitemaps.org/protocol.html#location). Under a path prefix robots do not look here,
 * and the host's own robots.txt has to name the index.
 */
export function toRobots(site: Site, lists: ArchiveLists): string {
  const news = lists.news.length === 0 ? [] : [NEWS_PATH];
  const maps = [INDEX_PATH, ...news, ...mapsOf(lists)];
  const lines = maps.map((path) => `Sitemap: ${absoluteAddress(site, path)}`);
  return ["User-agent: *", "Allow: /", "", ...lines, ""].join("\n");
}
