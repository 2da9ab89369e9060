import {
  compare,
  editDistance,
  fold,
  nearestWord,
  skeleton,
  slipCost,
  soundKey,
  stem,
} from "../../language/index.ts";
import type { Candidate } from "./judgement.ts";
import { formsOf } from "./lexicon.ts";
import type { IndexEntry, SearchIndex } from "./search-index.ts";

/** A form with the entries that may hold it. */
export type Near = Omit<Candidate, "cost">;

/** From this length on a word may hold two slips. */
const TWO_SLIPS_FROM = 8;

/** What two slips cost that a shorter word may hold, for they are hardly heard. */
const MOST_HEARD = 1;

/** Stems that are nearest are looked up; each may be in a file of its own. */
const MOST_LOOKED_UP = 4;

/**
 * The words of the archive from which one may have come by a slip: those that begin as it does, those that
 * end so, and those that sound so. A slip leaves one of the three as it was.
 *
 * @param word in lower case
 */
export async function candidatesFor(word: string, index: SearchIndex): Promise<Candidate[]> {
  const form = fold(word);
  const most = form.length >= TWO_SLIPS_FROM ? 2 : 1;
  const near = await Promise.all([sameBeginning(form, index), sameRoot(form, most, index)]);
  const likely = byWord(near.flat()).filter(({ to }) => isNear(form, to, most));
  return likely.map((one) => ({ ...one, cost: slipCost(form, one.to) }));
}

/** By the length first, for a shard has thousands of forms. */
function isNear(form: string, to: string, most: number): boolean {
  if (Math.abs(form.length - to.length) > 2) return false;
  const slips = editDistance(form, to);
  return slips <= most || (slips <= 2 && slipCost(form, to) <= MOST_HEARD);
}

/** @returns the forms of the shard that a form would be in */
export async function sameBeginning(form: string, index: SearchIndex): Promise<Near[]> {
  const entries = await index.near(form);
  return entries.flatMap((entry) => formsOf(entry).map((to) => ({ to, entries: [entry] })));
}

/** By lists that are sorted by the ends of stems, and by their sounds. */
async function sameRoot(form: string, most: number, index: SearchIndex): Promise<Near[]> {
  const root = stem(form);
  const lists = await Promise.all([
    index.endingLike(root),
    index.soundingLike(soundKey(skeleton(root))),
  ]);
  const stems = new Map(lists.flat().map((one) => [one.word, one.root]));
  const near = [...stems]
    .filter(([, own]) => isNear(root, own, most))
    .map(([word, own]) => ({ own, word, cost: slipCost(root, own) }))
    .sort((a, b) => a.cost - b.cost || compare(a.word, b.word));
  const found = near.slice(0, MOST_LOOKED_UP).map(async ({ own, word }) => {
    const entries = await index.lookUpForms(word, own);
    const to = spelledAlike(form, own + form.slice(root.length), entries);
    return to === undefined ? [] : [{ to, entries }];
  });
  return (await Promise.all(found)).flat();
}

/**
 * @param form as typed, folded
 * @param composed the stem of a word of the archive with the ending that was typed
 * @returns it, where the word has such a form or no dictionary knows which it has; else the form
 *   that is so near to what was typed
 */
function spelledAlike(
  form: string,
  composed: string,
  entries: readonly IndexEntry[],
): string | undefined {
  const forms = entries.flatMap(formsOf);
  if (entries.some(({ isStem }) => isStem) || forms.includes(composed)) return composed;
  return nearestWord(form, forms, 2);
}

/** Each form once, with its entries of all lexicons. */
export function byWord(candidates: readonly Near[]): Near[] {
  const words = new Map<string, Set<IndexEntry>>();
  for (const { to, entries } of candidates) {
    words.set(to, new Set([...(words.get(to) ?? []), ...entries]));
  }
  return [...words].map(([to, entries]) => ({ to, entries: [...entries] }));
}
