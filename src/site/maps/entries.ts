import type { NewsItem } from "../../content/index.ts";
import { newestChange } from "../feeds/moments.ts";
import { headlinePages } from "../list-pages.ts";
import type { ArchiveLists, TopicSummary, YearData } from "../types.ts";
import { type MapPart, mapParts } from "./parts.ts";

/** A page as maps tell of it. */
export interface MapEntry {
  /** Its place in the site, without the path prefix. */
  readonly path: string;
  /** When it last changed, by the W3C: 2026-11-23 or 2026-11-23T14:30:00+03:00. */
  readonly changed?: string | undefined;
}

/**
 * The map of what looks over the whole archive: front pages, topics, the first pages of months and
 * of topics' years. When those last changed that list older things is not known here.
 */
export function pagesMap(lists: ArchiveLists): MapPart<MapEntry>[] {
  return mapParts("pages", [
    ...frontPages(lists),
    ...lists.topics.map(({ path, items }) => entry(path, items)),
    ...lists.months.map(({ path }) => ({ path })),
    ...lists.topics.flatMap(({ years }) => years.map(({ path }) => ({ path }))),
  ]);
}

function frontPages({ articles, headlines, topics, standing }: ArchiveLists): MapEntry[] {
  const ofTopics = topics.flatMap(({ items }: TopicSummary) => items);
  return [
    entry("/", [...articles, ...headlines]),
    entry("/headlines/", headlines),
    entry("/archive/", articles),
    entry("/topics/", ofTopics),
    { path: "/about/" },
    ...standing.map((path) => ({ path })),
  ];
}

/**
 * The map of what was published in a year: its articles and its pages of headlines. The first
 * headlines without a date stand on the front page of headlines, which is on the other map.
 *
 * @param size the most addresses in a part
 */
export function yearMap(
  { name, articles, headlines }: Pick<YearData, "name" | "articles" | "headlines">,
  size?: number,
): MapPart<MapEntry>[] {
  const days = headlinePages(headlines).map(([path, own]) => entry(path, own));
  return mapParts(name, [...articles.map((one) => entry(one.path, [one])), ...days], size);
}

/** @param items what a page shows */
function entry(path: string, items: readonly NewsItem[]): MapEntry {
  return { path, changed: newestChange(items)?.iso };
}
