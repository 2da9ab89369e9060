import { type MapEntry, pagesMap } from "../../maps/entries.ts";
import type { MapPart } from "../../maps/parts.ts";
import { toSitemap } from "../../maps/sitemap.ts";
import type { ShelfPageData, TopicSummary } from "../../types.ts";

interface Data extends ShelfPageData {
  readonly map: MapPart<MapEntry>;
}

export const data = {
  pagination: {
    data: "shelf.topics",
    size: 1,
    alias: "map",
    before: (_topics: readonly TopicSummary[], { shelf }: ShelfPageData) => pagesMap(shelf),
  },
  permalink: ({ map }: Data) => map.path,
};

export const render = ({ site, map }: Data): string => toSitemap(site, map.entries);
