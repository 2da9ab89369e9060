import type { MapEntry } from "../maps/entries.ts";
import type { MapPart } from "../maps/parts.ts";
import { toSitemap } from "../maps/sitemap.ts";
import type { SiteData } from "../types.ts";

export interface MapData extends SiteData {
  readonly map: MapPart<MapEntry>;
}

/**
 * Makes a template of the parts of a map.
 *
 * @param data the name of a list that is handed to `before`
 */
export function mapPages<List, Data>(
  data: string,
  before: (list: List, data: Data) => MapPart<MapEntry>[],
) {
  return {
    data: {
      pagination: { data, size: 1, alias: "map", before },
      permalink: ({ map }: MapData) => map.path,
    },
    render: ({ site, map }: MapData): string => toSitemap(site, map.entries),
  };
}
