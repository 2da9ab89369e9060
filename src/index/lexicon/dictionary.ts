import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Az, { type Parse } from "az";
import { fold, stem } from "../../language/index.ts";

/**
 * A reading counts where it is at least this likely beside the best one: «стали» is «стать», and
 * «сталь» in one text of a hundred. Useful from 0.1 (more is found, less of it right) to 1 (the best
 * reading only); 0.3 was chosen on word forms with gold lemmas (docs/search-quality.md).
 */
const LIKELY = 0.3;

/** A reading that the dictionary itself holds. */
export interface KnownReading {
  /** The lemma, folded. */
  readonly lemma: string;
  readonly parse: Parse;
}

/** What a dictionary says of one word. */
export interface Reading {
  /** Keys of the lemmas that it may be a form of; words that share one belong together. */
  readonly lemmas: readonly string[];
  /** The readings that come from the dictionary itself, for their other forms. */
  readonly known: readonly KnownReading[];
}

/** Marks the key of a stem that stands in for a lemma which no dictionary knows. */
export const STEM_KEY = "~";

/**
 * Loads the dictionary once for a process.
 *
 * @returns a function that reads one word, in lower case, й and ё as written
 */
export async function loadDictionary(): Promise<(word: string) => Reading> {
  const package_ = createRequire(import.meta.url).resolve("az/package.json");
  const folder = join(dirname(package_), "dicts");
  await new Promise<void>((resolve, reject) => {
    Az.Morph.init(folder, (error) => (error ? reject(error) : resolve()));
  });
  return read;
}

const RUSSIAN = /^[а-яё]+$/;

function read(word: string): Reading {
  if (!RUSSIAN.test(word)) return { lemmas: [fold(word)], known: [] };
  const parses = Az.Morph(word);
  const least = (parses[0]?.score ?? 0) * LIKELY;
  const likely = parses.filter((parse) => parse.score >= least);
  const readings = likely.map((parse) => ({ lemma: fold(parse.normalize().toString()), parse }));
  const known = readings.filter(({ parse }) => parse.parser === "Dictionary");
  // A guess is often wrong about names, so that a word which is guessed goes by its stem as well.
  const guessed = known.length === 0 ? [STEM_KEY + fold(stem(word))] : [];
  const lemmas = new Set([...readings.map(({ lemma }) => lemma), ...guessed]);
  return { lemmas: [...lemmas], known };
}

/** @returns every form of a word that the dictionary holds, folded */
export function formsOf({ parse }: KnownReading): string[] {
  const count = parse.formCnt ?? 0;
  const forms = Array.from({ length: count }, (_, index) => parse.inflect(index));
  return forms.filter((form) => form !== false).map((form) => fold(form.word));
}
