import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { wordParts, words } from "../../language/index.ts";

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
}

/** A page as Pagefind indexed it. */
export interface IndexedPage {
  /** Pagefind's id of the page, such as ru_2f8b674. */
  readonly id: string;
  /** Its different words, in lower case. */
  readonly words: ReadonlySet<string>;
}

/**
 * Reads back what Pagefind indexed in Russian, so that the lexicon fits any index, whoever made it.
 *
 * @param folder the bundle of an index
 * @throws Error where a file is not Pagefind's
 */
export async function* readPages(folder: string): AsyncGenerator<IndexedPage> {
  const names = (await readdir(join(folder, "fragment"))).filter(isRussian).sort();
  for (const name of names) {
    const file = await readFile(join(folder, "fragment", name));
    for (const [id, fragment] of parseFragments(name, file)) {
      yield { id, words: wordsOf(fragment) };
    }
  }
}

/** A fragment's name begins with the language of its page. */
function isRussian(name: string): boolean {
  return name.startsWith("ru");
}

/** Counts the words of all pages. */
export async function readVocabulary(folder: string): Promise<Vocabulary> {
  const words = new Map<string, number>();
  let pages = 0;
  for await (const page of readPages(folder)) {
    for (const word of page.words) words.set(word, (words.get(word) ?? 0) + 1);
    pages++;
  }
  return { words, pages };
}

/** A file holds one fragment and has its id as name, or several by their ids. */
function parseFragments(name: string, file: Buffer): [id: string, fragment: Fragment][] {
  const text = gunzipSync(file).toString("utf8");
  if (!text.startsWith(SIGNATURE)) throw new Error(`${name} is not a Pagefind fragment`);
  const value = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Record<string, Fragment>;
  return "content" in value && typeof value.content === "string"
    ? [[name.replace(/\..*$/, ""), value as Fragment]]
    : Object.entries(value as Record<string, Fragment>);
}

function wordsOf({ content }: Fragment): Set<string> {
  const text = content
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\u0301\u00ad\u200b]/g, "");
  return new Set(words(text).flatMap(wordParts));
}
