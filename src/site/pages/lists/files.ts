import { hostHeaders, hostRedirects } from "../../../hosting/headers.ts";
import { pagesMap } from "../../maps/entries.ts";
import { OPENSEARCH_PATH, toOpenSearch } from "../../maps/opensearch.ts";
import { toRobots } from "../../maps/robots.ts";
import { INDEX_PATH, NEWS_PATH, toNewsSitemap, toSitemapIndex } from "../../maps/sitemap.ts";
import { toWebManifest } from "../../maps/web-manifest.ts";
import type { LabelSummary, ListsPageData } from "../../types.ts";
import { mapPages } from "../map-pages.ts";

type Data = ListsPageData;

/** @param permalink where the file lies; false where there is none */
function file(
  permalink: string | ((data: Data) => string | false),
  render: (data: Data) => string,
) {
  return { data: { permalink }, render };
}

/** What machines read of the whole archive. */
export const FILES = {
  "host-headers": file("/_headers", ({ site, lists }) => hostHeaders(site, lists)),
  "host-redirects": file(
    ({ lists }) => lists.redirects.length > 0 && "/_redirects",
    ({ site, lists }) => hostRedirects(site, lists.redirects),
  ),
  manifest: file("/manifest.webmanifest", ({ site }) => toWebManifest(site)),
  opensearch: file(OPENSEARCH_PATH, ({ site }) => toOpenSearch(site)),
  robots: file("/robots.txt", ({ site, lists }) => toRobots(site, lists)),
  sitemap: file(INDEX_PATH, ({ site, lists }) => toSitemapIndex(site, lists)),
  // Where nothing has a date there is no news, and a map must not be empty.
  "sitemap-news": file(
    ({ lists }) => lists.news.length > 0 && NEWS_PATH,
    ({ site, lists }) => toNewsSitemap(site, lists.news),
  ),
  "sitemap-pages": mapPages("lists.topics", (_: readonly LabelSummary[], { lists }: Data) =>
    pagesMap(lists),
  ),
};
