import { type Headline, throwIfAny } from "../content/index.ts";
import { headlinePages, type ShelfData, type YearData } from "../site/index.ts";
import { hashOfPages } from "./code-hash.ts";
import { keyOf, type PartCache } from "./part-cache.ts";
import type { Shelf } from "./shelf.ts";
import type { VolumeContext } from "./volumes.ts";

/** The pages of all years. */
export interface MadeYears {
  /** The parts that hold them. */
  readonly keys: readonly string[];
  /** How many pages there are. */
  readonly pages: number;
}

/** Makes the pages that list what was published in each year, where they are not in the cache. */
export async function makeYears(
  shelf: Shelf,
  data: ShelfData,
  context: VolumeContext,
): Promise<MadeYears> {
  const code = hashOfPages();
  const years = shelf.years
    .map((name) => yearOf(name, shelf, data))
    .filter((year) => hasPages(year, shelf));
  const keys = await Promise.all(years.map((year) => makeYear(year, code, shelf, context)));
  const count = (key: string): number => countPages(context.cache, key);
  return { keys, pages: keys.reduce((sum, key) => sum + count(key), 0) };
}

type Year = Omit<YearData, "articles">;

function yearOf(name: string, shelf: Shelf, data: ShelfData): Year {
  const headlines = shelf.headlinesOf(name).filter(({ date }) => date !== undefined);
  const years = data.topics.filter((topic) => topic.years.some((year) => year.name === name));
  return {
    name,
    headlines: shelf.headlinesOf(name),
    hasMonths: data.months.length > 0,
    topics: years.map(({ name: topic, slug }) => ({ name: topic, slug })),
    newerDay: neighbour(data.headlines, headlines[0], -1),
    olderDay: neighbour(data.headlines, headlines.at(-1), 1),
  };
}

/** The dated headline next to one in time. */
function neighbour(
  all: readonly Headline[],
  headline: Headline | undefined,
  step: number,
): Headline | undefined {
  if (headline === undefined) return undefined;
  const found = all[all.indexOf(headline) + step];
  return found?.date === undefined ? undefined : found;
}

/** A year with articles has a map of them at least. */
function hasPages({ name, headlines, topics }: Year, shelf: Shelf): boolean {
  const hasArticles = shelf.listsOf(name).length > 0;
  return hasArticles || topics.length > 0 || headlinePages(headlines).length > 0;
}

async function makeYear(
  year: Year,
  code: string,
  shelf: Shelf,
  { archive, assets, cache, workers }: VolumeContext,
): Promise<string> {
  const lists = shelf.listsOf(year.name);
  const digests = lists.map(({ digest }) => digest);
  const key = keyOf("year", code, archive.site, assets, year, digests);
  if ((await cache.find(key)) !== undefined) return key;
  const folder = await cache.begin(key);
  const files = lists.map(({ file }) => file);
  const job = { kind: "year", site: archive.site, assets, year, lists: files, folder } as const;
  throwIfAny(await workers.run(job));
  await cache.finish(key);
  return key;
}

/** @returns how many pages a part publishes */
export function countPages(cache: PartCache, key: string): number {
  return [...(cache.published(key)?.keys() ?? [])].filter((path) => path.endsWith(".html")).length;
}
