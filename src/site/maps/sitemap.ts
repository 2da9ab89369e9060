import type { ArticleSummary, Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import { toXml } from "../feeds/xml.ts";
import type { ArchiveLists } from "../types.ts";
import { type MapEntry, pagesMap } from "./entries.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9";

/** The most articles of a news map: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const NEWS_SIZE = 1000;

export const INDEX_PATH = "/sitemap.xml";
export const NEWS_PATH = "/sitemap-news.xml";

/** Writes a map of pages (https://www.sitemaps.org/protocol.html). */
export function toSitemap(site: Site, entries: readonly MapEntry[]): string {
  const url = entries.map(({ path, changed }) => {
    return { loc: absoluteAddress(site, path), lastmod: changed };
  });
  return toXml({ urlset: { "@xmlns": NAMESPACE, url } });
}

/** Writes the index of all maps except that of news, which robots.txt names. */
export function toSitemapIndex(site: Site, lists: ArchiveLists): string {
  const sitemap = mapsOf(lists).map((path) => ({ loc: absoluteAddress(site, path) }));
  return toXml({ sitemapindex: { "@xmlns": NAMESPACE, sitemap } });
}

/** @returns where the maps are that the index lists */
export function mapsOf(lists: ArchiveLists): string[] {
  return [...pagesMap(lists).map(({ path }) => path), ...lists.maps];
}

/**
 * Writes the map of the latest news by Google's rules.
 *
 * @param news dated articles, NEWS_SIZE at most; one without a date is left out
 */
export function toNewsSitemap(site: Site, news: readonly ArticleSummary[]): string {
  // Google wants the language alone, by ISO 639: «ru» of «ru-RU».
  const language = site.language.replace(/-.*$/, "");
  const url = news.slice(0, NEWS_SIZE).flatMap(({ path, title, date }) => {
    if (date === undefined) return [];
    const news = {
      "news:publication": { "news:name": site.name, "news:language": language },
      "news:publication_date": date.iso,
      "news:title": title,
    };
    return [{ loc: absoluteAddress(site, path), "news:news": news }];
  });
  return toXml({ urlset: { "@xmlns": NAMESPACE, "@xmlns:news": NEWS_NAMESPACE, url } });
}
