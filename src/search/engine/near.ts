import type { Posting, Postings } from "./postings.ts";

/** Words of a phrase may have one word between them, such as an adjective. */
const GAP = 2;

/**
 * The pages in which all words stand close together, in any order.
 *
 * @param words the postings of each word, all its forms together
 * @returns for each page how often they do, and where
 */
export function near(words: readonly Postings[]): Postings {
  const [first, ...others] = words;
  if (first === undefined) return new Map();
  const found = new Map<string, Posting>();
  for (const [id, { places, result }] of first) {
    const rest = others.map((postings) => postings.get(id)?.places ?? []);
    const reach = GAP * others.length;
    const starts = places.filter((place) =>
      rest.every((own) => own.some((other) => Math.abs(other - place) <= reach)),
    );
    if (starts.length === 0) continue;
    const all = starts.flatMap((start) => {
      return [start, ...rest.flat().filter((other) => Math.abs(other - start) <= reach)];
    });
    found.set(id, { frequency: starts.length, places: [...new Set(all)], result });
  }
  return found;
}

/** All forms of a word as one: frequencies add up, places too. */
export function union(parts: readonly Postings[]): Postings {
  const all = new Map<string, Posting>();
  for (const postings of parts) {
    for (const [id, posting] of postings) {
      const known = all.get(id);
      all.set(id, known === undefined ? posting : added(known, posting));
    }
  }
  return all;
}

function added(a: Posting, b: Posting): Posting {
  return {
    frequency: a.frequency + b.frequency,
    places: [...a.places, ...b.places],
    result: a.result,
  };
}
