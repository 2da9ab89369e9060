import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { wordParts, words } from "../../language/index.ts";

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
  readonly words: readonly string[];
}

/**
 * Reads back what Pagefind indexed in Russian, so that the lexicon fits any index, whoever made
 * it. Equal words of all pages are one string in memory.
 *
 * @param folder the bundle of an index
 * @throws Error where a file is not Pagefind's
 */
export function readPages(folder: string): IndexedPage[] {
  const shared = new Map<string, string>();
  const share = (word: string): string => {
    const known = shared.get(word);
    if (known === undefined) shared.set(word, word);
    return known ?? word;
  };
  const names = readdirSync(join(folder, "fragment")).filter(isRussian).sort();
  return names.flatMap((name) => {
    const file = readFileSync(join(folder, "fragment", name));
    return parseFragments(name, file).map(([id, fragment]) => {
      return { id, words: distinctWords(fragment).map(share) };
    });
  });
}

/** A fragment's name begins with the language of its page. */
function isRussian(name: string): boolean {
  return name.startsWith("ru");
}

/** @returns every word with the number of pages that hold it */
export function countWords(pages: readonly IndexedPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words: own } of pages) {
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
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

/** Stress marks, soft hyphens and the breaks that Pagefind puts into compounds. */
const INVISIBLE = /[\u0301\u00ad\u200b]/g;

function distinctWords({ content }: Fragment): string[] {
  const text = content.toLowerCase().normalize("NFC").replace(INVISIBLE, "");
  return [...new Set(words(text).flatMap(wordParts))];
}
