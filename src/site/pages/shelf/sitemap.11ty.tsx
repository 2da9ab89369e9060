import { INDEX_PATH, toSitemapIndex } from "../../maps/sitemap.ts";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: INDEX_PATH };

export const render = ({ site, shelf }: ShelfPageData): string => toSitemapIndex(site, shelf);
