import { fold, plainSpelling } from "../../language/index.ts";
import { byScore, type Hit } from "./fuse.ts";
import { bestPassage, GRAM } from "./passage.ts";
import { joinNumbers } from "./query.ts";
import type { LoadedPage } from "./segment.ts";

/** As many as a list shows at first: their texts are loaded anyway. */
const RERANKED = 10;

/**
 * The share that is added to a score where a passage holds the whole query letter for letter. Neutral at 0;
 * from 1 to 2 nearly the same (docs/search-quality.md).
 */
const PASSAGE_WEIGHT = 1.5;

/** The same for a text that holds each word of the query in the form that was typed; useful from 0.3 to 0.7. */
const FORM_WEIGHT = 0.5;

/**
 * Reorders the first results by how much of the query their texts hold letter for letter: postings know
 * lemmas, neither forms nor neighbours.
 *
 * @param hits the best first
 * @param text what was typed, as it was meant
 * @param rarities of its words, folded; the form of one that was put right is nobody's choice, and is not
 *   among them
 * @throws ArrivalError where a text does not arrive
 */
export async function rerank(
  hits: readonly Hit[],
  text: string,
  rarities: ReadonlyMap<string, number>,
): Promise<readonly Hit[]> {
  const query = plain(text);
  if (hits.length < 2 || query.length < GRAM) return hits;
  const forms = new Set(query.trim().split(" "));
  const raised = hits.slice(0, RERANKED).map(async (hit): Promise<Hit> => {
    const letters = plainOf(await hit.segment.page(hit.slot));
    const passage = PASSAGE_WEIGHT * bestPassage(letters, query);
    const share = FORM_WEIGHT * heldForms(letters, forms, rarities);
    return { ...hit, score: hit.score * (1 + passage + share) };
  });
  return [...(await Promise.all(raised)).sort(byScore), ...hits.slice(RERANKED)];
}

/** While somebody types, the same pages come again and again. */
const PLAIN = new WeakMap<LoadedPage, string>();

function plainOf(page: LoadedPage): string {
  const known = PLAIN.get(page);
  if (known !== undefined) return known;
  const letters = plain(page.content);
  PLAIN.set(page, letters);
  return letters;
}

/** Words between single spaces, so that a gram sees where they begin and end. */
function plain(text: string): string {
  const letters = joinNumbers(plainSpelling(text)).toLowerCase().replaceAll("ё", "е");
  return ` ${letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

/** @returns how much of the words' rarity the text has in the same form, from 0 to 1 */
function heldForms(
  letters: string,
  forms: ReadonlySet<string>,
  rarities: ReadonlyMap<string, number>,
): number {
  let [held, all] = [0, 0];
  for (const form of forms) {
    const rarity = rarities.get(fold(form)) ?? 0;
    all += rarity;
    if (letters.includes(` ${form} `)) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}
