/** Letters of a gram: shorter than nearly every stem, longer than most endings. */
export const GRAM = 3;

/** How long a passage is, in letters: about two sentences. From 200 to 600 nearly the same. */
const PASSAGE = 300;

/**
 * How much of a query the passage of a text holds that holds most of it: words that stand together are
 * about one thing.
 *
 * @param letters the text
 * @param query both in small letters, with single spaces between words, before and behind them
 * @returns the share of the query's grams, from 0 to 1
 */
export function bestPassage(letters: string, query: string): number {
  const numbers = gramsOf(query);
  const counts = new Uint16Array(numbers.size);
  const found = placesOf(letters, numbers);
  let [held, most, first] = [0, 0, 0];
  for (const { at, gram } of found) {
    if (counts[gram] === 0) held++;
    counts[gram] = (counts[gram] ?? 0) + 1;
    for (let left = found[first]; left !== undefined && at - left.at > PASSAGE; ) {
      const rest = (counts[left.gram] ?? 0) - 1;
      counts[left.gram] = rest;
      if (rest === 0) held--;
      left = found[++first];
    }
    most = Math.max(most, held);
  }
  return numbers.size === 0 ? 0 : most / numbers.size;
}

/** The different grams, numbered. */
function gramsOf(text: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let at = 0; at + GRAM <= text.length; at++) {
    const gram = text.slice(at, at + GRAM);
    if (!numbers.has(gram)) numbers.set(gram, numbers.size);
  }
  return numbers;
}

/** A gram of the query in a text. */
interface Place {
  readonly at: number;
  readonly gram: number;
}

function placesOf(letters: string, numbers: ReadonlyMap<string, number>): Place[] {
  const places: Place[] = [];
  for (let at = 0; at + GRAM <= letters.length; at++) {
    const gram = numbers.get(letters.slice(at, at + GRAM));
    if (gram !== undefined) places.push({ at, gram });
  }
  return places;
}
