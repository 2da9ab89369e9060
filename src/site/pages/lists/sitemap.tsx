import { INDEX_PATH, toSitemapIndex } from "../../maps/sitemap.ts";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: INDEX_PATH };

export const render = ({ site, lists }: ListsPageData): string => toSitemapIndex(site, lists);
