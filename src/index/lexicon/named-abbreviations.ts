import { compare, fold, isStopWord, searchedWords } from "../../language/index.ts";
import { groupBy } from "../../language/maps.ts";
import { ANY_NUMBER } from "../../search/format/index.ts";
import type { SeenAbbreviation } from "../leaf/explained-abbreviations.ts";
import type { Dictionary } from "./dictionary.ts";

/** A line of shards of the lexicon, and the folded words beside which it is found. */
export interface NamedAbbreviation {
  /** The abbreviation, a tab, the name. */
  readonly line: string;
  readonly keys: readonly string[];
}

/** The part of a dictionary that is needed here. */
type Words = Pick<Dictionary, "read" | "formsOf">;

/** A name in all cases of the grammar that texts have. */
interface Name {
  readonly lemmas: readonly (readonly string[])[];
  readonly spellings: SeenAbbreviation[];
}

/** Where one abbreviation has two names, the commoner must stand in so many times the pages. */
const CLEARLY_MORE = 2;
/** In so many pages a name must have its abbreviation behind it, where none uses that again. */
const CLEAR_PAGES = 2;

/**
 * Decides which abbreviations stand for which names.
 *
 * @param seen in all leaves, in any order
 * @param synonyms groups of words and phrases; what an abbreviation among them means is said there
 * @returns sorted
 */
export function namedAbbreviations(
  seen: readonly SeenAbbreviation[],
  synonyms: readonly (readonly string[])[],
  words: Words,
): NamedAbbreviation[] {
  const said = new Set(synonyms.flat().map((one) => fold(one.replace(ANY_NUMBER, "").trim())));
  const groups = groupBy(addedUp(seen), ({ abbreviation }) => abbreviation);
  return [...groups].flatMap(([abbreviation, own]) => {
    const name = said.has(fold(abbreviation)) ? undefined : clearName(own, words);
    if (name === undefined) return [];
    return { line: `${abbreviation}\t${name}`, keys: [fold(abbreviation), ...keysOf(name, words)] };
  });
}

/** Each pair once, sorted. */
function addedUp(seen: readonly SeenAbbreviation[]): SeenAbbreviation[] {
  const pairs = groupBy(seen, ({ abbreviation, name }) => `${abbreviation}\t${name}`);
  const sorted = [...pairs].sort(([a], [b]) => compare(a, b));
  return sorted.map(([, own]) => {
    return { ...own[0], pages: pagesOf(own), isUsed: own.some(({ isUsed }) => isUsed) };
  });
}

function pagesOf(seen: readonly SeenAbbreviation[]): number {
  return seen.reduce((sum, { pages }) => sum + pages, 0);
}

/** @param seen of one abbreviation, sorted */
function clearName(seen: readonly SeenAbbreviation[], words: Words): string | undefined {
  const [first, second] = namesOf(seen, words)
    .map(({ spellings }) => spellings)
    .sort((a, b) => pagesOf(b) - pagesOf(a));
  if (first === undefined) return undefined;
  const pages = pagesOf(first);
  const isSeen = pages >= CLEAR_PAGES || first.some(({ isUsed }) => isUsed);
  if (!isSeen || pages < CLEARLY_MORE * pagesOf(second ?? [])) return undefined;
  return bestSpelling(first, words);
}

function namesOf(seen: readonly SeenAbbreviation[], words: Words): Name[] {
  const names: Name[] = [];
  for (const one of seen) {
    const lemmas = tellingWords(one.name).map((word) => words.read(word).lemmas);
    const known = names.find((name) => isSame(name.lemmas, lemmas));
    if (known === undefined) names.push({ lemmas, spellings: [one] });
    else known.spellings.push(one);
  }
  return names;
}

function isSame(a: Name["lemmas"], b: Name["lemmas"]): boolean {
  return (
    a.length === b.length &&
    a.every((lemmas, at) => lemmas.some((lemma) => b[at]?.includes(lemma) === true))
  );
}

/** The one that has the most words as dictionaries give them: «организация» rather than «организации». */
function bestSpelling(spellings: readonly SeenAbbreviation[], words: Words): string | undefined {
  const plain = (name: string): number =>
    tellingWords(name).filter((word) => words.read(word).lemmas.includes(fold(word))).length;
  const [best] = spellings.toSorted((a, b) => plain(b.name) - plain(a.name) || b.pages - a.pages);
  return best?.name;
}

/** The forms of its longest word, which hardly anybody asks for who does not mean the name. */
function keysOf(name: string, words: Words): string[] {
  const [longest = ""] = tellingWords(name).sort((a, b) => b.length - a.length);
  const forms = words.read(longest).known.flatMap((lemma) => words.formsOf(lemma));
  return [...new Set([fold(longest), ...forms])];
}

function tellingWords(name: string): string[] {
  return searchedWords(name).filter((word) => !isStopWord(word));
}
