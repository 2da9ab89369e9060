/**
 * How much the large tests try: some of each matrix in `npm test`, all of it in `npm run test:all`,
 * which asks for that by VESTNIK_TESTS=all. Every kind of fault is in both.
 */

interface Sizes {
  /** Of the archive that is edited at random; volumeItems is that of its settings. */
  readonly archive: Readonly<Record<"articles" | "headlines" | "volumeItems", number>>;
  /** After how many edits a site is compared with a new one, and how often. */
  readonly rebuild: { readonly edits: number; readonly comparisons: number };
  /** Builds that are killed, and faults of single processes. */
  readonly faults: Readonly<Record<"kills" | "processes", number>>;
  /** Articles besides those of the fixtures that are built on two machines. */
  readonly reproducibleDays: number;
  readonly spoiledPages: number;
  /** Requests that no browser sends. */
  readonly malformed: number;
  /** Of the random cases that a property is tried by, one in so many. */
  readonly oneCaseIn: number;
}

const SOME: Sizes = {
  archive: { articles: 12, headlines: 6, volumeItems: 5 },
  rebuild: { edits: 3, comparisons: 2 },
  faults: { kills: 1, processes: 2 },
  reproducibleDays: 20,
  spoiledPages: 200,
  malformed: 2000,
  oneCaseIn: 5,
};

const ALL: Sizes = {
  archive: { articles: 30, headlines: 15, volumeItems: 8 },
  rebuild: { edits: 1, comparisons: 20 },
  faults: { kills: 10, processes: 99 },
  reproducibleDays: 40,
  spoiledPages: 2000,
  malformed: 10_000,
  oneCaseIn: 1,
};

export const TRIES_ALL = process.env.VESTNIK_TESTS === "all";

/**
 * Of a test in a browser that only `npm run test:all` runs: another of `npm test` fails where the same is broken,
 * or units do that are of nothing else.
 */
export const LARGE = { tag: "@large" } as const;

export const SIZES: Sizes = TRIES_ALL ? ALL : SOME;

/**
 * Of what is drawn at random: the same every time, so that a push fails for what it changes;
 * VESTNIK_SEED asks for another.
 */
export const SEED = Number(process.env.VESTNIK_SEED ?? 20_261_125);
