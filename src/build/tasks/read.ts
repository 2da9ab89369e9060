import {
  type ArticleFile,
  displayPath,
  isNamedMedia,
  type LabelTable,
  readArticles,
  type Site,
  type SlugUse,
  type TopicTable,
  toSlugUses,
} from "../../content/index.ts";
import { CARD } from "../pages/page-card.ts";
import { pageFile } from "../pages/page-files.ts";
import { type Owner, ownerOfUse, refuseShared } from "../pages/path-owners.ts";
import type { Claim } from "../pages/shared-paths.ts";
import { hashesOfImages } from "./image-hashes.ts";
import { writeSlice } from "./slice-files.ts";

export interface ReadOrder {
  readonly site: Site;
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** Of the slice's articles, absolute. */
  readonly files: readonly string[];
  /** By what articles that name no topic get theirs. */
  readonly topicTable: TopicTable;
  /** By what articles get their labels besides topics. */
  readonly labelTable: LabelTable;
}

/**
 * Reads and checks the articles of a slice.
 *
 * @throws ContentError with everything that is wrong with them
 */
export async function run(
  { site, content, files, topicTable, labelTable }: ReadOrder,
  folder: string,
): Promise<void> {
  const read = readArticles(files, site, topicTable, content, labelTable);
  // Before anything is written: one file would take the place of the other without a word.
  refuseShared(claimsOf(read.flatMap(toSlugUses), read));
  writeSlice(read, hashesOfImages(read), content, folder);
}

/** @returns every file that a slice publishes, by what it is made from */
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
  const whose = `${article.standing ? "страницы" : "статьи"} ${name}`;
  const card = { what: `карточка ${whose} для соцсетей`, place };
  const images = article.images.map((image): Claim<Owner> => {
    const kind = isNamedMedia(image.file) ? "запись" : "картинка";
    const what = `${kind} ${displayPath(image.file)} ${whose}`;
    const paths = [image, ...image.variants].map(({ path }) => pageFile(decodeURIComponent(path)));
    return [{ what, place }, paths];
  });
  return [[card, [pageFile(`${article.path}${CARD}`)]], ...images];
}
