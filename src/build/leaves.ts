import { createHash } from "node:crypto";
import { join, relative, sep } from "node:path";
import type { ArticleFile, Headline, Site, SourceRef } from "../content/index.ts";
import { LEAF_PAGES, PUBLISHED, toRecords, writeLeaf, writePagefind } from "../index/index.ts";
import { isRussian } from "../language/index.ts";
import type { VolumePlan } from "./cut.ts";

/** What of a volume is indexed at once. */
export interface LeafPlan {
  readonly articles: readonly SourceRef[];
  readonly headlines: readonly Headline[];
}

/** A leaf as a job makes it. */
export interface LeafOrder {
  /** The files of its articles. */
  readonly files: readonly string[];
  readonly headlines: readonly Headline[];
  /** Where it goes. */
  readonly folder: string;
  /** The most files for what results show; one for each of its pages by default. */
  readonly maxFragments?: number | undefined;
}

/**
 * Divides a volume by the hashes of what it is made from, so that a change makes one leaf anew. Other
 * languages keep Pagefind's own search, which searches one index.
 *
 * @param content the folder of the articles, absolute
 */
export function planLeaves(
  { articles, headlines }: VolumePlan,
  site: Site,
  content: string,
): LeafPlan[] {
  const items = articles.length + headlines.length;
  const count = isRussian(site.language) ? leavesOf(items, site.maxFragments) : 1;
  const leaves = Array.from({ length: count }, () => ({
    articles: [] as SourceRef[],
    headlines: [] as Headline[],
  }));
  for (const article of articles) {
    const file = relative(content, article.file).replaceAll(sep, "/");
    leaves[shareOf(file, count)]?.articles.push(article);
  }
  for (const headline of headlines) leaves[shareOf(headline.path, count)]?.headlines.push(headline);
  return leaves;
}

/** Each leaf publishes a file at least: of few files there are few leaves, and these are larger. */
function leavesOf(items: number, maxFragments = Number.POSITIVE_INFINITY): number {
  let count = 1;
  while (items / count > LEAF_PAGES && count * 2 <= maxFragments) count *= 2;
  return count;
}

function shareOf(name: string, count: number): number {
  return createHash("sha256").update(name).digest().readUInt32BE() % count;
}

/** Makes leaves one after the other: Pagefind makes one index at a time in a process. */
export async function writeLeaves(
  leaves: readonly LeafOrder[],
  articles: readonly ArticleFile[],
  site: Site,
): Promise<void> {
  const byFile = new Map(articles.map(({ file, article }) => [file, article]));
  for (const { files, headlines, folder, maxFragments } of leaves) {
    const items = [...files.flatMap((file) => byFile.get(file) ?? []), ...headlines];
    const records = toRecords(items, site.language);
    if (isRussian(site.language)) await writeLeaf(records, folder, maxFragments);
    // All of them may be drafts, and Pagefind makes no index of nothing.
    else if (records.length > 0) {
      const language = site.language.split("-")[0] ?? site.language;
      await writePagefind(records, language, join(folder, PUBLISHED, "pagefind"), maxFragments);
    }
  }
}
