/** The most addresses that a map may hold: https://www.sitemaps.org/protocol.html */
const MAP_SIZE = 50_000;

/** A map, or a part of one that would be too long. */
export interface MapPart<Entry> {
  /** Its place in the site, without the path prefix. */
  readonly path: string;
  readonly entries: readonly Entry[];
}

/**
 * Cuts a map where it would be too long.
 *
 * @param name of a year, or of another map; parts after the first have their number behind it
 * @param size the most addresses in a part
 * @returns nothing where there are no entries, for a map must hold one
 */
export function mapParts<Entry>(
  name: string,
  entries: readonly Entry[],
  size: number = MAP_SIZE,
): MapPart<Entry>[] {
  return mapPaths(name, entries.length, size).map((path, index) => {
    return { path, entries: entries.slice(index * size, (index + 1) * size) };
  });
}

/** @returns where `mapParts` would put a map of so many entries */
export function mapPaths(name: string, count: number, size: number = MAP_SIZE): string[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, index) =>
    index === 0 ? `/sitemaps/${name}.xml` : `/sitemaps/${name}-${index + 1}.xml`,
  );
}
