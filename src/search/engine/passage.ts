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
  const grams = gramsOf(query);
  const counts = new Uint16Array(grams.length);
  const places = placesOf(letters, grams);
  let [held, most, first] = [0, 0, 0];
  for (const place of places) {
    const gram = place % grams.length;
    if (counts[gram] === 0) held++;
    counts[gram] = (counts[gram] ?? 0) + 1;
    for (let left = places[first] ?? place; isFar(left, place, grams.length); ) {
      const rest = (counts[left % grams.length] ?? 0) - 1;
      counts[left % grams.length] = rest;
      if (rest === 0) held--;
      left = places[++first] ?? place;
    }
    most = Math.max(most, held);
  }
  return grams.length === 0 ? 0 : most / grams.length;
}

/** The different grams of a text. */
function gramsOf(text: string): readonly string[] {
  const starts = Array.from({ length: Math.max(0, text.length - GRAM + 1) }, (_, at) => at);
  return [...new Set(starts.map((at) => text.slice(at, at + GRAM)))];
}

/**
 * @returns where grams stand in a text, rising: the place times the number of grams, plus the number of the
 *   gram. A look for each gram takes a tenth of a look at each letter.
 */
function placesOf(letters: string, grams: readonly string[]): Float64Array {
  const places: number[] = [];
  for (const [number, gram] of grams.entries()) {
    for (let at = letters.indexOf(gram); at >= 0; at = letters.indexOf(gram, at + 1)) {
      places.push(at * grams.length + number);
    }
  }
  return Float64Array.from(places).sort();
}

function isFar(left: number, place: number, grams: number): boolean {
  return Math.floor(place / grams) - Math.floor(left / grams) > PASSAGE;
}
