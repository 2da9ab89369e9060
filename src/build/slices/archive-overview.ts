import {
  type ArticleSummary,
  type Headline,
  labelPath,
  labelYearPath,
  monthPath,
  type NewsItem,
  newestFirst,
  type OpenArchive,
  UNDATED,
} from "../../content/index.ts";
import { isMedia } from "../../hosting/headers.ts";
import { addTo, entryOf, groupBy } from "../../language/maps.ts";
import {
  type ArchiveLists,
  headlinePages,
  itemsByLabel,
  type LabelSummary,
  type ListPart,
  mapPaths,
  NEWS_SIZE,
  PAGE_SIZE,
} from "../../site/index.ts";
import { listFile, readLists } from "../tasks/slice-files.ts";
import { countLabels, type DescribedLabels, type LabelCounts, labelLists } from "./labels.ts";
import type { ReadSlice } from "./slices.ts";

/** How long an article is news to Google, in milliseconds. */
const NEWS_TIME = 2 * 24 * 60 * 60 * 1000;

/** The part of a read slice that lists are made from. */
type ListedSlice = Pick<ReadSlice, "folder" | "facts">;

/** The part of an archive that lists are made from, besides its slices. */
type ListedArchive = DescribedLabels &
  Pick<OpenArchive, "headlines" | "about"> &
  Partial<Pick<OpenArchive, "statics">>;

/** All slices of an archive, looked over as one. */
export class ArchiveOverview {
  readonly #slices: readonly ListedSlice[];
  readonly #archive: ListedArchive;
  readonly #headlinesByYear: ReadonlyMap<string, readonly Headline[]>;
  /** Read when they are first needed. */
  readonly #articlesByYear = new Map<string, readonly ArticleSummary[]>();
  readonly #labelsByYear = new Map<string, ReadonlyMap<string, readonly NewsItem[]>>();

  /** @param archive its headlines, and what the editor says of the site, of topics and of authors */
  constructor(slices: readonly ListedSlice[], archive: ListedArchive) {
    this.#slices = slices;
    this.#archive = archive;
    this.#headlinesByYear = groupBy(archive.headlines, yearOfItem);
  }

  /** The years in which something was published, the newest first; UNDATED last. */
  get years(): string[] {
    const years = new Set([
      ...this.#slices.flatMap(({ facts }) => Object.keys(facts.years)),
      ...this.#headlinesByYear.keys(),
    ]);
    return [...years].sort(latestFirst);
  }

  headlinesOf(year: string): readonly Headline[] {
    return this.#headlinesByYear.get(year) ?? [];
  }

  /** The slices that hold articles of a year: the files that list them, and their hashes. */
  listsOf(year: string): { file: string; digest: string }[] {
    return this.#slices.flatMap(({ folder, facts }) => {
      const own = facts.years[year];
      return own === undefined ? [] : [{ file: listFile(folder, year), digest: own.digest }];
    });
  }

  /** @returns what the pages are made from that look over the whole archive */
  lists(): ArchiveLists {
    const { headlines, about, statics = [] } = this.#archive;
    const articleCount = this.#slices.reduce((sum, { facts }) => sum + facts.articles, 0);
    return {
      pinned: newestFirst(
        this.#slices.flatMap(({ facts }) => facts.pinned),
        ({ slug }) => slug,
      )[0],
      articles: this.newest(PAGE_SIZE),
      months: articleCount > PAGE_SIZE ? this.#months() : [],
      headlines,
      ...labelLists(this.#labels(), this.#archive),
      news: this.#news(),
      redirects: this.#slices.flatMap(({ facts }) => facts.redirects),
      maps: this.years.flatMap((year) => mapPaths(year, this.#countAddresses(year))),
      standing: this.#slices.flatMap(({ facts }) => facts.standing.map(({ path }) => path)),
      about,
      ...(hasMedia(statics) ? { hasMedia: true } : {}),
    };
  }

  /** @returns the newest articles, those without a date last */
  newest(most: number): ArticleSummary[] {
    return this.#first(this.years, most, (year) => this.#articlesOf(year));
  }

  /** Two days before the newest article, and not before now: the same archive, the same bytes. */
  #news(): ArticleSummary[] {
    const news: ArticleSummary[] = [];
    for (const year of this.years.filter((name) => name !== UNDATED)) {
      const articles = this.#articlesOf(year);
      const newest = (news[0] ?? articles[0])?.date?.epoch ?? 0;
      const recent = articles.filter(({ date }) => newest - (date?.epoch ?? 0) <= NEWS_TIME);
      news.push(...recent);
      // A year of headlines alone says nothing, one that is not wholly recent ends it.
      if (recent.length < articles.length) break;
    }
    return news.slice(0, NEWS_SIZE);
  }

  /** How many pages a year's own map lists: articles, and pages of headlines. */
  #countAddresses(year: string): number {
    const days = headlinePages(this.headlinesOf(year));
    const counts = this.#slices.map(({ facts }) => facts.years[year]?.articles ?? 0);
    return counts.reduce((sum, count) => sum + count, days.length);
  }

  /** Reads years, in their order, until there are enough items. */
  #first<Item>(
    years: readonly string[],
    most: number,
    read: (year: string) => readonly Item[],
  ): Item[] {
    const items: Item[] = [];
    for (const year of years) {
      if (items.length >= most) break;
      items.push(...read(year));
    }
    return items.slice(0, most);
  }

  #articlesOf(year: string): readonly ArticleSummary[] {
    const read = () => readLists(this.listsOf(year).map(({ file }) => file));
    return entryOf(this.#articlesByYear, year, read);
  }

  #months(): ListPart[] {
    const counts = new Map<string, number>();
    const years = this.#slices.flatMap(({ facts }) => Object.values(facts.years));
    const months = years.flatMap((year) => Object.entries(year.months));
    for (const [month, count] of months) addTo(counts, month, count);
    return [...counts]
      .sort(([a], [b]) => latestFirst(a, b))
      .map(([name, count]) => ({ name, path: monthPath(name), count }));
  }

  #labels(): LabelSummary[] {
    const facts = this.#slices.map((slice) => slice.facts);
    return countLabels(this.years, facts, (year) => this.headlinesOf(year)).map((one) =>
      this.#summaryOf(one),
    );
  }

  #summaryOf({ label, years }: LabelCounts): LabelSummary {
    const path = labelPath(label);
    const count = [...years.values()].reduce((sum, own) => sum + own, 0);
    const order = label.kind === "series" ? earliestFirst : latestFirst;
    const parts = [...years]
      .sort(([a], [b]) => order(a, b))
      .map(([year, some]) => ({ name: year, path: labelYearPath(label, year), count: some }));
    const names = parts.map((part) => part.name);
    const items = this.#first(names, PAGE_SIZE, (year) => this.#itemsOf(path, year));
    return { ...label, path, count, items, years: count > PAGE_SIZE ? parts : [] };
  }

  /** @param path of the page of a label */
  #itemsOf(path: string, year: string): readonly NewsItem[] {
    const items = entryOf(this.#labelsByYear, year, () =>
      itemsByLabel([...this.#articlesOf(year), ...this.headlinesOf(year)]),
    );
    return items.get(path) ?? [];
  }
}

function hasMedia(statics: OpenArchive["statics"]): boolean {
  return statics.some(({ path }) => isMedia(`/${path}`));
}

function yearOfItem({ date }: Headline): string {
  return date?.day.slice(0, 4) ?? UNDATED;
}

/** Years and months, the latest first; UNDATED is behind all of them. */
function latestFirst(a: string, b: string): number {
  const key = (name: string): string => (name === UNDATED ? "" : name);
  return key(a) < key(b) ? 1 : -1;
}

/** The parts of a series, which begins where it began; UNDATED is last here too. */
function earliestFirst(a: string, b: string): number {
  if (a === UNDATED || b === UNDATED) return latestFirst(a, b);
  return a < b ? -1 : 1;
}
