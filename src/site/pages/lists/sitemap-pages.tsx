import { type MapEntry, pagesMap } from "../../maps/entries.ts";
import type { MapPart } from "../../maps/parts.ts";
import { toSitemap } from "../../maps/sitemap.ts";
import type { LabelSummary, ListsPageData } from "../../types.ts";

interface Data extends ListsPageData {
  readonly map: MapPart<MapEntry>;
}

export const data = {
  pagination: {
    data: "lists.topics",
    size: 1,
    alias: "map",
    before: (_topics: readonly LabelSummary[], { lists }: ListsPageData) => pagesMap(lists),
  },
  permalink: ({ map }: Data) => map.path,
};

export const render = ({ site, map }: Data): string => toSitemap(site, map.entries);
