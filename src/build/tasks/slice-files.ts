import { hash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import {
  type Article,
  type ArticleFile,
  type ArticleSummary,
  type Label,
  labelPath,
  labelsOf,
  newestFirst,
  type SeriesUse,
  type SlugUse,
  toSeriesUses,
  toSlugUses,
  toSummary,
  UNDATED,
  yearOf,
} from "../../content/index.ts";
import type { Redirect } from "../../hosting/headers.ts";
import { jsonFile } from "../../index/index.ts";
import { addTo, groupBy } from "../../language/maps.ts";
import { cardsOf } from "../pages/page-card.ts";

/** The result of a reading: its articles, and facts for other tasks. */

const ARTICLES = "articles.json";

/** Facts of a slice for tasks of the whole archive. */
export interface SliceFacts {
  /** The hash of all that was read; of what is written on cards; of images and where they go. */
  readonly digest: string;
  readonly cards: string;
  readonly pictures: string;
  /** How many articles are published. */
  readonly articles: number;
  /** The pages that are no news, in the order of their addresses. */
  readonly standing: readonly ArticleSummary[];
  /** The addresses that are taken; files are relative to the folder of the articles. */
  readonly slugs: readonly SlugUse[];
  /** The series that its articles name; files as above. */
  readonly series: readonly SeriesUse[];
  /** From the images that articles show to the hashes of their bytes; files as above. */
  readonly images: Readonly<Record<string, string>>;
  /** Where old addresses of its articles lead, those of the newest article first. */
  readonly redirects: readonly Redirect[];
  /** The articles of which the newest leads the front page. */
  readonly pinned: readonly ArticleSummary[];
  /** By year, or UNDATED. */
  readonly years: Readonly<Record<string, YearFacts>>;
}

export const FACTS = jsonFile<SliceFacts>("slice.json");

/** A year's articles and headlines in a slice. */
interface YearFacts {
  /** The hash of its list. */
  readonly digest: string;
  readonly articles: number;
  /** From months such as 2026-11, or UNDATED, to the number of articles. */
  readonly months: Readonly<Record<string, number>>;
  readonly labels: readonly CountedLabel[];
}

/** A label with the number of articles. */
interface CountedLabel extends Label {
  readonly count: number;
}

/** What a task of a slice is made from. */
export interface SliceOrder {
  /** What the reading of the slice has left. */
  readonly slice: string;
  /** The folder of the articles, absolute. */
  readonly content: string;
}

/** Card texts do not depend on the site. */
const NOWHERE = { site: "", language: "ru" };

/**
 * Writes what was read; paths are relative to the folder of the articles, so that it is the same on every
 * machine.
 *
 * @param images from the images that the articles show to the hashes of their bytes, absolute
 */
export function writeSlice(
  files: readonly ArticleFile[],
  images: ReadonlyMap<string, string>,
  content: string,
  folder: string,
): void {
  const local = (file: string): string => relative(content, file);
  const all = files.map(({ article }) => article);
  const articles = all.filter(({ standing }) => !standing);
  const kept = files.map((file) => withPaths(file, local));
  const text = JSON.stringify(kept);
  writeFileSync(join(folder, ARTICLES), text);
  const hashes = Object.fromEntries([...images].map(([file, hash]) => [local(file), hash]));
  const facts: SliceFacts = {
    digest: hashOf(text + JSON.stringify(hashes)),
    cards: hashOf(JSON.stringify(cardsOf(NOWHERE, all.map(toSummary)))),
    pictures: hashOf(JSON.stringify([kept.map(({ article }) => article.images), hashes])),
    articles: articles.length,
    standing: standingIn(all),
    slugs: files.flatMap(toSlugUses).map((use) => ({ ...use, file: local(use.file) })),
    series: toSeriesUses(files).map((use) => ({ ...use, file: local(use.file) })),
    images: hashes,
    redirects: redirectsOf(all),
    pinned: articles.filter(({ pinned }) => pinned).map(toSummary),
    years: writeLists(articles, folder),
  };
  FACTS.write(folder, facts);
}

/** @returns the articles of a slice */
export function articlesOf(order: SliceOrder): Article[] {
  const files = JSON.parse(readFileSync(join(order.slice, ARTICLES), "utf8")) as ArticleFile[];
  return files.map((file) => withPaths(file, (path) => join(order.content, path)).article);
}

function withPaths(file: ArticleFile, change: (path: string) => string): ArticleFile {
  const images = file.article.images.map((image) => ({ ...image, file: change(image.file) }));
  return { ...file, file: change(file.file), article: { ...file.article, images } };
}

/** @param folder that writeSlice has filled; @param year one of its years */
export function listFile(folder: string, year: string): string {
  return join(folder, "lists", `${year}.json`);
}

/** @param files as listFile names them; @returns all their articles, the newest first */
export function readLists(files: readonly string[]): ArticleSummary[] {
  const lists = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as ArticleSummary[]);
  return newestFirst(lists.flat(), ({ slug }) => slug);
}

function standingIn(articles: readonly Article[]): ArticleSummary[] {
  const pages = articles.filter(({ standing }) => standing).map(toSummary);
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** @returns the articles of a slice as lists show them, the newest first */
export function summariesOf(folder: string, { years }: SliceFacts): ArticleSummary[] {
  return readLists(Object.keys(years).map((year) => listFile(folder, year)));
}

/** @returns where the old addresses of articles lead, those of the newest first */
function redirectsOf(articles: readonly Article[]): Redirect[] {
  const sorted = newestFirst(articles, ({ slug }) => slug);
  return sorted.flatMap(({ aliases, path }) => aliases.map((from) => ({ from, to: path })));
}

/** Writes the articles of each year, the newest first. */
function writeLists(articles: readonly Article[], folder: string): Record<string, YearFacts> {
  mkdirSync(join(folder, "lists"), { recursive: true });
  const summaries = newestFirst(articles, ({ slug }) => slug).map(toSummary);
  const lists = groupBy(summaries, ({ date }) => (date === undefined ? UNDATED : yearOf(date)));
  const years: Record<string, YearFacts> = {};
  for (const [year, list] of [...lists].sort()) {
    const text = JSON.stringify(list);
    writeFileSync(listFile(folder, year), text);
    years[year] = { digest: hashOf(text), ...count(list) };
  }
  return years;
}

function count(list: readonly ArticleSummary[]): Omit<YearFacts, "digest"> {
  const months = new Map<string, number>();
  const labels = new Map<string, CountedLabel>();
  for (const article of list) {
    addTo(months, article.date?.day.slice(0, 7) ?? UNDATED);
    for (const label of labelsOf(article)) {
      const path = labelPath(label);
      labels.set(path, { ...label, count: (labels.get(path)?.count ?? 0) + 1 });
    }
  }
  const byMonth = Object.fromEntries(months);
  return { articles: list.length, months: byMonth, labels: [...labels.values()] };
}

function hashOf(text: string): string {
  return hash("sha256", text, "base64");
}
