import { mkdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { encodeFragments, PACK_FOLDER } from "../../search/format/index.ts";
import { jsonFile, PUBLISHED } from "../artifact-files.ts";
import { type IndexedPage, readPages } from "../pagefind/read-index.ts";
import { writePagefind } from "../pagefind/write-index.ts";
import type { IndexRecord } from "../records.ts";
import { PackFiles } from "../written-files.ts";
import { type SeenAbbreviation, seenAbbreviations } from "./explained-abbreviations.ts";
import { encodeWords } from "./leaf-file.ts";
import { type LeafPage, toLeafPage } from "./leaf-pages.ts";
import { PageWords } from "./page-words.ts";

/**
 * A leaf is some hundred pages that are indexed together, so that memory stays small and an edit makes little
 * anew. It publishes the data of results, and keeps its words and pages for segments.
 */

/** Usual leaves have so many pages at most: more would take more memory than they save time. */
export const LEAF_PAGES = 350;

/** Pagefind does not stem texts of no language: its words are word forms. */
const UNSTEMMED = "und";

/** All that a leaf is read from goes into one file, for nobody else reads it. */
const ONE_FILE = 1;

/** Counts of a leaf. */
export interface LeafCounts {
  readonly pages: number;
  /** Of all its pages, as Pagefind counts them. */
  readonly words: number;
}

/** What it says of its pages, in their order. */
export const LEAF_TABLE = jsonFile<readonly LeafPage[]>("pages.json");

/** How much it holds. */
export const LEAF_COUNTS = jsonFile<LeafCounts>("counts.json");

/** The abbreviations that stand behind full names in its pages. */
export const LEAF_ABBREVIATIONS = jsonFile<readonly SeenAbbreviation[]>("abbreviations.json");

/** @returns the file of a leaf's words */
export function wordsOfLeaf(folder: string): string {
  return join(folder, "words.bin");
}

/**
 * Indexes records.
 *
 * @param records in a fixed order; some hundred
 * @param folder where the leaf goes
 * @param maxFragments the most files for what results show; one for each record by default
 */
export async function writeLeaf(
  records: readonly IndexRecord[],
  folder: string,
  maxFragments?: number,
): Promise<void> {
  const sorts = new Map(records.map(({ url, sort }) => [url, sort]));
  const pages = (await indexed(records, folder)).map((one) => {
    return { ...one, sort: sorts.get(one.page.url) ?? one.sort };
  });
  writeLeafOf(pages, folder, maxFragments);
}

/** Pagefind makes no index of nothing: all that there is may be drafts. */
async function indexed(records: readonly IndexRecord[], folder: string): Promise<IndexedPage[]> {
  if (records.length === 0) return [];
  const work = join(folder, "pagefind");
  await writePagefind(records, UNSTEMMED, work, ONE_FILE);
  const pages = readPages(work, UNSTEMMED);
  await rm(work, { recursive: true });
  return pages;
}

/**
 * Makes a leaf of pages that Pagefind has indexed already.
 *
 * @param pages some hundred
 * @param maxFragments as in writeLeaf
 */
export function writeLeafOf(
  pages: readonly IndexedPage[],
  folder: string,
  maxFragments = pages.length,
): void {
  mkdirSync(folder, { recursive: true });
  const words = new PageWords();
  for (const page of pages) words.add(page);
  writeFileSync(wordsOfLeaf(folder), encodeWords(words.words));
  const contents = pages.map(({ page }) => page.content);
  LEAF_ABBREVIATIONS.write(folder, seenAbbreviations(contents));
  const table = writeFragments(pages, folder, Math.ceil(pages.length / maxFragments));
  LEAF_TABLE.write(folder, table);
  const count = table.reduce((sum, { words: own }) => sum + own, 0);
  LEAF_COUNTS.write(folder, { pages: table.length, words: count });
}

/** @param bundle how many pages a file holds */
function writeFragments(pages: readonly IndexedPage[], folder: string, bundle: number): LeafPage[] {
  const files = new PackFiles(join(folder, PUBLISHED, PACK_FOLDER), "");
  const table: LeafPage[] = [];
  for (let start = 0; start < pages.length; start += bundle) {
    const some = pages.slice(start, start + bundle);
    const body = encodeFragments(some.map(({ page }) => page));
    const fragment = files.write("fragments", body).name;
    table.push(...some.map((one, index) => toLeafPage(one, { fragment, index })));
  }
  return table;
}
