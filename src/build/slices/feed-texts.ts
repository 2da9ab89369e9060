import type { ArticleSummary, Site } from "../../content/index.ts";
import { type FeedSource, pathsIn } from "../../site/index.ts";
import type { ReadSlice } from "./slices.ts";

/**
 * Feeds hold the whole text of this many newest articles, and teasers of older ones, which only feeds of
 * labels name. Subscribers get each text whole while it is new, and an edit in an old slice makes no feed
 * anew.
 */
export const WHOLE_TEXTS = 200;

/** Articles without a date are dealt out over all slices: feeds read no more of these. */
const MOST_SLICES = 16;

/** Where the texts are that feeds hold. */
export interface TextPlaces<Slice> {
  /** Of their pages. */
  readonly paths: readonly string[];
  readonly slices: readonly Slice[];
}

/**
 * @param newest of the whole site, the newest first, WHOLE_TEXTS at most
 * @param slices that have been read
 * @returns which texts feeds hold, and the slices that have them; none where the settings want teasers
 */
export function textPlaces<Slice extends Pick<ReadSlice, "facts">>(
  { feeds }: Site,
  source: Omit<FeedSource, "texts">,
  newest: readonly Pick<ArticleSummary, "path">[],
  slices: readonly Slice[],
): TextPlaces<Slice> {
  const told = pathsIn(source);
  const wanted = feeds === "teasers" ? [] : newest.filter(({ path }) => told.has(path));
  const paths = new Set(wanted.map(({ path }) => path));
  const holding = slices.filter(({ facts }) => facts.slugs.some(({ path }) => paths.has(path)));
  return { paths: [...paths], slices: holding.slice(0, MOST_SLICES) };
}
