import { NEWS_PATH, toNewsSitemap } from "../../maps/sitemap.ts";
import type { ListsPageData } from "../../types.ts";

/** Where nothing has a date there is no news, and a map must not be empty. */
export const data = {
  permalink: ({ lists }: ListsPageData) => (lists.news.length === 0 ? false : NEWS_PATH),
};

export const render = ({ site, lists }: ListsPageData): string => toNewsSitemap(site, lists.news);
