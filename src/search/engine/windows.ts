import { byScore, type Hit, type Ranking, type TermHits } from "./fuse.ts";
import { inverseFrequency, positionsIn } from "./ranked-postings.ts";

/** Words this near say the same thing: about two sentences. */
const WINDOW = 30;

/** The weight of the best window, as a share of its terms' rarity. Neutral at 0. */
const WINDOW_WEIGHT = 0.4;

/** Windows are weighed for the pages that can come first; the others keep their order. */
const WINDOWED_PAGES = 100;

/** A term as a window sees it. */
interface Weighed {
  readonly rarity: number;
  readonly found: TermHits["found"];
}

/** A place of a term in a page. */
interface Event {
  readonly place: number;
  readonly term: number;
}

/**
 * Raises pages in which rare terms stand near each other; terms without loaded positions do not count.
 *
 * @param terms what was ranked
 * @param pages how many pages the index has
 * @returns the best first
 */
export function withWindows(
  { hits, holding }: Ranking,
  terms: readonly TermHits[],
  pages: number,
): readonly Hit[] {
  const weighed = terms.map(({ found }, at): Weighed => {
    return { rarity: inverseFrequency(pages, holding[at] ?? 0), found };
  });
  const raised = hits.slice(0, WINDOWED_PAGES).map((hit): Hit => {
    return { ...hit, score: hit.score + WINDOW_WEIGHT * bestWindow(hit, weighed) };
  });
  return [...raised.sort(byScore), ...hits.slice(WINDOWED_PAGES)];
}

/** @returns the places of all terms in a page, as far as they were loaded, in their order */
export function eventsIn(
  { segment, slot }: Hit,
  terms: readonly Pick<TermHits, "found">[],
): Event[] {
  const events = terms.flatMap(({ found }, term) => {
    const own = found.filter((one) => one.segment === segment);
    const places = own.flatMap(({ postings }) => [...positionsIn(postings, slot)]);
    return places.map((place): Event => ({ place, term }));
  });
  return events.sort((a, b) => a.place - b.place);
}

/** The greatest summed rarity of different terms within one window; 0 where there is one term only. */
function bestWindow(hit: Hit, terms: readonly Weighed[]): number {
  const events = eventsIn(hit, terms);
  if (events.every(({ term }) => term === events[0]?.term)) return 0;
  const counts = new Array<number>(terms.length).fill(0);
  let start = 0;
  let sum = 0;
  let best = 0;
  for (const { place, term } of events) {
    if (counts[term] === 0) sum += terms[term]?.rarity ?? 0;
    counts[term] = (counts[term] ?? 0) + 1;
    for (; place - (events[start]?.place ?? place) >= WINDOW; start++) {
      const left = events[start]?.term ?? 0;
      counts[left] = (counts[left] ?? 0) - 1;
      if (counts[left] === 0) sum -= terms[left]?.rarity ?? 0;
    }
    best = Math.max(best, sum);
  }
  return best;
}
