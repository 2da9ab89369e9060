import { type MapEntry, yearMap } from "../../maps/entries.ts";
import type { MapPart } from "../../maps/parts.ts";
import { toSitemap } from "../../maps/sitemap.ts";
import type { YearData, YearPageData } from "../../types.ts";

interface Data extends YearPageData {
  readonly map: MapPart<MapEntry>;
}

export const data = {
  pagination: {
    data: "years",
    size: 1,
    alias: "map",
    before: (years: readonly YearData[]) => years.flatMap((year) => yearMap(year)),
  },
  permalink: ({ map }: Data) => map.path,
};

export const render = ({ site, map }: Data): string => toSitemap(site, map.entries);
