import type { NewsItem } from "../../content/index.ts";
import { newestChange } from "../feeds/moments.ts";
import { headlinePages } from "../list-pages.ts";
import type { ArchiveLists, LabelSummary, YearData } from "../types.ts";
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
 * of topics' years, authors, sections, series. When those last changed that list older things is not known here.
 */
export function pagesMap(lists: ArchiveLists): MapPart<MapEntry>[] {
  return mapParts("pages", [
    ...frontPages(lists),
    ...lists.topics.map(({ path, items }) => entry(path, items)),
    ...lists.months.map(({ path }) => ({ path })),
    ...yearsOf(lists.topics),
    ...authorPages(lists),
    ...pagesOf(lists.sections),
    ...pagesOf(lists.series),
  ]);
}

function yearsOf(labels: readonly LabelSummary[]): MapEntry[] {
  return labels.flatMap(({ years }) => years.map(({ path }) => ({ path })));
}

function authorPages({ authors }: ArchiveLists): MapEntry[] {
  if (authors.length === 0) return [];
  const all = authors.flatMap(({ items }) => items);
  return [entry("/authors/", all), ...pagesOf(authors)];
}

/** The pages of labels, and behind them those of their years. */
function pagesOf(labels: readonly LabelSummary[]): MapEntry[] {
  // Of a long series the oldest are known, which say nothing of its last change.
  const own = labels.map(({ kind, path, items, years }) =>
    kind === "series" && years.length > 0 ? { path } : entry(path, items),
  );
  return [...own, ...yearsOf(labels)];
}

function frontPages({ articles, headlines, topics, standing }: ArchiveLists): MapEntry[] {
  const ofTopics = topics.flatMap(({ items }: LabelSummary) => items);
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
 * The map of a year: its articles and its pages of headlines. The first undated headlines stand on the front
 * page of headlines, in the other map.
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
