import type { Hit } from "./fuse.ts";
import type { SearchOptions } from "./pagefind.ts";
import type { Volume } from "./volume.ts";

/**
 * What is asked about pages that were found. Only the volumes that hold some of them are asked: no
 * other can say anything of them.
 */

/** @returns each volume that holds any of the pages, once */
export function volumesOf(hits: readonly Hit[]): ReadonlySet<Volume> {
  return new Set(hits.map(({ volume }) => volume));
}

/** @returns the ids of the pages that hold a phrase */
export async function holding(phrase: string, hits: readonly Hit[]): Promise<Set<string>> {
  const found = await fromEach(hits, (volume) =>
    volume.ask((pagefind) => pagefind.search(`"${phrase}"`)),
  );
  return new Set([...found.values()].flatMap(({ results }) => results.map(({ id }) => id)));
}

/** @returns whether a page passes the filters and the date range of a search */
export async function gateOf(
  options: SearchOptions,
  hits: readonly Hit[],
): Promise<(hit: Hit) => boolean> {
  const gates = await fromEach(hits, ({ facets }) => facets.gate(options));
  return ({ id, volume }) => gates.get(volume)?.(id) ?? false;
}

/** @returns the day on which a page was published; nothing for a page without a date */
export async function dayOf(hits: readonly Hit[]): Promise<(hit: Hit) => number | undefined> {
  const days = await fromEach(hits, ({ facets }) => facets.days());
  return ({ id, volume }) => days.get(volume)?.(id);
}

/** The sort of our own pages. */
const BY_DATE = "date";

/**
 * An order that the indexes were given. Each knows that of its own pages: those of two volumes go by
 * their days, and where these are alike or none, by the place of the volumes in time.
 *
 * @param volumes the newest first
 */
export async function orderOf(
  sort: NonNullable<SearchOptions["sort"]>,
  hits: readonly Hit[],
  volumes: readonly Volume[],
): Promise<(a: Hit, b: Hit) => number> {
  const [[name, direction] = []] = Object.entries(sort);
  const orders = await fromEach(hits, ({ facets }) => facets.order(sort));
  const day = name === BY_DATE && orders.size > 1 ? await dayOf(hits) : () => undefined;
  const sign = direction === "desc" ? -1 : 1;
  const ages = new Map(volumes.map((volume, index) => [volume, index]));
  const age = ({ volume }: Hit): number => ages.get(volume) ?? 0;
  const place = ({ id, volume }: Hit): number => orders.get(volume)?.get(id) ?? 0;
  return (a, b) => {
    if (a.volume === b.volume) return place(a) - place(b);
    return sign * (compareDays(day(a), day(b)) || age(b) - age(a));
  };
}

/** What has no date sorts before every day. */
function compareDays(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY);
}

async function fromEach<Part>(
  hits: readonly Hit[],
  load: (volume: Volume) => Promise<Part>,
): Promise<Map<Volume, Part>> {
  const parts = [...volumesOf(hits)].map(async (volume) => [volume, await load(volume)] as const);
  return new Map(await Promise.all(parts));
}
