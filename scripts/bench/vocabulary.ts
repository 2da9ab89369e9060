import { OpenCorpora } from "../../src/index/index.ts";
import { isStopWord } from "../../src/language/index.ts";
import { randomNumbers } from "../random.ts";

/** Words that stand at the top of every Russian text, the commonest first. */
const FUNCTION_WORDS =
  `в и на с по не что к из за для от о до как но а у при это во об после так под
между он они который его их был было были бы также уже только или же если чтобы еще со все`
    .split(/\s+/)
    .filter((word) => isStopWord(word));

/** The forms in which a word may stand in a text, the lemma first. */
export type Forms = readonly string[];

const SHORTEST = 3;

/**
 * Draws a vocabulary of real Russian words, the commonest first. Which words are common is left to
 * chance, but for the function words.
 *
 * @param size how many lemmas
 * @param seed the same seed draws the same words
 */
export async function drawVocabulary(size: number, seed: number): Promise<readonly Forms[]> {
  const dictionary = await OpenCorpora.load();
  const lemmas = [...dictionary.lemmas()].filter(({ lemma }) => isContentWord(lemma));
  const drawn = shuffled(lemmas, randomNumbers(seed)).slice(0, size);
  const functionWords = FUNCTION_WORDS.map((word) => [word]);
  return [...functionWords, ...drawn.map((lemma) => dictionary.formsOf(lemma))];
}

function isContentWord(lemma: string): boolean {
  return lemma.length >= SHORTEST && !isStopWord(lemma);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}
