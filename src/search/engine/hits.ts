import type { Hit } from "./fuse.ts";
import type { SearchOptions } from "./pagefind.ts";
import type { Segment } from "./segment.ts";

/** Facts about hits. Only segments that hold some of them are asked. */

/** @returns each segment that holds any of the pages, once */
export function segmentsIn(hits: readonly Hit[]): ReadonlySet<Segment> {
  return new Set(hits.map(({ segment }) => segment));
}

/** @returns whether a page passes the filters and the date range of a search */
export async function gateOf(
  options: SearchOptions,
  hits: readonly Hit[],
): Promise<(hit: Hit) => boolean> {
  const gates = await fromEach(hits, ({ facets }) => facets.gate(options));
  return ({ segment, slot }) => gates.get(segment)?.(slot) ?? false;
}

/** @returns the day on which a page was published; nothing for a page without a date */
export async function dayOf(hits: readonly Hit[]): Promise<(hit: Hit) => number | undefined> {
  const days = await fromEach(hits, ({ facets }) => facets.days());
  return ({ segment, slot }) => days.get(segment)?.(slot);
}

/** The sort of our own pages. */
const BY_DATE = "date";

/**
 * An order that the segments were given. Each knows that of its own pages: those of two segments go by
 * their days, and where these are alike or none, by the place of the segments in time.
 *
 * @param segments the newest first
 */
export async function orderOf(
  sort: NonNullable<SearchOptions["sort"]>,
  hits: readonly Hit[],
  segments: readonly Segment[],
): Promise<(a: Hit, b: Hit) => number> {
  const [[name = "", direction] = []] = Object.entries(sort);
  const orders = await fromEach(hits, ({ facets }) => facets.order(name));
  const day = name === BY_DATE && orders.size > 1 ? await dayOf(hits) : () => undefined;
  const sign = direction === "desc" ? -1 : 1;
  const ages = new Map(segments.map((segment, at) => [segment, at]));
  const age = ({ segment }: Hit): number => ages.get(segment) ?? 0;
  const place = ({ segment, slot }: Hit): number => orders.get(segment)?.get(slot) ?? 0;
  return (a, b) => {
    if (a.segment === b.segment) return sign * (place(a) - place(b));
    return sign * (compareDays(day(a), day(b)) || age(b) - age(a));
  };
}

/** Undated pages sort before every day. */
function compareDays(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY);
}

async function fromEach<Part>(
  hits: readonly Hit[],
  load: (segment: Segment) => Promise<Part>,
): Promise<Map<Segment, Part>> {
  const parts = [...segmentsIn(hits)].map(
    async (segment) => [segment, await load(segment)] as const,
  );
  return new Map(await Promise.all(parts));
}
