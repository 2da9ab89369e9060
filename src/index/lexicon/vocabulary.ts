import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { wordParts, words as wordsOf } from "../../language/index.ts";

/** What an index holds. */
export interface Vocabulary {
  /** Every word, in lower case, with the number of pages that hold it. */
  readonly words: ReadonlyMap<string, number>;
  readonly pages: number;
}

/** What Pagefind writes before the JSON of every compressed file. */
const SIGNATURE = "pagefind_dcd";

interface Fragment {
  readonly content: string;
  readonly meta?: Readonly<Record<string, string>>;
}

/**
 * Reads back what Pagefind indexed, so that the lexicon fits any index, whoever made it.
 *
 * @param folder the bundle of an index
 * @throws Error where a file is not Pagefind's
 */
export async function readVocabulary(folder: string): Promise<Vocabulary> {
  const words = new Map<string, number>();
  let pages = 0;
  const names = (await readdir(join(folder, "fragment"))).sort();
  for (const name of names) {
    const file = await readFile(join(folder, "fragment", name));
    for (const fragment of parseFragments(name, file)) {
      countWords(fragment, words);
      pages++;
    }
  }
  return { words, pages };
}

/** A file holds one fragment, or several by their names. */
function parseFragments(name: string, file: Buffer): Fragment[] {
  const text = gunzipSync(file).toString("utf8");
  if (!text.startsWith(SIGNATURE)) throw new Error(`${name} is not a Pagefind fragment`);
  const value = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Record<string, Fragment>;
  return "content" in value && typeof value.content === "string"
    ? [value as Fragment]
    : Object.values(value as Record<string, Fragment>);
}

function countWords({ content, meta }: Fragment, words: Map<string, number>): void {
  const text = `${content} ${meta?.title ?? ""}`.toLowerCase().normalize("NFC");
  const distinct = new Set(wordsOf(text.replace(/[\u0301\u00ad\u200b]/g, "")).flatMap(wordParts));
  for (const word of distinct) words.set(word, (words.get(word) ?? 0) + 1);
}
