import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import {
  type Article,
  type ArticleFile,
  type ArticleSummary,
  displayPath,
  newestFirst,
  type Site,
  type SlugUse,
  toSlugUses,
  toSummary,
  UNDATED,
  yearOf,
} from "../content/index.ts";
import { PUBLISHED } from "../index/index.ts";
import type { Assets, Redirect } from "../site/index.ts";
import { toArticlePages, toRedirects } from "./article-pages.ts";
import { CARD, publishCards } from "./cards.ts";
import { type Owner, ownerOfUse, refuseShared } from "./checks/path-owners.ts";
import type { Claim } from "./checks/shared-paths.ts";
import { hashesOfImages, publishImages } from "./images.ts";
import { pageFile, sourcesOf } from "./page-files.ts";
import { writePages } from "./pages.ts";

const MANIFEST = "volume.json";

/** What a volume is made from. */
export interface VolumeSource {
  readonly site: Site;
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** As readArticles returned them. */
  readonly articles: readonly ArticleFile[];
  /** The folder of the parts that were made before; pictures in other sizes are such parts. */
  readonly cache: string;
}

/** What a volume tells those who make the pages that look over all volumes. */
export interface VolumeManifest {
  readonly pages: number;
  /** How many articles are published. */
  readonly articles: number;
  /** The addresses that are taken; files are relative to the folder of the articles. */
  readonly slugs: readonly SlugUse[];
  /** From the images that articles show to the hashes of their bytes; files as above. */
  readonly images: Readonly<Record<string, string>>;
  /** The drawings that are published without something, each with what that is; files as above. */
  readonly cleaned: readonly (readonly [file: string, leftOut: readonly string[]])[];
  /** Where old addresses of its articles lead, those of the newest article first. */
  readonly redirects: readonly Redirect[];
  /** The articles of which the newest leads the front page. */
  readonly pinned: readonly ArticleSummary[];
  /** By year, or UNDATED. */
  readonly years: Readonly<Record<string, YearFacts>>;
}

/** What a volume holds of a year. */
export interface YearFacts {
  /** The hash of its list. */
  readonly digest: string;
  readonly articles: number;
  /** From months such as 2026-11, or UNDATED, to the number of articles. */
  readonly months: Readonly<Record<string, number>>;
  /** From slugs of topics to their names and the number of articles. */
  readonly topics: Readonly<Record<string, { readonly name: string; readonly count: number }>>;
}

/**
 * Makes the pages of a volume, and the lists that other pages are made from.
 *
 * @param folder where they go; readVolume finds them there
 */
export async function writeVolumePages(
  source: VolumeSource,
  assets: Assets,
  folder: string,
): Promise<void> {
  const { site, content } = source;
  const articles = source.articles.map(({ article }) => article);
  const target = join(folder, PUBLISHED);
  await mkdir(target, { recursive: true });
  const redirects = toRedirects(articles);
  const data = { site, assets, pages: await toArticlePages(articles, source.cache), redirects };
  const uses = source.articles.flatMap(toSlugUses);
  // Before anything is written: one file would take the place of the other without a word.
  refuseShared(claimsOf(uses, source.articles));
  const pages =
    articles.length === 0 ? 0 : await writePages("volume", data, target, sourcesOf(uses));
  await publishCards(site, articles, target, source.cache);
  const leftOut = await publishImages(
    articles.flatMap(({ images }) => images),
    target,
    source.cache,
  );
  const manifest: VolumeManifest = {
    pages,
    articles: articles.length,
    slugs: uses.map((use) => ({ ...use, file: relative(content, use.file) })),
    images: hashesOfImages(articles, content),
    cleaned: [...leftOut].map(([file, what]) => [relative(content, file), what] as const).sort(),
    redirects,
    pinned: articles.filter(({ pinned }) => pinned).map(toSummary),
    years: await writeLists(articles, folder),
  };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
}

/** @returns every file that a volume publishes, by what it is made from */
function claimsOf(
  uses: readonly SlugUse[],
  articles: readonly ArticleFile[],
): readonly Claim<Owner>[] {
  const pages = uses.map((use): Claim<Owner> => [ownerOfUse(use), [pageFile(use.path)]]);
  return [...pages, ...articles.flatMap(claimsBeside)];
}

/** @returns what is published beside the page of an article */
function claimsBeside({ file, article, slugPlace }: ArticleFile): Claim<Owner>[] {
  const place = { file, ...slugPlace };
  const name = displayPath(file);
  const card = { what: `карточка статьи ${name} для соцсетей`, place };
  const images = article.images.map((image): Claim<Owner> => {
    const what = `картинка ${displayPath(image.file)} статьи ${name}`;
    const paths = [image, ...image.variants].map(({ path }) => pageFile(decodeURIComponent(path)));
    return [{ what, place }, paths];
  });
  return [[card, [pageFile(`${article.path}${CARD}`)]], ...images];
}

/** @param folder where writeVolumePages put the volume */
export function readVolume(folder: string): VolumeManifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as VolumeManifest;
}

/** @param folder of a volume; @param year one of its years */
export function listFile(folder: string, year: string): string {
  return join(folder, "lists", `${year}.json`);
}

/** Writes the articles of each year, the newest first. */
async function writeLists(
  articles: readonly Article[],
  folder: string,
): Promise<Record<string, YearFacts>> {
  await mkdir(join(folder, "lists"), { recursive: true });
  const lists = new Map<string, ArticleSummary[]>();
  for (const summary of newestFirst(articles, ({ slug }) => slug).map(toSummary)) {
    const year = summary.date === undefined ? UNDATED : yearOf(summary.date);
    const list = lists.get(year);
    if (list === undefined) lists.set(year, [summary]);
    else list.push(summary);
  }
  const years: Record<string, YearFacts> = {};
  for (const [year, list] of [...lists].sort()) {
    const text = JSON.stringify(list);
    await writeFile(listFile(folder, year), text);
    years[year] = { digest: createHash("sha256").update(text).digest("base64"), ...count(list) };
  }
  return years;
}

function count(list: readonly ArticleSummary[]): Omit<YearFacts, "digest"> {
  const months = new Map<string, number>();
  const topics = new Map<string, { name: string; count: number }>();
  for (const { date, topics: own } of list) {
    const month = date?.day.slice(0, 7) ?? UNDATED;
    months.set(month, (months.get(month) ?? 0) + 1);
    for (const { slug, name } of own) {
      const known = topics.get(slug) ?? { name, count: 0 };
      topics.set(slug, { ...known, count: known.count + 1 });
    }
  }
  const [byMonth, byTopic] = [Object.fromEntries(months), Object.fromEntries(topics)];
  return { articles: list.length, months: byMonth, topics: byTopic };
}
