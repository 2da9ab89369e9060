import {
  type ArticleSummary,
  type Headline,
  monthPath,
  type NewsItem,
  newestFirst,
  type OpenArchive,
  type TopicName,
  topicPath,
  topicYearPath,
  UNDATED,
} from "../content/index.ts";
import {
  type ArchiveLists,
  groupBy,
  headlinePages,
  isMedia,
  itemsByTopic,
  type ListPart,
  mapPaths,
  NEWS_SIZE,
  PAGE_SIZE,
  type TopicSummary,
} from "../site/index.ts";
import { listFile, readLists } from "./slice-files.ts";
import type { ReadSlice } from "./slices.ts";

/** How long an article is news to Google, in milliseconds. */
const NEWS_TIME = 2 * 24 * 60 * 60 * 1000;

/** What is needed of a slice that has been read. */
type ListedSlice = Pick<ReadSlice, "folder" | "facts">;

/** All slices of an archive, looked over as one. */
export class ArchiveOverview {
  readonly #slices: readonly ListedSlice[];
  readonly #headlines: readonly Headline[];
  readonly #headlinesByYear: ReadonlyMap<string, readonly Headline[]>;
  readonly #about: string | undefined;
  readonly #hasMedia: boolean;
  readonly #descriptions: ReadonlyMap<string, string | undefined>;
  /** Read when they are first needed. */
  readonly #articlesByYear = new Map<string, readonly ArticleSummary[]>();
  readonly #topicsByYear = new Map<string, ReadonlyMap<string, readonly NewsItem[]>>();

  /** @param archive its headlines, the editor's page about the site, the topics that are described */
  constructor(
    slices: readonly ListedSlice[],
    {
      headlines,
      about,
      topics,
      statics = [],
    }: Pick<OpenArchive, "headlines" | "about" | "topics"> & Partial<Pick<OpenArchive, "statics">>,
  ) {
    this.#about = about;
    this.#hasMedia = statics.some(({ path }) => isMedia(`/${path}`));
    this.#descriptions = new Map(topics.map(({ slug, description }) => [slug, description]));
    this.#slices = slices;
    this.#headlines = headlines;
    this.#headlinesByYear = groupBy(headlines, yearOfItem);
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
    const articleCount = this.#slices.reduce((sum, { facts }) => sum + facts.articles, 0);
    return {
      pinned: newestFirst(
        this.#slices.flatMap(({ facts }) => facts.pinned),
        ({ slug }) => slug,
      )[0],
      articles: this.#newest(this.years, PAGE_SIZE, (year) => this.#articlesOf(year)),
      months: articleCount > PAGE_SIZE ? this.#months() : [],
      headlines: this.#headlines,
      topics: this.#topics(),
      news: this.#news(),
      redirects: this.#slices.flatMap(({ facts }) => facts.redirects),
      maps: this.years.flatMap((year) => mapPaths(year, this.#countAddresses(year))),
      standing: this.#slices.flatMap(({ facts }) => facts.standing.map(({ path }) => path)),
      about: this.#about,
      ...(this.#hasMedia ? { hasMedia: true } : {}),
    };
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

  /** Reads years, the newest first, until there are enough items. */
  #newest<Item>(
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
    const known = this.#articlesByYear.get(year);
    if (known !== undefined) return known;
    const articles = readLists(this.listsOf(year).map(({ file }) => file));
    this.#articlesByYear.set(year, articles);
    return articles;
  }

  #months(): ListPart[] {
    const counts = new Map<string, number>();
    for (const { facts } of this.#slices) {
      for (const { months } of Object.values(facts.years)) {
        for (const [month, count] of Object.entries(months)) {
          counts.set(month, (counts.get(month) ?? 0) + count);
        }
      }
    }
    return [...counts]
      .sort(([a], [b]) => latestFirst(a, b))
      .map(([name, count]) => ({ name, path: monthPath(name), count }));
  }

  #topics(): TopicSummary[] {
    const topics = this.#countTopics();
    const all = [...topics].map(([slug, { name, years }]): TopicSummary => {
      const count = [...years.values()].reduce((sum, own) => sum + own, 0);
      const own = [...years].sort(([a], [b]) => latestFirst(a, b));
      const read = (year: string): readonly NewsItem[] => this.#itemsOf(slug, year);
      const parts = own.map(([year, some]) => {
        return { name: year, path: topicYearPath(slug, year), count: some };
      });
      return {
        name,
        slug,
        description: this.#descriptions.get(slug),
        path: topicPath(slug),
        count,
        items: this.#newest(
          own.map(([year]) => year),
          PAGE_SIZE,
          read,
        ),
        years: count > PAGE_SIZE ? parts : [],
      };
    });
    return all.sort((a, b) => a.name.localeCompare(b.name, "ru"));
  }

  #countTopics(): Map<string, { name: string; years: Map<string, number> }> {
    const topics = new Map<string, { name: string; years: Map<string, number> }>();
    const add = ({ slug, name }: TopicName, year: string, count: number): void => {
      const topic = topics.get(slug) ?? { name, years: new Map<string, number>() };
      topic.years.set(year, (topic.years.get(year) ?? 0) + count);
      topics.set(slug, topic);
    };
    for (const year of this.years) {
      for (const { facts } of this.#slices) {
        for (const [slug, { name, count }] of Object.entries(facts.years[year]?.topics ?? {})) {
          add({ slug, name }, year, count);
        }
      }
      for (const { topics: own } of this.headlinesOf(year)) {
        for (const topic of own) add(topic, year, 1);
      }
    }
    return topics;
  }

  #itemsOf(slug: string, year: string): readonly NewsItem[] {
    const known = this.#topicsByYear.get(year);
    const items = known ?? itemsByTopic([...this.#articlesOf(year), ...this.headlinesOf(year)]);
    this.#topicsByYear.set(year, items);
    return items.get(slug) ?? [];
  }
}

function yearOfItem({ date }: Headline): string {
  return date?.day.slice(0, 4) ?? UNDATED;
}

/** Years and months, the latest first; UNDATED is behind all of them. */
function latestFirst(a: string, b: string): number {
  const key = (name: string): string => (name === UNDATED ? "" : name);
  return key(a) < key(b) ? 1 : -1;
}
