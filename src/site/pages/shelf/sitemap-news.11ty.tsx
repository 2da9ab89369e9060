import { NEWS_PATH, toNewsSitemap } from "../../maps/sitemap.ts";
import type { ShelfPageData } from "../../types.ts";

/** Where nothing has a date there is no news, and a map must not be empty. */
export const data = {
  permalink: ({ shelf }: ShelfPageData) => (shelf.news.length === 0 ? false : NEWS_PATH),
};

export const render = ({ site, shelf }: ShelfPageData): string => toNewsSitemap(site, shelf.news);
