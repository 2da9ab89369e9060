import { hash } from "node:crypto";
import {
  type Headline,
  isStanding,
  type OpenArchive,
  type SourceRef,
} from "../../content/index.ts";
import { compare, isRussian } from "../../language/index.ts";
import { groupBy } from "../../language/maps.ts";

/** Part of an archive that is built on its own. */
export interface SlicePlan {
  /** The time that it spans: 2016-2019, 2021, 2021-h1, 2021-03; «all», «fresh», «undated» or «pages». */
  readonly name: string;
  readonly articles: readonly SourceRef[];
  readonly headlines: readonly Headline[];
}

/** @returns how many articles and headlines it holds */
export function sizeOf({ articles, headlines }: SlicePlan): number {
  return articles.length + headlines.length;
}

/** What a slice is cut from: an article or a headline. */
interface Item {
  readonly day: string | undefined;
  readonly article?: SourceRef;
  readonly headline?: Headline;
}

/**
 * The slice of the latest days, made anew with every commit, holds this many items at most, or this share of
 * the others' limit where that is less.
 */
const FRESH_ITEMS = 250;
const FRESH_SHARE = 1 / 2;

/**
 * An edit makes a slice anew, and Pagefind takes memory for all of one at once: at 10,000 articles a slice
 * of 500 is read, rendered and indexed in two seconds of the processor.
 */
const USUAL_ITEMS = 500;

/**
 * Smaller slices in previews, where each change is waited for. At 1,000 articles a change was on screen in 6
 * to 16 s with slices of 400, in 1 to 2.5 s with slices of 50.
 */
const PREVIEW_ITEMS = 50;
const PREVIEW_SLICES = 20;

/**
 * @param items how many the archive has
 * @param preview whether the site is for the eyes of who writes it
 * @returns how many of them a slice may hold where the settings do not say
 */
export function usualSliceItems(items: number, preview = false): number {
  if (!preview) return USUAL_ITEMS;
  return Math.min(USUAL_ITEMS, Math.max(PREVIEW_ITEMS, Math.ceil(items / PREVIEW_SLICES)));
}

/** Blocks of years whose first year their length divides; a block never moves. */
const YEAR_BLOCKS = [256, 128, 64, 32, 16, 8, 4, 2, 1];

/** The name of the block that an item is in, from the coarsest cut to the finest. */
const LEVELS: readonly ((day: string) => string)[] = [
  ...YEAR_BLOCKS.map((length) => (day: string) => yearBlock(day, length)),
  (day) => `${day.slice(0, 4)}-h${Math.ceil(monthOf(day) / 6)}`,
  (day) => `${day.slice(0, 4)}-q${Math.ceil(monthOf(day) / 3)}`,
  (day) => day.slice(0, 7),
  tenDays,
  (day) => day,
];

/**
 * Cuts an archive. Pages that are no news are a slice of their own, so that a word in one of them makes no
 * news anew; but Pagefind's own search, which other languages keep, searches one index only.
 *
 * @param content the folder of the articles
 */
export function slicePlans(
  { site, articles, headlines }: Pick<OpenArchive, "site" | "articles" | "headlines">,
  content: string,
): SlicePlan[] {
  if (!isRussian(site.language)) return [{ name: "all", articles, headlines }];
  const news = articles.filter(({ file }) => !isStanding(file, content));
  const pages = articles.filter(({ file }) => isStanding(file, content));
  const usual = usualSliceItems(news.length + headlines.length, site.preview);
  const plans = cutArchive(news, headlines, site.volumeItems ?? usual);
  return pages.length === 0 ? plans : [...plans, { name: "pages", articles: pages, headlines: [] }];
}

/**
 * Cuts an archive into slices: all of it is one where it is small; else it is halved by time until
 * every part is small enough, and the latest days are cut off, so that a commit costs little. Where
 * the cuts are depends on the archive alone, and a new article moves no cut but its own slice's.
 *
 * @param most how many articles and headlines a slice may hold
 * @returns the newest first, those without a date last; one at least
 */
export function cutArchive(
  articles: readonly SourceRef[],
  headlines: readonly Headline[],
  most: number,
): SlicePlan[] {
  const items: Item[] = [
    ...articles.map((article) => ({ day: article.day, article })),
    ...headlines.map((headline) => ({ day: headline.date?.day, headline })),
  ];
  const closed = items.length <= most ? [{ name: "all", items }] : cutByTime(items, most);
  return closed
    .flatMap((part) => splitFresh(part, closed, Math.min(FRESH_ITEMS, most * FRESH_SHARE)))
    .sort((a, b) => compare(newestDay(b), newestDay(a)) || compare(a.name, b.name))
    .map(({ name, items: own }) => ({
      name,
      articles: own.flatMap(({ article }) => article ?? []),
      headlines: own.flatMap(({ headline }) => headline ?? []),
    }));
}

interface Part {
  readonly name: string;
  readonly items: readonly Item[];
}

function cutByTime(items: readonly Item[], most: number): Part[] {
  const dated = items.filter(({ day }) => day !== undefined);
  const undated = items.filter(({ day }) => day === undefined);
  const parts = cutFrom(0, { name: "", items: dated }, most);
  return [...parts, ...byHash({ name: "undated", items: undated }, most)];
}

/** Cuts a part at a level and, where that is not enough, at the next. */
function cutFrom(level: number, { name, items }: Part, most: number): Part[] {
  const nameOf = LEVELS[level];
  if (nameOf === undefined) return byHash({ name, items }, most);
  return group(items, ({ day = "" }) => nameOf(day)).flatMap((part) =>
    part.items.length <= most ? [part] : cutFrom(level + 1, part, most),
  );
}

/** The hexadecimal digits of SHA-256: items whose hashes agree in all of them are the same. */
const HASH_DIGITS = 64;

/** What time cannot tell apart is dealt out by its hash; copies of one article stay together. */
function byHash(part: Part, most: number, digits = 1): Part[] {
  if (part.items.length === 0) return [];
  if (part.items.length <= most) return [part];
  const nameOf = ({ article, headline }: Item): string =>
    `${part.name}-p${hash("sha256", article?.hash ?? headline?.path ?? "").slice(0, digits)}`;
  return group(part.items, nameOf).flatMap((own) =>
    own.items.length <= most || digits === HASH_DIGITS
      ? [own]
      : byHash({ ...own, name: part.name }, most, digits + 1),
  );
}

function group(items: readonly Item[], nameOf: (item: Item) => string): Part[] {
  return [...groupBy(items, nameOf)].map(([name, own]) => ({ name, items: own }));
}

/** Cuts the latest days off the newest part, as many as fit, by tens of days. */
function splitFresh(part: Part, parts: readonly Part[], most: number): Part[] {
  const isNewest = parts.every((other) => newestDay(other) <= newestDay(part));
  const spans = group(part.items, ({ day }) => (day === undefined ? "" : tenDays(day)))
    .filter(({ name }) => name !== "")
    .sort((a, b) => compare(b.name, a.name));
  if (!isNewest || part.items.length <= most || spans.length < 2) return [part];
  const fresh = new Set<Item>(spans[0]?.items);
  for (const { items } of spans.slice(1)) {
    if (fresh.size + items.length > most) break;
    for (const item of items) fresh.add(item);
  }
  const rest = part.items.filter((item) => !fresh.has(item));
  if (rest.length === 0) return [part];
  return [
    { name: "fresh", items: [...fresh] },
    { name: part.name, items: rest },
  ];
}

/** Sorts before every day. */
const NO_DAY = "";

function newestDay({ items }: Part): string {
  return items.map(({ day = NO_DAY }) => day).reduce(later, NO_DAY);
}

function later(a: string, b: string): string {
  return compare(a, b) > 0 ? a : b;
}

function yearBlock(day: string, length: number): string {
  const year = Number(day.slice(0, 4));
  const first = year - (year % length);
  return length === 1 ? String(year) : `${first}-${first + length - 1}`;
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function tenDays(day: string): string {
  return `${day.slice(0, 7)}-d${Math.min(3, Math.ceil(Number(day.slice(8, 10)) / 10))}`;
}
