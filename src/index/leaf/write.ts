import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { encodeFragments, PACK_FOLDER } from "../../search/format/index.ts";
import { PUBLISHED } from "../folders.ts";
import { PackFiles } from "../pack-files.ts";
import { type IndexedPage, readPages } from "../pagefind/read.ts";
import { writePagefind } from "../pagefind/write.ts";
import type { IndexRecord } from "../records.ts";
import { encodeWords } from "./leaf-file.ts";
import { type LeafPage, toLeafPage } from "./leaf-pages.ts";
import { PageWords } from "./page-words.ts";

/**
 * A leaf is what is indexed at once: some hundred pages, so that memory stays small and an edit makes
 * little anew. It publishes what results show, and keeps its words and pages for segments.
 */

/** More pages would take more memory than they save time. */
export const LEAF_PAGES = 350;

/** Pagefind does not stem what is of no language: its words are word forms. */
const UNSTEMMED = "und";

const WORDS = "words.bin";
const PAGES = "pages.json";

/** @returns the file of a leaf's words */
export function wordsOfLeaf(folder: string): string {
  return join(folder, WORDS);
}

/** @returns what a leaf says of its pages, in their order */
export function pagesOfLeaf(folder: string): LeafPage[] {
  return JSON.parse(readFileSync(join(folder, PAGES), "utf8")) as LeafPage[];
}

/**
 * Indexes records.
 *
 * @param records in a fixed order; some hundred
 * @param folder where the leaf goes
 * @param bundle how many pages a file holds of what results show
 */
export async function writeLeaf(
  records: readonly IndexRecord[],
  folder: string,
  bundle: number,
): Promise<void> {
  const sorts = new Map(records.map(({ url, sort }) => [url, sort]));
  writeLeafOf(
    (await indexed(records, folder)).map((one) => ({
      ...one,
      sort: sorts.get(one.page.url) ?? one.sort,
    })),
    folder,
    bundle,
  );
}

/** Pagefind makes no index of nothing: all that there is may be drafts. */
async function indexed(records: readonly IndexRecord[], folder: string): Promise<IndexedPage[]> {
  if (records.length === 0) return [];
  const work = join(folder, "pagefind");
  await writePagefind(records, UNSTEMMED, work);
  const pages = readPages(work, UNSTEMMED);
  await rm(work, { recursive: true });
  return pages;
}

/** Makes a leaf of pages that Pagefind has indexed already. */
export function writeLeafOf(pages: readonly IndexedPage[], folder: string, bundle: number): void {
  const files = new PackFiles(join(folder, PUBLISHED, PACK_FOLDER), "");
  const words = new PageWords();
  const table: LeafPage[] = [];
  for (let start = 0; start < pages.length; start += bundle) {
    const some = pages.slice(start, start + bundle);
    const { name } = files.write("fragments", encodeFragments(some.map(({ page }) => page)));
    for (const [index, one] of some.entries()) {
      words.add(one);
      table.push(toLeafPage(one, { fragment: name, index }));
    }
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(wordsOfLeaf(folder), encodeWords(words.postings));
  writeFileSync(join(folder, PAGES), JSON.stringify(table));
}
